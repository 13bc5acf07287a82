package dev.toward.ledger;

import dev.toward.text.Author;
import dev.toward.text.Conversation;
import dev.toward.text.Message;
import dev.toward.text.Timestamp;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A made-up conversation with what a person says of it: which messages are bids and how they were met, what is ahead and whether
 * anybody came back to it. The form stands at the head of {@code labelled-friends.txt}.
 *
 * @param bids by the id of their newest message: kind and outcome
 * @param events by message: asked, told, due or coming
 * @param promises by message: kept or open
 */
record LabelledChat(
        List<Message> messages, Map<String, String[]> bids, Map<String, String> events, Map<String, String> promises)
        implements MessageSource {
    private static final Pattern LABEL = Pattern.compile("\\{([^}]*)}");

    /** One of the test's own. */
    static LabelledChat read(String file) throws IOException {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(LabelledChat.class.getResourceAsStream(file), file), StandardCharsets.UTF_8))) {
            return read(file, in);
        }
    }

    /** One that lies in a folder. */
    static LabelledChat read(Path file) throws IOException {
        try (BufferedReader in = Files.newBufferedReader(file)) {
            return read(Objects.requireNonNull(file.getFileName()).toString(), in);
        }
    }

    private static LabelledChat read(String file, BufferedReader in) throws IOException {
        List<Message> messages = new ArrayList<>();
        Map<String, String[]> bids = new LinkedHashMap<>();
        Map<String, String> events = new LinkedHashMap<>();
        Map<String, String> promises = new LinkedHashMap<>();
        Map<String, Author> people = new HashMap<>();
        Conversation chat = new Conversation("made-up", file, file, Conversation.Kind.UNKNOWN);
        LocalDate day = LocalDate.EPOCH;
        int number = 0;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            number++;
            if (line.startsWith("#") || line.isBlank()) {
                continue;
            }
            if (line.startsWith("chat ")) {
                String[] parts = line.split(" ", 3);
                chat = new Conversation(
                        "made-up", parts[2], parts[2], Conversation.Kind.valueOf(parts[1].toUpperCase(Locale.ROOT)));
            } else if (line.startsWith("== ")) {
                day = LocalDate.parse(line.substring(3));
            } else if (Character.isDigit(line.charAt(0))) {
                String[] parts = line.split(" ", 3);
                String id = "m" + (messages.size() + 1);
                Matcher label = LABEL.matcher(parts[2]);
                while (label.find()) {
                    String[] words = label.group(1).split(" ", 2);
                    switch (words[0]) {
                        case "event" -> events.put(id, words[1]);
                        case "promise" -> promises.put(id, words[1]);
                        case "none" -> {}
                        default -> bids.put(id, words);
                    }
                }
                String text = LABEL.matcher(parts[2]).replaceAll("").strip();
                Message.Kind kind =
                        switch (text) {
                            case "CALL" -> Message.Kind.CALL;
                            case "MEDIA" -> Message.Kind.MEDIA;
                            default -> Message.Kind.TEXT;
                        };
                messages.add(new Message(
                        chat,
                        id,
                        Objects.requireNonNull(people.get(parts[1]), "line " + number),
                        new Timestamp.Wall(day.atTime(LocalTime.parse(parts[0]))),
                        kind,
                        kind == Message.Kind.TEXT ? text : "",
                        null,
                        false,
                        file,
                        number));
            } else {
                String[] parts = line.split(" ", 2);
                people.put(parts[0], new Author(parts[1], parts[1]));
            }
        }
        return new LabelledChat(messages, bids, events, promises);
    }

    @Override
    public void read(Sink sink) throws IOException {
        for (Message message : messages) {
            sink.accept(message);
        }
    }
}
