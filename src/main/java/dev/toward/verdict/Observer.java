package dev.toward.verdict;

import dev.toward.annotate.Annotated;
import dev.toward.annotate.Annotator;
import dev.toward.annotate.Parsed;
import dev.toward.annotate.Parser;
import dev.toward.annotate.Sentence;
import dev.toward.annotate.Token;
import dev.toward.cue.Cue;
import dev.toward.cue.CueFinder;
import dev.toward.encode.PairReader;
import dev.toward.text.Draft;
import dev.toward.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Looks at a draft: sentences and tokens, the reader, and on demand the grammar and the cues in it. A draft too long for one look
 * is seen in stretches of whole sentences. Threads may share it.
 */
public final class Observer {
    /** Tokens that are looked at as one: about what the reader takes in at once. */
    private static final int ONE_LOOK = 110;
    /** Tokens in a stretch of a longer draft: few enough that one cold sentence is not drowned by its neighbours. */
    private static final int STRETCH = 40;
    /** Stretches of one draft that are looked at; some 3,500 words. What comes after is not read. */
    private static final int MOST_STRETCHES = 100;

    private final Annotator annotator;
    private final Parser parser;
    private final List<CueFinder> finders;
    private final PairReader reader;

    public Observer(Annotator annotator, Parser parser, List<CueFinder> finders, PairReader reader) {
        this.annotator = annotator;
        this.parser = parser;
        this.finders = List.copyOf(finders);
        this.reader = reader;
    }

    /** Language, sentences and tokens alone. */
    public Annotated annotate(String text) {
        return annotator.annotate(text);
    }

    /** Language alone, and a text without sentences: enough to tell whether it can be read at all. */
    public Annotated glance(String text) {
        return new Annotated(text, annotator.language(text), List.of());
    }

    /** The grammar of a text on its own, without what the cues look for. */
    public Parsed parse(String text) {
        return parser.parseOnly(annotator.annotate(text));
    }

    /** Reads a draft that was annotated; one observation a stretch, at least one, none with grammar. */
    public List<Observation> observe(Draft draft, Annotated annotated) {
        List<Observation> observations = new ArrayList<>();
        for (Span stretch : stretches(annotated)) {
            Draft part = stretch.length() == draft.text().length() ? draft : draft.with(stretch.in(draft.text()));
            observations.add(Observation.ofReading(part, stretch.start(), reader.read(part.bid(), part.text())));
        }
        return observations;
    }

    /** The same stretch with its grammar and the cues in it; costs about as much as reading it. */
    public Observation withGrammar(Observation seen) {
        Draft draft = seen.draft();
        Parsed parsed = parser.parse(annotator.annotate(draft.text()));
        List<Cue> cues = new ArrayList<>();
        for (CueFinder finder : finders) {
            cues.addAll(finder.find(draft, parsed));
        }
        cues.sort(Comparator.comparing(Cue::span).thenComparing(Cue::tactic));
        return new Observation(draft, seen.start(), seen.reading(), parsed, cues);
    }

    private static List<Span> stretches(Annotated annotated) {
        int length = annotated.text().length();
        List<Sentence> sentences = annotated.sentences();
        if (annotated.tokens().size() <= ONE_LOOK) {
            return List.of(new Span(0, length));
        }
        List<Span> stretches = new ArrayList<>();
        int start = 0;
        int tokens = 0;
        for (Sentence sentence : sentences) {
            if (tokens > 0 && tokens + sentence.tokens().size() > STRETCH) {
                stretches.add(new Span(start, sentence.span().start()));
                start = sentence.span().start();
                tokens = 0;
            }
            // people who do not mark where sentences end are read in pieces all the same
            for (Token token : sentence.tokens()) {
                if (tokens == ONE_LOOK) {
                    stretches.add(new Span(start, token.span().start()));
                    start = token.span().start();
                    tokens = 0;
                }
                tokens++;
            }
        }
        stretches.add(new Span(start, length));
        return stretches.size() > MOST_STRETCHES ? stretches.subList(0, MOST_STRETCHES) : stretches;
    }
}
