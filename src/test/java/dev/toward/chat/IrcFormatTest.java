package dev.toward.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.toward.text.Conversation;
import dev.toward.text.Message;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IrcFormatTest {
    @TempDir
    Path folder = Path.of("");

    private Collected read(String name, String... lines) throws IOException {
        Collected chat = Collected.read(Collected.write(folder, name, lines), Collected.options());
        assertEquals("irc", chat.chats.get(0).platform());
        return chat;
    }

    @Test
    void irssi_dayChangesAndEvents() throws IOException {
        Collected chat = read(
                "#cats.log",
                "--- Log opened Wed Jan 31 23:50:00 2024",
                "23:58 -!- ana [~ana@host] has joined #cats",
                "23:59 <@ana> my cat died today",
                "23:59 < ben> oh no",
                "--- Day changed Thu Feb 01 2024",
                "00:01  * ben hugs ana",
                "00:02 -!- mode/#cats [+o ben] by ana",
                "--- Log closed Thu Feb 01 00:03:00 2024");
        chat.assertSaid(
                "2024-01-31T23:58:00 - SYSTEM ana [~ana@host] has joined #cats",
                "2024-01-31T23:59:00 ana TEXT my cat died today",
                "2024-01-31T23:59:00 ben TEXT oh no",
                "2024-02-01T00:01:00 ben TEXT hugs ana",
                "2024-02-01T00:02:00 - SYSTEM mode/#cats [+o ben] by ana");
        assertEquals("#cats", chat.chats.get(0).name());
        assertEquals(Conversation.Kind.CHANNEL, chat.chats.get(0).kind());
        assertTrue(chat.messages.stream().allMatch(m -> m.replyTo() == null));
        assertEquals(List.of(), chat.skipped);
    }

    @Test
    void weechat_tabs() throws IOException {
        read(
                        "irc.libera.#cats.weechatlog",
                        "2024-01-31 18:05:09\t-->\tana (~ana@host) has joined #cats",
                        "2024-01-31 18:05:10\t@ana\tmy cat died: today",
                        "2024-01-31 18:05:11\t *\tben hugs ana",
                        "2024-01-31 18:05:12\t--\tMode #cats [+v ben] by ana",
                        "2024-01-31 18:05:13\t<--\tben (~ben@host) has quit (bye)",
                        "2024-01-31 18:05:14\tana\t")
                .assertSaid(
                        "2024-01-31T18:05:09 - SYSTEM ana (~ana@host) has joined #cats",
                        "2024-01-31T18:05:10 ana TEXT my cat died: today",
                        "2024-01-31T18:05:11 ben TEXT hugs ana",
                        "2024-01-31T18:05:12 - SYSTEM Mode #cats [+v ben] by ana",
                        "2024-01-31T18:05:13 - SYSTEM ben (~ben@host) has quit (bye)",
                        "2024-01-31T18:05:14 ana TEXT ");
    }

    @Test
    void hexchat_eventsAndActionsBehindAStar() throws IOException {
        read(
                        "Libera-#cats.log",
                        "**** BEGIN LOGGING AT Sun Dec 31 23:58:00 2023",
                        "",
                        "Dec 31 23:58:30 *\tNow talking on #cats",
                        "Dec 31 23:59:00 <ana>\thappy new year",
                        "Jan 01 00:01:00 *\tben waves",
                        "Jan 01 00:02:00 *\tben is now known as benny",
                        "Jan 01 00:03:00 <benny>\tdown here",
                        "**** ENDING LOGGING AT Mon Jan  1 00:04:00 2024")
                .assertSaid(
                        "2023-12-31T23:58:30 - SYSTEM Now talking on #cats",
                        "2023-12-31T23:59:00 ana TEXT happy new year",
                        "2024-01-01T00:01:00 ben TEXT waves",
                        "2024-01-01T00:02:00 - SYSTEM ben is now known as benny",
                        "2024-01-01T00:03:00 ben TEXT down here");
    }

    @Test
    void mirc_sessionsAndColours() throws IOException {
        Collected chat = read(
                "#cats.log",
                "Session Start: Wed Jan 31 18:00:00 2024",
                "Session Ident: #cats",
                "[18:05] <ana> \u000304,01red\u0003 and \u0002bold\u000F end",
                "[18:06] * ana has joined #cats",
                "[18:06] *** ben has quit IRC (Ping timeout)",
                "[18:07] * ana has joined the wrong queue again",
                "[18:08] -NickServ- you are now identified",
                "Session Close: Wed Jan 31 19:00:00 2024",
                "Session Start: Fri Feb 02 08:00:00 2024",
                "[08:01] <ana> 5 \u00035 apples");
        chat.assertSaid(
                "2024-01-31T18:05:00 ana TEXT red and bold end",
                "2024-01-31T18:06:00 - SYSTEM ana has joined #cats",
                "2024-01-31T18:06:00 - SYSTEM ben has quit IRC (Ping timeout)",
                "2024-01-31T18:07:00 ana TEXT has joined the wrong queue again",
                "2024-01-31T18:08:00 NickServ TEXT you are now identified",
                "2024-02-02T08:01:00 ana TEXT 5  apples");
    }

    @Test
    void dayInTheName_andTheClockFallsBack() throws IOException {
        Collected chat = read(
                "#cats_20240131.log",
                "[23:58:01] <ana> late",
                "[23:57:59] <ben> a clock that was set",
                "[00:02:00] <ana> tomorrow already");
        assertEquals(List.of("2024-01-31T23:58:01", "2024-01-31T23:57:59", "2024-02-01T00:02:00"), chat.times());
        assertEquals("#cats", chat.chats.get(0).name());
    }

    @Test
    void noDayAnywhere() throws IOException {
        Collected chat = read("#cats.log", "18:05 <ana> hi", "18:06 <ben> ho");
        assertEquals(List.of("null", "null"), chat.times());
        assertEquals(
                List.of(
                        "#cats.log: 2 messages have no time that can be told, the first on line 1; the day stands neither in"
                                + " the log nor in the name of the file, or cannot be"),
                chat.warnings);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "2024-01-31T18:05:09 <ana> hi; 2024-01-31T18:05:09",
                "2024-01-31T18:05:09Z <ana> hi; 2024-01-31T18:05:09Z",
                "2024-01-31T18:05:09+01:00 <ana> hi; 2024-01-31T17:05:09Z",
                "[2024-01-31 18:05:09] <ana> hi; 2024-01-31T18:05:09",
                "[31-Jan-2024 18:05:09] <ana> hi; 2024-01-31T18:05:09",
                "1706720709 <ana> hi; 2024-01-31T17:05:09Z",
                "[1706720709] <ana> hi; 2024-01-31T17:05:09Z",
                "[31-Feb-2024 18:05:09] <ana> hi; null",
                "2024-02-31T18:05:09 <ana> hi; null",
            })
    void stamps(String line, String time) throws IOException {
        Collected chat = read("log.txt", line, line.replace("ana", "ben"));
        assertEquals(List.of(time, time), chat.times());
        assertEquals(List.of("hi", "hi"), chat.texts());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"[31 Jan 18:05] <ana> hi; 2024-01-31T18:05:00", "[06:05 PM] <ana> hi; 2024-02-05T18:05:00"})
    void stamps_withoutAYear(String line, String time) throws IOException {
        assertEquals(List.of(time, time), read("log.2024-02-05.txt", line, line).times());
    }

    @Test
    void nick_changesAreFollowedWithinASession() throws IOException {
        Collected chat = read(
                "#cats.log",
                "--- Log opened Wed Jan 31 18:00:00 2024",
                "18:01 <ben> brb",
                "18:02 -!- ben is now known as ben_away",
                "18:03 <ben_away> back",
                "18:04 -!- ben_away [~b@host] has quit [bye]",
                "18:05 <ben_away> somebody new",
                "--- Log opened Thu Feb 01 18:00:00 2024",
                "18:01 <ben> me again");
        assertEquals(List.of("ben", "-", "ben", "-", "ben_away", "ben"), chat.authors());
    }

    @Test
    void encodings_differLineByLine() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("18:05 <ana> gr\u00FCn\n".getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes("18:06 <ben> gr\u00FCn \u20AC\n".getBytes(Charset.forName("windows-1252")));
        Path file = Files.write(folder.resolve("#cats_20240131.log"), bytes.toByteArray());
        Collected chat = Collected.read(file, Collected.options());
        assertEquals(List.of("gr\u00FCn", "gr\u00FCn \u20AC"), chat.texts());
        assertEquals(List.of("#cats_20240131.log: 1 lines are not UTF-8; read as windows-1252"), chat.warnings);
    }

    @Test
    void oddLines_areListed() throws IOException {
        Collected chat = read(
                "#cats_20240131.log",
                "18:05 <ana> hi",
                "something pasted",
                "18:06 note: this is no talk here",
                "18:07 <ben!ben@host> full address",
                "",
                "18:08 <ana> bye");
        assertEquals(List.of("hi", "full address", "bye"), chat.texts());
        assertEquals(List.of(2L, 3L), chat.skipped.stream().map(Skipped::line).toList());
    }

    @Test
    void bridge_colonAfterTheNick() throws IOException {
        Collected chat = read(
                "bridge_2024-01-31.log",
                "[18:05:09] ana: hi ben: you there?",
                "[18:05:10] ben: yes",
                "[18:06:00] ana: ok");
        assertEquals(List.of("hi ben: you there?", "yes", "ok"), chat.texts());
        assertEquals(List.of("ana", "ben", "ana"), chat.authors());
    }

    @Test
    void daysOfOneChannel_areOneChat() throws IOException {
        Path days = Files.createDirectory(folder.resolve("#cats"));
        Collected.write(days, "2024-01-30.log", "[18:05:09] <ana> one", "[18:06:09] <ben> two");
        Collected.write(days, "2024-01-31.log", "[18:05:09] <ana> three", "[18:06:09] <ben> four");
        Collected chat = Collected.read(days, Collected.options());
        assertEquals(List.of("one", "two", "three", "four"), chat.texts());
        assertEquals(
                1, chat.messages.stream().map(Message::conversation).distinct().count());
        assertEquals("#cats", chat.chats.get(0).name());
    }

    @Test
    void markup_isNoLog() throws IOException {
        Path page = Collected.write(folder, "page.txt", "<html> <p>", "<p> one", "<b> two", "<i> three");
        assertThrows(ChatExportException.class, () -> Collected.read(page, Collected.options()));
        Path notes = Collected.write(folder, "notes.txt", "shopping: milk", "call: mum", "later: sleep");
        assertThrows(ChatExportException.class, () -> Collected.read(notes, Collected.options()));
    }

    @Test
    void onlyNotices() throws IOException {
        Collected chat = read(
                "#cats.log",
                "--- Log opened Wed Jan 31 18:00:00 2024",
                "18:01 -!- ana [a@b] has joined #cats",
                "--- Log closed Wed Jan 31 18:02:00 2024");
        assertEquals(
                List.of(Message.Kind.SYSTEM),
                chat.messages.stream().map(Message::kind).toList());
    }
}
