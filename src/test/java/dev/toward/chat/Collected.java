package dev.toward.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.toward.text.Author;
import dev.toward.text.Conversation;
import dev.toward.text.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What came out of an export, as lines that tests can compare: {@code time author kind text}. */
final class Collected implements ChatSink {
    /** A day after every made-up message. */
    static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    final List<Message> messages = new ArrayList<>();
    final List<Skipped> skipped = new ArrayList<>();
    final List<String> warnings = new ArrayList<>();
    final List<Conversation> chats = new ArrayList<>();

    static ReadOptions options() {
        return ReadOptions.defaults().withToday(TODAY);
    }

    static Collected read(Path path, ReadOptions options) throws IOException {
        return read(List.of(path), options);
    }

    static Collected read(List<Path> paths, ReadOptions options) throws IOException {
        Collected collected = new Collected();
        ChatExports.with(options).read(paths, collected);
        return collected;
    }

    static Path write(Path folder, String name, String... lines) throws IOException {
        return Files.write(folder.resolve(name), (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void chat(String format, Conversation conversation) {
        chats.add(conversation);
    }

    @Override
    public void message(Message message) {
        messages.add(message);
    }

    @Override
    public void skipped(Skipped what) {
        skipped.add(what);
    }

    @Override
    public void warning(String warning) {
        warnings.add(warning);
    }

    List<String> said() {
        return messages.stream().map(Collected::line).toList();
    }

    List<String> times() {
        return messages.stream().map(m -> String.valueOf(m.time())).toList();
    }

    List<String> authors() {
        return messages.stream()
                .map(m -> m.author())
                .map(a -> a == null ? "-" : a.name())
                .toList();
    }

    List<String> texts() {
        return messages.stream().map(Message::text).toList();
    }

    private static String line(Message message) {
        Author author = message.author();
        return message.time() + " " + (author == null ? "-" : author.name()) + " " + message.kind() + " "
                + message.text();
    }

    void assertSaid(String... expected) {
        assertEquals(Stream.of(expected).toList(), said());
    }
}
