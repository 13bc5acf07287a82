package dev.toward.ledger;

import dev.toward.Analysis;
import dev.toward.verdict.Turn;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What was written after somebody told of something ahead, or promised something: the signs by which it shows whether anybody came back to it. Words count by whose they
 * are and by when: at once, before its day, about it, later. Not for several threads.
 */
final class Aftermath {
    /** They are said of everything. */
    private static final Set<String> TIMES =
            BareWords.listed("tomor monda tuesd wedne thurs frida satur sunda night morni");

    private static final Duration SAME_BREATH = Duration.ofMinutes(10);
    private static final Duration HALF_A_DAY = Duration.ofHours(12);
    private static final int NEXT_TO_IT = 2;
    private static final int REPLIES = 3;
    private static final int REPLIES_AMONG = 8;
    private static final int SENT_WITHIN = 2;
    private static final int STEMS = 6;
    private static final int SHARED = 3;

    private final boolean promise;
    private final String author;
    private final LocalDateTime told;
    private final DaysTold days;
    private final int length;
    private final Judge judge;
    /** Of what told it. */
    private final Set<String> named = new HashSet<>();
    /** Of what was written around that, and not in it. */
    private final Set<String> around = new HashSet<>();
    /** Of both. */
    private final Set<String> stems = new HashSet<>();

    private final Signs signs = new Signs();
    private final Comebacks comebacks = new Comebacks();
    /** How many messages, by the name of their sign. */
    private final Map<String, Integer> messages = new HashMap<>();

    private int later;
    private int replies;

    /** Tells how probable it is that a message with these signs comes back to what was told. */
    interface Judge {
        double odds(Later later, Signs signs);
    }

    /**
     * @param told the message that told or promised it
     * @param around the stems of what its author wrote around it, and of what it answers, for these may name it too
     */
    Aftermath(boolean promise, Outlook told, Set<String> around, Judge judge) {
        this.promise = promise;
        this.author = told.author().id();
        this.told = told.now();
        this.days = DaysTold.of(told, promise);
        this.length = told.length();
        this.judge = judge;
        this.named.addAll(told.later().stems());
        this.named.removeAll(TIMES);
        this.stems.addAll(named);
        nameToo(around);
    }

    private void nameToo(Set<String> more) {
        for (String stem : more) {
            if (stems.add(stem)) {
                around.add(stem);
            }
        }
    }

    /** The last day of it. */
    LocalDate day() {
        return days.to();
    }

    /**
     * Takes a later message.
     *
     * @param silence minutes since anybody wrote, or -1
     * @param rarity how little each stem is used in this conversation
     */
    void next(Later next, long silence, Rarity rarity) {
        Side side = next.by().equals(author) ? Side.OWN : Side.OTHER;
        Stretch stretch = days.stretch(next.now(), next.day());
        judge(next, side, stretch, silence, rarity);
        later++;
        if (!next.hasWords()) {
            if (days.daysSince(next.day()) <= SENT_WITHIN) {
                signs.put(side.word() + " " + next.message().kind(), true);
            }
            return;
        }
        if (side == Side.OWN && later <= NEXT_TO_IT && next.now().isBefore(told.plus(SAME_BREATH))) {
            nameToo(next.stems());
        }
        if (side == Side.OTHER
                && later <= REPLIES_AMONG
                && replies < REPLIES
                && !next.now().isAfter(told.plus(HALF_A_DAY))) {
            replies++;
            reply(next);
        }
        comesBack(next, side, side.roughly(stretch), rarity);
    }

    /** Messages long before or after are asked about only where they share a word with it. */
    private void judge(Later next, Side side, Stretch stretch, long silence, Rarity rarity) {
        if (!next.hasWords()) {
            if (stretch.isNear() || stretch == Stretch.AT_ONCE) {
                comebacks.add(judge.odds(next, BackSigns.ofWordless(next, side, stretch)));
            }
            return;
        }
        double rare = rarity.of(named, next.stems());
        if (stretch.isNear() || rare > 0 || promise && stretch == Stretch.AT_ONCE) {
            double near = rarity.of(around, next.stems());
            comebacks.add(judge.odds(next, BackSigns.of(next, side, stretch, days, rare, near, silence)));
        }
    }

    private void reply(Later reply) {
        if (reply.isQuestion()) {
            signs.put("reply ?", true);
        }
        Analysis read = reply.read();
        if (read != null) {
            signs.most("reply warm", read.verdict().scores().validating() * 2);
            signs.most("reply cold", read.verdict().scores().flag() * 2);
            if (read.verdict().turn() == Turn.TOWARD) {
                signs.put("reply toward", true);
            }
        }
    }

    private void comesBack(Later next, Side side, SignNames names, Rarity rarity) {
        if (messages.merge(names.messages(), 1, Integer::sum) == 1) {
            signs.put(names.any(), true);
        }
        int shared = Stems.shared(next.stems(), stems);
        boolean isBack = false;
        for (Act act : next.acts()) {
            if (comesBack(act, side)) {
                isBack = true;
                signs.put(names.of(act).alone(), true);
                if (shared > 0 && act != Act.WISHES) {
                    signs.put(names.of(act).shared(), true);
                }
            }
        }
        if (shared == 0) {
            return;
        }
        if (promise && side == Side.OTHER && next.isQuestion()) {
            signs.put(names.of(Act.QUESTION).alone(), true);
        }
        double rare = rarity.of(stems, next.stems());
        signs.most(names.shared(), Math.min(shared, SHARED) / 2.0);
        signs.most(names.rare(), rare);
        signs.put(names.often(), Math.min(2, signs.of(names.often()) + 0.5));
        if (isBack) {
            signs.most(names.backRare(), rare);
        }
    }

    /** A promise is kept by who made it, and others thank for it; after what was ahead others ask, or wish well, and its author tells. */
    private boolean comesBack(Act act, Side side) {
        return switch (act) {
            case ASKS, WISHES -> !promise && side == Side.OTHER;
            case OVER -> !promise && side == Side.OWN;
            case DOES -> promise && side == Side.OWN;
            case THANKS -> promise && side == Side.OTHER;
            case QUESTION, SHOUTS -> false;
        };
    }

    /** All that shows at the end of the conversation. */
    Signs signs(LocalDateTime end) {
        long left = days.daysSince(end.toLocalDate());
        signs.put("timed", days.isTimed());
        signs.put("over", left > 0);
        signs.put("over for", Signs.steps(left) / 3);
        signs.put("ahead", Signs.steps(days.daysAhead()) / 3);
        signs.put("stems", Math.min(named.size(), STEMS) / (double) STEMS);
        signs.put("no reply", replies == 0);
        signs.put("length", Signs.steps(length) / 2);
        messages.forEach((name, count) -> signs.put(name, Signs.steps(count) / 3));
        comebacks.show(signs);
        return signs;
    }
}
