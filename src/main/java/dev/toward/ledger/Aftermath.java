package dev.toward.ledger;

import dev.toward.Analysis;
import dev.toward.text.Author;
import dev.toward.text.Message;
import dev.toward.verdict.Turn;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What was written after somebody told of something ahead, or promised something: the signs by which it shows whether anybody came back to it. Words count by whose they
 * are and by when: at once, before its day, about it, later. Not for several threads.
 */
final class Aftermath {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE;
    private static final Pattern ASKS = Pattern.compile(
            "\\bhow (?:did|'d|has|have|was|were)\\b|\\bhow'?s\\b|\\bhowd\\b|\\bhow is\\b|\\bany (?:news|word|updates?|luck)\\b|\\bwhat did\\b"
                    + "|\\bdid (?:you|u|it|they|he|she|ye)\\b|\\bhave (?:you|u) heard\\b|\\bheard\\b|\\bverdict\\b|\\b(?:well|so|and)\\W*\\?|\\?\\?|\\bwent\\b",
            FLAGS);
    private static final Pattern WISHES = Pattern.compile(
            "\\bluck\\b|\\bbreak a leg\\b|\\bfingers\\b|\\bthinking (?:of|about) (?:you|u|ye)\\b|\\bgot this\\b|\\bsmash|\\brooting\\b|\\bgo get\\b|\\bpray|\\bcandle\\b|\\bproud\\b"
                    + "|\\bhope it\\b|\\btoday'?s the day\\b|\\bbig day\\b",
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

    private final boolean promise;
    private final String author;
    private final LocalDateTime told;
    private final LocalDate from;
    private final LocalDate to;
    private final boolean timed;
    private final Set<String> stems;
    private final int ownStems;
    private final int length;
    private final Signs signs = new Signs();
    private final Map<String, Integer> written = new TreeMap<>();
    private int later;
    private int replies;

    /**
     * @param when the time it tells of, or null
     * @param around what its author wrote around it, and what it answers, whose words may name it too
     */
    Aftermath(boolean promise, Author author, String text, LocalDateTime now, @Nullable When when, Set<String> around) {
        this.promise = promise;
        this.author = author.id();
        this.told = now;
        LocalDate today = When.day(now);
        this.timed = when != null;
        this.from = when != null ? when.from() : promise ? today : today.plusDays(1);
        this.to = when != null ? when.to() : today.plusDays(promise ? 3 : 9);
        this.stems = new HashSet<>(Stems.of(text));
        this.stems.removeAll(TIMES);
        this.ownStems = stems.size();
        this.stems.addAll(around);
        this.length = BareWords.of(text).size();
    }

    LocalDate day() {
        return to;
    }

    /** A later message, looked at once for all that it may come back to. */
    record Later(
            Message message,
            String by,
            LocalDateTime now,
            @Nullable Analysis read,
            boolean words,
            Set<String> stems,
            boolean asks,
            boolean wishes,
            boolean over,
            boolean does,
            boolean thanks) {
        static Later of(Message message, Author by, LocalDateTime now, @Nullable Analysis read) {
            if (!Talk.hasWords(message)) {
                return new Later(message, by.id(), now, read, false, Set.of(), false, false, false, false, false);
            }
            String text = message.text().replace('’', '\'');
            return new Later(
                    message,
                    by.id(),
                    now,
                    read,
                    true,
                    Stems.of(text),
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

    /**
     * Takes a later message.
     *
     * @param rarity how little each stem is used in this conversation
     */
    void next(Later next, Rarity rarity) {
        later++;
        boolean own = next.by().equals(author);
        LocalDate day = When.day(next.now());
        if (!next.words()) {
            String kind = (own ? "own " : "other ") + next.message().kind();
            signs.put(kind, signs.of(kind) > 0 || !day.isAfter(to.plusDays(2)));
            return;
        }
        Duration since = Duration.between(told, next.now());
        if (own && later <= NEXT_TO_IT && since.compareTo(SAME_BREATH) < 0) {
            stems.addAll(next.stems());
        }
        if (!own && later <= REPLIES_AMONG && replies < REPLIES && since.compareTo(HALF_A_DAY) <= 0) {
            replies++;
            reply(next);
        }
        String time = since.compareTo(AT_ONCE) < 0
                ? "at once "
                : day.isBefore(from.minusDays(1))
                        ? "before "
                        : !day.isAfter(to.plusDays(SOON_AFTER)) ? "about it " : "later ";
        comesBack((own ? "own " : "other ") + time, own, next, rarity);
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

    private void comesBack(String when, boolean own, Later next, Rarity rarity) {
        if (written.merge(when, 1, Integer::sum) == 1) {
            signs.put(when + "any", true);
        }
        int shared = Stems.shared(next.stems(), stems);
        boolean asks = !promise && !own && next.asks();
        boolean wishes = !promise && !own && next.wishes();
        boolean over = !promise && own && next.over();
        boolean does = promise && own && next.does();
        boolean thanks = promise && !own && next.thanks();
        sign(when, "does", does, shared);
        sign(when, "thanks", thanks, shared);
        sign(when, "?", promise && !own && shared > 0 && next.isQuestion(), 0);
        sign(when, "asks", asks, shared);
        sign(when, "wishes", wishes, 0);
        sign(when, "over", over, shared);
        if (shared > 0) {
            double rare = rarity.of(stems, next.stems());
            signs.most(when + "shared", Math.min(shared, 3) / 2.0);
            signs.most(when + "rare", rare);
            signs.put(when + "often", Math.min(2, signs.of(when + "often") + 0.5));
            if (asks || wishes || over || does || thanks) {
                signs.most(when + "back, rare", rare);
            }
        }
    }

    private void sign(String when, String what, boolean is, int shared) {
        if (is) {
            signs.put(when + what, true);
            signs.put(when + what + ", shared", shared > 0 || signs.of(when + what + ", shared") > 0);
        }
    }

    /** All that shows at the end of the conversation. */
    Signs signs(LocalDateTime end) {
        long left = ChronoUnit.DAYS.between(to, end.toLocalDate());
        signs.put("timed", timed);
        signs.put("over", left > 0);
        signs.put("over for", Signs.steps(left) / 3);
        signs.put("ahead", Signs.steps(ChronoUnit.DAYS.between(When.day(told), from)) / 3);
        signs.put("stems", Math.min(ownStems, STEMS) / (double) STEMS);
        signs.put("no reply", replies == 0);
        signs.put("length", Signs.steps(length) / 2);
        written.forEach((when, count) -> signs.put(when + "messages", Signs.steps(count) / 3));
        return signs;
    }
}
