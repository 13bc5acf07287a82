package dev.toward.match;

import dev.toward.Analysis;
import dev.toward.cue.Tactic;
import dev.toward.letter.Passage;
import dev.toward.suggest.Suggestion;
import dev.toward.text.Span;
import dev.toward.verdict.Finding;
import dev.toward.verdict.Label;
import dev.toward.verdict.Settings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns what was read of a passage into matches. Clients replace exactly what is marked, so a match is as wide as its replacements. */
public final class Matches {
    private static final int MOST_REASONS = 3;
    private static final Pattern BLANK_LINE = Pattern.compile("\\R[ \\t]*\\R");

    /** Only the beginning of an answer takes up what was said. */
    private static final Set<Tactic> OF_THE_OPENING = EnumSet.of(Tactic.TOKEN_REPLY, Tactic.TOPIC_CHANGE);

    private final String text;
    private final Wanted wanted;

    /** @param text that the passages are of */
    public Matches(String text, Wanted wanted) {
        this.text = text;
        this.wanted = wanted;
    }

    /**
     * In the order found; sort them by their places.
     *
     * @param perhaps true where only those are told who want to hear of what is likely too
     */
    public List<Match> of(Passage passage, Analysis analysis, boolean perhaps) {
        List<Match> matches = new ArrayList<>();
        if (analysis.verdict().label().isFlag()) {
            flagged(passage, analysis, perhaps, matches);
        }
        return matches;
    }

    private static Rule rule(Tactic tactic, boolean perhaps) {
        return perhaps ? Rule.perhaps(Settings.labelOf(tactic) == Label.MINIMIZING) : Rule.of(tactic);
    }

    private boolean isTold(Finding finding, Span place, boolean perhaps) {
        Tactic tactic = finding.tactic();
        return wanted.allows(Rule.of(tactic), finding.score())
                && (!perhaps || wanted.allows(rule(tactic, true), finding.score()))
                && !wanted.silences(tactic, place);
    }

    private void flagged(Passage passage, Analysis analysis, boolean perhaps, List<Match> into) {
        int base = passage.span().start();
        List<Finding> findings = new ArrayList<>();
        for (Finding finding : analysis.verdict().tactics()) {
            Span place = trimmed(
                    new Span(finding.span().start() + base, finding.span().end() + base));
            boolean aside = OF_THE_OPENING.contains(finding.tactic()) && !passage.opens();
            if (!place.isEmpty() && !aside && !passage.repeats(place) && isTold(finding, place, perhaps)) {
                findings.add(new Finding(finding.tactic(), place, finding.score()));
            }
        }
        findings.sort(Comparator.comparingDouble(Finding::score).reversed().thenComparing(Finding::span));
        Span wide = wide(passage, analysis.suggestions(), findings);
        if (wide != null) {
            List<Finding> inIt =
                    findings.stream().filter(f -> wide.contains(f.span())).toList();
            into.add(match(wide, inIt, analysis, perhaps, replacements(passage, wide, analysis.suggestions())));
            findings.removeAll(inIt);
        }
        List<Finding> told = new ArrayList<>();
        for (Finding finding : findings) {
            if (told.stream().noneMatch(other -> other.span().overlaps(finding.span()))) {
                told.add(finding);
                into.add(match(finding.span(), List.of(finding), analysis, perhaps, List.of()));
            }
        }
    }

    /** What gives way to the suggestions, with the findings in it; null where there is nothing to put in its place. */
    private @Nullable Span wide(Passage passage, List<Suggestion> suggestions, List<Finding> findings) {
        if (suggestions.isEmpty() || findings.isEmpty()) {
            return null;
        }
        Span offered = offered(passage, suggestions);
        if (!offered.isEmpty() && findings.stream().noneMatch(f -> offered.overlaps(f.span()))) {
            return null;
        }
        Span all = offered.isEmpty() ? offered.join(findings.get(0).span()) : offered;
        for (int round = 0; round < findings.size(); round++) {
            for (Finding finding : findings) {
                all = all.overlaps(finding.span()) ? all.join(finding.span()) : all;
            }
        }
        boolean apart = BLANK_LINE.matcher(all.in(text)).find();
        return repeats(passage, all) || apart || !wanted.canGiveWay(all) ? null : all;
    }

    private static Span offered(Passage passage, List<Suggestion> suggestions) {
        int base = passage.span().start();
        Span all = suggestions.get(0).span();
        for (Suggestion suggestion : suggestions) {
            all = all.join(suggestion.span());
        }
        return new Span(all.start() + base, all.end() + base);
    }

    /** True where words would give way that are only repeated. */
    private static boolean repeats(Passage passage, Span place) {
        return passage.cited().stream().anyMatch(place::overlaps);
    }

    private List<String> replacements(Passage passage, Span wide, List<Suggestion> suggestions) {
        int before = wide.start() - passage.span().start();
        int after = passage.span().end() - wide.end();
        String now = wide.in(text);
        TreeSet<String> seen = new TreeSet<>(List.of(now, "(" + now + ")"));
        List<String> replacements = new ArrayList<>();
        for (Suggestion suggestion : suggestions) {
            String rewritten = suggestion.rewritten();
            String value = rewritten.substring(before, rewritten.length() - after);
            if (!value.isBlank() && seen.add(value)) {
                replacements.add(value);
            }
        }
        return replacements;
    }

    private static Match match(
            Span span, List<Finding> findings, Analysis analysis, boolean perhaps, List<String> replacements) {
        Finding leading = findings.get(0);
        List<Tactic> tactics = findings.stream().map(Finding::tactic).distinct().toList();
        Rule rule = rule(leading.tactic(), perhaps);
        StringBuilder message = new StringBuilder(perhaps ? rule.why() : "");
        tactics.stream().limit(MOST_REASONS).forEach(t -> message.append(message.isEmpty() ? "" : " ")
                .append(t.why()));
        if (analysis.care() != null) {
            message.append(' ').append(analysis.care().message());
        }
        return new Match(
                rule, span, analysis.verdict().label(), leading.score(), tactics, message.toString(), replacements);
    }

    private Span trimmed(Span span) {
        int start = span.start();
        int end = span.end();
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return new Span(start, end);
    }
}
