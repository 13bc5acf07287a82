package dev.toward.phrase;

import dev.toward.encode.Encoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * A user's own phrases, searchable: an index beside their file that is made anew whenever the file is no longer what it was made from. The
 * file is looked at again now and then, for another process may change it. Threads may share it.
 */
public final class OwnBank implements PhraseSource, AutoCloseable {
    private static final String INDEX = "phrase-index";
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final Path folder;
    private final Encoder encoder;
    private final String encoderName;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private @Nullable PhraseBank bank;
    private State state = State.NONE;
    private volatile long looked = System.nanoTime();

    /** Tells one state of a file from another. */
    private record State(long modified, long size, @Nullable Object key) {
        static final State NONE = new State(0, 0, null);

        static State of(Path file) throws IOException {
            if (!Files.exists(file)) {
                return NONE;
            }
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            return new State(now.lastModifiedTime().toMillis(), now.size(), now.fileKey());
        }
    }

    private OwnBank(Path folder, Encoder encoder, String encoderName) {
        this.folder = folder;
        this.encoder = encoder;
        this.encoderName = encoderName;
    }

    /**
     * Opens them; none where there is no file.
     *
     * @param encoderName as in {@link PhraseBank#build}
     */
    public static OwnBank open(Path folder, Encoder encoder, String encoderName) throws IOException {
        OwnBank own = new OwnBank(folder, encoder, encoderName);
        own.refresh();
        return own;
    }

    /** Takes in what the file holds now. */
    public void refresh() throws IOException {
        lock.writeLock().lock();
        try {
            OwnPhrases own = new OwnPhrases(folder);
            State now = State.of(own.file());
            List<Phrase> phrases = own.list();
            PhraseBank before = bank;
            bank = phrases.isEmpty() ? null : indexed(phrases);
            state = now;
            if (before != null) {
                before.close();
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    private PhraseBank indexed(List<Phrase> phrases) throws IOException {
        Path index = folder.resolve(INDEX);
        if (!isUpToDate(index, PhraseStamp.of(phrases, encoderName))) {
            Files.createDirectories(index);
            PhraseBank.build(phrases, encoder, encoderName, index);
        }
        return PhraseBank.open(index, encoder);
    }

    private static boolean isUpToDate(Path index, PhraseStamp wanted) {
        try {
            return PhraseBank.stamp(index).equals(wanted);
        } catch (IOException e) {
            return false;
        }
    }

    private void lookAgain() {
        long now = System.nanoTime();
        if (now - looked < LOOK_AGAIN.toNanos()) {
            return;
        }
        looked = now;
        try {
            if (!State.of(new OwnPhrases(folder).file()).equals(state)) {
                refresh();
            }
        } catch (IOException e) {
            // somebody is at the file, or has spoiled it: what was good before stays in use
        }
    }

    @Override
    public Meaning meaning(String context) {
        return new Meaning(encoder.vector(PhraseSearch.end(context)));
    }

    @Override
    public List<ScoredPhrase> search(PhraseQuery query, Meaning meaning) {
        lookAgain();
        lock.readLock().lock();
        try {
            return bank == null ? List.of() : bank.search(query, meaning);
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public void close() throws IOException {
        lock.writeLock().lock();
        try {
            if (bank != null) {
                bank.close();
                bank = null;
            }
        } finally {
            lock.writeLock().unlock();
        }
    }
}
