package dev.toward.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.toward.AskingAfter;
import dev.toward.Occasion;
import dev.toward.ledger.DraftReader;
import dev.toward.ledger.FakeReader;
import dev.toward.ledger.FollowUp;
import dev.toward.ledger.MadeUpChat;
import dev.toward.ledger.Progress;
import dev.toward.phrase.Sort;
import dev.toward.text.Conversation;
import dev.toward.text.Message;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScanReportTest {
    private static final FakeReader FAKE = new FakeReader();
    private static final VerdictJson VERDICT = a -> "{\"id\":null,\"label\":\""
            + a.verdict().label().id() + "\",\"scores\":{\"validating\":0.0,\"neutral\":1.0},\"turn\":\""
            + a.verdict().turn().id() + "\"}";
    private static final String RLO = "\u202e";

    @TempDir
    Path folder;

    @Test
    void files_areThoseAskedFor() throws IOException {
        ScanReport report = write(sample(), "Ana", false, 2, EnumSet.of(Format.HTML, Format.JSON, Format.JSONL));
        assertEquals(
                List.of("messages.jsonl", "summary.json", "report.html"),
                report.files().stream().map(f -> f.getFileName().toString()).toList());
        assertEquals(List.of("messages.jsonl", "report.html", "summary.json"), names());
        write(sample(), "Ana", false, 2, EnumSet.of(Format.CSV));
        assertTrue(names().contains("messages.csv"));
    }

    @Test
    void jsonl_isOneMessageALine() throws IOException {
        write(
                new MadeUpChat()
                        .notice("Ana made the group")
                        .says("Ana", "I lost my keys")
                        .answers("Ben", "m2", "so sorry")
                        .sends("Ana", Message.Kind.MEDIA),
                null,
                false,
                1,
                EnumSet.of(Format.JSONL));
        List<String> lines = Files.readAllLines(folder.resolve("messages.jsonl"));
        assertEquals(4, lines.size());
        assertEquals(
                "{\"platform\":\"whatsapp\",\"conversation\":\"c1\",\"conversationName\":\"Kitchen\",\"id\":\"m3\","
                        + "\"author\":\"Ben\",\"authorId\":\"Ben\",\"time\":\"2024-05-06T09:03:00\","
                        + "\"file\":\"Kitchen.txt\",\"line\":3,\"kind\":\"text\",\"edited\":false,\"text\":\"so sorry\","
                        + "\"inReplyTo\":{\"ids\":[\"m2\"],\"link\":\"explicit\",\"evidence\":\"link\"},\"label\":\"validating\","
                        + "\"scores\":{\"validating\":0.0,\"neutral\":1.0},\"turn\":\"toward\"}",
                lines.get(2));
        JsonNode notice = new ObjectMapper().readTree(lines.get(0));
        assertEquals("system", notice.get("kind").asText());
        assertTrue(notice.get("author").isNull());
        assertFalse(notice.has("label"));
    }

    @Test
    void summary_holdsPeopleWeeksAndShares() throws IOException {
        write(sample(), "Ana", false, 2, EnumSet.of(Format.JSON));
        JsonNode summary = new ObjectMapper().readTree(text("summary.json"));
        assertEquals("fake-r1", summary.get("model").asText());
        assertEquals("Ana", summary.get("people").get(0).get("name").asText());
        assertTrue(summary.get("people").get(0).get("me").asBoolean());
        assertFalse(summary.get("people").get(1).get("me").asBoolean());
        assertEquals(
                summary.get("all").get("messages").asLong(),
                summary.get("weeks").findValues("messages").stream()
                        .mapToLong(JsonNode::asLong)
                        .sum());
        assertTrue(summary.get("all").get("towardShare").get("enough").asBoolean());
        assertTrue(summary.get("all").get("bids").get("distress").get("met").asLong() > 0);
    }

    @Test
    void nothingToTell_isToldInWords() throws IOException {
        for (MadeUpChat chat : List.of(new MadeUpChat(), new MadeUpChat().notice("Ana left"))) {
            write(chat, "Ana", false, 2, EnumSet.allOf(Format.class));
            assertTrue(text("report.html").contains("There is nothing to tell."));
            assertFalse(withoutCode(text("report.html")).contains("NaN"));
            assertFalse(text("summary.json").contains("NaN"));
        }
        write(new MadeUpChat().says("Ana", "I lost my keys"), "Ana", false, 2, EnumSet.allOf(Format.class));
        assertTrue(text("report.html").contains(" message from 1 person in 1 chat, all on 6 May 2024."));
        assertTrue(text("report.html").contains("No bids for connection were found"));
        assertTrue(text("report.html").contains("cannot be told yet"));
    }

    @Test
    void page_withoutANameShowsNobodysWords() throws IOException {
        write(sample(), null, false, 2, EnumSet.of(Format.HTML));
        String page = text("report.html");
        assertTrue(page.contains("run it again and say who you are"));
        for (String hidden : List.of("at least it is warm", "Ana", "Ben", "Cleo", "<mark>")) {
            assertFalse(page.contains(hidden), hidden);
        }
    }

    @Test
    void page_showsOnesOwnMomentsWithOtherWords() throws IOException {
        write(
                new MadeUpChat()
                        .says("Ana", "I lost my keys")
                        .says("Ben", "well at least it is warm")
                        .says("Ana", "I lost my mind too")
                        .says("Cleo", "your own fault"),
                "Ben",
                false,
                2,
                EnumSet.of(Format.HTML));
        String page = text("report.html");
        assertTrue(page.contains("In one message by <bdi>Ben</bdi>"));
        assertTrue(page.contains(">I lost my keys<"));
        assertTrue(page.contains(
                "well <mark><span class=\"vh\">[marked: </span>at least<span class=\"vh\">]</span></mark> it is warm"));
        assertTrue(page.contains("A bright side offered before the hurt is heard."));
        assertTrue(page.contains("well That must sting, Ana. it is warm"));
        assertFalse(page.contains("your own fault"));
    }

    @Test
    void page_offersNoWordsWhereLifeMayBeInDanger() throws IOException {
        write(
                new MadeUpChat().says("Ana", "I want to end it all").says("Ben", "at least it is warm"),
                "Ben",
                false,
                2,
                EnumSet.of(Format.HTML));
        assertTrue(text("report.html").contains("This may be about somebody&#39;s life."));
        assertFalse(text("report.html").contains("What could have been said"));
    }

    @Test
    void page_asksNothingOfAnyServer() throws IOException {
        write(sample(), "Ana", false, 2, EnumSet.of(Format.HTML));
        String page = text("report.html");
        assertTrue(page.contains("default-src 'none'"));
        assertEquals(3, page.split("<script", -1).length - 1);
        assertFalse(Pattern.compile("(?i)https?:|src\\s*=|href\\s*=|url\\(|@import|<link|<iframe")
                .matcher(withoutCode(page))
                .find());
    }

    @Test
    void hostileNamesAndTexts_areHarmless() throws IOException {
        String evil = "<script>alert(1)</script>";
        var chat = new MadeUpChat()
                .chat("c1", "<img src=x onerror=alert(2)>", Conversation.Kind.GROUP)
                .says("\"><svg onload=alert(3)>", "I lost " + evil + " \u0000\u001b[31m" + RLO + "live")
                .says("=cmd('a')", "at least " + evil + "{{name}}" + RLO + "\ud83d")
                .says("Ana", "=1+1")
                .says("Ben", "+1 or -1")
                .says("Ana", "@SUM(A1)")
                .says("Ben", "\t=HYPERLINK(1)")
                .says("Ana", "\uff1d1")
                .says("Ben", "say \"hi\", then\nleave");
        write(chat, "=cmd('a')", false, 2, EnumSet.allOf(Format.class));
        String page = text("report.html");
        assertEquals(3, page.split("<script", -1).length - 1);
        for (String raw : List.of("<script>alert", "<img", "<svg onload", RLO, "\u0000", "\u001b")) {
            assertFalse(page.contains(raw), raw);
        }
        assertTrue(page.contains("&lt;script&gt;alert(1)&lt;"));
        assertTrue(page.contains("{{name}}"));
        List<CSVRecord> rows = rows();
        assertEquals(8, rows.size());
        assertEquals("'=cmd('a')", rows.get(1).get("author"));
        assertEquals("'=1+1", rows.get(2).get("text"));
        assertEquals("'+1 or -1", rows.get(3).get("text"));
        assertEquals("'@SUM(A1)", rows.get(4).get("text"));
        assertEquals("'\t=HYPERLINK(1)", rows.get(5).get("text"));
        assertEquals("'\uff1d1", rows.get(6).get("text"));
        assertEquals("say \"hi\", then\nleave", rows.get(7).get("text"));
        assertFalse(text("messages.csv").contains("\u0000"));
        for (String line : Files.readAllLines(folder.resolve("messages.jsonl"))) {
            assertTrue(new ObjectMapper().readTree(line).isObject());
        }
    }

    @Test
    void equalRuns_giveEqualBytesOnAnyNumberOfThreads() throws IOException {
        write(sample(), "Ana", false, 1, EnumSet.allOf(Format.class));
        List<byte[]> first = bytes();
        write(sample(), "Ana", false, 1, EnumSet.allOf(Format.class));
        List<byte[]> second = bytes();
        write(sample(), "Ana", false, 8, EnumSet.allOf(Format.class));
        List<byte[]> third = bytes();
        assertEquals(4, first.size());
        for (int i = 0; i < first.size(); i++) {
            assertArrayEquals(first.get(i), second.get(i));
            assertArrayEquals(first.get(i), third.get(i));
        }
    }

    @Test
    void pseudonyms_leaveNoName() throws IOException {
        var chat = new MadeUpChat()
                .chat("WhatsApp Chat with Bengt Ohlsson", "Bengt Ohlsson", Conversation.Kind.DIRECT)
                .notice("Anouk Ferreira changed the subject")
                .says("Anouk Ferreira", "I lost my keys bengt, call +49 170 1234567")
                .says("Bengt Ohlsson", "well Anouk, at least you have @anouk and @stranger")
                .says("Anouk Ferreira", "mail me: ferreira@example.org, BENGT");
        write(chat, "Bengt Ohlsson", true, 2, EnumSet.allOf(Format.class));
        for (String file : names()) {
            for (String name : List.of("anouk", "ferreira", "bengt", "ohlsson", "1234567", "stranger", "example.org")) {
                assertFalse(
                        withoutCode(text(file))
                                .toLowerCase(java.util.Locale.ROOT)
                                .contains(name),
                        file + ": " + name);
            }
        }
        String page = text("report.html");
        assertTrue(page.contains("In one message by <bdi>Person B</bdi>"));
        assertTrue(page.contains("well Person A, "));
        assertTrue(text("messages.jsonl").contains("I lost my keys Person B, call [number]"));
    }

    @Test
    void pseudonyms_aNameThatIsLeftKeepsEverythingBack() {
        var chat = new MadeUpChat().says("Anouk", "I lost my keys").says("Bengt", "at least it is warm");
        // a reader that says what it was never told
        DraftReader telling = (draft, suggestions, them) -> FAKE.analyze(draft, suggestions, "and call 0170 1234567");
        var e = assertThrows(
                NameLeftException.class,
                () -> ScanReport.write(
                        request("Bengt", true, 2, EnumSet.of(Format.HTML)),
                        chat.says("Anouk", "call 0170 1234567"),
                        telling,
                        FAKE,
                        VERDICT,
                        Progress.SILENT));
        assertTrue(
                e.getMessage()
                        .matches(
                                "report\\.html, line \\d+: a name, a mention or a number that was to be replaced is left,"
                                        + " so nothing was written"),
                e.getMessage());
        assertEquals(0, folder.toFile().list().length);
    }

    @Test
    void everyone_isShownOnlyWhenAskedFor() throws IOException {
        var chat = new MadeUpChat()
                .says("Ana", "I lost my keys")
                .says("Ben", "so sorry")
                .says("Ana", "at least you care")
                .says("Ben", "your own fault");
        write(chat, "Ana", false, 2, EnumSet.of(Format.HTML));
        assertFalse(text("report.html").contains("your own fault"));
        ScanReport.write(
                new ScanRequest("Ana", folder, EnumSet.of(Format.HTML), null, null, false, true, 2),
                chat,
                FAKE,
                FAKE,
                VERDICT,
                Progress.SILENT);
        assertTrue(text("report.html").contains("Moments of the others"));
        assertTrue(text("report.html").contains("<mark><span class=\"vh\">[marked: </span>your own fault"));
    }

    @Test
    void failure_leavesWhatWasThereAndNothingHalfWritten() throws IOException {
        Files.writeString(folder.resolve("summary.json"), "old");
        DraftReader broken = (draft, suggestions, them) -> {
            if (draft.text().equals("hm")) {
                throw new IllegalStateException("broken");
            }
            return FAKE.analyze(draft, suggestions, them);
        };
        assertThrows(
                IllegalStateException.class,
                () -> ScanReport.write(
                        request(null, false, 2, EnumSet.allOf(Format.class)),
                        sample(),
                        broken,
                        FAKE,
                        VERDICT,
                        Progress.SILENT));
        assertEquals(List.of("summary.json"), names());
        assertEquals("old", text("summary.json"));
    }

    @Test
    void namesAreGiven_onlyWhenAllIsWritten() throws IOException {
        ScanReport.write(
                request(null, false, 2, EnumSet.allOf(Format.class)), sample(), FAKE, FAKE, VERDICT, (done, total) -> {
                    for (Format format : Format.values()) {
                        assertFalse(Files.exists(folder.resolve(format.fileName())));
                    }
                });
        assertEquals(4, names().size());
    }

    @Test
    void out_thatIsAFileIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("notes.txt"), "mine");
        var request = new ScanRequest(null, file, EnumSet.of(Format.JSON), null, null, false, false, 1);
        var e = assertThrows(
                IOException.class, () -> ScanReport.write(request, sample(), FAKE, FAKE, VERDICT, Progress.SILENT));
        assertEquals(file + " is a file, expected a folder; give another with --out", e.getMessage());
    }

    @Test
    void page_remindsOfWhatOneCouldComeBackTo() throws IOException {
        writeWithWords("Ana", false, false);
        String page = text("report.html");
        for (String shown : List.of(
                "<h2 id=\"follow-ups\">To ask about</h2>",
                "<bdi>Ben</bdi> wrote",
                ">my presentation is on Thursday</div>",
                "The day for it, 18 July 2024, is over.",
                ">ask: your presentation over</li>",
                ">my driving test is tomorrow</div>",
                "What you said you would do",
                ">I&#39;ll call you tomorrow</div>",
                ">write: PROMISE</li>",
                "<h2 id=\"quiet\">It has been quiet</h2>",
                "The last words are of 12 May 2024, ",
                ">12 weeks<",
                ">write: GONE_QUIET</li>",
                "<h2 id=\"late-nights\">Many late nights</h2>",
                "nights in a row, the last of them that of 1 August 2024.",
                ">write: LATE_NIGHTS</li>")) {
            assertTrue(page.contains(shown), shown);
        }
        // what Ana told of herself is for others to ask about, and what Ben promised is his
        assertFalse(page.contains(">my interview is tomorrow</div>"));
        assertFalse(page.contains(">I&#39;ll send you the photos</div>"));
    }

    @Test
    void page_remindsOfOthersOnlyWhenEverybodyIsAskedFor() throws IOException {
        writeWithWords("Ana", true, false);
        String page = text("report.html");
        assertTrue(page.contains("What we said we would do"));
        assertTrue(page.contains(">I&#39;ll send you the photos</div>"));
        assertEquals(1, page.split(">write: PROMISE</li>", -1).length - 1);
        assertFalse(page.contains(">my interview is tomorrow</div>"));

        writeWithWords("Cleo", false, false);
        page = text("report.html");
        assertFalse(page.contains(">my presentation is on Thursday</div>"));
        assertFalse(page.contains("It has been quiet"));
        assertFalse(page.contains("Many late nights"));
    }

    @Test
    void page_withoutANameRemindsOfNothing() throws IOException {
        writeWithWords(null, false, false);
        assertFalse(text("report.html").contains("To ask about"));
        assertFalse(text("report.html").contains("presentation"));
    }

    @Test
    void page_remindsUnderOtherNames() throws IOException {
        writeWithWords("Ana", true, true);
        String page = text("report.html");
        assertTrue(page.contains("To ask about"));
        assertTrue(page.contains("Many late nights"));
        for (String name : List.of("Ana", "Ben", "Cleo", "Dee")) {
            assertFalse(
                    Pattern.compile("\\b" + name + "\\b")
                            .matcher(withoutCode(page))
                            .find(),
                    name);
        }
    }

    private void writeWithWords(@Nullable String me, boolean everyone, boolean pseudonyms) throws IOException {
        FollowUp.Wording wording = new FollowUp.Wording() {
            @Override
            public AskingAfter word(String thing, @Nullable String time, Sort sort, boolean over, String seed) {
                return new AskingAfter("ask: " + thing + (over ? " over" : " ahead"), "follow-up/any-001");
            }

            @Override
            public AskingAfter reachOut(Occasion occasion, String seed) {
                return new AskingAfter("write: " + occasion, "just-because/any-001");
            }
        };
        ScanReport.write(
                new ScanRequest(me, folder, EnumSet.of(Format.HTML), null, null, pseudonyms, everyone, 2),
                memorable(),
                FAKE,
                FAKE,
                wording,
                VERDICT,
                Progress.SILENT);
    }

    /** Forty days of three people. */
    static MadeUpChat sample() {
        return sample(new MadeUpChat());
    }

    private static MadeUpChat sample(MadeUpChat chat) {
        Random random = new Random(11);
        String[] bids = {"I lost my keys", "I got the job", "how was your day", "see you at six"};
        String[] replies = {
            "so sorry", "congratulations", "so sorry to hear", "hm", "at least it is warm", "k", "your own fault"
        };
        String[] people = {"Ana", "Ben", "Cleo"};
        for (int i = 0; i < 90; i++) {
            chat.later(Duration.ofHours(2 + random.nextInt(16)));
            chat.says(people[i % 3], bids[random.nextInt(bids.length)]);
            if (random.nextInt(5) > 0) {
                chat.says(people[(i + 1 + random.nextInt(2)) % 3], replies[random.nextInt(replies.length)]);
            } else {
                chat.later(Duration.ofHours(30));
            }
        }
        return chat;
    }

    /** The same among chats of two that leave something to come back to: with Dee, who fell silent, and with Ben. */
    static MadeUpChat memorable() {
        var chat = new MadeUpChat().chat("dee", "Dee", Conversation.Kind.DIRECT);
        for (int i = 0; i < 7; i++) {
            chat.at(MadeUpChat.START.plusDays(i)).says("Ana", "morning").says("Dee", "and to you");
        }
        chat.chat("c1", "Kitchen", Conversation.Kind.GROUP).at(MadeUpChat.START);
        sample(chat).says("Cleo", "my driving test is tomorrow");
        LocalDateTime end = MadeUpChat.START.plusDays(90);
        return chat.chat("ben", "Ben", Conversation.Kind.DIRECT)
                .at(end.minusDays(20))
                .says("Ben", "my presentation is on Thursday")
                .says("Ana", "hm")
                .says("Ana", "I'll call you tomorrow")
                .says("Ben", "I'll send you the photos")
                .says("Ana", "my interview is tomorrow")
                .at(end.minusDays(4).withHour(1))
                .says("Ben", "still up")
                .says("Ana", "me too")
                .at(end.minusDays(3).withHour(2))
                .says("Ben", "up again")
                .at(end.minusDays(2).withHour(1))
                .says("Ben", "no sleep")
                .at(end)
                .says("Ana", "ok");
    }

    private ScanReport write(
            MadeUpChat chat, @Nullable String me, boolean pseudonyms, int threads, EnumSet<Format> formats)
            throws IOException {
        return ScanReport.write(request(me, pseudonyms, threads, formats), chat, FAKE, FAKE, VERDICT, Progress.SILENT);
    }

    private ScanRequest request(@Nullable String me, boolean pseudonyms, int threads, EnumSet<Format> formats) {
        return new ScanRequest(me, folder, formats, null, null, pseudonyms, false, threads);
    }

    /** A page without the code of its charts, which holds much; its data stays. */
    private static String withoutCode(String page) {
        return Pattern.compile("<script>.*?</script>", Pattern.DOTALL)
                .matcher(page)
                .replaceAll("<script>");
    }

    private String text(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    private List<byte[]> bytes() throws IOException {
        List<byte[]> all = new java.util.ArrayList<>();
        for (String name : names()) {
            all.add(Files.readAllBytes(folder.resolve(name)));
        }
        return all;
    }

    private List<CSVRecord> rows() throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var parser = format.parse(new StringReader(text("messages.csv")))) {
            return parser.getRecords();
        }
    }
}
