package dev.toward.models;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Which model files had the right digest when they were last read, kept in {@code .checked} beside them: one line a file,
 * {@code name<TAB>sha256<TAB>size<TAB>time of last change}. A file that is as long as then and was not changed since need not be
 * read again at every start. A folder that cannot be written to is checked anew each time. Threads may share it.
 */
final class Checked {
    static final String FILE = ".checked";

    /** File systems tell times by ticks of some milliseconds: what changed only just now may change again unseen. */
    private static final long SETTLED_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final Path folder;
    private final Map<String, String> lines = new TreeMap<>();

    private Checked(Path folder) {
        this.folder = folder;
    }

    /** What is remembered of a folder; nothing when that cannot be read. */
    static Checked of(Path folder) {
        Checked checked = new Checked(folder);
        try {
            for (String line : Files.readAllLines(folder.resolve(FILE), StandardCharsets.UTF_8)) {
                int tab = line.indexOf('\t');
                if (tab > 0) {
                    checked.lines.put(line.substring(0, tab), line);
                }
            }
        } catch (IOException e) {
            // none yet
        }
        return checked;
    }

    /** True when the file had this digest and is the same since. */
    synchronized boolean holds(String name, String digest) {
        String known = lines.get(name);
        if (known == null) {
            return false;
        }
        try {
            return known.equals(line(name, digest, attributes(name)));
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * What a file is like before it is read, for {@link #remember}.
     *
     * @throws IOException when there is no such file
     */
    BasicFileAttributes attributes(String name) throws IOException {
        return Files.readAttributes(folder.resolve(name), BasicFileAttributes.class);
    }

    /** Keeps that the file had this digest; {@code before} is what it was like before it was read. */
    synchronized void remember(String name, String digest, BasicFileAttributes before) {
        long age = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis())
                - before.lastModifiedTime().to(TimeUnit.NANOSECONDS);
        if (age < SETTLED_NANOS) {
            return;
        }
        lines.put(name, line(name, digest, before));
        try {
            // not createTempFile, whose files nobody else may read
            Path fresh = folder.resolve(FILE + "." + ProcessHandle.current().pid() + ".new");
            try {
                Files.write(fresh, lines.values(), StandardCharsets.UTF_8);
                Files.move(fresh, folder.resolve(FILE), StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            // a folder that is only read from: the next start reads the file again
        }
    }

    private static String line(String name, String digest, BasicFileAttributes is) {
        return name + "\t" + digest + "\t" + is.size() + "\t"
                + is.lastModifiedTime().to(TimeUnit.NANOSECONDS);
    }
}
