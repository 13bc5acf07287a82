package dev.toward.phrase;

import java.util.List;

/** Where phrases are found: the bank that ships, a user's own, or several as one. Threads may share it. */
public interface PhraseSource {
    /** The phrases that fit, best first, equals by id. */
    default List<ScoredPhrase> search(PhraseQuery query) {
        return search(query, meaning(query.context()));
    }

    /** The same, where the meaning of the query's context is known already: finding it is most of the work. */
    List<ScoredPhrase> search(PhraseQuery query, Meaning meaning);

    /** What is searched by, of a message that is answered; its end counts when it is very long. */
    Meaning meaning(String context);
}
