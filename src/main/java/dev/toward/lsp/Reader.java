package dev.toward.lsp;

import dev.toward.Analyses;
import dev.toward.Analysis;
import dev.toward.letter.Letter;
import dev.toward.letter.Passage;
import dev.toward.match.Match;
import dev.toward.match.Matches;
import dev.toward.match.Wanted;
import dev.toward.text.Draft;
import dev.toward.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads all in a document that is said to somebody. Passages that it has read before it knows, so that a letter of many pages is not read anew with
 * every key. Threads may share it.
 */
final class Reader {
    /** Longer documents are left alone: a book, a log, a dump of data. */
    static final int MOST_CHARACTERS = 200_000;

    private static final int SUGGESTIONS = 5;
    private static final int REMEMBERED = 500;

    /** @param them the first name of whoever is written to, or null */
    private record Asked(Draft draft, @Nullable String them) {}

    private final Map<Asked, Analysis> remembered = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, Analysis> eldest) {
            return size() > REMEMBERED;
        }
    };

    /**
     * @param late true once nobody waits for it any more
     * @return nothing when nobody waits for it any more
     */
    Optional<Reading> read(Text document, Wanted wanted, Analyses analyses, BooleanSupplier late) {
        if (isTooLong(document)) {
            return Optional.of(new Reading(document, List.of()));
        }
        Body body = Body.of(document);
        Letter letter = Letter.read(body.text(), body.sent());
        String them = body.them() == null ? letter.them() : body.them();
        Matches matches = new Matches(body.text(), wanted);
        List<Match> found = new ArrayList<>();
        for (Passage passage : letter.passages()) {
            if (late.getAsBoolean()) {
                return Optional.empty();
            }
            Draft draft = new Draft(passage.span().in(body.text()), passage.bid());
            for (Match match : matches.of(passage, analysis(new Asked(draft, them), analyses))) {
                found.add(moved(match, body.start()));
            }
        }
        found.sort(Comparator.comparing(Match::span));
        return Optional.of(new Reading(document, found));
    }

    static boolean isTooLong(Text document) {
        return document.content().length() > MOST_CHARACTERS;
    }

    private Analysis analysis(Asked asked, Analyses analyses) {
        synchronized (remembered) {
            Analysis known = remembered.get(asked);
            if (known != null) {
                return known;
            }
        }
        Analysis analysis = analyses.analyze(asked.draft(), SUGGESTIONS, asked.them());
        synchronized (remembered) {
            remembered.put(asked, analysis);
        }
        return analysis;
    }

    private static Match moved(Match match, int by) {
        Span span = new Span(match.span().start() + by, match.span().end() + by);
        return new Match(
                match.rule(),
                span,
                match.label(),
                match.score(),
                match.tactics(),
                match.message(),
                match.replacements());
    }
}
