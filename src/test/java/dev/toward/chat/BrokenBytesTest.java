package dev.toward.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever the bytes are, a reader neither fails nor hangs, and what it leaves out is listed. */
class BrokenBytesTest {
    private static final List<String> SAMPLES = List.of(
            "13/09/21, 08:15 - Ana: hi\n13/09/21, 08:16 - Ana: work: yes\nmore\n9/14/21, 8:16\u202FPM - Ben: \u200E<Media omitted>\n"
                    + "[14.09.21, 08:15:01] \u202A+49\u00A01\u202C: \u200EPOLL:\nq\nOPTION: a (1 votes)\n31/02/21, 99:15 - Ana:",
            "{\"id\":1,\"author\":\"Ana\",\"time\":\"01/02/2021 8:00\",\"text\":\"a\"}\n\n{\"author\":{\"name\":\"B\"},\"ts\":1714586700,"
                    + "\"text\":[\"x\",{\"text\":\"y\"}]}\n{\"text\":\"cut",
            "[{\"author\":\"Ana\",\"text\":\"a\"},\n3,{\"author\":\"Ana\",\"text\":{\"text\":\"b\"}}]",
            "author,date,time,text\nAna,01/02/2021,8:00,\"a \"\"b\"\"\nc\"\nBen,02/02/2021,8:01,x,y\nC\n\"open,1\n");

    @Property(tries = 400)
    void read_neverFails(@ForAll("damaged") byte[] bytes) throws IOException {
        Path file = Files.createTempFile("broken", ".txt");
        try {
            Files.write(file, bytes);
            for (String format : ChatExports.formats()) {
                Collected collected = Collected.read(file, Collected.options().withFormat(format));
                assertTrue(collected.messages.stream().allMatch(m -> m.line() > 0));
                assertTrue(collected.skipped.stream().noneMatch(s -> s.reason().isBlank()));
                long ids = collected.messages.stream()
                        .map(m -> m.conversation().id() + " " + m.id())
                        .distinct()
                        .count();
                assertEquals(collected.messages.size(), ids);
            }
            try {
                Collected.read(file, Collected.options());
            } catch (ChatExportException e) {
                assertTrue(String.valueOf(e.getMessage()).startsWith(file.toString()));
            }
        } finally {
            Files.delete(file);
        }
    }

    /** Every line that is not blank is a message or is listed. */
    @Property(tries = 300)
    void jsonl_nothingIsLostUnseen(@ForAll("jsonLines") List<String> lines) throws IOException {
        Path file = Files.createTempFile("lines", ".jsonl");
        try {
            Files.write(file, lines, StandardCharsets.UTF_8);
            Collected collected = Collected.read(file, Collected.options().withFormat("jsonl"));
            assertEquals(
                    lines.stream().filter(l -> !l.isBlank()).count(),
                    collected.messages.size() + collected.skipped.size());
        } finally {
            Files.delete(file);
        }
    }

    @Provide
    Arbitrary<List<String>> jsonLines() {
        String whole = "{\"author\":\"Ana\",\"text\":\"a\"}";
        Arbitrary<String> cut =
                Arbitraries.integers().between(0, whole.length()).map(end -> whole.substring(0, end));
        return Arbitraries.oneOf(Arbitraries.of(whole, "", "[]", "7", "null", "{}", "{\"text\":null}"), cut)
                .list()
                .ofMinSize(1)
                .ofMaxSize(20)
                .map(lines -> {
                    // A first line that opens an array or nothing but an object is a document, not lines.
                    List<String> begun = new ArrayList<>(lines);
                    begun.add(0, whole);
                    return begun;
                });
    }

    @Provide
    Arbitrary<byte[]> damaged() {
        return Arbitraries.longs().map(BrokenBytesTest::damage);
    }

    private static byte[] damage(long seed) {
        Random random = new Random(seed);
        List<String> lines = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            lines.addAll(List.of(SAMPLES.get(random.nextInt(SAMPLES.size())).split("\n", -1)));
        }
        if (random.nextBoolean()) {
            Collections.shuffle(lines, random);
        }
        byte[] bytes = String.join(random.nextBoolean() ? "\n" : "\r\n", lines)
                .getBytes(random.nextInt(8) == 0 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
        for (int i = random.nextInt(12); i > 0 && bytes.length > 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return random.nextInt(3) == 0 ? java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)) : bytes;
    }
}
