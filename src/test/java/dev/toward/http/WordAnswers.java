package dev.toward.http;

import dev.toward.Analyses;
import dev.toward.Analysis;
import dev.toward.Tier;
import dev.toward.cue.BidKind;
import dev.toward.cue.Gesture;
import dev.toward.cue.Tactic;
import dev.toward.suggest.Suggestion;
import dev.toward.text.Draft;
import dev.toward.text.Span;
import dev.toward.verdict.Finding;
import dev.toward.verdict.Label;
import dev.toward.verdict.Provenance;
import dev.toward.verdict.Scores;
import dev.toward.verdict.Settings;
import dev.toward.verdict.Strictness;
import dev.toward.verdict.Turn;
import dev.toward.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Answers by single words, for tests of protocols: {@code whatever}, {@code calm down} and {@code at least} are flagged wherever they
 * stand, {@code ok} alone where it answers something, {@code hm} is in doubt, {@code that must hurt} is kind, {@code vielleicht} is not English,
 * and {@code slowly} takes its time. What is in doubt is flagged for the picky, only {@code whatever} for the gentle.
 */
public final class WordAnswers implements Analyses {
    private static final Map<String, Tactic> WORDS =
            Map.of("whatever", Tactic.BRUSH_OFF, "calm down", Tactic.FEELING_ORDER, "at least", Tactic.AT_LEAST);
    private static final int OFFERED = 7;

    private final Settings settings;

    public WordAnswers() {
        this(Settings.SHIPPED);
    }

    private WordAnswers(Settings settings) {
        this.settings = settings;
    }

    @Override
    public Settings settings() {
        return settings;
    }

    @Override
    public Analyses under(Settings.Change change) {
        return new WordAnswers(settings.with(change));
    }

    @Override
    public Analysis analyze(Draft draft, int suggestions, @Nullable String them) {
        String text = draft.text().toLowerCase(Locale.ROOT);
        BidKind bid = draft.bid().isKnown() ? BidKind.DISTRESS : null;
        if (text.contains("slowly")) {
            sleep();
        }
        if (text.contains("vielleicht")) {
            return analysis(draft, new Verdict.Undecided(Verdict.Reason.NOT_ENGLISH), List.of(), "de");
        }
        if (text.codePoints().noneMatch(Character::isLetter)) {
            return analysis(draft, new Verdict.Undecided(Verdict.Reason.NO_WORDS), List.of(), "und");
        }
        List<Finding> findings = new ArrayList<>();
        WORDS.forEach((word, tactic) -> {
            int at = text.indexOf(word);
            if (at >= 0) {
                findings.add(
                        new Finding(tactic, new Span(at, at + word.length()), tactic == Tactic.BRUSH_OFF ? 0.9 : 0.8));
            }
        });
        if (bid != null && text.strip().equals("ok")) {
            findings.add(new Finding(Tactic.TOKEN_REPLY, Span.of(draft.text()), 0.7));
        }
        if (text.startsWith("hm") && settings.strictness() == Strictness.PICKY) {
            findings.add(new Finding(Tactic.BRUSH_OFF, new Span(0, 2), 0.6));
        }
        if (settings.strictness() == Strictness.GENTLE) {
            findings.removeIf(f -> f.score() < 0.85);
        }
        if (findings.isEmpty()) {
            double flag = text.startsWith("hm") ? 0.6 : 0.1;
            boolean kind = text.contains("that must hurt");
            return analysis(
                    draft,
                    new Verdict.Decided(
                            kind ? Label.VALIDATING : Label.NEUTRAL,
                            kind ? new Scores(0.9, 0.02, 0.03, 0.05) : new Scores(0, flag, 0, 1 - flag),
                            kind ? Turn.TOWARD : Turn.NONE,
                            bid,
                            List.of(),
                            kind ? List.of(Gesture.MIRROR_FEELING) : List.of()),
                    List.of(),
                    "en");
        }
        findings.sort((a, b) -> a.span().compareTo(b.span()));
        boolean shrinks = findings.stream().allMatch(f -> f.tactic() == Tactic.AT_LEAST);
        Verdict.Decided all = new Verdict.Decided(
                shrinks ? Label.MINIMIZING : Label.DISMISSIVE,
                shrinks ? new Scores(0.02, 0.1, 0.85, 0.03) : new Scores(0.02, 0.85, 0.1, 0.03),
                Turn.AWAY,
                bid,
                findings,
                List.of());
        Verdict verdict = settings.applied(all, draft.text());
        Span first = findings.get(0).span();
        String name = them == null ? "" : ", " + them;
        List<Suggestion> offered = IntStream.range(0, verdict.label().isFlag() ? Math.min(suggestions, OFFERED) : 0)
                .mapToObj(i -> suggestion(draft.text(), first, "warm words " + i + name))
                .toList();
        return analysis(draft, verdict, offered, "en");
    }

    private static Suggestion suggestion(String text, Span span, String words) {
        String rewritten = text.substring(0, span.start()) + words + text.substring(span.end());
        return new Suggestion(span, words, rewritten, Gesture.ACKNOWLEDGE, "acknowledge/any-001");
    }

    private static void sleep() {
        try {
            Thread.sleep(1_500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Analysis analysis(Draft draft, Verdict verdict, List<Suggestion> offered, String language) {
        return new Analysis(draft, verdict, offered, null, language, Tier.FULL, new Provenance("2026.11-test"));
    }
}
