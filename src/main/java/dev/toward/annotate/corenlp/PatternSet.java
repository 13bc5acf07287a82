package dev.toward.annotate.corenlp;

import dev.toward.annotate.Annotated;
import dev.toward.annotate.Parsed;
import dev.toward.annotate.ParsedToken;
import dev.toward.text.Span;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.semgraph.SemanticGraph;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The patterns of all files. A file's name is that of the pattern, with {@code .tokens} for patterns over words or {@code
 * .semgrex} for patterns over grammar; one pattern a line, {@code #} starts a comment line.
 *
 * <p>In {@code .tokens} files a line is a TokensRegex over lower-case words. Words stand as they are, contractions are
 * written as usual ({@code you're}, {@code don't}), {@code (a | b)}, {@code ?}, {@code []} for any token, {@code /regex/} and
 * {@code [{tag:/VB.*&#47;}]} as in TokensRegex. {@code $NAME = (…)} names a part, for all files. In {@code .semgrex} files it is
 * a Semgrex pattern, and the match runs from the first to the last of its named nodes.
 *
 * <p>A prefix says how far the match goes or where it counts: {@code clause:} to the end of the clause; {@code alone:} only
 * when nothing but marks and emoji stands beside it in the text; {@code opens:} only at the start of a sentence, {@code opens
 * clause:} both; {@code closes:} only when the clause ends with it.
 */
final class PatternSet {
    /** Looks for nothing. */
    static final PatternSet NONE = new PatternSet(List.of());

    private final List<Pattern> patterns;
    private final boolean grammar;

    private PatternSet(List<Pattern> patterns) {
        this.patterns = patterns;
        this.grammar = patterns.stream().anyMatch(p -> p instanceof GrammarPattern);
    }

    /** A compiled pattern of one file. */
    interface Pattern {
        String name();

        Reach reach();

        /** First and last token of each match in a sentence. */
        List<int[]> find(List<CoreLabel> labels, Set<String> words, SemanticGraph graph);
    }

    /** How far a match goes, or where it counts. */
    enum Reach {
        WORDS,
        CLAUSE,
        ALONE,
        OPENS,
        OPENS_CLAUSE,
        CLOSES;

        static Reach of(String prefix) {
            return valueOf(prefix.toUpperCase(Locale.ROOT).replace(' ', '_'));
        }
    }

    static PatternSet compile(Map<String, String> files) {
        Map<String, String> sorted = new TreeMap<>(files);
        WordPattern.Parts parts = new WordPattern.Parts();
        sorted.forEach((file, text) -> PatternLine.read(file, text).forEach(line -> line.defineIn(parts)));
        List<Pattern> patterns = new ArrayList<>();
        sorted.forEach((file, text) -> {
            List<PatternLine> lines = PatternLine.read(file, text);
            if (file.endsWith(".semgrex")) {
                lines.forEach(line -> patterns.add(GrammarPattern.compile(line)));
            } else {
                patterns.addAll(WordPattern.compile(lines, parts));
            }
        });
        return new PatternSet(List.copyOf(patterns));
    }

    boolean needGrammar() {
        return grammar;
    }

    void find(
            Annotated text,
            List<CoreLabel> labels,
            SemanticGraph graph,
            List<ParsedToken> tokens,
            List<Parsed.Match> into) {
        Set<String> words = new HashSet<>();
        labels.forEach(label -> words.add(label.word()));
        for (Pattern pattern : patterns) {
            for (int[] found : pattern.find(labels, words, graph)) {
                int first = found[0];
                int last = found[1];
                while (first < last && ClauseEnd.isMark(tokens.get(first).text())) {
                    first++;
                }
                while (first < last && ClauseEnd.isMark(tokens.get(last).text())) {
                    last--;
                }
                boolean counts =
                        switch (pattern.reach()) {
                            case WORDS, CLAUSE -> true;
                            case ALONE -> onlyMarksOutside(text.text(), CoreNlpParser.span(tokens, first, last));
                            case OPENS, OPENS_CLAUSE -> onlyMarksBefore(tokens, first);
                            case CLOSES -> ClauseEnd.after(tokens, last) == last;
                        };
                if (counts) {
                    int end = pattern.reach() == Reach.CLAUSE || pattern.reach() == Reach.OPENS_CLAUSE
                            ? ClauseEnd.after(tokens, last)
                            : last;
                    into.add(new Parsed.Match(pattern.name(), CoreNlpParser.span(tokens, first, end)));
                }
            }
        }
    }

    private static boolean onlyMarksBefore(List<ParsedToken> tokens, int first) {
        for (int i = 0; i < first; i++) {
            if (!ClauseEnd.isMark(tokens.get(i).text())) {
                return false;
            }
        }
        return true;
    }

    private static boolean onlyMarksOutside(String text, Span match) {
        return text.substring(0, match.start()).codePoints().noneMatch(Character::isLetterOrDigit)
                && text.substring(match.end()).codePoints().noneMatch(Character::isLetterOrDigit);
    }

    /** By place; of matches of one name that overlap, their union. */
    List<Parsed.Match> settled(List<Parsed.Match> matches) {
        List<Parsed.Match> sorted = new ArrayList<>(matches);
        sorted.sort(Comparator.comparing(Parsed.Match::pattern).thenComparing(Parsed.Match::span));
        List<Parsed.Match> settled = new ArrayList<>();
        for (Parsed.Match match : sorted) {
            int before = settled.size() - 1;
            if (before >= 0
                    && settled.get(before).pattern().equals(match.pattern())
                    && settled.get(before).span().overlaps(match.span())) {
                settled.set(
                        before,
                        new Parsed.Match(
                                match.pattern(), settled.get(before).span().join(match.span())));
            } else {
                settled.add(match);
            }
        }
        settled.sort(Comparator.comparing(Parsed.Match::span).thenComparing(Parsed.Match::pattern));
        return settled;
    }
}
