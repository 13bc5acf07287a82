package dev.toward.lsp;

import dev.toward.match.Match;
import dev.toward.text.Span;
import java.util.List;

/**
 * What there is to tell of one version of a document.
 *
 * @param matches in the order of their places
 */
record Reading(Text text, List<Match> matches) {
    Reading {
        matches = List.copyOf(matches);
    }

    /** Those that a place lies in, or touches. */
    List<Match> at(Span place) {
        return matches.stream()
                .filter(m -> m.span().start() <= place.end()
                        && place.start() <= m.span().end())
                .toList();
    }

    String words(Match match) {
        return match.span().in(text.content());
    }
}
