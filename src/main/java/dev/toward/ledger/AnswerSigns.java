package dev.toward.ledger;

import dev.toward.Analysis;
import dev.toward.cue.BidKind;
import dev.toward.cue.Gesture;
import dev.toward.verdict.Scores;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The signs by which it shows how a bid was met. */
final class AnswerSigns {
    /** Answers past these are hardly ever to the bid. */
    private static final int LOOKED_AT = 5;

    private static final int ONE_SITTING = 60;
    private static final int LONG_AGO = 600;
    private static final Pattern WARMS = Pattern.compile(
            "\\b(?:oh no+|no+o+|oof|aw+|omg|sorry|haha\\w*|lol|lmao|yay|wow|love|glad|proud|congrat\\w*|well done|amazing|brilliant|bless|poor|ugh|yes+|god|jesus|lord)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Set<String> OPENINGS = BareWords.listed(
            "oh no noo oof aw omg sorry haha hahaha lol ok k yes yeah good well you you'll it what how why did i ha god aye nah fine sure at right is are of"
                    + " that thats that's never we when can im i'm my the");

    private AnswerSigns() {}

    /**
     * @param ruled what the rules make of it
     * @param odds how probable a reader finds each kind; empty where none was asked
     */
    static Signs of(
            OpenBid bid,
            OpenBid.Settled ruled,
            BidSense sense,
            Outcome ifUnanswered,
            Map<BidKind, Double> odds,
            Wordbook words)
            throws ExecutionException, InterruptedException {
        Signs signs = new Signs();
        List<Said> said = bid.said();
        List<String> texts = said.stream().map(Said::text).toList();
        List<Words> each = texts.stream().map(words::of).toList();
        String kind = ruled.kind() == null ? BidKind.NONE.id() : ruled.kind().id();
        signs.put("rule=" + ruled.outcome().id(), true);
        signs.put("kind=" + kind, true);
        signs.put("kind=" + kind + " rule=" + ruled.outcome().id(), true);
        odds.forEach((read, p) -> signs.put("read=" + read.id(), read == BidKind.NONE ? 0 : p * 2));
        signs.put("bid ?", texts.get(texts.size() - 1).contains("?"));
        signs.put("bid any ?", texts.stream().anyMatch(t -> t.contains("?")));
        signs.put("bid length", Signs.steps(words.together(texts).bare().size()) / 2);
        each.forEach(one -> one.asked().forEach(asked -> signs.put("bid asks=" + asked, true)));
        signs.put("bid feels", each.stream().anyMatch(Words::feels));
        signs.put("bid as=" + sense.as(), true);
        signs.put("bid stands=" + BidSense.Stands.of(said.get(said.size() - 1), words), true);
        Duration after = said.get(0).after();
        signs.put("bid after", Signs.steps(after == null ? LONG_AGO : after.toMinutes()) / 4);
        signs.put("open", ifUnanswered == Outcome.OPEN);
        List<OpenBid.Answer> answers = bid.answers();
        signs.put("unanswered", answers.isEmpty());
        if (!answers.isEmpty()) {
            answers(signs, texts, answers, ruled.kind(), words);
            felt(signs, odds);
        }
        return signs;
    }

    private static void answers(
            Signs signs, List<String> bid, List<OpenBid.Answer> answers, @Nullable BidKind kind, Wordbook words)
            throws ExecutionException, InterruptedException {
        OpenBid.Answer first = answers.get(0);
        long wait = minutes(first);
        signs.put("all elsewhere", allElsewhere(answers, bid, words));
        signs.put("elsewhere", OpenBid.isElsewhere(first, first.read(), bid, words));
        signs.put("wait", Signs.steps(wait) / 3);
        signs.put("wait hour", wait > 60);
        signs.put("wait five hours", wait > 300);
        signs.put("wait night", wait > 900);
        signs.put("evidence=" + first.evidence(), true);
        signs.put("direct", first.direct());
        signs.put("answers", Signs.steps(answers.size()));
        if (first.read() == null) {
            signs.put("without words", true);
            signs.put("without words=" + first.message().kind(), true);
        }
        List<OpenBid.Answer> together = new ArrayList<>();
        OpenBid.Answer worded = null;
        for (OpenBid.Answer answer : answers.subList(0, Math.min(LOOKED_AT, answers.size()))) {
            if (answer.read() == null) {
                continue;
            }
            worded = worded == null ? answer : worded;
            if (answer.by().id().equals(worded.by().id()) && minutes(answer) - minutes(worded) < ONE_SITTING) {
                together.add(answer);
            }
        }
        if (worded != null) {
            Analysis read = worded.read();
            if (read != null) {
                words(signs, bid, worded, read, together, kind == null ? BidKind.NONE : kind, words);
            }
        }
    }

    private static boolean allElsewhere(List<OpenBid.Answer> answers, List<String> bid, Wordbook words)
            throws ExecutionException, InterruptedException {
        for (OpenBid.Answer answer : answers) {
            if (!OpenBid.isElsewhere(answer, answer.read(), bid, words)) {
                return false;
            }
        }
        return true;
    }

    private static long minutes(OpenBid.Answer answer) {
        Duration gap = answer.gap();
        return gap == null ? 0 : gap.toMinutes();
    }

    private static void words(
            Signs signs,
            List<String> bid,
            OpenBid.Answer first,
            Analysis read,
            List<OpenBid.Answer> together,
            BidKind kind,
            Wordbook book)
            throws ExecutionException, InterruptedException {
        signs.put("beside it", read.draft().bid().utterances().stream().anyMatch(bid::contains));
        signs.put("together", Signs.steps(together.size()));
        scores(signs, "first ", read.verdict().scores());
        signs.put("first turn=" + read.verdict().turn(), true);
        String text = first.message().text();
        Words firstSaid = book.of(text);
        List<String> all = new ArrayList<>();
        for (OpenBid.Answer answer : together) {
            String words = answer.message().text();
            all.add(words);
            Analysis analysis = answer.read();
            if (analysis == null) {
                continue;
            }
            scores(signs, "most ", analysis.verdict().scores());
            signs.put("turn=" + analysis.verdict().turn(), true);
            for (Gesture gesture : analysis.verdict().gestures()) {
                signs.put("gesture=" + gesture.id(), true);
            }
            signs.put(
                    "tactic",
                    signs.of("tactic") > 0 || !analysis.verdict().tactics().isEmpty());
            signs.put("bare", signs.of("bare") > 0 || BareToken.isToo(book.of(words), kind));
            signs.put("given back", signs.of("given back") > 0 || Returned.is(words, kind));
            signs.put("passes over", signs.of("passes over") > 0 || Elsewhere.passesOver(bid, kind, words, book));
        }
        Words wholeSaid = book.together(all);
        String whole = wholeSaid.text();
        List<String> wholeWords = wholeSaid.bare();
        List<String> firstWords = firstSaid.bare();
        BidSigns.marks(signs, "", whole);
        signs.put("first ?", text.contains("?"));
        signs.put("first bare", BareToken.isToo(firstSaid, kind));
        signs.put("warms", WARMS.matcher(whole).find());
        signs.put("first warms", WARMS.matcher(text).find());
        signs.put("length", Signs.steps(wholeWords.size()) / 2);
        signs.put("first length", Signs.steps(firstWords.size()) / 2);
        signs.put("first short", firstWords.size() <= 2);
        signs.put("you", wholeWords.stream().anyMatch(BidSigns.YOU::contains));
        signs.put("me", wholeWords.stream().anyMatch(BidSigns.ME::contains));
        signs.put("takes note", firstSaid.takesNote());
        signs.put("notice", firstSaid.isNotice());
        firstSaid.asked().forEach(asked -> signs.put("first asks=" + asked, true));
        Set<String> stems = book.together(bid).stems();
        int shared = Stems.shared(stems, wholeSaid.stems());
        signs.put("shared", Math.min(shared, 3) / 2.0);
        signs.put("nothing shared", shared == 0);
        signs.put("first shared", Math.min(Stems.shared(stems, firstSaid.stems()), 3) / 2.0);
        if (!firstWords.isEmpty() && OPENINGS.contains(firstWords.get(0))) {
            signs.put("opens=" + firstWords.get(0), true);
        }
    }

    private static void scores(Signs signs, String which, Scores scores) {
        signs.most(which + "warm", scores.validating() * 2);
        signs.most(which + "dismissive", scores.dismissive() * 2);
        signs.most(which + "minimizing", scores.minimizing() * 2);
        signs.most(which + "neutral", scores.neutral() * 2);
    }

    /** What is too little for a trouble is enough for a question. */
    private static void felt(Signs signs, Map<BidKind, Double> odds) {
        double felt = odds.getOrDefault(BidKind.DISTRESS, 0.0) + odds.getOrDefault(BidKind.GOOD_NEWS, 0.0);
        signs.put("felt, warm", felt * signs.of("most warm"));
        signs.put("felt, takes note", felt * signs.of("takes note"));
        signs.put("felt, neutral", felt * signs.of("first neutral"));
        signs.put("felt, ?", felt * signs.of("?"));
        signs.put("felt, short", felt * signs.of("first short"));
        signs.put("asked, neutral", signs.of("bid ?") * signs.of("first neutral"));
        signs.put("asked, warm", signs.of("bid ?") * signs.of("most warm"));
        signs.put("asked, short", signs.of("bid ?") * signs.of("first short"));
        signs.put("shared, ?", odds.getOrDefault(BidKind.SHARE, 0.0) * signs.of("?"));
    }
}
