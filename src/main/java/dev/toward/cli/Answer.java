package dev.toward.cli;

import dev.toward.Analysis;
import dev.toward.suggest.Part;
import dev.toward.suggest.Suggestion;
import dev.toward.text.Span;
import dev.toward.verdict.Finding;
import dev.toward.verdict.Fingerprint;
import dev.toward.verdict.Turn;
import dev.toward.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** An analysis in words, for somebody at a terminal: what it is, by which words, why, and what to say instead. */
final class Answer {
    private static final double SMALLEST = 0.005;
    private static final String RESET = "\u001b[0m";
    private static final String BOLD = "\u001b[1m";
    private static final String GUILTY = "\u001b[1;4;31m";

    private final Analysis analysis;
    private final boolean colour;
    private final boolean explained;
    private final StringBuilder out = new StringBuilder();

    Answer(Analysis analysis, boolean colour) {
        this(analysis, colour, false);
    }

    /** @param explained whether each wording is followed by why it stands where it does */
    Answer(Analysis analysis, boolean colour, boolean explained) {
        this.analysis = analysis;
        this.colour = colour;
        this.explained = explained;
    }

    /** Lines, each with its end. */
    String text() {
        out.setLength(0);
        Verdict verdict = analysis.verdict();
        if (analysis.care() != null) {
            line(analysis.care().message());
            line("");
        }
        line(bold(verdict.label().id()) + ": " + inWords(verdict));
        if (!verdict.tactics().isEmpty()) {
            line("");
            draft(verdict.tactics().stream().map(Finding::span).toList());
            line("");
            for (Finding finding : verdict.tactics()) {
                line("  " + bold(finding.tactic().id()) + ": "
                        + finding.tactic().why());
                if (explained) {
                    line("     " + fingerprint(finding));
                }
            }
        }
        if (!verdict.unsaid().isEmpty()) {
            line("");
            line("Left unsaid, as your settings ask: "
                    + verdict.unsaid().stream().map(this::fingerprint).collect(Collectors.joining(", ")));
        }
        if (!analysis.suggestions().isEmpty()) {
            line("");
            line("Warmer:");
            int number = 0;
            for (Suggestion suggestion : analysis.suggestions()) {
                number++;
                String start = String.format(Locale.ROOT, "%3d. ", number);
                String rewritten = Columns.printable(suggestion.rewritten()).replace("\n", "\n     ");
                line(start + rewritten + "  (" + suggestion.gesture().id() + ")");
                if (explained) {
                    explain(suggestion);
                }
            }
        }
        return out.toString();
    }

    /** By which the wording can be left unsaid from now on. */
    private String fingerprint(Finding finding) {
        return Fingerprint.of(
                        finding.tactic(), finding.span().in(analysis.draft().text()))
                .id();
    }

    // What counted most comes first.
    private void explain(Suggestion suggestion) {
        line("     " + Columns.printable(suggestion.phrase()));
        suggestion.parts().entrySet().stream()
                .filter(part -> Math.abs(part.getValue()) >= SMALLEST)
                .sorted(Map.Entry.<Part, Double>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .forEach(part -> line(String.format(
                        Locale.ROOT,
                        "     %6.2f  %s",
                        part.getValue(),
                        part.getKey().plainly())));
    }

    private static String inWords(Verdict verdict) {
        if (verdict instanceof Verdict.Undecided undecided) {
            return switch (undecided.reason()) {
                case NO_WORDS -> "there are no words in it to go by";
                case NOT_ENGLISH -> "it does not read as English, so nothing is said of it";
            };
        }
        String answered = verdict.bid() == null || verdict.turn() == Turn.NONE
                ? ""
                : " (what it answers: " + verdict.bid().plainly() + ")";
        return switch (verdict.turn()) {
                    case TOWARD -> "it turns toward them";
                    case AWAY -> "it turns away";
                    case AGAINST -> "it turns against them";
                    case NONE -> "it turns neither way";
                }
                + answered;
    }

    /** The draft with the guilty words marked: in colour, else by a line of carets under them. */
    private void draft(List<Span> spans) {
        String text = analysis.draft().text();
        List<Span> merged = merged(spans);
        int start = 0;
        while (start <= text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            draftLine(text, new Span(start, end), merged);
            start = end + 1;
        }
    }

    private void draftLine(String text, Span line, List<Span> spans) {
        StringBuilder shown = new StringBuilder("  ");
        StringBuilder under = new StringBuilder("  ");
        int at = line.start();
        boolean any = false;
        for (Span span : spans) {
            int from = Math.max(at, span.start());
            int to = Math.min(line.end(), span.end());
            if (from >= to) {
                continue;
            }
            any = true;
            String before = Columns.printable(text.substring(at, from));
            String guilty = Columns.printable(text.substring(from, to));
            shown.append(before).append(colour ? GUILTY + guilty + RESET : guilty);
            under.repeat(' ', Columns.width(before)).repeat('^', Columns.width(guilty));
            at = to;
        }
        shown.append(Columns.printable(text.substring(at, line.end())));
        line(shown.toString());
        if (any && !colour) {
            line(under.toString());
        }
    }

    /** In order, and without overlaps. */
    private static List<Span> merged(List<Span> spans) {
        List<Span> merged = new ArrayList<>();
        for (Span span : spans.stream().sorted().toList()) {
            int last = merged.size() - 1;
            if (last >= 0 && merged.get(last).overlaps(span)) {
                merged.set(last, merged.get(last).join(span));
            } else {
                merged.add(span);
            }
        }
        return merged;
    }

    private String bold(String words) {
        return colour ? BOLD + words + RESET : words;
    }

    private void line(String line) {
        out.append(line.stripTrailing()).append('\n');
    }
}
