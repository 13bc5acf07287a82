package dev.toward.learn;

import dev.toward.Analyses;
import dev.toward.Analysis;
import dev.toward.cue.BidKind;
import dev.toward.cue.Gesture;
import dev.toward.ledger.OwnAnswers.Answer;
import dev.toward.suggest.Occasion;
import dev.toward.text.Draft;
import dev.toward.verdict.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds in one answer the words that turn toward and can be said to anybody. Only what may pass is analysed. Threads may share it. */
final class WarmAnswers {
    /** Whoever accepts a phrase should not have to weed first: near the bar of 0.5 one in three is only polite. */
    private static final double CLEARLY = 0.8;

    private static final int FEWEST_WORDS = 2;
    /** Two words cut out of more mostly lean on the rest. */
    private static final int FEWEST_WORDS_OF_PART = 3;

    private static final int MOST_WORDS = 25;
    private static final int MOST_SENTENCES = 2;
    private static final Pattern FIRST_NAME = Pattern.compile("^\\p{L}[\\p{L}\\p{M}'’-]+(?=\\s|$)");

    private final Analyses analyses;
    private final Particulars particulars;
    private final Vocabulary common;

    WarmAnswers(Analyses analyses, Particulars particulars, Vocabulary common) {
        this.analyses = analyses;
        this.particulars = particulars;
        this.common = common;
    }

    /** The whole answer, where it may do, and each of its sentences. */
    List<Warm> in(Answer answer) {
        List<String> sentences = Tidy.sentences(answer.text());
        String them = firstName(answer.them());
        List<Warm> warm = new ArrayList<>();
        if (sentences.size() <= MOST_SENTENCES) {
            String whole = String.join(" ", sentences);
            if (mayPass(whole, them)) {
                read(whole, true, answer, them).ifPresent(warm::add);
            }
        }
        List<String> parts = sentences.size() < 2
                ? List.of()
                : sentences.stream()
                        .filter(s -> Words.count(s) >= FEWEST_WORDS_OF_PART && mayPass(s, them))
                        .toList();
        if (!parts.isEmpty() && isWarm(analyses.analyze(new Draft(answer.text(), answer.bid()), 0, null))) {
            parts.forEach(part -> read(part, false, answer, them).ifPresent(warm::add));
        }
        return warm;
    }

    private boolean mayPass(String text, String them) {
        int words = Words.count(text);
        return words >= FEWEST_WORDS && words <= MOST_WORDS && !particulars.in(text, them, common);
    }

    private Optional<Warm> read(String text, boolean whole, Answer answer, String them) {
        Analysis analysis = analyses.analyze(new Draft(text, answer.bid()), 0, null);
        BidKind bid = analysis.verdict().bid();
        double warmth = analysis.verdict().scores().validating();
        if (bid == null || !bid.asksForConnection() || warmth < CLEARLY || !isWarm(analysis)) {
            return Optional.empty();
        }
        return Turned.of(text, answer.bid().last(), bid, them)
                .map(turned -> new Warm(
                        answer,
                        turned.text(),
                        turned.sort(),
                        whole,
                        warmth,
                        gestures(analysis, turned.text()),
                        bid,
                        Occasion.of(String.join("\n", answer.bid().utterances()), text, bid)))
                .filter(w -> !w.gestures().isEmpty());
    }

    // what is said where somebody's life may be in danger is said to one person only
    private static boolean isWarm(Analysis analysis) {
        return analysis.verdict().label() == Label.VALIDATING && analysis.care() == null;
    }

    private static List<Gesture> gestures(Analysis analysis, String text) {
        boolean named = text.contains("{name}");
        return analysis.verdict().gestures().stream()
                .filter(g -> named || g != Gesture.USES_NAME)
                .toList();
    }

    private static String firstName(@Nullable String name) {
        Matcher first = FIRST_NAME.matcher(name == null ? "" : name);
        return first.find() ? first.group() : "";
    }
}
