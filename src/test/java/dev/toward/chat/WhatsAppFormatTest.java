package dev.toward.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.toward.text.Conversation;
import dev.toward.text.Message;
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
import org.junit.jupiter.params.provider.ValueSource;

class WhatsAppFormatTest {
    @TempDir
    Path folder = Path.of("");

    private Collected read(String... lines) throws IOException {
        return Collected.read(Collected.write(folder, "WhatsApp Chat with Maya.txt", lines), Collected.options());
    }

    private static void assertOne(Collected collected, String expected) {
        assertEquals(List.of(expected), collected.said());
    }

    @Test
    void read_android() throws IOException {
        Collected chat = read(
                "13/09/2021, 08:14 - Messages and calls are end-to-end encrypted.",
                "13/09/2021, 08:15 - Ana: the car would not start",
                "13/09/2021, 08:16 - Maya: oh no",
                "are you very late?",
                "",
                "call me",
                "13/09/2021, 08:17 - Ana: a bit");
        chat.assertSaid(
                "2021-09-13T08:14:00 - SYSTEM Messages and calls are end-to-end encrypted.",
                "2021-09-13T08:15:00 Ana TEXT the car would not start",
                "2021-09-13T08:16:00 Maya TEXT oh no\nare you very late?\n\ncall me",
                "2021-09-13T08:17:00 Ana TEXT a bit");
        assertEquals(List.of(), chat.warnings);
        assertEquals(List.of(), chat.skipped);
        Message third = chat.messages.get(2);
        assertEquals(3, third.line());
        assertEquals("WhatsApp Chat with Maya.txt", third.file());
        assertEquals(
                new Conversation("whatsapp", "whatsapp:Maya", "Maya", Conversation.Kind.DIRECT), third.conversation());
    }

    @Test
    void read_ios() throws IOException {
        Collected chat = read(
                "\uFEFF[13.09.21, 08:15:01] Ana: home?\r",
                "\u200E[\u200E13.09.21, 08:15:09] Maya: soon\r",
                "\uFEFF\u200E[13.09.21, 08:15:30] Ana: ok\r");
        chat.assertSaid(
                "2021-09-13T08:15:01 Ana TEXT home?",
                "2021-09-13T08:15:09 Maya TEXT soon",
                "2021-09-13T08:15:30 Ana TEXT ok");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13/6/18, 21:25 - Ana: hi",
                "13/06/2018 21:25 - Ana: hi",
                "13.6.18, 21:25 \u2013 Ana: hi",
                "13-06-18, 21.25 - Ana: hi",
                "2018-06-13, 21:25 - Ana: hi",
                "2018/6/13 21:25 - Ana: hi",
                "[2018/06/13 21:25:00] Ana: hi",
                "13. 6. 2018. 21:25 - Ana: hi",
                "[13.6.2018 klo 21.25.00] Ana: hi",
                "6/2018/13, 21:25 - Ana: hi",
                "13/06/2018 21:25: Ana: hi",
                "13/06/2018 21:25 Ana: hi",
                "6/13/18, 9:25 PM - Ana: hi",
                "6/13/18, 9:25\u202FPM - Ana: hi",
                "6/13/18, 9:25\u00A0pm - Ana: hi",
                "13/6/18 9:25 p. m. - Ana: hi",
                "13/6/18 9:25 p.\u00A0m. - Ana: hi",
                "13/6/18, 9:25 p.m. - Ana: hi",
                "13.06.18, 9:25 nachm. - Ana: hi",
                "13.06.18, 9:25 abends - Ana: hi",
                "2018/6/13 \u4E0B\u53489:25 - Ana: hi",
                "2018. 6. 13. \uC624\uD6C4 9:25, Ana: hi",
                "[2018/6/13 \u5348\u5F8C9:25:00] Ana: hi",
                "13/6/2018, 9:25 \u0645 - Ana: hi",
                "13/6/2018, 9:25 \u03BC.\u03BC. - Ana: hi",
                "\u0661\u0663/\u0666/\u0662\u0660\u0661\u0668, \u0662\u0661:\u0662\u0665 - Ana: hi",
                "13/6/2561, 21:25 - Ana: hi",
            })
    void read_dateAndTimeForms(String line) throws IOException {
        String dashed = line.replace(", Ana", " - Ana");
        assertOne(read(dashed), "2018-06-13T21:25:00 Ana TEXT hi");
    }

    @ParameterizedTest
    @CsvSource({
        "12:05 AM, 00:05", "00:14 AM, 00:14", "12:05 PM, 12:05", "23:59 PM, 23:59", "1:05 AM, 01:05",
        "12:30 mittags, 12:30", "1:30 mittags, 13:30", "11:30 nachts, 23:30", "1:30 nachts, 01:30", "7:30 a. m., 07:30"
    })
    void read_twelveHourClock(String written, String clock) throws IOException {
        assertOne(read("13/09/2021, " + written + " - Ana: hi"), "2021-09-13T" + clock + ":00 Ana TEXT hi");
    }

    @Test
    void read_emptyBodies() throws IOException {
        Collected chat = read(
                "13/09/21, 08:15 - Ana:",
                "13/09/21, 08:16 - Ana: ",
                "13/09/21, 08:17 - Ana:.",
                "13/09/21, 08:18 - Ana: null",
                "13/09/21, 08:19 - Ana: .");
        chat.assertSaid(
                "2021-09-13T08:15:00 Ana UNKNOWN ",
                "2021-09-13T08:16:00 Ana UNKNOWN ",
                "2021-09-13T08:17:00 Ana UNKNOWN ",
                "2021-09-13T08:18:00 Ana MEDIA ",
                "2021-09-13T08:19:00 Ana TEXT .");
    }

    @Test
    void read_textBeforeTheFirstHeader() throws IOException {
        Collected chat = read("some words", "", "13/09/21, 08:15 - Ana: hi", "13/09/21, 08:16 - Ana: there");
        assertEquals(List.of("hi", "there"), chat.texts());
        assertEquals(1, chat.skipped.size());
        assertEquals(1, chat.skipped.get(0).line());
        assertEquals("WhatsApp Chat with Maya.txt", chat.skipped.get(0).file());
    }

    @Test
    void read_headerOfAnotherShapeInABody() throws IOException {
        Collected chat = read(
                "13/09/2021, 08:15 - Ana: look what he wrote",
                "[11.09.21, 20:00:01] Ben: I am done",
                "[11.09.21, 20:00:09] Ben: bye",
                "13/09/2021, 08:16 - Maya: oh Ana",
                "13/09/21, 08:10 - Ana: hi");
        assertEquals(
                List.of(
                        "look what he wrote\n[11.09.21, 20:00:01] Ben: I am done\n[11.09.21, 20:00:09] Ben: bye",
                        "oh Ana\n13/09/21, 08:10 - Ana: hi"),
                chat.texts());
    }

    @Test
    void read_shapeThatChangesForGood() throws IOException {
        Collected chat = read(
                "1.2.2019, 08:15 - Ana: one",
                "17.09.2019, 08:15 - Maya: two",
                "[18.09.19, 09:00:00] Ana: three",
                "[18.09.19, 09:01:00] Maya: four");
        assertEquals(List.of("one", "two", "three", "four"), chat.texts());
        assertEquals("2019-02-01T08:15:00", chat.times().get(0));
        assertEquals("2019-09-18T09:01:00", chat.times().get(3));
    }

    @Test
    void read_authorsWithColons() throws IOException {
        Collected chat = read(
                "13/09/21, 08:15 - Anna: work: hello",
                "13/09/21, 08:16 - Maya: note: buy milk",
                "13/09/21, 08:17 - Anna: work: bye",
                "13/09/21, 08:18 - Maya: fine",
                "13/09/21, 08:19 - Maya: note: and bread");
        assertEquals(List.of("Anna: work", "Maya", "Anna: work", "Maya", "Maya"), chat.authors());
        assertEquals(List.of("hello", "note: buy milk", "bye", "fine", "note: and bread"), chat.texts());
        assertEquals(
                Conversation.Kind.DIRECT, chat.messages.get(0).conversation().kind());
    }

    @Test
    void read_authorWithColonKnownFromANotice() throws IOException {
        Collected chat = read(
                "13/09/21, 08:14 - Maya added Anna: work",
                "13/09/21, 08:15 - Anna: work: hello",
                "13/09/21, 08:16 - Maya: hi");
        chat.assertSaid(
                "2021-09-13T08:14:00 - SYSTEM Maya added Anna: work",
                "2021-09-13T08:15:00 Anna: work TEXT hello",
                "2021-09-13T08:16:00 Maya TEXT hi");
    }

    @Test
    void read_authorsWithOddCharacters() throws IOException {
        Collected chat = read(
                "13/09/21, 08:15 - \u202A+49\u00A0170\u00A01234567\u202C: hi",
                "13/09/21, 08:16 - ~\u202FBen - K. & Co. \uD83C\uDF3B: hello",
                "13/09/21, 08:17 - \u05D3\u05E0\u05D4: shalom");
        assertEquals(List.of("+49 170 1234567", "~ Ben - K. & Co. \uD83C\uDF3B", "\u05D3\u05E0\u05D4"), chat.authors());
    }

    @Test
    void read_groupNameAsAuthorOfNotices() throws IOException {
        Path file = Collected.write(
                folder,
                "WhatsApp Chat - Hiking Club.txt",
                "[13.09.21, 08:15:01] Hiking Club: \u200EMessages and calls are end-to-end encrypted.",
                "[13.09.21, 08:15:01] Hiking Club: \u200EAnna added you",
                "[13.09.21, 08:16:01] Anna: welcome!",
                "[13.09.21, 08:17:01] Ben: thanks");
        Collected chat = Collected.read(file, Collected.options());
        assertEquals(List.of("-", "-", "Anna", "Ben"), chat.authors());
        assertEquals(Message.Kind.SYSTEM, chat.messages.get(1).kind());
        assertEquals(
                Conversation.Kind.GROUP, chat.messages.get(0).conversation().kind());
        assertEquals("Hiking Club", chat.messages.get(0).conversation().name());
    }

    @Test
    void read_contactNameIsTheChatName() throws IOException {
        Collected chat = read(
                "[13.09.21, 08:15:01] Maya: \u200EMessages and calls are end-to-end encrypted.",
                "[13.09.21, 08:16:01] Maya: hello you",
                "[13.09.21, 08:17:01] Maya: \u200Eimage omitted");
        assertEquals(List.of("-", "Maya", "Maya"), chat.authors());
        assertEquals(
                Conversation.Kind.DIRECT, chat.messages.get(0).conversation().kind());
    }

    @Test
    void read_noticesWithColonsAreNoMessages() throws IOException {
        Collected chat = read(
                "13/09/21, 08:10 - Ana created group \"Trip: north\"",
                "13/09/21, 08:11 - Ana changed the group description: tents, food",
                "13/09/21, 08:12 - Ana changed the subject from \"Trip: north\" to \"Trip: south\"",
                "13/09/21, 08:13 - You changed this group's icon",
                "13/09/21, 08:14 - Ana: who brings the tent?");
        assertEquals(List.of("-", "-", "-", "-", "Ana"), chat.authors());
        assertEquals(
                Conversation.Kind.GROUP, chat.messages.get(0).conversation().kind());
    }

    @Test
    void read_onlyNotices() throws IOException {
        Collected chat =
                read("13/09/21, 08:10 - You blocked this contact.", "13/09/21, 08:11 - You unblocked this contact.");
        assertEquals(
                List.of(Message.Kind.SYSTEM, Message.Kind.SYSTEM),
                chat.messages.stream().map(Message::kind).toList());
        assertEquals(Conversation.Kind.UNKNOWN, chat.chats.get(0).kind());
    }

    /** Names that never repeat must not fill the memory, and nothing is lost. */
    @Test
    void read_everyLineOfAnotherAuthor() throws IOException {
        Path file = folder.resolve("chat.txt");
        try (var out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < 120_000; i++) {
                out.write("13/09/21, 08:15 - Author " + i + ": hi\n");
            }
        }
        Collected chat = Collected.read(file, Collected.options());
        assertEquals(120_000, chat.messages.size());
        assertEquals("Author 119999", chat.authors().get(119_999));
    }

    @Test
    void read_shapesThatAlternate() throws IOException {
        Path file = folder.resolve("chat.txt");
        try (var out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < 60_000; i++) {
                out.write("13/09/2021, 08:15 - Ana: hi\n[12.09.21, 08:15:01] Ben: pasted\n");
            }
        }
        Collected chat = Collected.read(file, Collected.options());
        assertEquals(60_000, chat.messages.size());
        assertEquals("hi\n[12.09.21, 08:15:01] Ben: pasted", chat.texts().get(59_999));
    }

    @Test
    void read_emptyChat() throws IOException {
        Path file = Files.createFile(folder.resolve("WhatsApp Chat with Nobody.txt"));
        Inspection inspection = ChatExports.with(Collected.options()).inspect(List.of(file));
        assertEquals(
                "{\"format\":\"whatsapp\",\"chats\":[{\"name\":\"Nobody\",\"kind\":\"unknown\",\"messages\":0,\"system\":0,"
                        + "\"authors\":{},\"first\":null,\"last\":null,\"explicitReplies\":0}],\"totals\":{\"messages\":0,"
                        + "\"system\":0,\"authors\":{},\"first\":null,\"last\":null},\"skipped\":[],\"skippedCount\":0,"
                        + "\"warnings\":[]}",
                inspection.toJson());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<Media omitted>",
                "<Video message omitted>",
                "<Medien ausgeschlossen>",
                "<Multimedia omitido>",
                "<M\u00E9dias omis>",
                "<Media omessi>",
                "<M\u00EDdia omitida>",
                "<\u0411\u0435\u0437 \u043C\u0435\u0434\u0438\u0430\u0444\u0430\u0439\u043B\u043E\u0432>",
                "<\u30E1\u30C7\u30A3\u30A2\u306A\u3057>",
                "\u200Eimage omitted",
                "\u200Eplan b.pdf \u2022 \u200E3 pages \u200Edocument omitted",
                "IMG-20240131-WA0003.jpg (file attached)",
                "my report.pdf (Datei angeh\u00E4ngt)",
                "\u200E<attached: 00000042-PHOTO-2024-01-31-15-13-20.jpg>",
                "<pi\u00E8ce jointe : 00000042-AUDIO.opus>",
                "old.jpg <attached>",
                "location: https://maps.google.com/?q=1.0,2.0",
                "live location shared",
                "null"
            })
    void read_media(String body) throws IOException {
        assertOne(read("13/09/21, 08:15 - Ana: " + body), "2021-09-13T08:15:00 Ana MEDIA ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "This message was deleted",
                "You deleted this message.",
                "Diese Nachricht wurde gel\u00F6scht.",
                "Se elimin\u00F3 este mensaje",
                "Mensagem apagada",
                "\u6B64\u8A0A\u606F\u5DF2\u522A\u9664",
                "This message was deleted by admin Ben"
            })
    void read_deleted(String body) throws IOException {
        assertOne(read("13/09/21, 08:15 - Ana: " + body), "2021-09-13T08:15:00 Ana DELETED ");
    }

    @Test
    void read_wordsThatOnlyLookLikeMarkers() throws IOException {
        Collected chat = read(
                "13/09/21, 08:15 - Ana: the image omitted her face",
                "13/09/21, 08:16 - Ana: this message was deleted by me, sorry",
                "13/09/21, 08:17 - Ana: video call. tonight?",
                "13/09/21, 08:18 - Ana: a < b and b > a");
        assertEquals(
                List.of(
                        "the image omitted her face",
                        "this message was deleted by me, sorry",
                        "video call. tonight?",
                        "a < b and b > a"),
                chat.texts());
    }

    @Test
    void read_captions() throws IOException {
        Collected chat = read(
                "13/09/21, 08:15 - Ana: IMG-1.jpg (file attached)",
                "look at the sea",
                "13/09/21, 08:16 - Ana: my view <attached: 1-PHOTO.jpg>",
                "13/09/21, 08:17 - Ana: bye");
        chat.assertSaid(
                "2021-09-13T08:15:00 Ana MEDIA look at the sea",
                "2021-09-13T08:16:00 Ana MEDIA my view",
                "2021-09-13T08:17:00 Ana TEXT bye");
    }

    @Test
    void read_markerOfAnUnknownLanguage() throws IOException {
        Collected chat = read(
                "13/09/21, 08:15 - Ana: <Medya kip>",
                "13/09/21, 08:16 - Ana: <Medya kip>",
                "13/09/21, 08:17 - Ana: <3>",
                "13/09/21, 08:18 - Ana: <Medya kip>");
        assertEquals(
                List.of(Message.Kind.MEDIA, Message.Kind.MEDIA, Message.Kind.TEXT, Message.Kind.MEDIA),
                chat.messages.stream().map(Message::kind).toList());
    }

    @Test
    void read_edited() throws IOException {
        Collected chat = read(
                "13/09/21, 08:15 - Ana: see you at 6 \u200E<This message was edited>",
                "13/09/21, 08:16 - Ana: um 7 <Diese Nachricht wurde bearbeitet.>",
                "13/09/21, 08:17 - Ana: no");
        assertEquals(List.of("see you at 6", "um 7", "no"), chat.texts());
        assertEquals(
                List.of(true, true, false),
                chat.messages.stream().map(Message::edited).toList());
    }

    @Test
    void read_callsAndPolls() throws IOException {
        Collected chat = read(
                "[13.09.21, 08:15:01] Ana: \u200EVoice call. \u200E3 min",
                "[13.09.21, 08:16:01] Ana: \u200EMissed voice call. \u200ETap to call back",
                "[13.09.21, 08:17:01] Ana: \u200EPOLL:",
                "Where to?",
                "\u200EOPTION: north (2 votes)",
                "\u200EOPTION: south (0 votes)",
                "[13.09.21, 08:18:01] Maya: north");
        chat.assertSaid(
                "2021-09-13T08:15:01 Ana CALL ",
                "2021-09-13T08:16:01 Ana CALL ",
                "2021-09-13T08:17:01 Ana TEXT Where to?",
                "2021-09-13T08:18:01 Maya TEXT north");
    }

    @Test
    void read_oddLineSeparatorsInsideABody() throws IOException {
        Collected chat =
                read("13/09/21, 08:15 - Ana: one\u2028two\u0085three\u000Bfour", "13/09/21, 08:16 - Ana: five");
        assertEquals(List.of("one\u2028two\u0085three\u000Bfour", "five"), chat.texts());
    }

    @Test
    void read_outOfOrderAndTheRepeatedHour() throws IOException {
        Collected chat = read(
                "31/10/21, 02:59 - Ana: still up?",
                "31/10/21, 02:00 - Maya: yes",
                "31/10/21, 02:01 - Ana: me too",
                "30/10/21, 23:00 - Maya: sent late");
        assertEquals(List.of("still up?", "yes", "me too", "sent late"), chat.texts());
        assertEquals(
                List.of("2021-10-31T02:59:00", "2021-10-31T02:00:00", "2021-10-31T02:01:00", "2021-10-30T23:00:00"),
                chat.times());
    }

    @Test
    void read_impossibleDateIsKeptWithoutATime() throws IOException {
        Collected chat = read(
                "13/02/2021, 08:15 - Ana: one",
                "31/02/2021, 08:16 - Ana: two",
                "14/02/2021, 25:61 - Ana: three",
                "14/02/1961, 08:00 - Ana: four",
                "15/02/2021, 08:16 - Ana: five");
        assertEquals(List.of("one", "two", "three", "four", "five"), chat.texts());
        assertEquals(List.of("2021-02-13T08:15:00", "null", "null", "null", "2021-02-15T08:16:00"), chat.times());
        assertEquals(
                List.of(
                        "WhatsApp Chat with Maya.txt: 3 messages have a date or time that cannot be, the first on line 2;"
                                + " kept without a time"),
                chat.warnings);
    }

    @Test
    void read_utf16AndByteOrderMark() throws IOException {
        String text = "13/09/21, 08:15 - J\u00F6rg: \uD83C\uDF3B hi\r\n13/09/21, 08:16 - Ana: yes\r\n";
        for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, StandardCharsets.UTF_8)) {
            Path file = Files.write(folder.resolve(charset.name() + ".txt"), ("\uFEFF" + text).getBytes(charset));
            Collected chat = Collected.read(file, Collected.options());
            assertEquals(List.of("J\u00F6rg", "Ana"), chat.authors());
            assertEquals(List.of("\uD83C\uDF3B hi", "yes"), chat.texts());
            assertEquals(List.of(), chat.warnings);
        }
    }

    @Test
    void read_oneLineInWindows1252() throws IOException {
        byte[] utf8 = "13/09/21, 08:15 - J\u00F6rg: gr\u00FCn\n".getBytes(StandardCharsets.UTF_8);
        byte[] odd = "13/09/21, 08:16 - J\u00F6rg: 5 \u20AC\n".getBytes(Charset.forName("windows-1252"));
        Path file = folder.resolve("mixed.txt");
        Files.write(file, utf8);
        Files.write(file, odd, java.nio.file.StandardOpenOption.APPEND);
        Collected chat = Collected.read(file, Collected.options());
        assertEquals(List.of("gr\u00FCn", "5 \u20AC"), chat.texts());
        assertEquals(List.of("mixed.txt: 1 lines are not UTF-8; read as windows-1252"), chat.warnings);
    }

    @Test
    void read_veryLongBody() throws IOException {
        String line = "x".repeat(400_000);
        Collected chat = read(
                "13/09/21, 08:15 - Ana: " + line,
                line,
                line,
                line,
                "13/09/21, 08:16 - Ana: " + line + line + line,
                "13/09/21, 08:17 - Ana: end");
        assertEquals(3, chat.messages.size());
        assertTrue(chat.texts().get(0).length() <= (1 << 20) + 30);
        assertEquals("end", chat.texts().get(2));
        assertEquals(List.of(3L, 5L), chat.skipped.stream().map(Skipped::line).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "WhatsApp Chat with Maya.txt, Maya",
        "WhatsApp_Chat_with_Maya_Lind.txt, Maya Lind",
        "WhatsApp Chat with Maya (1).txt, Maya",
        "WhatsApp Chat mit Maya.txt, Maya",
        "Chat de WhatsApp con Maya.txt, Maya",
        "Discussion WhatsApp avec Maya.txt, Maya",
        "\u4E0EMaya\u7684 WhatsApp \u804A\u5929.txt, Maya",
        "notes.txt, notes"
    })
    void read_chatNameFromTheFile(String file, String name) throws IOException {
        Path path = Collected.write(folder, file, "13/09/21, 08:15 - Ana: hi");
        assertEquals(
                name, Collected.read(path, Collected.options()).chats.get(0).name());
    }

    @Test
    void inspect_json() throws IOException {
        Path file = Collected.write(
                folder,
                "WhatsApp Chat with Family.txt",
                "12/09/2020, 23:55 - Alice created group \"Family\"",
                "12/09/2020, 23:55 - Alice: good night",
                "12/09/2020, 23:56 - Bob: <Media omitted>",
                "12/09/2020, 23:56 - Bob: sleep well");
        assertEquals(
                "{\"format\":\"whatsapp\",\"chats\":[{\"name\":\"Family\",\"kind\":\"group\",\"messages\":3,\"system\":1,"
                        + "\"authors\":{\"Alice\":1,\"Bob\":2},\"first\":\"2020-09-12T23:55:00\","
                        + "\"last\":\"2020-09-12T23:56:00\",\"explicitReplies\":0}],"
                        + "\"totals\":{\"messages\":3,\"system\":1,\"authors\":{\"Alice\":1,\"Bob\":2},"
                        + "\"first\":\"2020-09-12T23:55:00\",\"last\":\"2020-09-12T23:56:00\"},"
                        + "\"skipped\":[],\"skippedCount\":0,"
                        + "\"warnings\":[\"WhatsApp Chat with Family.txt: every date could be day-month or month-day;"
                        + " read as day-month; --date-order decides\"]}",
                ChatExports.with(Collected.options()).inspect(List.of(file)).toJson());
    }
}
