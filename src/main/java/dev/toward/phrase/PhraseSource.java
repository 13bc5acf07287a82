package dev.toward.phrase;

import java.util.List;

/** Where phrases are found: the bank that ships, a user's own, or several as one. Threads may share it. */
@FunctionalInterface
public interface PhraseSource {
    /** The phrases that fit, best first, equals by id. */
    List<ScoredPhrase> search(PhraseQuery query);
}
