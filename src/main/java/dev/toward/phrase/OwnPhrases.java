package dev.toward.phrase;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The phrases that a user keeps beside those that ship: one file of JSON Lines, readable by them alone. A change is made under a lock
 * that other processes honour too, and takes the file's place in one step: after a kill at any moment the old file or the new one
 * is there, whole. Threads may share it.
 */
public final class OwnPhrases {
    /** The file in the folder. */
    public static final String FILE = "phrases.jsonl";

    private static final String LOCK = "phrases.lock";
    /** The lock of a file parts processes, not the threads of one. */
    private static final ReentrantLock HERE = new ReentrantLock();

    private final Path folder;

    /** @param folder need not be there before something is kept */
    public OwnPhrases(Path folder) {
        this.folder = folder;
    }

    /** Where they lie, there or not. */
    public Path file() {
        return folder.resolve(FILE);
    }

    /**
     * All of them, in the order in which they were added.
     *
     * @throws PhraseFileException when somebody has spoiled the file; the message names the line
     */
    public List<Phrase> list() throws IOException {
        return Files.exists(file()) ? PhraseFile.read(file()) : List.of();
    }

    /**
     * Adds phrases, all or none.
     *
     * @throws IllegalArgumentException when an id is taken already, or stands twice among them; the message names it
     */
    public void add(Collection<Phrase> some) throws IOException {
        change(kept -> {
            Set<String> ids = kept.stream().map(Phrase::id).collect(Collectors.toCollection(LinkedHashSet::new));
            List<Phrase> more = new ArrayList<>(kept);
            for (Phrase phrase : some) {
                if (!ids.add(phrase.id())) {
                    throw new IllegalArgumentException("id: " + phrase.id() + " is there already");
                }
                more.add(phrase);
            }
            return more;
        });
    }

    /**
     * Takes phrases out, all or none.
     *
     * @throws IllegalArgumentException when there is none of an id; the message names it
     */
    public void remove(Collection<String> ids) throws IOException {
        change(kept -> {
            Set<String> known = kept.stream().map(Phrase::id).collect(Collectors.toSet());
            for (String id : ids) {
                if (!known.contains(id)) {
                    throw new IllegalArgumentException("no phrase of yours has the id " + id);
                }
            }
            return kept.stream().filter(p -> !ids.contains(p.id())).toList();
        });
    }

    /** The first id of the form {@code gesture/own-001} that none of these phrases has. */
    public static String freeId(String gesture, Collection<Phrase> taken) {
        Set<String> ids = taken.stream().map(Phrase::id).collect(Collectors.toSet());
        return IntStream.iterate(1, n -> n + 1)
                .mapToObj(n -> String.format(java.util.Locale.ROOT, "%s/own-%03d", gesture, n))
                .filter(id -> !ids.contains(id))
                .findFirst()
                .orElseThrow();
    }

    private void change(UnaryOperator<List<Phrase>> how) throws IOException {
        make();
        HERE.lock();
        try (FileChannel channel =
                        FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var held = channel.lock()) {
            replace(how.apply(list()));
        } finally {
            HERE.unlock();
        }
    }

    // The index beside the file holds its words too, so a folder that is made here is closed to others as a whole.
    private void make() throws IOException {
        if (Files.notExists(folder)) {
            Files.createDirectories(folder);
            if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
        }
    }

    private void replace(List<Phrase> phrases) throws IOException {
        String lines = phrases.stream().map(p -> PhraseJson.text(p) + "\n").collect(Collectors.joining());
        Path part = folder.resolve(FILE + ".part");
        try (FileChannel out = FileChannel.open(
                part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            if (part.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rw-------"));
            }
            ByteBuffer bytes = ByteBuffer.wrap(lines.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            // on the disk before it gets the name, or a power cut could leave an empty file under it
            out.force(true);
        }
        try {
            Files.move(part, file(), StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, file(), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
