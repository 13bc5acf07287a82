package dev.toward;

import dev.toward.phrase.Meaning;
import dev.toward.phrase.PhraseBank;
import dev.toward.phrase.PhraseQuery;
import dev.toward.phrase.PhraseSource;
import dev.toward.phrase.ScoredPhrase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The phrases that ship, and in place of the user's own those that they would have. Threads may share it.
 *
 * @param shipped stays open when this is closed
 */
record Rehearsal(PhraseBank shipped, PhraseBank own) implements PhraseSource, AutoCloseable {
    @Override
    public Meaning meaning(String context) {
        return shipped.meaning(context);
    }

    @Override
    public List<ScoredPhrase> search(PhraseQuery query, Meaning meaning) {
        return Phrasebook.together(query, shipped.search(query, meaning), own.search(query, meaning));
    }

    @Override
    public void close() {
        try {
            own.close();
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail to be closed", e);
        }
    }
}
