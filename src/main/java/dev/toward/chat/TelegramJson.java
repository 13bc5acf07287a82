package dev.toward.chat;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Telegram's {@code result.json}: one chat at the root, or the chats of an account in a list. Holds one message at a time. */
final class TelegramJson {
    private static final Set<String> ACCOUNT = Set.of("chats", "left_chats");
    private static final Set<String> TYPES = Set.of(
            "personal_chat",
            "bot_chat",
            "saved_messages",
            "replies",
            "verification_codes",
            "private_group",
            "private_supergroup",
            "public_supergroup",
            "private_channel",
            "public_channel");
    private static final int RECORDS_LOOKED_AT = 5;

    /** What stands before the messages of a chat. */
    static final class Header {
        @Nullable
        String name;

        @Nullable
        String type;

        @Nullable
        String id;

        void put(String key, JsonNode value) {
            String text = value.isValueNode() && !value.isNull() ? value.asText() : null;
            switch (key) {
                case "name" -> name = text;
                case "type" -> type = text;
                case "id" -> id = text;
                default -> {}
            }
        }

        boolean isEmpty() {
            return name == null && type == null && id == null;
        }
    }

    private final ReadOptions options;
    private final Delivery delivery;
    private final KnownAuthors authors = new KnownAuthors(TelegramChat.DELETED_ACCOUNT);
    private final BadTimes badTimes = new BadTimes();
    private long records;
    private boolean found;

    TelegramJson(ReadOptions options, Delivery delivery) {
        this.options = options;
        this.delivery = delivery;
    }

    /** @param root the beginning of the file */
    static boolean fits(Source source, JsonNode root) throws IOException {
        for (String key : ACCOUNT) {
            if (root.path(key).path("list").isArray()) {
                return true;
            }
        }
        JsonNode messages = root.path("messages");
        if (messages.isArray()) {
            if (TYPES.contains(root.path("type").asText())) {
                return true;
            }
            for (int i = 0; i < Math.min(RECORDS_LOOKED_AT, messages.size()); i++) {
                JsonNode record = messages.path(i);
                if (record.has("from_id") || record.has("date_unixtime")) {
                    return true;
                }
            }
            return false;
        }
        // The chats of an account may stand behind megabytes of contacts.
        return root.path("about").isTextual()
                && (root.has("personal_information") || root.has("contacts") || root.has("frequent_contacts"))
                && hasChats(source);
    }

    private static boolean hasChats(Source source) throws IOException {
        try (JsonFile file = JsonFile.of(source, Delivery.nowhere("telegram", source))) {
            if (file.next() != JsonToken.START_OBJECT) {
                return false;
            }
            while (file.next() == JsonToken.FIELD_NAME) {
                String name = file.name();
                JsonToken value = file.next();
                if (value == JsonToken.START_OBJECT && ACCOUNT.contains(name)) {
                    return true;
                }
                file.skip();
            }
            return false;
        }
    }

    void read(Source source) throws IOException {
        long odd;
        try (JsonFile file = JsonFile.of(source, delivery)) {
            if (file.next() == JsonToken.START_OBJECT) {
                root(file, source);
            }
            odd = file.odd();
        }
        if (!found) {
            delivery.skipped(1, "no messages; expected an array 'messages', or chats in 'chats'");
        }
        badTimes.report(delivery);
        if (odd > 0) {
            delivery.warning(odd + " lines are not UTF-8; read as windows-1252");
        }
    }

    private void root(JsonFile file, Source source) throws IOException {
        Header header = new Header();
        while (file.next() == JsonToken.FIELD_NAME) {
            String name = file.name();
            JsonToken value = file.next();
            if (value == JsonToken.START_ARRAY && name.equals("messages")) {
                messages(file, header.isEmpty() ? headerBehind(source) : header, source);
            } else if (value == JsonToken.START_OBJECT && ACCOUNT.contains(name)) {
                chats(file, source);
            } else if (value != null && value.isScalarValue()) {
                header.put(name, file.value());
            } else {
                file.skip();
            }
        }
    }

    /** Other programs write the name of the chat behind its messages. */
    private static Header headerBehind(Source source) throws IOException {
        Header header = new Header();
        try (JsonFile file = JsonFile.of(source, Delivery.nowhere("telegram", source))) {
            file.next();
            while (file.next() == JsonToken.FIELD_NAME) {
                String name = file.name();
                JsonToken value = file.next();
                if (value != null && value.isScalarValue()) {
                    header.put(name, file.value());
                } else {
                    file.skip();
                }
            }
        }
        return header;
    }

    private void chats(JsonFile file, Source source) throws IOException {
        if (!file.toArray("list")) {
            return;
        }
        found = true;
        for (JsonToken token = file.next(); token != null && token != JsonToken.END_ARRAY; token = file.next()) {
            if (token == JsonToken.START_OBJECT) {
                chat(file, source);
            } else {
                delivery.skipped(file.line(), "expected a chat as a JSON object");
                file.skip();
            }
        }
        while (file.next() == JsonToken.FIELD_NAME) {
            file.next();
            file.skip();
        }
    }

    private void chat(JsonFile file, Source source) throws IOException {
        Header header = new Header();
        while (file.next() == JsonToken.FIELD_NAME) {
            String name = file.name();
            JsonToken value = file.next();
            if (value == JsonToken.START_ARRAY && name.equals("messages")) {
                messages(file, header, source);
            } else if (value != null && value.isScalarValue()) {
                header.put(name, file.value());
            } else {
                file.skip();
            }
        }
    }

    private void messages(JsonFile file, Header header, Source source) throws IOException {
        found = true;
        TelegramChat chat = new TelegramChat(header, source, options, delivery, authors, badTimes);
        for (JsonNode record = file.record(); record != null; record = file.record()) {
            chat.record(record, ++records, file.recordLine());
        }
    }
}
