package dev.toward.cue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which of many regular expressions could match a text at all, by the letters that each cannot do without: found once in the expressions
 * themselves, then looked for in one pass over the text (Cox 2012, "Regular expression matching with a trigram index"). Knows the expressions
 * of our word lists: letters, groups, choices, classes, quantifiers, lookaheads. It may name one that does not match, and never
 * leaves out one that does. Immutable; threads may share it.
 */
final class Literals {
    private static final int LEAST = 3;
    private static final int MOST_EXPRESSIONS = 64;
    private static final int BITS = 12;

    private final long[] seen = new long[(1 << BITS) / Long.SIZE];
    private final Map<Integer, List<Literal>> opening = new HashMap<>();
    private final List<Way> ways = new ArrayList<>();
    private int sets;

    /** @param set which of all sets it stands in */
    private record Literal(String text, int set) {}

    /**
     * One of the choices that an expression leaves.
     *
     * @param sets a text that it matches has a literal of each
     */
    private record Way(int expression, int[] sets) {}

    private Literals() {}

    /** @param expressions 64 at most, as {@code java.util.regex} takes them */
    static Literals of(List<String> expressions) {
        if (expressions.size() > MOST_EXPRESSIONS) {
            throw new IllegalArgumentException("expected 64 expressions at most, got " + expressions.size());
        }
        Literals literals = new Literals();
        for (int i = 0; i < expressions.size(); i++) {
            for (List<Set<String>> needed : needed(expressions.get(i))) {
                literals.ways.add(
                        new Way(i, needed.stream().mapToInt(literals::add).toArray()));
            }
        }
        return literals;
    }

    private int add(Set<String> set) {
        for (String literal : set) {
            int hash = hash(literal, 0);
            seen[hash >> 6] |= 1L << hash;
            opening.computeIfAbsent(hash, h -> new ArrayList<>()).add(new Literal(literal, sets));
        }
        return sets++;
    }

    /** For each choice that an expression leaves, the sets of which a text that it matches has a literal each. */
    static List<List<Set<String>>> needed(String expression) {
        return new Reading(expression).choices();
    }

    /** A bit for each expression that could match somewhere. */
    long possible(String text) {
        BitSet found = new BitSet(sets);
        for (int i = 0; i + LEAST <= text.length(); i++) {
            int hash = hash(text, i);
            if ((seen[hash >> 6] & 1L << hash) != 0) {
                for (Literal literal : opening.getOrDefault(hash, List.of())) {
                    if (text.startsWith(literal.text(), i)) {
                        found.set(literal.set());
                    }
                }
            }
        }
        long possible = 0;
        for (Way way : ways) {
            boolean all = true;
            for (int set : way.sets()) {
                all &= found.get(set);
            }
            possible |= all ? 1L << way.expression() : 0;
        }
        return possible;
    }

    private static int hash(String text, int at) {
        int three = (text.charAt(at) << 10) ^ (text.charAt(at + 1) << 5) ^ text.charAt(at + 2);
        return (three * 0x9E3779B1) >>> (Integer.SIZE - BITS);
    }

    /** One expression being read, by descent. */
    private static final class Reading {
        private final String expression;
        private int at;

        Reading(String expression) {
            this.expression = expression;
        }

        /** Choices with bars between, up to the end or to the bracket that closes them. */
        List<List<Set<String>>> choices() {
            List<List<Set<String>>> all = new ArrayList<>();
            while (true) {
                all.add(sequence());
                if (at == expression.length() || expression.charAt(at) == ')') {
                    return all;
                }
                at++;
            }
        }

        /** What must stand in a row. */
        private List<Set<String>> sequence() {
            List<Set<String>> all = new ArrayList<>();
            StringBuilder run = new StringBuilder();
            while (at < expression.length() && expression.charAt(at) != '|' && expression.charAt(at) != ')') {
                char c = expression.charAt(at);
                if (c == '(') {
                    Set<String> group = group();
                    end(run, all);
                    if (must() && group != null) {
                        all.add(group);
                    }
                } else if (c == '[' || c == '\\' || c == '.' || c == '$') {
                    at = c == '[' ? expression.indexOf(']', at) + 1 : c == '\\' ? at + 2 : at + 1;
                    must();
                    end(run, all);
                } else {
                    int letter = ++at;
                    if (must()) {
                        run.append(c);
                    }
                    if (at != letter) {
                        end(run, all);
                    }
                }
            }
            end(run, all);
            return all;
        }

        private static void end(StringBuilder run, List<Set<String>> all) {
            if (run.length() >= LEAST) {
                all.add(Set.of(run.toString()));
            }
            run.setLength(0);
        }

        /** One of these stands wherever the group matches: of each choice, the longest that it needs; null when one needs none. */
        private @Nullable Set<String> group() {
            boolean unsaid = expression.startsWith("(?!", at) || expression.startsWith("(?=", at);
            if (!unsaid && !expression.startsWith("(?:", at)) {
                throw new IllegalArgumentException("expected (?: or a lookahead: " + expression.substring(at));
            }
            at += 3;
            Set<String> literals = new HashSet<>();
            for (List<Set<String>> choice : choices()) {
                Set<String> best = choice.stream()
                        .max(Comparator.comparingInt(Reading::shortest))
                        .orElse(null);
                if (best == null) {
                    unsaid = true;
                } else {
                    literals.addAll(best);
                }
            }
            at++;
            return unsaid ? null : literals;
        }

        /** Reads a quantifier, if there is one; false when what stands before it may be missing. */
        private boolean must() {
            if (at == expression.length()) {
                return true;
            }
            char c = expression.charAt(at);
            if (c == '{') {
                boolean must = expression.charAt(at + 1) != '0';
                at = expression.indexOf('}', at) + 1;
                skipMark();
                return must;
            }
            if (c == '?' || c == '*' || c == '+') {
                at++;
                skipMark();
                return c == '+';
            }
            return true;
        }

        private void skipMark() {
            if (at < expression.length() && (expression.charAt(at) == '?' || expression.charAt(at) == '+')) {
                at++;
            }
        }

        private static int shortest(Set<String> some) {
            return some.stream().mapToInt(String::length).min().orElse(0);
        }
    }
}
