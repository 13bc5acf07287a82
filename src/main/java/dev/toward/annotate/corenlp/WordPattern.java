package dev.toward.annotate.corenlp;

import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.ling.tokensregex.Env;
import edu.stanford.nlp.ling.tokensregex.SequenceMatcher;
import edu.stanford.nlp.ling.tokensregex.TokenSequencePattern;
import edu.stanford.nlp.semgraph.SemanticGraph;
import edu.stanford.nlp.util.CoreMap;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * All patterns over words of one file that reach alike, as one alternation: one pass over a sentence instead of one a line.
 */
record WordPattern(String name, PatternSet.Reach reach, TokenSequencePattern pattern) implements PatternSet.Pattern {
    /** What stands between these is TokensRegex's own and left as written: {@code /…/}, {@code […]}, {@code "…"}, {@code {…}}. */
    private static final Pattern OWN = Pattern.compile("/(?:[^/\\\\]|\\\\.)*/|\\[[^\\]]*\\]|\"[^\"]*\"|\\{[^}]*\\}");

    /** The named parts of all files. */
    static final class Parts {
        private final Env env = TokenSequencePattern.getNewEnv();

        void define(PatternLine line, String name, String part) {
            try {
                env.bind(name, TokenSequencePattern.compile(env, asTokens(part)));
            } catch (RuntimeException | Error e) {
                throw line.unreadable("'$NAME = (words)'", e);
            }
        }
    }

    static List<WordPattern> compile(List<PatternLine> lines, Parts parts) {
        Map<PatternSet.Reach, List<PatternLine>> byReach = new EnumMap<>(PatternSet.Reach.class);
        for (PatternLine line : lines) {
            if (!line.definition()) {
                byReach.computeIfAbsent(line.reach(), r -> new ArrayList<>()).add(line);
            }
        }
        List<WordPattern> compiled = new ArrayList<>();
        byReach.forEach((reach, alike) -> {
            List<String> tokens = alike.stream()
                    .map(line -> "(?: " + asTokens(line.text()) + " )")
                    .toList();
            TokenSequencePattern pattern;
            try {
                pattern = TokenSequencePattern.compile(parts.env, String.join(" | ", tokens));
            } catch (RuntimeException | Error e) { // its lexer throws an Error
                throw faulty(alike, parts, e);
            }
            compiled.add(new WordPattern(alike.get(0).name(), reach, pattern));
        });
        return compiled;
    }

    private static IllegalArgumentException faulty(List<PatternLine> lines, Parts parts, Throwable together) {
        for (PatternLine line : lines) {
            try {
                TokenSequencePattern.compile(parts.env, asTokens(line.text()));
            } catch (RuntimeException | Error e) {
                return line.unreadable("a TokensRegex over words", e);
            }
        }
        return lines.get(0).unreadable("patterns that can stand together", together);
    }

    /** Words, contractions and marks as the tokens that they are in a text. */
    private static String asTokens(String line) {
        StringBuilder tokens = new StringBuilder();
        int from = 0;
        for (Matcher own = OWN.matcher(line); own.find(); ) {
            tokens.append(quoted(line.substring(from, own.start()))).append(own.group());
            from = own.end();
        }
        return tokens.append(quoted(line.substring(from))).toString();
    }

    private static String quoted(String words) {
        return words.replaceAll("\\bcannot\\b", "can not")
                .replaceAll("n't\\b", " \"n't\"")
                .replaceAll("(?<!n)'(s|re|m|ve|ll|d|t)\\b", " \"'$1\"")
                .replaceAll("(?<!\\$)\\b(\\p{L}+(?:-\\p{L}+)+)", "\"$1\"")
                .replaceAll(",", " \",\" ");
    }

    @Override
    public List<int[]> find(List<CoreLabel> labels, SemanticGraph graph) {
        List<int[]> found = new ArrayList<>();
        SequenceMatcher<CoreMap> matcher = pattern.getMatcher(labels);
        while (matcher.find()) {
            if (matcher.end() > matcher.start()) {
                found.add(new int[] {matcher.start(), matcher.end() - 1});
            }
        }
        return found;
    }
}
