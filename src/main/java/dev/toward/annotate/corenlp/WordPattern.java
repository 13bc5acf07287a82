package dev.toward.annotate.corenlp;

import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.ling.tokensregex.Env;
import edu.stanford.nlp.ling.tokensregex.SequenceMatcher;
import edu.stanford.nlp.ling.tokensregex.TokenSequencePattern;
import edu.stanford.nlp.semgraph.SemanticGraph;
import edu.stanford.nlp.util.CoreMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pattern over words.
 *
 * @param oneOf words of which a sentence must hold one for the pattern to be worth trying; empty when there are no such
 */
record WordPattern(String name, PatternSet.Reach reach, TokenSequencePattern pattern, Set<String> oneOf)
        implements PatternSet.Pattern {
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
        List<WordPattern> compiled = new ArrayList<>();
        for (PatternLine line : lines) {
            if (line.definition()) {
                continue;
            }
            String tokens = asTokens(line.text());
            try {
                compiled.add(new WordPattern(
                        line.name(),
                        line.reach(),
                        TokenSequencePattern.compile(parts.env, tokens),
                        RequiredWords.of(tokens)));
            } catch (RuntimeException | Error e) { // its lexer throws an Error
                throw line.unreadable("a TokensRegex over words", e);
            }
        }
        return compiled;
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
    public List<int[]> find(List<CoreLabel> labels, Set<String> words, SemanticGraph graph) {
        List<int[]> found = new ArrayList<>();
        if (!oneOf.isEmpty() && Collections.disjoint(words, oneOf)) {
            return found;
        }
        SequenceMatcher<CoreMap> matcher = pattern.getMatcher(labels);
        while (matcher.find()) {
            if (matcher.end() > matcher.start()) {
                found.add(new int[] {matcher.start(), matcher.end() - 1});
            }
        }
        return found;
    }
}
