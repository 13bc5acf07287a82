package dev.toward.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TarTest {
    private static final String LOG = "[18:05] <ana> hi\n[18:06] <ben> ho\n";

    @TempDir
    Path folder = Path.of("");

    private final ByteArrayOutputStream tar = new ByteArrayOutputStream();

    private TarTest add(String name, char kind, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        byte[] header = new byte[512];
        put(header, 0, name);
        put(header, 100, "0000644");
        put(header, 124, String.format("%011o", bytes.length));
        put(header, 136, "00000000000");
        Arrays.fill(header, 148, 156, (byte) ' ');
        header[156] = (byte) kind;
        put(header, 257, "ustar");
        int sum = 0;
        for (byte b : header) {
            sum += b & 0xFF;
        }
        put(header, 148, String.format("%06o", sum));
        tar.writeBytes(header);
        tar.writeBytes(bytes);
        tar.writeBytes(new byte[(512 - bytes.length % 512) % 512]);
        return this;
    }

    private static void put(byte[] header, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }

    private Path write(String name) throws IOException {
        tar.writeBytes(new byte[1024]);
        return Files.write(folder.resolve(name), tar.toByteArray());
    }

    private static Collected read(Path path) throws IOException {
        return Collected.read(path, Collected.options());
    }

    @Test
    void files_areReadAndMediaIsNot() throws IOException {
        add("media/", '5', "").add("media/x.jpg", '0', "not read").add("./#cats_20240131.log", '0', LOG);
        Collected chat = read(write("export.tar"));
        assertEquals(List.of("hi", "ho"), chat.texts());
        assertEquals("export.tar/#cats_20240131.log", chat.messages.get(0).file());
    }

    @Test
    void gzip() throws IOException {
        add("#cats_20240131.log", '0', LOG);
        Path plain = write("export.tar");
        Path packed = folder.resolve("packed.tgz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            Files.copy(plain, out);
        }
        assertEquals(List.of("hi", "ho"), read(packed).texts());
    }

    /** Google offers its Takeout so, beside the zip. */
    @Test
    void takeout_asTgz_isReadAsTheFolderIs() throws IOException {
        String ana = "{\"name\": \"Ana Ruiz\", \"email\": \"ana@x.example\", \"user_type\": \"Human\"}";
        String ben = "{\"name\": \"Ben\", \"email\": \"ben@x.example\", \"user_type\": \"Human\"}";
        String[] files = {
            "Takeout/Google Chat/Groups/DM AbC/group_info.json",
            "{\"members\": [" + ana + ", " + ben + "]}",
            "Takeout/Google Chat/Groups/DM AbC/messages.json",
            "{\n\"messages\": [\n{\"creator\": " + ana
                    + ", \"created_date\": \"Friday, May 29, 2026 at 3:00:29 AM UTC\", \"text\": \"are you up?\","
                    + " \"topic_id\": \"t1\", \"message_id\": \"S/t1/t1\"},\n{\"creator\": " + ben
                    + ", \"created_date\": \"Friday, May 29, 2026 at 3:05:00 AM UTC\", \"text\": \"I am now\","
                    + " \"topic_id\": \"t2\", \"message_id\": \"S/t2/t2\"}\n]}"
        };
        for (int i = 0; i < files.length; i += 2) {
            add(files[i], '0', files[i + 1]);
        }
        Path packed = folder.resolve("takeout-20260529T120000Z-001.tgz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            Files.copy(write("plain.tar"), out);
        }
        Collected unpacked = read(ExportFolder.write(folder.resolve("unpacked"), files));
        Collected chat = read(packed);
        chat.assertSaid("2026-05-29T03:00:29Z Ana Ruiz TEXT are you up?", "2026-05-29T03:05:00Z Ben TEXT I am now");
        assertEquals(unpacked.chats, chat.chats);
        assertEquals(
                unpacked.messages.stream().map(m -> m.id() + m.author()).toList(),
                chat.messages.stream().map(m -> m.id() + m.author()).toList());
        assertEquals(List.of(), chat.skipped);
    }

    @Test
    void longNames() throws IOException {
        String name = "a".repeat(120) + "_20240131.log";
        String path = "path=" + name + "\n";
        add("@LongLink", 'L', name + "\0").add("short", '0', LOG);
        String field = (path.length() + 4) + " " + path;
        add("PaxHeaders/x", 'x', field).add("short", '0', LOG.replace("hi", "hey"));
        List<String> texts = read(write("export.tar")).texts();
        assertTrue(texts.contains("hi"), texts::toString);
    }

    @Test
    void cutOff_keepsWhatIsWhole() throws IOException {
        add("#cats_20240131.log", '0', LOG).add("#dogs_20240131.log", '0', LOG.replace("hi", "wuff"));
        Path whole = write("export.tar");
        byte[] bytes = Files.readAllBytes(whole);
        Path cut = Files.write(folder.resolve("cut.tar"), Arrays.copyOf(bytes, 512 + 512 + 512 + 10));
        assertEquals(List.of("hi", "ho"), read(cut).texts());
    }

    @Test
    void pathsThatLeadOut_andWhatIsNoTar() throws IOException {
        add("../../evil.log", '0', LOG).add("#cats_20240131.log", '0', LOG);
        Collected chat = read(write("export.tar"));
        assertEquals(2, chat.messages.size());
        assertEquals(
                List.of(new Skipped(
                        "export.tar/../../evil.log", 0, "the entry's path leads out of the archive; not read")),
                chat.skipped);
        Path text = Files.writeString(folder.resolve("no.tar"), "x".repeat(2000));
        ChatExportException thrown = assertThrows(ChatExportException.class, () -> read(text));
        assertTrue(String.valueOf(thrown.getMessage()).contains("cannot be opened as a tar: damaged, or no tar"));
    }
}
