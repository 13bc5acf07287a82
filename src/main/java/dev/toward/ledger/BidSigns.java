package dev.toward.ledger;

import dev.toward.Analysis;
import dev.toward.cue.BidKind;
import dev.toward.cue.Gesture;
import dev.toward.text.Message;
import dev.toward.verdict.Scores;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The signs by which it shows whether what somebody wrote at one stretch is a bid, and of which kind; answers betray it too. */
final class BidSigns {
    static final Set<String> ME = BareWords.listed("i i'm im ive i've me my");
    static final Set<String> YOU = BareWords.listed("you u your ur ya ye yours");
    static final Set<String> US = BareWords.listed("we us our we're let's lets");
    static final Set<String> KIN = BareWords.listed(
            "mum mom mam mama dad father mother nan nana gran grandma grandad sister brother son daughter husband wife boyfriend girlfriend partner"
                    + " aunt auntie uncle cousin");
    static final Pattern SHOUTS = Pattern.compile("\\b\\p{Lu}{3,}\\b");
    private static final int PICTURES = 0x2600;
    private static final int LONG_AGO = 600;
    private static final int ANSWERS = 4;
    private static final int MANY = 6;
    private static final double LEAST = 1e-4;

    private BidSigns() {}

    /**
     * What shows without any reader being asked.
     *
     * @param sense what the words alone make of it
     * @param ruled the kind by the rules, or null
     */
    static Signs of(
            List<Said> said,
            BidSense sense,
            @Nullable BidKind ruled,
            Outcome ifUnanswered,
            List<OpenBid.Answer> answers,
            Wordbook words)
            throws ExecutionException, InterruptedException {
        Signs signs = new Signs();
        List<String> texts = said.stream().map(Said::text).toList();
        signs.put("as=" + sense.as(), true);
        signs.put("rule=" + (ruled == null ? "null" : ruled.id()), true);
        signs.put("rule", ruled != null && ruled.asksForConnection());
        if (sense.hint() != null) {
            signs.put("hint=" + sense.hint().id(), true);
        }
        words(signs, texts, words.together(texts), texts.stream().map(words::of).toList());
        Said first = said.get(0);
        Said last = said.get(said.size() - 1);
        signs.put("stands=" + BidSense.Stands.of(last, words), true);
        signs.put("first stands=" + BidSense.Stands.of(first, words), true);
        List<String> before = first.answers().utterances();
        boolean asked = before.stream().anyMatch(u -> u.contains("?"));
        Duration after = first.after();
        signs.put("nothing before", !first.answers().isKnown());
        signs.put("after", Signs.steps(after == null ? LONG_AGO : after.toMinutes()) / 4);
        signs.put("before asks", asked);
        signs.put(
                "before asks last",
                first.answers().isKnown() && first.answers().last().contains("?"));
        signs.put("answers a question soon", asked && after != null && after.toMinutes() < 60);
        read(signs, "first", first.read());
        read(signs, "last", last.read());
        answers(signs, answers, ifUnanswered, words);
        return signs;
    }

    private static void words(Signs signs, List<String> texts, Words together, List<Words> each) {
        String all = together.text();
        Words last = each.get(each.size() - 1);
        List<String> words = together.bare();
        signs.put("messages", Math.min(texts.size(), MANY) / 3.0);
        signs.put("length", Signs.steps(words.size()));
        signs.put("last length", Signs.steps(last.bare().size()));
        marks(signs, "", all);
        signs.put("last ?", last.hasQuestionMark());
        signs.put("!!", all.contains("!!"));
        signs.put("me", words.stream().anyMatch(ME::contains));
        signs.put("you", words.stream().anyMatch(YOU::contains));
        signs.put("us", words.stream().anyMatch(US::contains));
        signs.put("kin", words.stream().anyMatch(KIN::contains));
        each(signs, "takes note", each, Words::takesNote);
        each(signs, "ritual", each, Words::isRitual);
        each(signs, "notice", each, Words::isNotice);
        each(signs, "feels", each, Words::feels);
        each(signs, "apology", texts, Apology::is);
        each.forEach(one -> one.asked().forEach(asked -> signs.put("asks=" + asked, true)));
    }

    private static <T> void each(Signs signs, String name, List<T> all, Predicate<T> is) {
        signs.put("all " + name, all.stream().allMatch(is));
        signs.put("any " + name, all.stream().anyMatch(is));
    }

    static void marks(Signs signs, String whose, String text) {
        signs.put(whose + "?", text.contains("?"));
        signs.put(whose + "!", text.contains("!"));
        signs.put(whose + "shouts", SHOUTS.matcher(text).find());
        signs.put(whose + "pictures", text.codePoints().anyMatch(c -> c > PICTURES));
    }

    private static void read(Signs signs, String which, @Nullable Analysis analysis) {
        if (analysis == null) {
            return;
        }
        signs.put(which + " turn=" + analysis.verdict().turn(), true);
        Scores scores = analysis.verdict().scores();
        signs.put(which + " warm", scores.validating() * 2);
        signs.put(which + " cold", scores.flag() * 2);
        for (Gesture gesture : analysis.verdict().gestures()) {
            signs.put(which + " gesture=" + gesture.id(), true);
        }
    }

    private static void answers(Signs signs, List<OpenBid.Answer> answers, Outcome ifUnanswered, Wordbook words)
            throws ExecutionException, InterruptedException {
        signs.put("open", ifUnanswered == Outcome.OPEN);
        signs.put("unanswered", answers.isEmpty());
        if (answers.isEmpty()) {
            return;
        }
        OpenBid.Answer first = answers.get(0);
        Analysis read = first.read();
        signs.put(
                "answer after",
                Signs.steps(first.gap() == null ? 0 : first.gap().toMinutes()) / 4);
        signs.put("answer direct", first.direct());
        if (read == null) {
            signs.put("answer without words", true);
            return;
        }
        List<Message> some = new ArrayList<>();
        for (OpenBid.Answer answer : answers.subList(0, Math.min(ANSWERS, answers.size()))) {
            some.add(answer.message());
            Analysis analysis = answer.read();
            if (analysis != null) {
                Scores scores = analysis.verdict().scores();
                signs.most("answer warm", scores.validating() * 2);
                signs.most("answer cold", scores.flag() * 2);
            }
        }
        signs.put("answer ?", some.stream().anyMatch(m -> m.text().contains("?")));
        signs.put("answer !", some.stream().anyMatch(m -> m.text().contains("!")));
        signs.put("answer takes note", words.of(first.message().text()).takesNote());
        signs.put("answer turn=" + read.verdict().turn(), true);
        signs.put(
                "answer length",
                Signs.steps(words.of(first.message().text()).bare().size()) / 2);
        BidKind answered = read.verdict().bid();
        if (first.direct() && answered != null) {
            signs.put("answer read=" + answered.id(), true);
        }
        for (Gesture gesture : read.verdict().gestures()) {
            signs.put("answer gesture=" + gesture.id(), true);
        }
    }

    /** The same signs, and what a reader finds each kind's probability to be. */
    static void asked(Signs signs, Map<BidKind, Double> odds) {
        odds.forEach((kind, p) -> signs.put("read=" + kind.id(), kind == BidKind.NONE ? 0 : p * 2));
        signs.put("asks", logOdds(1 - odds.getOrDefault(BidKind.NONE, 1.0)) / 2);
    }

    /** How probable a reader found a kind, by the signs of {@link #asked}; 0 where none was asked. */
    static double read(Signs signs, BidKind kind) {
        return signs.of("read=" + kind.id()) / 2;
    }

    private static double logOdds(double p) {
        double kept = Math.min(Math.max(p, LEAST), 1 - LEAST);
        return StrictMath.log(kept / (1 - kept));
    }
}
