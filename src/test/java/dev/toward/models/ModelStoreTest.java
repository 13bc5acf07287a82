package dev.toward.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
