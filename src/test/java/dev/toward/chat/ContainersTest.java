package dev.toward.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContainersTest {
    private static final String CHAT = "13/09/21, 08:15 - Ana: hi\n13/09/21, 08:16 - Maya: hello\n";

    @TempDir
    Path folder = Path.of("");

    /** Names and texts in turn. */
    private Path zip(String name, Charset charset, String... entries) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out, charset)) {
            for (int i = 0; i < entries.length; i += 2) {
                zip.putNextEntry(new ZipEntry(entries[i]));
                zip.write(entries[i + 1].getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return file;
    }

    private Path zip(String name, String... entries) throws IOException {
        return zip(name, StandardCharsets.UTF_8, entries);
    }

    private static Collected read(Path... paths) throws IOException {
        return Collected.read(List.of(paths), Collected.options());
    }

    @Test
    void zip_chatAmongMedia() throws IOException {
        Path file = zip(
                "WhatsApp Chat - Maya.zip",
                "_chat.txt",
                CHAT,
                "notes.txt",
                "13/09/21, 08:15 - Someone: an attached export\n13/09/21, 08:15 - Someone: of another chat",
                "00000001-PHOTO.jpg",
                "no text",
                "__MACOSX/._chat.txt",
                CHAT,
                "inner.zip",
                "PK");
        Collected chat = read(file);
        assertEquals(List.of("hi", "hello"), chat.texts());
        assertEquals("Maya", chat.chats.get(0).name());
        assertEquals("WhatsApp Chat - Maya.zip/_chat.txt", chat.messages.get(0).file());
        assertEquals(List.of(), chat.skipped);
    }

    @Test
    void zip_withoutChatTxt() throws IOException {
        assertEquals(
                List.of("hi", "hello"),
                read(zip("a.zip", "renamed.txt", CHAT, "letter.txt", "Dear all,"))
                        .texts());
        assertEquals(
                "Maya",
                read(zip("b.zip", "WhatsApp Chat with Maya.txt", CHAT))
                        .chats
                        .get(0)
                        .name());
    }

    @Test
    void zip_climbingPathsAreRefused() throws IOException {
        Path file = zip("a.zip", "../climb.txt", CHAT, "/absolute.txt", CHAT, "C:\\drive.txt", CHAT, "fine.txt", CHAT);
        Collected chat = read(file);
        assertEquals(
                List.of("a.zip/fine.txt", "a.zip/fine.txt"),
                chat.messages.stream().map(m -> m.file()).toList());
        assertEquals(
                List.of("a.zip/../climb.txt", "a.zip//absolute.txt", "a.zip/C:\\drive.txt"),
                chat.skipped.stream().map(Skipped::file).toList());
        assertThrows(ChatExportException.class, () -> read(zip("b.zip", "../climb.txt", CHAT)));
    }

    @Test
    void zip_bomb() throws IOException {
        Path bomb = folder.resolve("bomb.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(bomb))) {
            zip.putNextEntry(new ZipEntry("bomb.txt"));
            zip.write(CHAT.getBytes(StandardCharsets.UTF_8));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 64; i++) {
                zip.write(zeros);
            }
            zip.closeEntry();
            zip.putNextEntry(new ZipEntry("fine.txt"));
            zip.write(CHAT.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        Collected chat = read(bomb);
        assertEquals(2, chat.messages.size());
        assertEquals("bomb.zip/bomb.txt", chat.skipped.get(0).file());
        assertTrue(chat.skipped.get(0).reason().startsWith("unpacks to more than 400 times its size"));
    }

    @Test
    void zip_entryOverTheLimit() throws IOException {
        Path file = zip("a.zip", "big.txt", CHAT.repeat(100), "small.txt", CHAT);
        Collected chat = Collected.read(file, Collected.options().withLargestEntry(1000));
        assertEquals(2, chat.messages.size());
        assertEquals("a.zip/big.txt", chat.skipped.get(0).file());
    }

    @Test
    void zip_namesInCodePage437() throws IOException {
        Path file = zip("a.zip", Charset.forName("IBM437"), "WhatsApp Chat mit J\u00F6rg.txt", CHAT);
        assertEquals("J\u00F6rg", read(file).chats.get(0).name());
    }

    @Test
    void zip_damaged() throws IOException {
        Path broken = Files.write(folder.resolve("broken.zip"), new byte[] {'P', 'K', 3, 4, 0, 0});
        ChatExportException thrown = assertThrows(ChatExportException.class, () -> read(broken));
        assertTrue(String.valueOf(thrown.getMessage()).contains("cannot be opened as a zip"));
        Path good = zip("good.zip", "_chat.txt", CHAT);
        Collected chat = read(broken, good);
        assertEquals(2, chat.messages.size());
        assertEquals(
                List.of("broken.zip"), chat.skipped.stream().map(Skipped::file).toList());
    }

    @Test
    void folder_sortedAndWithoutLinks() throws IOException {
        Path root = Files.createDirectories(folder.resolve("exports"));
        Files.writeString(root.resolve("b.txt"), CHAT);
        Files.writeString(root.resolve("a.jsonl"), "{\"author\": \"Zoe\", \"text\": \"first\"}\n");
        Files.writeString(root.resolve(".DS_Store"), "x");
        Files.writeString(root.resolve("letter.txt"), "Dear all,");
        Path unpacked = Files.createDirectories(root.resolve("WhatsApp Chat - Kim"));
        Files.writeString(unpacked.resolve("_chat.txt"), "[13.09.21, 08:15:01] Kim: yo\n");
        Files.writeString(unpacked.resolve("document.txt"), CHAT);
        Path outside = Files.writeString(folder.resolve("outside.txt"), CHAT);
        Files.createSymbolicLink(root.resolve("link.txt"), outside);
        Files.createSymbolicLink(root.resolve("loop"), root);
        Collected chat = read(root);
        assertEquals(List.of("yo", "first", "hi", "hello"), chat.texts());
        assertEquals("Kim", chat.chats.get(0).name());
        assertEquals(
                List.of("exports/letter.txt"),
                chat.skipped.stream().map(Skipped::file).toList());
        assertEquals(
                "mixed",
                ChatExports.with(Collected.options()).inspect(List.of(root)).format());
    }

    @Test
    void overlap_eachMessageOnce() throws IOException {
        String first = "13/09/21, 08:15 - Ana: ok\n13/09/21, 08:15 - Ana: ok\n13/09/21, 08:16 - Maya: good\n";
        String second = "13/09/21, 08:15 - Ana: ok\n13/09/21, 08:15 - Ana: ok\n13/09/21, 08:16 - Maya: good\n"
                + "13/09/21, 08:17 - Ana: ok\n";
        Path text = Files.writeString(folder.resolve("WhatsApp Chat with Maya.txt"), first);
        Path zip = zip("WhatsApp Chat - Maya.zip", "_chat.txt", second);
        Collected chat = read(text, zip);
        assertEquals(List.of("ok", "ok", "good", "ok"), chat.texts());
        assertEquals(List.of("3 messages stood in more than one file; each is read once"), chat.warnings);
        assertEquals(4, chat.messages.stream().map(m -> m.id()).distinct().count());
        Inspection inspection = ChatExports.with(Collected.options()).inspect(List.of(text, zip));
        assertEquals(1, inspection.chats().size());
        assertEquals(4, inspection.totals().messages());
    }

    @Test
    void overlap_byId() throws IOException {
        Path one = Files.writeString(
                folder.resolve("one.jsonl"),
                "{\"id\": \"a\", \"chat\": \"us\", \"author\": \"Ana\", \"text\": \"x\"}\n");
        Path two = Files.writeString(
                folder.resolve("two.jsonl"),
                "{\"id\": \"a\", \"chat\": \"us\", \"author\": \"Ana\", \"text\": \"x\"}\n{\"id\": \"b\", \"chat\": \"us\", \"author\": \"Ana\", \"text\": \"y\"}\n");
        Collected chat = read(one, two);
        assertEquals(List.of("x", "y"), chat.texts());
        assertEquals(List.of(), chat.skipped);
    }
}
