package dev.toward.encode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.toward.models.ModelStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model that was kept in the form that ONNX Runtime uses at once reads as the original does, to the last bit. */
class OnnxTest {
    private static final List<long[]> SOME = List.of(
            new long[] {101, 102},
            new long[] {101, 2026, 3899, 2351, 102, 2009, 2001, 2069, 1037, 3899, 102},
            new long[] {101, 1, 30521, 100, 999, 2017, 2467, 2079, 2023, 102, 2986, 1012, 102});

    @Test
    void open_readsAsTheFileItself(@TempDir Path folder) throws IOException {
        for (String name : List.of("MANIFEST", PairReader.MODEL)) {
            Files.copy(Path.of("models").resolve(name), folder.resolve(name));
        }
        ModelStore store = ModelStore.open(folder);
        try (Onnx file = new Onnx(folder.resolve(PairReader.MODEL));
                Onnx made = Onnx.open(store, PairReader.MODEL);
                Onnx kept = Onnx.open(store, PairReader.MODEL)) {
            try (var prepared = Files.list(folder.resolve("prepared"))) {
                assertEquals(1, prepared.count());
            }
            for (long[] ids : SOME) {
                Map<String, long[]> input = Map.of("ids", ids, "segments", new long[ids.length]);
                Map<String, float[]> expected = file.run(input);
                made.run(input).forEach((output, values) -> assertArrayEquals(expected.get(output), values, output));
                kept.run(input).forEach((output, values) -> assertArrayEquals(expected.get(output), values, output));
            }
        }
    }
}
