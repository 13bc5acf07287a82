package dev.toward.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GenericFormatsTest {
    @TempDir
    Path folder = Path.of("");

    private Collected read(String name, String... lines) throws IOException {
        return Collected.read(Collected.write(folder, name, lines), Collected.options());
    }

    @Test
    void jsonl_brokenLinesAreListed() throws IOException {
        Collected chat = read(
                "chat.jsonl",
                "{\"id\": \"a\", \"author\": \"Ana\", \"time\": \"2024-05-01T18:03:00Z\", \"text\": \"home late\", \"chat\": \"us\"}",
                "",
                "{\"id\": \"b\", \"author\": \"Ben\", \"text\": ",
                "[1, 2]",
                "{\"author\": \"Ben\"}",
                "{\"id\": \"c\", \"Sender\": \"Ben\", \"created_at\": 1714586700, \"body\": \"ok\", \"reply_to\": \"a\", \"chat\": \"us\"}",
                "{\"id\": \"d\", \"author\": \"Ana\", \"te");
        chat.assertSaid("2024-05-01T18:03:00Z Ana TEXT home late", "2024-05-01T18:05:00Z Ben TEXT ok");
        assertEquals(List.of("a", "c"), chat.messages.stream().map(m -> m.id()).toList());
        assertEquals("a", chat.messages.get(1).replyTo());
        assertEquals("us", chat.messages.get(1).conversation().name());
        assertEquals(
                List.of(3L, 4L, 5L, 7L),
                chat.skipped.stream().map(Skipped::line).toList());
    }

    @Test
    void json_arrayCutOff() throws IOException {
        Collected chat = read(
                "chat.json",
                "[{\"user\": {\"name\": \"Ana\"}, \"ts\": \"1714586700.000200\", \"text\": [\"so \", {\"text\": \"late\", \"type\": \"bold\"}]},",
                " {\"user\": \"Ben\", \"date\": \"2024-05-02\", \"text\": \"yes\"},",
                " 7,",
                " {\"user\": \"Ben\", \"te");
        chat.assertSaid("2024-05-01T18:05:00Z Ana TEXT so late", "2024-05-02T00:00:00 Ben TEXT yes");
        assertEquals(2, chat.skipped.size());
        assertEquals(new Skipped("chat.json", 3, "expected a JSON object, as {\"text\": …}"), chat.skipped.get(0));
        assertTrue(chat.skipped.get(1).reason().startsWith("not valid JSON at column"));
    }

    @Test
    void json_messagesInAnObject() throws IOException {
        Collected chat = read(
                "chat.json",
                "\uFEFF{\"name\": \"us\", \"members\": [{\"text\": \"no\"}],",
                "\"messages\": [{\"author\": \"Ana\", \"text\": \"hi\", \"text\": \"twice\", \"n\": NaN}]}",
                "trailing");
        assertEquals(List.of("hi"), chat.texts());
    }

    @Test
    void json_tooDeep() throws IOException {
        Collected chat = read(
                "chat.jsonl",
                "{\"author\": \"Ana\", \"text\": \"hi\"}",
                "{\"author\": \"Ana\", \"x\": " + "[".repeat(500) + "]".repeat(500) + ", \"text\": \"deep\"}",
                "{\"author\": \"Ana\", \"text\": \"bye\"}");
        assertEquals(List.of("hi", "bye"), chat.texts());
        assertEquals(1, chat.skipped.size());
    }

    @Test
    void json_missingAuthorAndTime() throws IOException {
        Collected chat = read(
                "chat.jsonl",
                "{\"time\": \"2024-05-01 18:03\", \"text\": \"who?\"}",
                "{\"author\": \"Ana\", \"time\": \"1900-01-01T00:00:00\", \"text\": \"when?\"}",
                "{\"author\": \"Ana\", \"time\": 1714586700000, \"text\": null}",
                "{\"author\": \"Ana\", \"time\": \"2024-05-01T20:03:00+02:00\", \"text\": 7}");
        chat.assertSaid(
                "2024-05-01T18:03:00 (unknown) TEXT who?",
                "null Ana TEXT when?",
                "2024-05-01T18:05:00Z Ana UNKNOWN ",
                "2024-05-01T18:03:00Z Ana TEXT 7");
        assertEquals(
                List.of(
                        "chat.jsonl: 1 messages have a time that cannot be read, the first on line 2; kept without a time"),
                chat.warnings);
    }

    @Test
    void jsonl_repeatedId() throws IOException {
        Collected chat = read(
                "chat.jsonl",
                "{\"id\": 1, \"author\": \"Ana\", \"text\": \"one\"}",
                "{\"id\": 1, \"author\": \"Ana\", \"text\": \"again\"}",
                "{\"id\": 9007199254740993, \"author\": \"Ana\", \"text\": \"big\"}");
        assertEquals(List.of("one", "big"), chat.texts());
        assertEquals("9007199254740993", chat.messages.get(1).id());
        assertEquals(List.of(2L), chat.skipped.stream().map(Skipped::line).toList());
    }

    @Test
    void json_mappedKeys() throws IOException {
        Path file = Collected.write(folder, "chat.jsonl", "{\"who\": {\"label\": \"Ana\"}, \"words\": \"hi\"}");
        ReadOptions options = Collected.options().withColumns(Map.of(Field.AUTHOR, "who.label", Field.TEXT, "words"));
        Collected.read(file, options).assertSaid("null Ana TEXT hi");
        assertThrows(ChatExportException.class, () -> Collected.read(file, Collected.options()));
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void csv_delimiters(String delimiter) throws IOException {
        Collected chat = read(
                "chat.csv",
                String.join(delimiter, "Created At", "Sender", "Message"),
                String.join(delimiter, "2024-05-01T18:03:00", "Ana", "\"one" + delimiter + " \"\"two\"\"\nthree\""),
                String.join(delimiter, "2024-05-01T18:04:00", "Ben", "plain"));
        chat.assertSaid(
                "2024-05-01T18:03:00 Ana TEXT one" + delimiter + " \"two\"\nthree",
                "2024-05-01T18:04:00 Ben TEXT plain");
        assertEquals(List.of(2L, 4L), chat.messages.stream().map(m -> m.line()).toList());
    }

    @Test
    void csv_roomsAmongOneAnother() throws IOException {
        Collected chat = read(
                "chat.csv",
                "room,author,time,text",
                "kitchen,Ana,2024-05-01 18:03,my cat died",
                "office,Dan,2024-05-01 18:04,lunch?",
                "kitchen,Ben,2024-05-01 18:05,so sorry");
        assertEquals(
                List.of("kitchen", "office", "kitchen"),
                chat.messages.stream().map(m -> m.conversation().name()).toList());
        assertEquals(2, chat.chats.size());
    }

    @Test
    void csv_excel() throws IOException {
        String text =
                "\uFEFFsep=;\r\nDate;Time;From;Text\r\n13/02/2021;18:03;Ana;gr\u00FCn\r\n02/03/2021;18:04;Ben;ja\r\n";
        Path file = Files.write(folder.resolve("chat.csv"), text.getBytes(StandardCharsets.UTF_16LE));
        Collected.read(file, Collected.options())
                .assertSaid("2021-02-13T18:03:00 Ana TEXT gr\u00FCn", "2021-03-02T18:04:00 Ben TEXT ja");
    }

    @Test
    void csv_raggedRows() throws IOException {
        Collected chat = read(
                "chat.csv",
                "author,time,text",
                "Ana,2024-05-01 18:03,hello, you, there",
                "Ben,2024-05-01 18:04",
                "Ana,2024-05-01 18:05,bye");
        assertEquals(List.of("hello, you, there", "", "bye"), chat.texts());
        Collected middle =
                read("other.csv", "author,text,time", "Ana,hello, you,2024-05-01 18:03", "Ana,bye,2024-05-01 18:04");
        assertEquals(List.of("bye"), middle.texts());
        assertEquals(List.of(new Skipped("other.csv", 2, "has 4 fields; expected 3")), middle.skipped);
    }

    @Test
    void csv_unclosedQuote() throws IOException {
        StringBuilder rows = new StringBuilder("author,time,text\nAna,2024-05-01 18:03,\"never closed\n");
        for (int i = 0; i < 60_000; i++) {
            rows.append("Ben,2024-05-01 18:04,number ").append(i).append('\n');
        }
        Path file = Files.writeString(folder.resolve("chat.csv"), rows);
        Collected chat = Collected.read(file, Collected.options());
        assertEquals(60_000, chat.messages.size());
        assertEquals("number 0", chat.texts().get(0));
        assertEquals(List.of(2L), chat.skipped.stream().map(Skipped::line).toList());
    }

    /** Each line closes the quote before it and opens the next. */
    @Test
    @Timeout(60)
    void csv_quotesThatNeverEnd() throws IOException {
        Path file = Files.writeString(
                folder.resolve("chat.csv"), "author,text\nAna,hi\n" + "x\",\"\"\"\n".repeat(500_000) + "Ben,bye\n");
        Collected chat = Collected.read(file, Collected.options());
        assertEquals("hi", chat.texts().get(0));
        assertEquals(500_002, chat.messages.size() + chat.skipped.size());
    }

    @Test
    void csv_openDatesAreWarnedOf() throws IOException {
        Collected chat = read("chat.csv", "date,author,text", "01/02/2021 18:03,Ana,hi", "03/04/2021 18:03,Ana,ho");
        assertEquals(List.of("2021-02-01T18:03:00", "2021-04-03T18:03:00"), chat.times());
        assertEquals(
                List.of(
                        "chat.csv: every date could be day-month or month-day; read as day-month; --date-order decides"),
                chat.warnings);
    }

    @Test
    void detect_nothingKnown() throws IOException {
        Path file = Collected.write(folder, "diary.txt", "Dear diary,", "nothing happened.");
        ChatExportException thrown =
                assertThrows(ChatExportException.class, () -> Collected.read(file, Collected.options()));
        String problem = String.valueOf(thrown.getMessage());
        assertTrue(problem.startsWith(file + ": no chat format recognised; expected a "), problem);
        assertTrue(problem.contains("WhatsApp") && problem.contains("Telegram"), problem);
        assertThrows(ChatExportException.class, () -> read("list.csv", "name,amount", "x,1"));
        assertThrows(ChatExportException.class, () -> read("drafts.jsonl", "{\"id\": 1, \"text\": \"alone\"}"));
        assertThrows(ChatExportException.class, () -> Collected.read(folder.resolve("gone.txt"), Collected.options()));
        assertThrows(ChatExportException.class, () -> Collected.read(List.of(), Collected.options()));
    }
}
