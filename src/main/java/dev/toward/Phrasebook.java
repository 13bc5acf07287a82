package dev.toward;

import dev.toward.encode.Encoder;
import dev.toward.encode.SentenceEncoder;
import dev.toward.models.ModelException;
import dev.toward.models.ModelStore;
import dev.toward.phrase.Meaning;
import dev.toward.phrase.OwnBank;
import dev.toward.phrase.OwnPhrases;
import dev.toward.phrase.Phrase;
import dev.toward.phrase.PhraseBank;
import dev.toward.phrase.PhraseQuery;
import dev.toward.phrase.PhraseSource;
import dev.toward.phrase.ScoredPhrase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The phrases that ship and the user's own, as one. What ships cannot be changed. Threads may share it.
 */
public final class Phrasebook implements PhraseSource, AutoCloseable {
    /** The encoder that indexes are built with, as their stamps name it. */
    public static final String ENCODER = "all-minilm-l6-v2-q";

    private static final Comparator<ScoredPhrase> BEST_FIRST = Comparator.comparingDouble(ScoredPhrase::score)
            .reversed()
            .thenComparing(s -> s.phrase().id());

    private final PhraseBank shipped;
    private final Encoder encoder;
    private final @Nullable OwnBank own;
    private final @Nullable OwnPhrases file;

    private Phrasebook(PhraseBank shipped, Encoder encoder, @Nullable OwnBank own, @Nullable OwnPhrases file) {
        this.shipped = shipped;
        this.encoder = encoder;
        this.own = own;
        this.file = file;
    }

    /**
     * Opens both.
     *
     * @param models the folder of models, with the index of what ships in it
     * @param data the user's folder, or null to leave their own aside
     * @param encoder stays the caller's to close
     */
    static Phrasebook open(Path models, @Nullable Path data, Encoder encoder) throws ModelException {
        PhraseBank shipped;
        try {
            shipped = PhraseBank.open(models.resolve("phrases"), encoder);
        } catch (IOException e) {
            throw new ModelException(
                    "the phrase index under " + models + " cannot be opened; run 'mvn -q package -DskipTests'", e);
        }
        try {
            return data == null
                    ? new Phrasebook(shipped, encoder, null, null)
                    : new Phrasebook(shipped, encoder, OwnBank.open(data, encoder, ENCODER), new OwnPhrases(data));
        } catch (IOException e) {
            throw new ModelException("your own phrases in " + data + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Opens both with an encoder of their own, a fraction of a second's work. */
    public static Opened open(Path models, @Nullable Path data) throws ModelException {
        SentenceEncoder encoder = SentenceEncoder.open(ModelStore.open(models));
        try {
            return new Opened(open(models, data, encoder), encoder);
        } catch (ModelException | RuntimeException e) {
            encoder.close();
            throw e;
        }
    }

    /** A phrasebook and the encoder that it searches by; closing closes both. */
    public record Opened(Phrasebook book, SentenceEncoder encoder) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            book.close();
            encoder.close();
        }
    }

    /** The user's own, in the order in which they were added, and then what ships, by id. */
    public List<Phrase> all() throws IOException {
        List<Phrase> all = new ArrayList<>(own());
        all.addAll(shipped.all());
        return all;
    }

    /** What ships, by id. */
    public List<Phrase> shipped() throws IOException {
        return shipped.all();
    }

    /** The user's own, in the order in which they were added. */
    public List<Phrase> own() throws IOException {
        return file == null ? List.of() : file.list();
    }

    /**
     * Adds phrases to the user's own, all or none.
     *
     * @throws IllegalArgumentException when an id is taken, or there is nowhere to keep them; the message says so
     */
    public void add(Collection<Phrase> some) throws IOException {
        kept().add(some);
        refresh();
    }

    /**
     * Takes phrases of the user's own out, all or none.
     *
     * @throws IllegalArgumentException when there is none of an id; the message names it
     */
    public void remove(Collection<String> ids) throws IOException {
        kept().remove(ids);
        refresh();
    }

    /**
     * What would be found if the user had these phrases too; they are kept nowhere.
     *
     * @param more with ids that the user has not
     */
    Rehearsal rehearsal(Collection<Phrase> more) throws IOException {
        List<Phrase> theirs = new ArrayList<>(own());
        theirs.addAll(more);
        return new Rehearsal(shipped, PhraseBank.inMemory(theirs, encoder, ENCODER));
    }

    private OwnPhrases kept() {
        if (file == null) {
            throw new IllegalArgumentException("no data folder is open to keep phrases in");
        }
        return file;
    }

    private void refresh() throws IOException {
        if (own != null) {
            own.refresh();
        }
    }

    @Override
    public Meaning meaning(String context) {
        return shipped.meaning(context);
    }

    @Override
    public List<ScoredPhrase> search(PhraseQuery query, Meaning meaning) {
        return together(query, shipped.search(query, meaning), own == null ? List.of() : own.search(query, meaning));
    }

    /** What was found in two places, as if it had been one. */
    static List<ScoredPhrase> together(PhraseQuery query, List<ScoredPhrase> found, List<ScoredPhrase> theirs) {
        if (theirs.isEmpty()) {
            return found;
        }
        List<ScoredPhrase> both = new ArrayList<>(theirs);
        both.addAll(found);
        both.sort(BEST_FIRST);
        return List.copyOf(both.subList(0, Math.min(query.limit(), both.size())));
    }

    @Override
    public void close() throws IOException {
        try {
            shipped.close();
        } finally {
            if (own != null) {
                own.close();
            }
        }
    }
}
