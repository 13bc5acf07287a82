package dev.toward.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelStoreTest {
    /** SHA-256 of "warm". */
    private static final String WARM = "36f9f1fe56d26a0bff0b3a5ea9aefbc70f4df9f85b1a0d0d5e6a10ad5ed3c73d";

    @TempDir
    Path folder;

    @Test
    void path_ofAFileAsItShouldBe() throws IOException {
        Files.writeString(folder.resolve("a.onnx"), "warm");
        String digest = ModelStore.sha256(folder.resolve("a.onnx"));
        manifest("version\t2026.11-r1\na.onnx\t" + digest + "\tApache-2.0\tmade up\n");
        ModelStore store = ModelStore.open(folder);
        assertEquals(folder.resolve("a.onnx"), store.path("a.onnx"));
        assertEquals("2026.11-r1", store.version());
    }

    @Test
    void path_ofADamagedFile() throws IOException {
        Files.writeString(folder.resolve("a.onnx"), "cold");
        manifest("version\t2026.11-r1\na.onnx\t" + WARM + "\tApache-2.0\tmade up\n");
        ModelException e =
                assertThrows(ModelException.class, () -> ModelStore.open(folder).path("a.onnx"));
        assertTrue(e.getMessage().contains("a.onnx is damaged: its sha256 is "), e.getMessage());
        assertTrue(e.getMessage().contains("expected " + WARM), e.getMessage());
        assertTrue(e.getMessage().contains("mvn"), e.getMessage());
    }

    @Test
    void path_isNotReadAgainUntilItChanges() throws IOException {
        Path file = Files.writeString(folder.resolve("a.onnx"), "warm");
        manifest("version\t2026.11-r1\na.onnx\t" + ModelStore.sha256(file) + "\tApache-2.0\tmade up\n");
        FileTime then = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));
        Files.setLastModifiedTime(file, then);
        ModelStore.open(folder).path("a.onnx");
        assertTrue(Files.readString(folder.resolve(".checked")).startsWith("a.onnx\t"));

        // as no damage does it: the time put back. So what is remembered is what is used.
        Files.writeString(file, "cold");
        Files.setLastModifiedTime(file, then);
        assertEquals(file, ModelStore.open(folder).path("a.onnx"));

        Files.writeString(file, "cold");
        ModelException e =
                assertThrows(ModelException.class, () -> ModelStore.open(folder).path("a.onnx"));
        assertTrue(e.getMessage().contains("a.onnx is damaged: its sha256 is "), e.getMessage());
    }

    @Test
    void path_ofAFileThatChangedJustNowIsNotRemembered() throws IOException {
        Path file = Files.writeString(folder.resolve("a.onnx"), "warm");
        manifest("version\t2026.11-r1\na.onnx\t" + ModelStore.sha256(file) + "\tApache-2.0\tmade up\n");
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(5)));
        ModelStore.open(folder).path("a.onnx");
        assertFalse(Files.exists(folder.resolve(".checked")));
    }

    @Test
    void path_ofAnotherManifest() throws IOException {
        Path file = Files.writeString(folder.resolve("a.onnx"), "warm");
        manifest("version\t2026.11-r1\na.onnx\t" + ModelStore.sha256(file) + "\tApache-2.0\tmade up\n");
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
        ModelStore.open(folder).path("a.onnx");
        manifest("version\t2026.11-r2\na.onnx\t" + WARM + "\tApache-2.0\tmade up\n");
        assertThrows(ModelException.class, () -> ModelStore.open(folder).path("a.onnx"));
    }

    @Test
    void prepared_isMadeOnceAndAgainWhenDamagedOrOfAnotherFile() throws IOException {
        Path file = Files.writeString(folder.resolve("a.gz"), "warm");
        manifest("version\t2026.11-r1\na.gz\t" + ModelStore.sha256(file) + "\tApache-2.0\tmade up\n");
        List<String> made = new ArrayList<>();
        assertEquals("warm.1", prepared(made));
        assertEquals("warm.1", prepared(made));
        assertEquals(1, made.size());

        Path kept = folder.resolve("prepared").resolve("a.1");
        byte[] bytes = Files.readAllBytes(kept);
        bytes[bytes.length - 1]++;
        Files.write(kept, bytes);
        assertEquals("warm.1", prepared(made));
        assertEquals(2, made.size());

        Files.write(kept, new byte[] {1, 2, 3});
        assertEquals("warm.1", prepared(made));
        assertEquals(3, made.size());

        Files.writeString(file, "hot");
        manifest("version\t2026.11-r1\na.gz\t" + ModelStore.sha256(file) + "\tApache-2.0\tmade up\n");
        assertEquals("hot.1", prepared(made));
        assertEquals(4, made.size());
    }

    private String prepared(List<String> made) throws ModelException {
        ByteBuffer bytes = ModelStore.open(folder).prepared("a.gz", "a.1", () -> {
            made.add("again");
            String text = Files.readString(folder.resolve("a.gz")) + ".1";
            return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        });
        return StandardCharsets.UTF_8.decode(bytes).toString();
    }

    @Test
    void path_ofAMissingFile() throws IOException {
        manifest("version\t2026.11-r1\na.onnx\t" + WARM + "\tApache-2.0\tmade up\n");
        ModelException e =
                assertThrows(ModelException.class, () -> ModelStore.open(folder).path("a.onnx"));
        assertTrue(e.getMessage().contains("a.onnx is missing or not readable"), e.getMessage());
    }

    @Test
    void path_ofAFileThatNobodyKnows() throws IOException {
        manifest("version\t2026.11-r1\n");
        ModelException e =
                assertThrows(ModelException.class, () -> ModelStore.open(folder).path("b.onnx"));
        assertTrue(e.getMessage().startsWith("model file b.onnx is not in "), e.getMessage());
    }

    @Test
    void open_withoutAManifest() {
        ModelException e = assertThrows(ModelException.class, () -> ModelStore.open(folder));
        assertTrue(e.getMessage().contains("TOWARD_MODELS"), e.getMessage());
    }

    @Test
    void open_withABrokenLine() throws IOException {
        manifest("version\t2026.11-r1\n# said\na.onnx warm\n");
        ModelException e = assertThrows(ModelException.class, () -> ModelStore.open(folder));
        assertTrue(e.getMessage().contains("MANIFEST, line 3: expected name, sha256"), e.getMessage());
    }

    private void manifest(String text) throws IOException {
        Files.writeString(folder.resolve("MANIFEST"), text);
    }
}
