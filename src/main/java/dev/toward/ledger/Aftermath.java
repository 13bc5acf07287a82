package dev.toward.ledger;

import dev.toward.Analysis;
import dev.toward.text.Author;
import dev.toward.text.Message;
import dev.toward.verdict.Turn;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What was written after somebody told of something ahead, or promised something: the signs by which it shows whether anybody came back to it. Words count by whose they
 * are and by when: at once, before its day, about it, later. Not for several threads.
 */
final class Aftermath {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE;
    private static final Pattern ASKS = Pattern.compile(
            "\\b(?:(?:how (?:did|'d|has|have|was|were)|how'?s|howd|how is|any (?:news|word|updates?|luck)|what did"
                    + "|did (?:you|u|it|they|he|she|ye)|have (?:you|u) heard|heard|verdict|went)\\b|(?:well|so|and)\\W*\\?)|\\?\\?",
            FLAGS);
    private static final Pattern WISHES = Pattern.compile(
            "\\b(?:(?:luck|break a leg|fingers|thinking (?:of|about) (?:you|u|ye)|got this|rooting|go get|candle|proud"
                    + "|hope it|today'?s the day|big day)\\b|smash|pray)",
            FLAGS);
    private static final Pattern OVER = Pattern.compile(
            "\\b(?:was|went|were|got|did|passed|failed|over|done|finished|came|said|survived|had|says|out|home|made it|alive)\\b",
            FLAGS);
    private static final Pattern DOES = Pattern.compile(
            "\\b(?:sent|here|there|done|did|got|brought|dropped|left|asked|said|told|called|rang|spoke|found|paid|booked|sorted|fixed|checked|looked|posted|ordered|made|on my way"
                    + "|omw|outside|attached|back|https?)\\b",
            FLAGS);
    private static final Pattern THANKS = Pattern.compile(
            "\\b(?:thank|thanks|ta|cheers|thx|ty|got it|received|lovely|delicious|arrived|you're a star|legend|bless)\\b",
            FLAGS);
    private static final Pattern WILL = Pattern.compile("\\b(?:i'?ll|il|will|gonna|going to|i can|let me)\\b", FLAGS);
    /** They are said of everything. */
    private static final Set<String> TIMES =
            BareWords.listed("tomor monda tuesd wedne thurs frida satur sunda night morni");

    private static final Duration AT_ONCE = Duration.ofMinutes(90);
    private static final Duration SAME_BREATH = Duration.ofMinutes(10);
    private static final Duration HALF_A_DAY = Duration.ofHours(12);
    private static final int NEXT_TO_IT = 2;
    private static final int REPLIES = 3;
    private static final int REPLIES_AMONG = 8;
    private static final int SOON_AFTER = 4;
    private static final int STEMS = 6;

    /** When something was written. */
    private enum Stretch {
        AT_ONCE("at once "),
        BEFORE("before "),
        ABOUT_IT("about it "),
        LATER("later ");

        private final Names own;
        private final Names other;

        Stretch(String name) {
            own = Names.of("own " + name);
            other = Names.of("other " + name);
        }
    }

    /** The name of a sign, and of the same in words that share one with what was told. */
    private record Name(String alone, String shared) {
        static Name of(String name) {
            return new Name(name, name + ", shared");
        }
    }

    /** What the signs of one side's words in one stretch of time are called, put together once and not for each message. */
    private record Names(
            String any,
            String messages,
            Name does,
            Name thanks,
            Name questions,
            Name asks,
            Name wishes,
            Name over,
            String shared,
            String rare,
            String often,
            String backRare) {
        static Names of(String when) {
            return new Names(
                    when + "any",
                    when + "messages",
                    Name.of(when + "does"),
                    Name.of(when + "thanks"),
                    Name.of(when + "?"),
                    Name.of(when + "asks"),
                    Name.of(when + "wishes"),
                    Name.of(when + "over"),
                    when + "shared",
                    when + "rare",
                    when + "often",
                    when + "back, rare");
        }
    }

    private final boolean promise;
    private final String author;
    private final LocalDateTime told;
    private final LocalDateTime atOnceUntil;
    private final LocalDate from;
    private final LocalDate before;
    private final LocalDate to;
    private final LocalDate soonAfter;
    private final boolean timed;
    private final Set<String> stems;
    private final Set<String> ownStems;
    private final Comebacks comebacks = new Comebacks();
    private final int length;
    private final Signs signs = new Signs();
    private final Map<Stretch, Integer> own = new EnumMap<>(Stretch.class);
    private final Map<Stretch, Integer> other = new EnumMap<>(Stretch.class);
    private int later;
    private int replies;

    /**
     * @param told the message that told or promised it
     * @param around what its author wrote around it, and what it answers, whose words may name it too
     */
    Aftermath(boolean promise, Outlook told, Set<String> around) {
        this.promise = promise;
        this.author = told.author().id();
        this.told = told.now();
        this.atOnceUntil = told.now().plus(AT_ONCE);
        When when = told.when();
        LocalDate today = When.day(told.now());
        this.timed = when != null;
        this.from = when != null ? when.from() : promise ? today : today.plusDays(1);
        this.before = from.minusDays(1);
        this.to = when != null ? when.to() : today.plusDays(promise ? 3 : 9);
        this.soonAfter = to.plusDays(SOON_AFTER);
        this.stems = new HashSet<>(told.later().stems());
        this.stems.removeAll(TIMES);
        this.ownStems = Set.copyOf(stems);
        this.stems.addAll(around);
        this.length = told.length();
    }

    LocalDate day() {
        return to;
    }

    /** A later message, looked at once for all that it may come back to. */
    record Later(
            Message message,
            String by,
            LocalDateTime now,
            LocalDate day,
            @Nullable Analysis read,
            boolean words,
            List<String> bare,
            boolean takesNote,
            Set<String> stems,
            boolean asks,
            boolean wishes,
            boolean over,
            boolean does,
            boolean thanks) {
        static Later of(Message message, Words words, Author by, LocalDateTime now, @Nullable Analysis read) {
            LocalDate day = When.day(now);
            if (!Talk.hasWords(message)) {
                return new Later(
                        message, by.id(), now, day, read, false, List.of(), false, Set.of(), false, false, false, false,
                        false);
            }
            String text = message.text().replace('’', '\'');
            return new Later(
                    message,
                    by.id(),
                    now,
                    day,
                    read,
                    true,
                    words.bare(),
                    words.takesNote(),
                    words.stems(),
                    ASKS.matcher(text).find(),
                    WISHES.matcher(text).find(),
                    OVER.matcher(text).find(),
                    DOES.matcher(text).find() && !WILL.matcher(text).find(),
                    THANKS.matcher(text).find());
        }

        boolean isQuestion() {
            return message.text().contains("?");
        }
    }

    /** Tells how probable it is that a message with these signs comes back to what was told. */
    interface Judge {
        double odds(Later later, Signs signs);
    }

    /**
     * Takes a later message.
     *
     * @param silence minutes since anybody wrote, or -1
     * @param rarity how little each stem is used in this conversation
     */
    void next(Later next, long silence, Rarity rarity, Judge judge) {
        judge(next, silence, rarity, judge);
        later++;
        boolean isOwn = next.by().equals(author);
        LocalDate day = next.day();
        if (!next.words()) {
            String kind = (isOwn ? "own " : "other ") + next.message().kind();
            signs.put(kind, signs.of(kind) > 0 || !day.isAfter(to.plusDays(2)));
            return;
        }
        if (isOwn && later <= NEXT_TO_IT && next.now().isBefore(told.plus(SAME_BREATH))) {
            stems.addAll(next.stems());
        }
        if (!isOwn && later <= REPLIES_AMONG && replies < REPLIES && !next.now().isAfter(told.plus(HALF_A_DAY))) {
            replies++;
            reply(next);
        }
        Stretch stretch = next.now().isBefore(atOnceUntil)
                ? Stretch.AT_ONCE
                : day.isBefore(before) ? Stretch.BEFORE : !day.isAfter(soonAfter) ? Stretch.ABOUT_IT : Stretch.LATER;
        comesBack(stretch, isOwn, next, rarity);
    }

    /** Messages long before or after are asked about only where they share a word with it. */
    private void judge(Later next, long silence, Rarity rarity, Judge judge) {
        boolean isOwn = next.by().equals(author);
        BackSigns.Stretch stretch = BackSigns.Stretch.of(next.day(), next.now().isBefore(atOnceUntil), from, to);
        if (!next.words()) {
            if (stretch.isNear() || stretch == BackSigns.Stretch.AT_ONCE) {
                comebacks.add(judge.odds(next, BackSigns.ofWordless(next, isOwn, stretch)));
            }
            return;
        }
        double rare = rarity.of(ownStems, next.stems());
        if (!stretch.isNear() && rare == 0 && !(promise && stretch == BackSigns.Stretch.AT_ONCE)) {
            return;
        }
        Set<String> around = new HashSet<>(stems);
        around.removeAll(ownStems);
        double near = rarity.of(around, next.stems());
        comebacks.add(judge.odds(next, BackSigns.of(next, isOwn, stretch, rare, near, silence, to)));
    }

    private void reply(Later reply) {
        signs.put("reply ?", signs.of("reply ?") > 0 || reply.isQuestion());
        Analysis read = reply.read();
        if (read != null) {
            signs.most("reply warm", read.verdict().scores().validating() * 2);
            signs.most("reply cold", read.verdict().scores().flag() * 2);
            signs.put(
                    "reply toward",
                    signs.of("reply toward") > 0 || read.verdict().turn() == Turn.TOWARD);
        }
    }

    private void comesBack(Stretch stretch, boolean isOwn, Later next, Rarity rarity) {
        Names names = isOwn ? stretch.own : stretch.other;
        if ((isOwn ? own : other).merge(stretch, 1, Integer::sum) == 1) {
            signs.put(names.any, true);
        }
        int shared = Stems.shared(next.stems(), stems);
        boolean asks = !promise && !isOwn && next.asks();
        boolean wishes = !promise && !isOwn && next.wishes();
        boolean over = !promise && isOwn && next.over();
        boolean does = promise && isOwn && next.does();
        boolean thanks = promise && !isOwn && next.thanks();
        sign(names.does, does, shared);
        sign(names.thanks, thanks, shared);
        sign(names.questions, promise && !isOwn && shared > 0 && next.isQuestion(), 0);
        sign(names.asks, asks, shared);
        sign(names.wishes, wishes, 0);
        sign(names.over, over, shared);
        if (shared > 0) {
            double rare = rarity.of(stems, next.stems());
            signs.most(names.shared, Math.min(shared, 3) / 2.0);
            signs.most(names.rare, rare);
            signs.put(names.often, Math.min(2, signs.of(names.often) + 0.5));
            if (asks || wishes || over || does || thanks) {
                signs.most(names.backRare, rare);
            }
        }
    }

    private void sign(Name name, boolean is, int shared) {
        if (is) {
            signs.put(name.alone, true);
            signs.put(name.shared, shared > 0 || signs.of(name.shared) > 0);
        }
    }

    /** All that shows at the end of the conversation. */
    Signs signs(LocalDateTime end) {
        long left = ChronoUnit.DAYS.between(to, end.toLocalDate());
        signs.put("timed", timed);
        signs.put("over", left > 0);
        signs.put("over for", Signs.steps(left) / 3);
        signs.put("ahead", Signs.steps(ChronoUnit.DAYS.between(When.day(told), from)) / 3);
        signs.put("stems", Math.min(ownStems.size(), STEMS) / (double) STEMS);
        signs.put("no reply", replies == 0);
        signs.put("length", Signs.steps(length) / 2);
        own.forEach((stretch, count) -> signs.put(stretch.own.messages, Signs.steps(count) / 3));
        other.forEach((stretch, count) -> signs.put(stretch.other.messages, Signs.steps(count) / 3));
        comebacks.show(signs);
        return signs;
    }
}
