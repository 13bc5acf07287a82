package dev.toward.lsp;

import dev.toward.Analyses;
import dev.toward.Analysis;
import dev.toward.cue.Tactic;
import dev.toward.letter.Letter;
import dev.toward.letter.Marks;
import dev.toward.letter.Passage;
import dev.toward.match.Asked;
import dev.toward.match.Match;
import dev.toward.match.Matches;
import dev.toward.match.Rule;
import dev.toward.match.Wanted;
import dev.toward.text.Draft;
import dev.toward.text.Span;
import dev.toward.verdict.Settings.Change;
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
    private record Question(
            Change settings, Draft draft, @Nullable String them) {}

    private record Answer(Analysis analysis, boolean perhaps) {}

    private final Map<Question, Answer> remembered = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, Answer> eldest) {
            return size() > REMEMBERED;
        }
    };

    /**
     * @param late true once nobody waits for it any more
     * @return nothing when nobody waits for it any more
     */
    Optional<Reading> read(Text document, Settings settings, Analyses analyses, BooleanSupplier late) {
        if (isTooLong(document)) {
            return Optional.of(new Reading(document, List.of()));
        }
        Body body = Body.of(document);
        Marks marks = Marks.of(body.text());
        String left = marks.blanked(body.text());
        Letter letter = Letter.read(left, body.sent());
        String them = body.them() == null ? letter.them() : body.them();
        Matches matches = new Matches(body.text(), wanted(settings, marks));
        Change change = settings.change();
        Asked asked = Asked.under(analyses, change);
        List<Match> found = new ArrayList<>();
        for (Passage passage : letter.passages()) {
            if (late.getAsBoolean()) {
                return Optional.empty();
            }
            Draft draft = new Draft(passage.span().in(left), passage.bid());
            Answer answer = answer(new Question(change, draft, them), asked);
            for (Match match : matches.of(passage, answer.analysis(), answer.perhaps())) {
                found.add(moved(match, body.start()));
            }
        }
        found.sort(Comparator.comparing(Match::span));
        return Optional.of(new Reading(document, found));
    }

    static boolean isTooLong(Text document) {
        return document.content().length() > MOST_CHARACTERS;
    }

    private static Wanted wanted(Settings settings, Marks marks) {
        return new Wanted() {
            @Override
            public boolean allows(Rule rule, double score) {
                return settings.allows(rule, score);
            }

            @Override
            public boolean silences(Tactic tactic, Span place) {
                return marks.silence(
                        place,
                        tactic.id(),
                        dev.toward.verdict.Settings.labelOf(tactic).id());
            }

            @Override
            public boolean canGiveWay(Span place) {
                return marks.lines().stream().noneMatch(place::overlaps)
                        && marks.parts().stream().noneMatch(part -> place.overlaps(part.span()));
            }
        };
    }

    private Answer answer(Question question, Asked asked) {
        synchronized (remembered) {
            Answer known = remembered.get(question);
            if (known != null) {
                return known;
            }
        }
        Analysis analysis = asked.analyze(question.draft(), SUGGESTIONS, question.them());
        Answer answer = new Answer(analysis, asked.perhaps(question.draft(), question.them(), analysis));
        synchronized (remembered) {
            remembered.put(question, answer);
        }
        return answer;
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
