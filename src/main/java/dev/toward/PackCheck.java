package dev.toward;

import dev.toward.phrase.PackTest;
import dev.toward.phrase.PackTest.Offer;
import dev.toward.phrase.Phrase;
import dev.toward.phrase.PhraseFileException;
import dev.toward.phrase.PhrasePack;
import dev.toward.phrase.Place;
import dev.toward.phrase.Placed;
import dev.toward.suggest.Suggestion;
import dev.toward.verdict.Verdict;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether packs may be taken in, all of them together. What speaks against it is thrown with file, line and reason, and never quotes a
 * phrase or a draft. Immutable; threads may share it.
 */
public final class PackCheck {
    private final List<Placed<Phrase>> phrases;
    private final List<Placed<PackTest>> tests;

    public PackCheck(Collection<PhrasePack> packs) {
        this.phrases = packs.stream().flatMap(p -> p.phrases().stream()).toList();
        this.tests = packs.stream().flatMap(p -> p.tests().stream()).toList();
    }

    /** The phrases of all packs, in their order. */
    public List<Phrase> phrases() {
        return phrases.stream().map(Placed::what).toList();
    }

    /** How many tests there are. */
    public int tests() {
        return tests.size();
    }

    /**
     * Looks at ids: each phrase needs a new one, and what a test names must be there.
     *
     * @param theirs the user's own phrases
     * @param ours those that ship
     * @throws PhraseFileException for the first that is not as it should be
     */
    public void ids(Collection<Phrase> theirs, Collection<Phrase> ours) throws PhraseFileException {
        Set<String> own = ids(theirs);
        Set<String> shipped = ids(ours);
        Map<String, Place> places = new HashMap<>();
        for (Placed<Phrase> phrase : phrases) {
            Place place = phrase.place().at("/id");
            String id = phrase.what().id();
            Place before = places.putIfAbsent(id, place);
            if (before != null) {
                throw place.refused("id: expected a new one, this stands in " + before.shown());
            }
            if (own.contains(id)) {
                throw place.refused("id: expected a new one, a phrase of yours has this");
            }
            if (shipped.contains(id)) {
                throw place.refused("id: expected a new one, a phrase that ships has this");
            }
        }
        for (Placed<PackTest> test : tests) {
            List<Offer> offers = test.what().offers();
            for (int i = 0; i < offers.size(); i++) {
                Offer offer = offers.get(i);
                boolean known = offer instanceof PackTest.OfGesture
                        || places.containsKey(offer.id())
                        || own.contains(offer.id())
                        || shipped.contains(offer.id());
                if (!known) {
                    throw test.place().at("/offers/" + i).refused("offers: no phrase has the id " + offer.id());
                }
            }
        }
    }

    private static Set<String> ids(Collection<Phrase> phrases) {
        return phrases.stream().map(Phrase::id).collect(Collectors.toCollection(HashSet::new));
    }

    /** Something that is read, of a pack that may have hundreds of such. */
    public interface Step {
        void run() throws IOException;
    }

    /** When a step's turn comes, for where others want to be read too. */
    public interface Turns {
        void take(Step step) throws IOException;
    }

    /** {@link #readings(Analyses, Turns)}, one step right after the other. */
    public void readings(Analyses analyses) throws IOException {
        readings(analyses, Step::run);
    }

    /**
     * Has every phrase read, and then every test run as if the phrases were among the user's own already. A step for each phrase and each
     * test: one reading, and some dozen.
     *
     * @param analyses offers the user's own phrases
     * @throws PhraseFileException for the first phrase that is cold itself, or the first test that fails
     */
    public void readings(Analyses analyses, Turns turns) throws IOException {
        for (Placed<Phrase> phrase : phrases) {
            turns.take(() -> isWarm(phrase, analyses));
        }
        if (tests.isEmpty()) {
            return;
        }
        try (Analyses with = analyses.offering(phrases())) {
            for (Placed<PackTest> test : tests) {
                turns.take(() -> run(test, with));
            }
        }
    }

    private static void isWarm(Placed<Phrase> phrase, Analyses analyses) throws PhraseFileException {
        ColdPhrase cold = ColdPhrase.in(phrase.what(), analyses);
        if (cold != null) {
            throw phrase.place().at("/text").refused(cold.why());
        }
    }

    private static void run(Placed<PackTest> test, Analyses analyses) throws PhraseFileException {
        PackTest wanted = test.what();
        Analysis analysis = analyses.analyze(wanted.draft(), wanted.suggest(), wanted.them());
        for (int i = 0; i < wanted.offers().size(); i++) {
            Offer offer = wanted.offers().get(i);
            if (analysis.suggestions().stream().noneMatch(s -> offer.isMetBy(s.phrase(), s.gesture()))) {
                throw test.place()
                        .at("/offers/" + i)
                        .refused("the test expects " + offer.id() + " to be offered; " + instead(analysis));
            }
        }
    }

    private static String instead(Analysis analysis) {
        if (!analysis.suggestions().isEmpty()) {
            return "offered instead: "
                    + analysis.suggestions().stream()
                            .map(Suggestion::phrase)
                            .distinct()
                            .collect(Collectors.joining(", "));
        }
        Verdict verdict = analysis.verdict();
        return verdict.label().isFlag()
                ? "nothing is offered, though the draft is read as "
                        + verdict.label().id()
                : "nothing is offered, for the draft is read as "
                        + verdict.label().id() + " and needs no other words";
    }
}
