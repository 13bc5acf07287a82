package dev.toward.chat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.toward.text.Conversation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The chats of a Messenger or Instagram download. A chat is a folder of {@code message_1.json}, the newest, {@code message_2.json}
 * and so on, which may be spread over the zips of one download; a part that comes again belongs to another copy of the chat.
 */
final class MessengerThreads {
    private static final Pattern PART = Pattern.compile("message_(\\d{1,6})\\.(?:json|html)");

    private final String platform;
    private final ReadOptions options;
    private final Delivery delivery;

    MessengerThreads(String platform, ReadOptions options, Delivery delivery) {
        this.platform = platform;
        this.options = options;
        this.delivery = delivery;
    }

    /** The files of one copy of one chat, the oldest part first. */
    record Chat(String name, List<Source> parts) {}

    /** The number of a part; 0 for a file that is named otherwise and stands for itself. */
    static int part(Source file) {
        Matcher matcher = PART.matcher(file.fileName());
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    static List<Chat> chats(List<Source> files) throws IOException {
        Map<String, List<TreeMap<Integer, Source>>> copies = new LinkedHashMap<>();
        for (Source file : files) {
            int part = part(file);
            List<TreeMap<Integer, Source>> chat = copies.computeIfAbsent(key(file, part), k -> new ArrayList<>());
            TreeMap<Integer, Source> copy =
                    chat.stream().filter(c -> !c.containsKey(part)).findFirst().orElse(null);
            if (copy == null) {
                copy = new TreeMap<>(Comparator.reverseOrder());
                chat.add(copy);
            }
            copy.put(part, file);
        }
        List<Chat> chats = new ArrayList<>();
        copies.forEach((key, chat) -> chat.forEach(
                copy -> chats.add(new Chat(key.substring(key.lastIndexOf('/') + 1), List.copyOf(copy.values())))));
        return chats;
    }

    private static String key(Source file, int part) throws IOException {
        String folder = file.folder();
        if (part == 0) {
            int dot = file.fileName().lastIndexOf('.');
            return folder + "/" + (dot > 0 ? file.fileName().substring(0, dot) : file.fileName());
        }
        if (!folder.isEmpty()) {
            return folder.substring(folder.lastIndexOf('/') + 1);
        }
        // Given by itself: the file says which chat it is part of.
        JsonNode about = JsonFile.beginning(file);
        String path = about.path("thread_path").asText();
        return path.isEmpty() ? MessengerRecords.text(about, "title") : path;
    }

    /** Reads chat after chat, each oldest first. */
    void read(List<Source> files) throws IOException {
        MessengerRecords records = new MessengerRecords(options);
        long record = 1;
        for (Chat chat : chats(files)) {
            delivery.copy(chat.parts().get(0));
            MessengerThread thread = new MessengerThread(platform, records);
            OldestFirst messages = new OldestFirst();
            for (Source part : chat.parts()) {
                delivery.from(part);
                try {
                    thread.read(part, delivery, messages::add);
                } catch (IOException e) {
                    delivery.unreadable(e);
                }
            }
            Conversation conversation = thread.conversation(options, chat.name());
            delivery.chat(conversation);
            record = messages.deliver(conversation, record, delivery, this::again);
        }
        records.finish(delivery);
    }

    private void again(Source file, Found.Taker taker) throws IOException {
        new MessengerThread(platform, new MessengerRecords(options))
                .read(file, Delivery.nowhere(platform, file), taker);
    }
}
