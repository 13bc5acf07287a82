package dev.toward.http.languagetool;

import dev.toward.Analyses;
import dev.toward.Analysis;
import dev.toward.Tier;
import dev.toward.letter.Letter;
import dev.toward.letter.Marks;
import dev.toward.letter.Passage;
import dev.toward.match.Asked;
import dev.toward.match.Match;
import dev.toward.match.Matches;
import dev.toward.text.Bid;
import dev.toward.text.Draft;
import dev.toward.verdict.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What there is to say of a text.
 *
 * @param language that the answer speaks of
 * @param detected that the text seems to be in
 * @param isSure whether it was long enough to tell
 * @param pages where a tactic's page is, but for its id
 * @param incomplete why some of it was not read, or null
 */
public record Reading(
        LanguageCode language,
        LanguageCode detected,
        boolean isSure,
        List<Match> matches,
        Sentences sentences,
        String pages,
        @Nullable String incomplete) {
    /** As many as the client that shows most: LibreOffice. */
    private static final int SUGGESTIONS = 10;

    private static final int TO_TELL_A_LANGUAGE = 1_000;

    public Reading {
        matches = List.copyOf(matches);
    }

    /**
     * Reads all in a text that is said to somebody.
     *
     * @param pages where a tactic's page is, but for its id
     * @param late when to stop, by {@link System#nanoTime}
     * @param read is told of every verdict
     * @throws Refused when time runs out and the client takes all or nothing
     */
    public static Reading of(CheckRequest request, Analyses analyses, String pages, long late, Consumer<Analysis> read)
            throws Refused {
        String text = request.text().plain();
        String head = text.length() > TO_TELL_A_LANGUAGE ? text.substring(0, TO_TELL_A_LANGUAGE) : text;
        Analysis glance = analyses.analyze(Draft.of(head), 0, null, Tier.FAST);
        boolean foreign = glance.verdict() instanceof Verdict.Undecided undecided
                && undecided.reason() == Verdict.Reason.NOT_ENGLISH;
        boolean sure = foreign || glance.language().equals("en");
        LanguageCode detected = LanguageCode.found(foreign ? glance.language() : "en", request.preferredVariants());
        LanguageCode language = request.language() == null ? detected : request.language();
        Sentences sentences = Sentences.of(text);
        if (!language.isRead() || text.isBlank()) {
            return new Reading(language, detected, sure, List.of(), sentences, pages, null);
        }
        Marks marks = Marks.of(request.text().original());
        String left = request.text().blanked(marks);
        Letter letter = Letter.read(left, request.addressed());
        String them = request.them() == null ? letter.them() : request.them();
        Matches matches = new Matches(text, request.wanted(marks));
        Asked asked = Asked.under(analyses, request.settings());
        List<Match> found = new ArrayList<>();
        for (Passage passage : letter.passages()) {
            if (System.nanoTime() - late > 0) {
                if (!request.takesIncomplete()) {
                    throw new Refused(500, "Checking took longer than this server gives it; send a shorter text.");
                }
                return new Reading(
                        language,
                        detected,
                        sure,
                        found,
                        sentences,
                        pages,
                        "Results are incomplete: not all could be read in time.");
            }
            Bid bid = request.bid().isKnown() ? request.bid() : passage.bid();
            Draft draft = new Draft(passage.span().in(left), bid);
            Analysis analysis = asked.analyze(draft, SUGGESTIONS, them);
            read.accept(analysis);
            matches.of(passage, analysis, asked.perhaps(draft, them, analysis)).stream()
                    .filter(request::wants)
                    .forEach(found::add);
        }
        found.sort(Comparator.comparing(Match::span));
        return new Reading(language, detected, sure, found, sentences, pages, null);
    }
}
