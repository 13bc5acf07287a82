package dev.toward.chat;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.toward.text.Author;
import dev.toward.text.Conversation;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One chat of Messenger or Instagram as it is read: what its files say about it, and its messages. What they say may stand before
 * or after the messages. For one thread.
 */
final class MessengerThread {
    /** End-to-end encrypted chats bear a number behind their name, which keeps two of one name apart. */
    private static final Pattern NUMBERED = Pattern.compile("_\\d{1,6}$");

    private final String platform;
    private final MessengerRecords records;
    private final Set<String> participants = new LinkedHashSet<>();
    private final Set<String> senders = new HashSet<>();
    private String title = "";
    private String path = "";
    private boolean group;

    MessengerThread(String platform, MessengerRecords records) {
        this.platform = platform;
        this.records = records;
    }

    /** Reads a file and hands on its messages. */
    void read(Source file, Delivery delivery, Found.Taker taker) throws IOException {
        try (JsonFile json = JsonFile.of(file, delivery)) {
            if (json.next() != JsonToken.START_OBJECT) {
                delivery.skipped(1, "expected an object with 'participants' and 'messages'");
                return;
            }
            while (json.next() == JsonToken.FIELD_NAME) {
                String name = json.name();
                JsonToken value = json.next();
                if (name.equals("messages") && value == JsonToken.START_ARRAY) {
                    messages(json, file, delivery, taker);
                } else if (value == JsonToken.START_OBJECT) {
                    // a group that can be joined by a link
                    group |= name.equals("joinable_mode");
                    json.skip();
                } else {
                    about(name, isAbout(name) ? json.value() : MissingNode.getInstance());
                    json.skip();
                }
            }
        }
    }

    private static boolean isAbout(String name) {
        return Set.of("participants", "title", "threadName", "thread_path", "thread_type")
                .contains(name);
    }

    private void about(String name, JsonNode value) {
        switch (name) {
            case "participants" -> value.forEach(this::participant);
            case "title" -> title = Mojibake.repair(value.asText());
            case "threadName" -> {
                path = Mojibake.repair(value.asText());
                title = NUMBERED.matcher(path).replaceFirst("");
            }
            case "thread_path" -> path = value.asText();
            case "thread_type" -> group |= value.asText().endsWith("Group");
            default -> {}
        }
    }

    private void participant(JsonNode participant) {
        String name = participant.isTextual()
                ? Mojibake.repair(participant.asText())
                : MessengerRecords.text(participant, "name");
        participants.add(Marks.name(name));
    }

    private void messages(JsonFile json, Source file, Delivery delivery, Found.Taker taker) throws IOException {
        MessengerEdits edits = new MessengerEdits(platform.equals("instagram"));
        for (JsonNode record = json.record(); record != null; record = json.record()) {
            Found found = records.found(record, file, json.recordLine());
            if (found == null) {
                delivery.skipped(json.recordLine(), "expected a message with a sender and a time");
                continue;
            }
            sender(found);
            Found kept = edits.latest(found, delivery);
            if (kept != null) {
                taker.take(kept);
            }
        }
    }

    private void sender(Found found) {
        Author author = found.author();
        if (author != null && senders.size() < 3) {
            senders.add(author.id());
        }
    }

    /** The chat, once its files were read; {@code fallback} names it where they do not. */
    Conversation conversation(ReadOptions options, String fallback) {
        String named = options.chatName() != null ? options.chatName() : title;
        String name = !named.isBlank()
                ? named
                : participants.isEmpty() ? fallback : participants.stream().collect(Collectors.joining(", "));
        String last = path.substring(path.lastIndexOf('/') + 1);
        return new Conversation(platform, platform + ":" + (last.isEmpty() ? fallback : last), name, kind());
    }

    private Conversation.Kind kind() {
        if (group || participants.size() > 2 || senders.size() > 2) {
            return Conversation.Kind.GROUP;
        }
        return participants.isEmpty() ? Conversation.Kind.UNKNOWN : Conversation.Kind.DIRECT;
    }
}
