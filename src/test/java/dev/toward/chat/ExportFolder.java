package dev.toward.chat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Made-up exports of several files, on disk or as a zip. */
final class ExportFolder {
    private ExportFolder() {}

    /** Writes files below {@code root}; paths and contents in turn. */
    static Path write(Path root, String... files) throws IOException {
        for (int i = 0; i < files.length; i += 2) {
            write(root, files[i], files[i + 1].getBytes(StandardCharsets.UTF_8));
        }
        return root;
    }

    static void write(Path root, String path, byte[] content) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }

    static Path zip(Path zip, String... files) throws IOException {
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream entries = new ZipOutputStream(out)) {
            for (int i = 0; i < files.length; i += 2) {
                ZipEntry entry = new ZipEntry(files[i]);
                entry.setTime(315_532_800_000L);
                entries.putNextEntry(entry);
                entries.write(files[i + 1].getBytes(StandardCharsets.UTF_8));
                entries.closeEntry();
            }
        }
        return zip;
    }
}
