package dev.toward.ledger;

import dev.toward.Analysis;
import dev.toward.cue.BidKind;
import dev.toward.text.Bid;
import dev.toward.verdict.Turn;
import dev.toward.verdict.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether what somebody wrote in one burst is a bid at all, and by which message. Most of what people write is none: it takes note, answers
 * what was asked, says when and where, closes the day, or turns toward what the other one said. The words decide where they can; only of statements that
 * begin something, or that bring news into an answer, a reader is asked how probable it is. When in doubt it is none: to tell somebody of a bid that they missed,
 * where there was none, is worse than not to count one.
 *
 * @param as what it is
 * @param texts the messages that ask
 * @param hint what a question asks for; it stands where the reader saw no feeling
 */
record BidSense(As as, List<String> texts, @Nullable BidKind hint) {
    BidSense {
        texts = List.copyOf(texts);
    }

    private BidSense(As as, String text, @Nullable BidKind hint) {
        this(as, List.of(text), hint);
    }

    /** What a burst is, the later the more. */
    enum As {
        /** No bid. */
        NONE,
        /** A bid, if it is felt and very probable: it stands in an answer. */
        FELT,
        /** A bid, if it is probable. */
        TOLD,
        /** A bid, by its words. */
        ASKED
    }

    private static final BidSense NOTHING = new BidSense(As.NONE, List.of(), null);

    private static final Pattern THANKS = Pattern.compile(
            "\\W*(?:ok |ah |oh )?(?:thanks|thank (?:you|u)|thx|ta|cheers)\\b", Pattern.CASE_INSENSITIVE);

    /** Longer texts are no turns of phrase; they are read. */
    private static final int MOST_CHARACTERS = 600;

    /** What is said so soon after the other one's words is said in view of them. */
    private static final Duration SOON = Duration.ofMinutes(30);

    /** What comes so late has another cause, where nothing was asked. */
    private static final Duration LATE = Duration.ofHours(4);

    /** Fewer words in an answer are the answer; more may bring something. */
    private static final int BRINGS_WORDS = 7;

    /** Beside a question of logistics, so many words may tell of something. */
    private static final int TELLS_WORDS = 4;

    /** What asks most in a burst; of two questions the later, of statements all. */
    static BidSense of(List<Said> burst, Wordbook words) throws ExecutionException, InterruptedException {
        BidSense most = NOTHING;
        boolean answering = false;
        for (Said said : burst) {
            Stands stands = said.goesOn() && answering ? Stands.ADDS : Stands.of(said, words);
            answering = stands == Stands.ANSWERS || stands == Stands.ADDS;
            BidSense one = of(said, stands, words.of(said.text()));
            if (one.as == most.as && one.as != As.ASKED) {
                List<String> texts = new ArrayList<>(most.texts);
                texts.addAll(one.texts);
                most = new BidSense(one.as, texts, null);
            } else {
                most = one.as.compareTo(most.as) >= 0 ? one : most;
            }
        }
        return most;
    }

    private static BidSense of(Said said, Stands stands, Words words) throws ExecutionException, InterruptedException {
        String text = said.text();
        if (text.length() > MOST_CHARACTERS) {
            return new BidSense(stands == Stands.ANSWERS ? As.FELT : As.TOLD, text, null);
        }
        if (words.takesNote() || words.isRitual()) {
            return NOTHING;
        }
        List<String> told = new ArrayList<>();
        Asked asked = Asked.NOTHING;
        for (int i = 0; i < words.asked().size(); i++) {
            Asked here = words.asked().get(i);
            if (here == Asked.NOTHING) {
                told.add(words.sentences().get(i));
            }
            asked = most(asked, here);
        }
        String rest = String.join(" ", told);
        if (asked == Asked.COMPANY) {
            return new BidSense(As.ASKED, text, BidKind.HELP);
        }
        if (stands == Stands.ANSWERS) {
            return answer(said, words);
        }
        if (asked == Asked.ABOUT_THEM || asked == Asked.HELP) {
            return new BidSense(As.ASKED, text, asked == Asked.HELP ? BidKind.HELP : BidKind.QUESTION);
        }
        if (THANKS.matcher(text).lookingAt() && words.isNotice()) {
            return NOTHING;
        }
        if (asked == Asked.LOGISTICS && BareWords.of(rest).size() < TELLS_WORDS && !Notice.tellsMore(rest)) {
            return NOTHING;
        }
        boolean doubtful = stands != Stands.OPENS || asked != Asked.NOTHING || words.isNotice();
        if (stands == Stands.ADDS && turn(said) == Turn.TOWARD) {
            return NOTHING;
        }
        return new BidSense(doubtful ? As.FELT : As.TOLD, text, null);
    }

    /** An answer is a bid only if it brings something of the writer's own that is felt. */
    private static BidSense answer(Said said, Words words) throws ExecutionException, InterruptedException {
        boolean asked = said.answers().utterances().stream().anyMatch(u -> u.contains("?"));
        boolean brings = turn(said) == Turn.NONE
                && asked
                && (words.bare().size() >= BRINGS_WORDS || said.text().contains("!!"));
        return brings || Apology.is(said.text()) ? new BidSense(As.FELT, said.text(), null) : NOTHING;
    }

    private static Asked most(Asked one, Asked other) {
        if (one == Asked.COMPANY || other == Asked.COMPANY) {
            return Asked.COMPANY;
        }
        if (one == Asked.HELP || other == Asked.HELP) {
            return Asked.HELP;
        }
        if (one == Asked.ABOUT_THEM || other == Asked.ABOUT_THEM) {
            return Asked.ABOUT_THEM;
        }
        return one == Asked.NOTHING || one == Asked.LOGISTICS && other == Asked.UNTOLD ? other : one;
    }

    private static Turn turn(Said said) throws ExecutionException, InterruptedException {
        Analysis analysis = said.read();
        return analysis == null ? Turn.NONE : analysis.verdict().turn();
    }

    /** Where a message stands towards what the others wrote before it. */
    enum Stands {
        /** Nothing is to be answered any more. */
        OPENS,
        /** Said soon after words that asked for nothing. */
        FOLLOWS,
        /** Takes up what others asked or told. */
        ANSWERS,
        /** Goes on after an answer, in one burst with it. */
        ADDS;

        static Stands of(Said said, Wordbook words) throws ExecutionException, InterruptedException {
            Bid before = said.answers();
            if (said.goesOn() || !before.isKnown()) {
                return OPENS;
            }
            Analysis analysis = said.read();
            boolean plain = analysis != null && analysis.verdict().bid() == BidKind.NONE;
            Duration after = said.after();
            boolean soon = after == null || after.compareTo(SOON) <= 0;
            if (plain || before.utterances().stream().map(words::of).allMatch(Stands::asksNothing)) {
                return soon ? FOLLOWS : OPENS;
            }
            if (isOpenQuestion(words.of(before.last()), words.of(said.text()))) {
                return ANSWERS;
            }
            boolean late = after != null && after.compareTo(LATE) > 0;
            return soon || !late && turn(said) != Turn.NONE ? ANSWERS : OPENS;
        }

        private static boolean asksNothing(Words before) {
            return before.takesNote() || before.isRitual() || before.isNotice();
        }

        private static boolean isOpenQuestion(Words before, Words said) {
            return before.askedAsOne() != Asked.NOTHING && said.askedAsOne() == Asked.NOTHING;
        }
    }

    /** The kind of a burst whose words somebody read as {@code kind}; {@link BidKind#NONE} where it is no bid, null where it cannot be told. */
    static @Nullable BidKind kind(
            List<Said> burst, @Nullable BidKind read, boolean answered, Bid whole, BidReader reader, Wordbook words)
            throws ExecutionException, InterruptedException {
        if (isUnreadable(burst)) {
            return read == null ? reader.kind(whole) : read;
        }
        BidSense sense = of(burst, words);
        if (sense.as == As.NONE) {
            return BidKind.NONE;
        }
        if (sense.as == As.ASKED && sense.hint != null && (read == null || !read.isFelt())) {
            return sense.hint;
        }
        BidKind kind = read == null ? reader.kind(whole) : read;
        if (kind == null || sense.as == As.ASKED) {
            return kind;
        }
        if (!kind.asksForConnection() || sense.as == As.FELT && !kind.isFelt()) {
            return BidKind.NONE;
        }
        return reader.asks(new Bid(sense.texts)) >= BidReader.bar(sense.as == As.FELT, answered) ? kind : BidKind.NONE;
    }

    /** Whether nothing in a burst could be read: no words, or not English. */
    static boolean isUnreadable(List<Said> burst) throws ExecutionException, InterruptedException {
        for (Said said : burst) {
            Analysis analysis = said.read();
            if (analysis == null || !(analysis.verdict() instanceof Verdict.Undecided)) {
                return false;
            }
        }
        return true;
    }
}
