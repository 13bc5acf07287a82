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
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/**
 * Exports of several files, broken in every way: cut, shuffled, with foreign bytes. A reader neither fails nor hangs, says nothing
 * that did not stand there, and lists what it leaves out.
 */
class BrokenExportsTest {
    /** Every message says a word that no other says, so that an invented or doubled one shows. */
    private static final String[] SLACK = {
        "users.json",
        "[{\"id\": \"U1\", \"name\": \"ana\", \"profile\": {\"display_name\": \"Ana\"}},\n{\"id\": \"U2\", \"name\": \"ben\"}]",
        "channels.json",
        "[{\"id\": \"C1\", \"name\": \"general\", \"members\": [\"U1\"]},\n{\"id\": \"same\", \"name\": \"same\"}]",
        "general/2023-11-14.json",
        "[\n{\"type\": \"message\", \"user\": \"U1\", \"text\": \"word0\", \"ts\": \"1700000001.000100\"},\n"
                + "{\"type\": \"message\", \"user\": \"U2\", \"text\": \"word1\", \"ts\": \"1700000002.000100\", \"thread_ts\": \"1700000001.000100\"},\n"
                + "{\n\"type\": \"message\",\n\"bot_id\": \"B1\",\n\"text\": \"\",\n\"ts\": \"1700000003.000100\",\n"
                + "\"blocks\": [{\"type\": \"rich_text\", \"elements\": [{\"type\": \"text\", \"text\": \"word2\"}]}]\n}\n]",
        "general/2023-11-15.json",
        "[\n{\"type\": \"message\", \"user\": \"U1\", \"text\": \"word3\", \"ts\": \"1700090001.000100\"}\n]"
    };

    private static final String[] MESSENGER = {
        "inbox/ana_1/message_1.json",
        "{\n\"participants\": [{\"name\": \"Ana\"}, {\"name\": \"Ben\"}],\n\"messages\": [\n"
                + "{\"sender_name\": \"Ana\", \"timestamp_ms\": 1600000005000, \"content\": \"word0\", \"type\": \"Generic\"},\n"
                + "{\n\"sender_name\": \"Ben\",\n\"timestamp_ms\": 1600000004000,\n\"content\": \"word1\",\n\"photos\": [\n{\n\"uri\": \"x\"\n}\n]\n},\n"
                + "{\"sender_name\": \"Ana\", \"timestamp_ms\": 1600000003000, \"content\": \"word2\", \"type\": \"Generic\"}\n],\n"
                + "\"title\": \"Ana\",\n\"thread_path\": \"inbox/ana_1\"\n}",
        "inbox/ana_1/message_2.json",
        "{\"participants\": [{\"name\": \"Ana\"}], \"messages\": [\n"
                + "{\"sender_name\": \"Ana\", \"timestamp_ms\": 1600000002000, \"content\": \"word3\", \"type\": \"Generic\"},\n"
                + "{\"sender_name\": \"Ana\", \"timestamp_ms\": 1600000001000, \"content\": \"word4\", \"type\": \"Generic\"}\n]}",
        "Kim_3.json",
        "{\"participants\": [\"Kim\", \"Ben\"], \"threadName\": \"Kim_3\", \"messages\": [\n"
                + "{\"senderName\": \"Kim\", \"text\": \"word5\", \"timestamp\": 1700000000000, \"type\": \"text\"}\n]}"
    };

    private static final String[] INSTAGRAM = {
        "your_instagram_activity/messages/inbox/ana_1/message_1.json",
        "{\"participants\": [{\"name\": \"Ana\"}, {\"name\": \"Ben\"}], \"messages\": [\n"
                + "{\"sender_name\": \"Ana\", \"timestamp_ms\": 1600000005000, \"content\": \"word0 (edited)\", \"is_geoblocked_for_viewer\": false},\n"
                + "{\"sender_name\": \"Ben\", \"timestamp_ms\": 1600000004000, \"content\": \"word1\", \"is_geoblocked_for_viewer\": false}\n]}",
        "messages.json",
        "[{\"participants\": [\"ana\", \"ben\"], \"conversation\": [\n"
                + "{\"sender\": \"ana\", \"created_at\": \"2019-05-01T18:04:00.1+00:00\", \"text\": \"word2\"},\n"
                + "{\"sender\": \"ben\", \"created_at\": \"2019-05-01T18:03:00.1+00:00\", \"text\": \"word3\"}\n]},\n"
                + "{\"participants\": [\"kim\"], \"conversation\": [\n"
                + "{\"sender\": \"kim\", \"created_at\": \"2019-05-01T18:03:00+00:00\", \"text\": \"word4\"}]}]"
    };

    private static final String[] GOOGLE = {
        "Groups/DM A/group_info.json",
        "{\"members\": [{\"name\": \"Ana\", \"email\": \"ana@x.example\"}, {\"name\": \"Ben\"}]}",
        "Groups/DM A/messages.json",
        "{\"messages\": [\n{\"creator\": {\"name\": \"Ana\", \"email\": \"ana@x.example\"},\n"
                + "\"created_date\": \"Friday, May 1, 2026 at 3:00:00\u202FAM UTC\", \"text\": \"word0\", \"topic_id\": \"t1\", \"message_id\": \"S/t1/t1\"},\n"
                + "{\"creator\": {\"name\": \"Ben\"}, \"created_date\": \"Friday, May 1, 2026 at 3:01:00 AM UTC\", \"text\": \"word1\",\n"
                + "\"quoted_message_metadata\": {\"creator\": {\"name\": \"Ana\", \"email\": \"ana@x.example\"}, \"text\": \"word0\"},\n"
                + "\"topic_id\": \"t2\", \"message_id\": \"S/t2/m2\"},\n"
                + "{\"message_state\": \"DELETED\", \"topic_id\": \"t3\", \"message_id\": \"S/t3/t3\"}\n]}"
    };

    private static final String[] HANGOUTS = {
        "Hangouts.json",
        "{\"conversations\": [\n{\"conversation\": {\"conversation\": {\"id\": {\"id\": \"c1\"}, \"participant_data\": []}}, \"events\": [\n"
                + "{\"sender_id\": {\"gaia_id\": \"1\"}, \"timestamp\": \"1400000060000000\", \"event_id\": \"e1\",\n"
                + "\"chat_message\": {\"message_content\": {\"segment\": [{\"text\": \"word0\"}]}}},\n"
                + "{\"sender_id\": {\"gaia_id\": \"2\"}, \"timestamp\": \"1400000050000000\",\n"
                + "\"chat_message\": {\"message_content\": {\"segment\": [{\"text\": \"word1\"}]}}}\n]},\n"
                + "{\"conversation\": {}, \"events\": [\n{\"sender_id\": {\"chat_id\": \"3\"}, \"timestamp\": \"1400000000000000\",\n"
                + "\"chat_message\": {\"message_content\": {\"segment\": [{\"text\": \"word2\"}]}}}\n]}]}"
    };

    private static final String[] HTML = {
        "inbox/ana_1/message_1.html",
        "<!DOCTYPE html>\n<html><head><title>Ana</title></head><body><div role=\"main\">\n"
                + "<div class=\"a\"><div>Ana</div>\n<div><div><div></div><div>word0</div></div></div>\n<div>Oct 19, 2019, 2:39 PM</div></div>\n"
                + "<div class=\"a\"><div>Ben</div>\n<div><div><div></div><div>word1</div></div></div>\n<div>Oct 19, 2019, 2:38 PM</div></div>\n"
                + "<div class=\"a\"><div>Ana</div>\n<div><div><div></div><div>word2</div></div></div>\n<div>Oct 19, 2019, 2:37 PM</div></div>\n"
                + "</div></body></html>"
    };

    @Property(tries = 150)
    void slack(@ForAll long seed) throws IOException {
        broken(seed, "slack", SLACK);
    }

    @Property(tries = 150)
    void messenger(@ForAll long seed) throws IOException {
        broken(seed, "messenger", MESSENGER);
    }

    /** A line end within a text, and a cut after the last record: it was once told twice. */
    @Test
    void lineEndWithinText_andCut() throws IOException {
        broken(-272647, "messenger", MESSENGER);
    }

    @Property(tries = 150)
    void instagram(@ForAll long seed) throws IOException {
        broken(seed, "instagram", INSTAGRAM);
    }

    @Property(tries = 150)
    void googleChat(@ForAll long seed) throws IOException {
        broken(seed, "google-chat", GOOGLE);
    }

    @Property(tries = 150)
    void hangouts(@ForAll long seed) throws IOException {
        broken(seed, "hangouts", HANGOUTS);
    }

    @Property(tries = 150)
    void messengerHtml(@ForAll long seed) throws IOException {
        broken(seed, "messenger", HTML);
    }

    /** Records a line each, some cut off, some empty: each is a message or is listed. */
    @Property(tries = 100)
    void nothingIsLostUnseen(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        whole(
                random,
                "slack",
                "general/2023-11-14.json",
                "[\n",
                "\n]\n",
                i -> "{\"type\": \"message\", \"user\": \"U1\", \"text\": \"word" + i + "\", \"ts\": \"17000"
                        + (10000 + i) + ".000100\"}");
        whole(
                random,
                "messenger",
                "inbox/ana_1/message_1.json",
                "{\"participants\": [{\"name\": \"Ana\"}],\n\"messages\": [\n",
                "\n]}\n",
                i -> "{\"sender_name\": \"Ana\", \"timestamp_ms\": 16000" + (99999 - i) + "000, \"content\": \"word" + i
                        + "\", \"type\": \"Generic\"}");
        whole(
                random,
                "instagram",
                "messages.json",
                "[{\"participants\": [\"ana\"], \"conversation\": [\n",
                "\n]}]\n",
                i -> "{\"sender\": \"ana\", \"created_at\": \"2019-05-01T18:" + (10 + i)
                        + ":00+00:00\", \"text\": \"word" + i + "\"}");
        whole(
                random,
                "google-chat",
                "DM A/messages.json",
                "{\"messages\": [\n",
                "\n]}\n",
                i -> "{\"creator\": {\"name\": \"Ana\"}, \"created_date\": \"Friday, May 1, 2026 at 3:" + (10 + i)
                        + ":00 AM UTC\", \"text\": \"word" + i + "\", \"topic_id\": \"t" + i
                        + "\", \"message_id\": \"S/t" + i + "/m\"}");
    }

    private static void whole(
            Random random, String format, String path, String start, String end, IntFunction<String> record)
            throws IOException {
        List<String> records = new ArrayList<>();
        int whole = 0;
        for (int i = 0; i < 2 + random.nextInt(20); i++) {
            String text = record.apply(i);
            int sort = random.nextInt(4);
            whole += sort > 1 ? 1 : 0;
            records.add(sort == 0 ? "{}" : sort == 1 ? text.substring(0, 1 + random.nextInt(text.length() - 1)) : text);
        }
        Path folder = Files.createTempDirectory("whole");
        try {
            ExportFolder.write(folder, path, start + String.join(",\n", records) + end);
            Collected collected = Collected.read(folder, Collected.options().withFormat(format));
            assertEquals(whole, collected.messages.size(), records::toString);
            assertEquals(records.size() - whole, collected.skipped.size(), records::toString);
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static void broken(long seed, String format, String[] export) throws IOException {
        Random random = new Random(seed);
        Path folder = Files.createTempDirectory("broken");
        try {
            boolean harmed = false;
            StringBuilder all = new StringBuilder();
            for (int i = 0; i < export.length; i += 2) {
                byte[] bytes = export[i + 1].getBytes(StandardCharsets.UTF_8);
                if (random.nextInt(3) > 0) {
                    bytes = damage(export[i + 1], random);
                    harmed = true;
                }
                ExportFolder.write(folder, export[i], bytes);
                all.append(new String(bytes, StandardCharsets.ISO_8859_1)).append('\n');
            }
            check(folder, Collected.options(), all.toString(), harmed);
            check(folder, Collected.options().withFormat(format), all.toString(), harmed);
        } finally {
            delete(folder);
        }
    }

    private static void check(Path folder, ReadOptions options, String all, boolean harmed) {
        Collected collected = assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            try {
                return Collected.read(folder, options);
            } catch (ChatExportException e) {
                assertTrue(String.valueOf(e.getMessage()).startsWith(folder.toString()));
                return null;
            }
        });
        if (collected == null) {
            assertTrue(harmed);
            return;
        }
        Set<String> ids = new HashSet<>();
        for (Message message : collected.messages) {
            assertTrue(message.line() > 0);
            assertTrue(ids.add(message.conversation().id() + " " + message.id()));
        }
        for (int i = 0; i < 6; i++) {
            String word = "word" + i;
            long said = collected.texts().stream().filter(t -> t.contains(word)).count();
            assertTrue(said <= count(all, word), () -> word + " was said more often than it stands there");
            assertTrue(harmed || said == Math.min(1, count(all, word)));
        }
        assertTrue(collected.messages.size() <= records(all), "more messages than records");
        assertTrue(collected.skipped.stream()
                .noneMatch(s -> s.reason().isBlank() || s.file().isBlank()));
        assertTrue(harmed || collected.skipped.isEmpty());
    }

    /** A record has at least one of these, and there is no message without a record. */
    private static long records(String all) {
        return Stream.of("\"ts\"", "\"text\"", "\"sender", "\"timestamp", "\"creat", "\"message_id", "<div")
                .mapToLong(mark -> count(all, mark))
                .sum();
    }

    private static long count(String all, String part) {
        return all.split(Pattern.quote(part), -1).length - 1;
    }

    private static byte[] damage(String text, Random random) {
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        if (random.nextInt(4) == 0) {
            Collections.shuffle(lines, random);
        }
        if (random.nextInt(4) == 0) {
            lines.remove(random.nextInt(lines.size()));
        }
        byte[] bytes = String.join(random.nextBoolean() ? "\n" : "\r\n", lines).getBytes(StandardCharsets.UTF_8);
        for (int i = random.nextInt(8); i > 0 && bytes.length > 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return random.nextInt(3) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)) : bytes;
    }
}
