package dev.toward.train;

import dev.toward.models.ModelStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Keeps the digests in {@code models/MANIFEST} true to files that were made anew. */
final class Manifest {
    private Manifest() {}

    /** Writes the digest of a file into its line. The line, with licence and origin, must be there. */
    static void record(Path models, String name) throws IOException {
        Path manifest = models.resolve("MANIFEST");
        List<String> lines = new ArrayList<>(Files.readAllLines(manifest));
        for (int i = 0; i < lines.size(); i++) {
            String[] fields = lines.get(i).split("\t", -1);
            if (fields.length == 4 && fields[0].equals(name)) {
                fields[1] = ModelStore.sha256(models.resolve(name));
                lines.set(i, String.join("\t", fields));
                Files.write(manifest, lines);
                return;
            }
        }
        throw new IOException(manifest + " has no line for " + name);
    }
}
