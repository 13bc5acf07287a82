package dev.toward.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.toward.text.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Signal, Skype, Teams, Matrix, IRC and mails with bytes missing, changed, shuffled and mixed: readers neither fail nor hang,
 * what they deliver stands in the file, and what they leave out is counted.
 */
class BrokenChatsTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    /** What bytes are changed to: the marks that formats are made of. */
    private static final String DAMAGE = "\0\"\\{}[]<>:\n\u0003zq9";

    private static final Pattern WORD = Pattern.compile("[a-z]{3,}");

    private static final String IRC = """
            --- Log opened Wed Jan 31 18:00:00 2024
            18:01 -!- ana [a@b] has joined #cats
            18:02 <ana> alpha bravo
            18:03 <@ben> charlie
            18:04  * ana delta
            18:05 -!- ben is now known as benny
            [18:06:07] <benny> echo
            2024-01-31 18:05:10	ana	foxtrot
            --- Day changed Thu Feb 01 2024
            00:01 <ana> golf
            """;

    private static final String MATRIX = """
            {"room_name":"Cats","exported_by":"@ana:x","messages":[
            {"type":"m.room.member","sender":"@ana:x","state_key":"@ana:x","event_id":"$0","origin_server_ts":1706720700000,"content":{"membership":"join","displayname":"Ana"}},
            {"type":"m.room.message","sender":"@ana:x","event_id":"$1","origin_server_ts":1706720701000,"content":{"msgtype":"m.text","body":"alpha bravo"}},
            {"type":"m.room.message","sender":"@ben:x","event_id":"$2","origin_server_ts":1706720702000,"content":{"msgtype":"m.text","body":"> <@ana:x> alpha\\n\\ncharlie","m.relates_to":{"m.in_reply_to":{"event_id":"$1"}}}},
            {"type":"m.room.message","sender":"@ben:x","event_id":"$3","origin_server_ts":1706720703000,"content":{"msgtype":"m.image","body":"x.jpg"}},
            {"type":"m.room.message","sender":"@ben:x","event_id":"$4","origin_server_ts":1706720704000,"content":{"msgtype":"m.text","body":"delta"}}
            ]}
            """;

    private static final String TEAMS = """
            [
            {"id":"1","messageType":"message","createdDateTime":"2024-01-31T17:05:13Z","chatId":"c","from":{"user":{"id":"u","displayName":"Ana"}},"body":{"contentType":"html","content":"<p>alpha bravo</p>"}},
            {"id":"2","messageType":"message","createdDateTime":"2024-01-31T17:05:12Z","chatId":"d","from":{"user":{"id":"v","displayName":"Ben"}},"body":{"contentType":"html","content":"<div>charlie<br>delta"}},
            {"id":"3","messageType":"unknownFutureValue","createdDateTime":"2024-01-31T17:05:11Z","chatId":"c","from":null,"body":{"contentType":"html","content":"<systemEventMessage/>"}},
            {"id":"4","messageType":"message","createdDateTime":"2024-01-31T17:05:10Z","chatId":"c","from":null,"body":{"contentType":"text","content":"echo"}}
            ]
            """;

    private static final String SKYPE = """
            {"userId":"8:ana","exportDate":"x","conversations":[{"id":"8:ben","displayName":"Ben","MessageList":[
            {"id":"1","messagetype":"RichText","originalarrivaltime":"2024-01-31T17:05:13Z","from":"8:ben","content":"alpha bravo"},
            {"id":"2","messagetype":"RichText","originalarrivaltime":"2024-01-31T17:05:12Z","from":"8:ana","content":"<quote author='ben' timestamp='1'>charlie</quote>delta"},
            {"id":"3","messagetype":"Event/Call","originalarrivaltime":"2024-01-31T17:05:11Z","from":"8:ana","content":"<partlist/>"},
            {"id":"4","messagetype":"RichText","originalarrivaltime":"2024-01-31T17:05:10Z","from":"8:ana","content":"&lt;b&gt;echo&lt;/b&gt;"}
            ]}]}
            """;

    private static final String SIGNAL_JSON = """
            [
            {"id":"1","conversationId":"c","type":"incoming","body":"alpha bravo","sent_at":1706720709000,"source":"+49"},
            {"id":"2","conversationId":"c","type":"outgoing","body":"charlie","sent_at":1706720710000,"quote":{"id":1706720709000,"author":"+49"}},
            {"id":"3","conversationId":"c","type":"incoming","body":"delta \\uFFFC","sent_at":1706720711000,"source":"+49","bodyRanges":[{"start":6,"replacementText":"echo"}]}
            ]
            """;

    private static final String SIGNAL_MARKDOWN = """
            [2024-01-31 18:05:09] Me: alpha bravo\s\s
            [2024-01-31 18:06:09] Ben:\s

            > alpha bravo

            charlie\s\s
            (- Me: x -)
            [2024-01-31 18:07:09] Me: ![cat](./media/cat.jpg) delta\s\s
            """;

    private static final String SIGNAL_DUMP = """
            Conversation: Ben (+49)

            From: You
            Type: outgoing
            Sent: Wed, 31 Jan 2024 18:05:09 +0100

            alpha bravo

            From: Ben (+49)
            Type: incoming
            Sent: Wed, 31 Jan 2024 18:06:09 +0100

            > From: You
            > Sent: Wed, 31 Jan 2024 18:05:09 +0100
            >
            > alpha

            charlie
            """;

    private static final String SIGNAL_SHORT = """
            2024-01-31 18:01 You: alpha bravo
            charlie
            2024-01-31 18:05 Ben: [reply to You on 2024-01-31 18:01, edited] delta
            """;

    private static final String MBOX = """
            From ana@x.org Wed Jan 31 18:05:09 2024
            Message-ID: <1@x.org>
            From: Ana <ana@x.org>
            Date: Wed, 31 Jan 2024 18:05:09 +0100
            Subject: golf
            Content-Type: multipart/alternative; boundary=b

            --b
            Content-Type: text/plain

            alpha bravo
            --b
            Content-Type: text/html

            <p>alpha bravo</p>
            --b--

            From - Wed Jan 31 18:05:09 2024
            Message-ID: <2@x.org>
            From: Ben <ben@x.org>
            Date: Wed, 31 Jan 2024 18:06:09 +0100
            References: <1@x.org>
            Content-Transfer-Encoding: quoted-printable

            charlie del=
            ta
            On 31 Jan 2024 Ana wrote:
            > alpha

            From ben@x.org Wed Jan 31 18:05:09 2024
            Message-ID: <3@x.org>
            From: Ben <ben@x.org>

            echo
            """;

    private static final String MATRIX_TEXT = """
            31 Jan 2024, 18:05:09 - Ana joined the room
            31 Jan 2024, 18:05:10 - Ana: alpha
            bravo
            31 Jan 2024, 18:05:11 - Ben: <@ana:x "alpha"> charlie
            """;

    private static final String MATRIX_HTML = """
            <!DOCTYPE html>
            <html><body><div id="matrixchat"><div class="mx_RoomHeader"><div class="mx_RoomHeader_nametext">Cats</div></div>
            <ol class="mx_RoomView_MessageList">
            <li><div class="mx_DateSeparator" aria-label="Wed, Jan 31 2024"><hr/></div></li>
            <div class="mx_Export_EventWrapper" id="$1"><li class="mx_EventTile">
            <div class="mx_DisambiguatedProfile"><span class="mx_DisambiguatedProfile_displayName">ana</span></div>
            <div class="mx_EventTile_line"><a href="https://matrix.to/#/!r:x/$1"><span class="mx_MessageTimestamp" title="Wed, Jan 31 2024 18:05:10">18:05</span></a>
            <div class="mx_MTextBody mx_EventTile_content"><span class="mx_EventTile_body">alpha bravo</span></div></div></li></div>
            <div class="mx_Export_EventWrapper" id="$2"><li class="mx_EventTile mx_EventTile_continuation">
            <div class="mx_EventTile_line"><p class="mx_ReplyChain_Export">In reply to <a class="mx_reply_anchor" href="#$1">this message</a></p>
            <div class="mx_MTextBody mx_EventTile_content"><span class="mx_EventTile_body">charlie</span></div></div></li></div>
            </ol></div></body></html>
            """;

    private static final Map<String, List<String>> SAMPLES = Map.of(
            "irc", List.of(IRC),
            "matrix", List.of(MATRIX, MATRIX_TEXT, MATRIX_HTML),
            "teams", List.of(TEAMS),
            "skype", List.of(SKYPE),
            "signal", List.of(SIGNAL_JSON, SIGNAL_MARKDOWN, SIGNAL_DUMP, SIGNAL_SHORT),
            "mbox", List.of(MBOX));

    /** How a message of a format begins: there can be no more of them than of these. */
    private static final Map<String, Pattern> BEGINNINGS = Map.of(
            "irc", Pattern.compile("(?m)^"),
            "matrix",
                    Pattern.compile(
                            "\"type\"|mx_Export_EventWrapper|(?m)^.{0,60}\\d[:.]\\d{2}[:.]\\d{2}.{0,5} - |(?m)^.{0,4}\\d{1,2} \\w{3} \\d{4}"),
            "teams", Pattern.compile("(?i)\"messageType\"|\"createdDateTime\""),
            "skype", Pattern.compile("\"messagetype\"|\"from\""),
            "signal",
                    Pattern.compile(
                            "\"conversationId\"|\"sender\"|\"date\"|\"body\"|\\d{4}-\\d{2}-\\d{2}|From: |Type: "),
            "mbox", Pattern.compile("From "));

    @Property(tries = 150)
    void irc(@ForAll long seed) throws IOException {
        check("irc", seed);
    }

    @Property(tries = 150)
    void matrix(@ForAll long seed) throws IOException {
        check("matrix", seed);
    }

    @Property(tries = 150)
    void teams(@ForAll long seed) throws IOException {
        check("teams", seed);
    }

    @Property(tries = 150)
    void skype(@ForAll long seed) throws IOException {
        check("skype", seed);
    }

    @Property(tries = 250)
    void signal(@ForAll long seed) throws IOException {
        check("signal", seed);
    }

    @Property(tries = 150)
    void mbox(@ForAll long seed) throws IOException {
        check("mbox", seed);
    }

    private static void check(String format, long seed) throws IOException {
        Random random = new Random(seed);
        byte[] bytes = damaged(SAMPLES.get(format), random);
        Path file = Files.createTempFile("broken", ".txt");
        try {
            Files.write(file, bytes);
            Collected chat = assertTimeoutPreemptively(
                    LIMIT, () -> Collected.read(file, Collected.options().withFormat(format)));
            assertTrue(chat.skipped.stream().noneMatch(s -> s.reason().isBlank()));
            assertTrue(chat.messages.stream().allMatch(m -> m.line() > 0));
            assertEquals(
                    chat.messages.size(),
                    chat.messages.stream()
                            .map(m -> m.conversation().id() + "\n" + m.id())
                            .distinct()
                            .count());
            nothingInvented(format, chat, new String(bytes, StandardCharsets.UTF_8));
            assertTimeoutPreemptively(LIMIT, () -> {
                try {
                    Collected.read(file, Collected.options());
                } catch (ChatExportException e) {
                    assertTrue(String.valueOf(e.getMessage()).startsWith(file.toString()));
                }
            });
        } finally {
            Files.delete(file);
        }
    }

    private static void nothingInvented(String format, Collected chat, String written) {
        Matcher beginning = BEGINNINGS.get(format).matcher(written);
        long beginnings = 0;
        while (beginning.find()) {
            beginnings++;
        }
        assertTrue(chat.messages.size() <= beginnings, "more messages than begin in it");
        Set<String> words = new HashSet<>();
        for (Message message : chat.messages) {
            Matcher word = WORD.matcher(
                    message.kind() == Message.Kind.TEXT ? message.text().toLowerCase(Locale.ROOT) : "");
            while (word.find()) {
                words.add(word.group());
            }
        }
        for (String word : words) {
            // marks that are no words may have stood between its letters
            String spread = String.join(".{0,16}?", word.split("", -1));
            assertTrue(
                    Pattern.compile(spread, Pattern.DOTALL | Pattern.CASE_INSENSITIVE)
                            .matcher(written)
                            .find(),
                    () -> "a word that nobody wrote: " + word);
        }
    }

    private static byte[] damaged(List<String> samples, Random random) {
        List<String> lines = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            lines.addAll(List.of(samples.get(random.nextInt(samples.size())).split("\n", -1)));
        }
        if (random.nextBoolean()) {
            Collections.shuffle(lines.subList(random.nextInt(lines.size()), lines.size()), random);
        }
        byte[] bytes =
                String.join(random.nextInt(3) == 0 ? "\r\n" : "\n", lines).getBytes(StandardCharsets.UTF_8);
        for (int i = random.nextInt(12); i > 0 && bytes.length > 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) DAMAGE.charAt(random.nextInt(DAMAGE.length()));
        }
        return random.nextInt(3) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)) : bytes;
    }

    // ---- what is left out is counted

    /** Lines of a log are messages, lines about the log, or listed. */
    @Property(tries = 150)
    void irc_everyLineIsAccountedFor(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        List<String> lines = new ArrayList<>(List.of(IRC.split("\n", -1)));
        Collections.shuffle(lines, random);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (random.nextInt(3) == 0) {
                lines.set(i, line.substring(0, random.nextInt(line.length() + 1)));
            }
        }
        Collected chat = read("irc", lines);
        long about = lines.stream().filter(IrcDays::isSaid).count();
        assertEquals(
                lines.stream().filter(l -> !l.isBlank()).count(), about + chat.messages.size() + chat.skipped.size());
    }

    /** Of an array with a record a line, every whole line is read, and every broken one is listed. */
    @Property(tries = 300)
    void json_brokenRecordsCostOnlyThemselves(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        String format = List.of("matrix", "teams", "skype", "signal").get(random.nextInt(4));
        List<String> lines = new ArrayList<>(List.of(SAMPLES.get(format).get(0).split("\n", -1)));
        Set<Long> cut = new HashSet<>();
        Set<Long> whole = new HashSet<>();
        for (int i = 1; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith("{")) {
                // the first record stays, for it shows how records are written
                if (i > 1 && random.nextInt(3) == 0) {
                    lines.set(i, line.substring(0, 10 + random.nextInt(line.length() - 20)));
                    cut.add(i + 1L);
                } else {
                    whole.add(i + 1L);
                }
            }
        }
        Collected chat = read(format, lines);
        Set<Long> read = new HashSet<>();
        chat.messages.forEach(m -> read.add(m.line()));
        assertEquals(whole, read, () -> format + " " + lines);
        Set<Long> listed = new HashSet<>();
        chat.skipped.forEach(s -> listed.add(s.line()));
        assertTrue(listed.containsAll(cut), () -> format + " " + lines + " " + chat.skipped);
    }

    /** Every line {@code From} that begins a mail is a message or is listed. */
    @Property(tries = 150)
    void mbox_everyMailIsAccountedFor(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        List<String> lines = new ArrayList<>();
        int mails = 1 + random.nextInt(6);
        for (int i = 0; i < mails; i++) {
            lines.add("From - Wed Jan 31 18:05:09 2024");
            lines.add("X-First: yes");
            List<String> mail = List.of(MBOX.split("\n\nFrom ", -1)[random.nextInt(3)].split("\n", -1));
            for (String line : mail.subList(1, mail.size())) {
                if (random.nextInt(4) > 0) {
                    lines.add(random.nextInt(5) == 0 ? line.substring(random.nextInt(line.length() + 1)) : line);
                }
            }
            lines.add("");
        }
        Collected chat = read("mbox", lines);
        assertEquals(mails, chat.messages.size() + chat.skipped.size());
    }

    private static Collected read(String format, List<String> lines) throws IOException {
        Path file = Files.createTempFile("broken", ".txt");
        try {
            Files.write(file, lines, StandardCharsets.UTF_8);
            return assertTimeoutPreemptively(
                    LIMIT, () -> Collected.read(file, Collected.options().withFormat(format)));
        } finally {
            Files.delete(file);
        }
    }
}
