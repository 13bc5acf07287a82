package dev.toward.report;

import java.io.BufferedWriter;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Files that get their names only when all of them are complete. Until then they are hidden ones beside, readable by their
 * owner alone, and gone when something fails or the program is interrupted.
 */
final class Publication implements AutoCloseable {
    private record Part(Path written, Path name, FileOutputStream bytes, Writer text) {}

    private final Path folder;
    private final List<Part> parts = new ArrayList<>();

    private Publication(Path folder) {
        this.folder = folder;
    }

    static Publication into(Path folder) throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new IOException(folder + " is a file, expected a folder; give another with --out");
        }
        Files.createDirectories(folder);
        return new Publication(folder);
    }

    /** Removes what runs that were killed have left half written. Nobody else may be writing here. */
    void sweep() throws IOException {
        for (Format format : Format.values()) {
            try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, "." + format.fileName() + ".*.part")) {
                for (Path part : left) {
                    Files.deleteIfExists(part);
                }
            }
        }
    }

    /** A writer for a file to be; closed with this. Half a surrogate pair, which UTF-8 cannot hold, comes out as '?'. */
    Writer open(String name) throws IOException {
        Path written = Files.createTempFile(folder, "." + name + ".", ".part");
        written.toFile().deleteOnExit();
        FileOutputStream bytes = new FileOutputStream(written.toFile());
        Writer text = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8), 1 << 16);
        parts.add(new Part(written, folder.resolve(name), bytes, text));
        return text;
    }

    /** @throws NameLeftException where one of the files still holds something that was to be replaced */
    void check(Leftovers leftovers) throws IOException {
        for (Part part : parts) {
            part.text.flush();
            leftovers.search(part.written, part.name.getFileName().toString());
        }
    }

    /** Completes the files and gives them their names. */
    List<Path> publish() throws IOException {
        for (Part part : parts) {
            part.text.flush();
            part.bytes.getFD().sync();
            part.text.close();
        }
        for (Part part : parts) {
            try {
                Files.move(part.written, part.name, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(part.written, part.name, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return parts.stream().map(Part::name).toList();
    }

    @Override
    public void close() throws IOException {
        for (Part part : parts) {
            try {
                part.bytes.close();
            } finally {
                Files.deleteIfExists(part.written);
            }
        }
    }
}
