package dev.toward.ledger;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;

/** The signs by which it shows whether one later message comes back to what was told or promised: whose it is, when it was written, what it does, its words, and what both share. */
final class BackSigns {
    private static final int SOON_AFTER = 4;
    private static final int SHORT = 3;
    private static final int LONG_SILENCE = 180;

    private BackSigns() {}

    /** When a later message was written, beside the time that was told. */
    enum Stretch {
        AT_ONCE("at once"),
        BEFORE("before"),
        EVE("eve"),
        DAY("day"),
        AFTER("after"),
        LATER("later");

        private final Names own;
        private final Names other;

        Stretch(String name) {
            own = Names.of("own", name);
            other = Names.of("other", name);
        }

        /** Those in which one would come back to it. */
        boolean isNear() {
            return this == EVE || this == DAY || this == AFTER;
        }

        static Stretch of(LocalDate day, boolean atOnce, LocalDate from, LocalDate to) {
            if (atOnce) {
                return AT_ONCE;
            }
            if (day.isBefore(from.minusDays(1))) {
                return BEFORE;
            }
            if (day.isBefore(from)) {
                return EVE;
            }
            return !day.isAfter(to) ? DAY : !day.isAfter(to.plusDays(SOON_AFTER)) ? AFTER : LATER;
        }
    }

    /** What a message does, and how the sign of it is called. */
    private enum Does {
        ASKS("asks"),
        WISHES("wishes"),
        OVER("over"),
        DOES("does"),
        THANKS("thanks"),
        QUESTION("?"),
        SHOUTS("!"),
        BEGINS("begins");

        private final String word;

        Does(String word) {
            this.word = word;
        }
    }

    /** The name of what one side does, and of the same with words that both share. */
    private record Name(String here, String side, String rare) {}

    /** What the signs of one side's words in one stretch are called, put together once. */
    private record Names(String when, String side, String rare, String shared, String words, List<Name> does) {
        static Names of(String side, String stretch) {
            String when = side + " " + stretch;
            List<Name> does = Arrays.stream(Does.values())
                    .map(one -> new Name(when + " " + one.word, side + " " + one.word, side + " " + one.word + " rare"))
                    .toList();
            return new Names(when, side, when + " rare", when + " shared", side.charAt(0) + " ", does);
        }
    }

    /**
     * The signs of a message with words.
     *
     * @param own whether who told it wrote this too
     * @param rare how little used what both share is, {@link Rarity}
     * @param near the same, of what was written around what was told
     * @param silence minutes since anybody wrote, or -1
     * @param to the last day that was told
     */
    static Signs of(
            Aftermath.Later later, boolean own, Stretch stretch, double rare, double near, long silence, LocalDate to) {
        Signs signs = new Signs();
        Names names = own ? stretch.own : stretch.other;
        signs.put(names.when, true);
        does(signs, names, Does.ASKS, later.asks(), rare);
        does(signs, names, Does.WISHES, later.wishes(), rare);
        does(signs, names, Does.OVER, later.over(), rare);
        does(signs, names, Does.DOES, later.does(), rare);
        does(signs, names, Does.THANKS, later.thanks(), rare);
        does(signs, names, Does.QUESTION, later.isQuestion(), rare);
        does(signs, names, Does.SHOUTS, later.message().text().contains("!"), 0);
        does(signs, names, Does.BEGINS, silence < 0 || silence > LONG_SILENCE, 0);
        signs.put("rare", rare);
        signs.put("near", near);
        signs.put(names.rare, rare);
        signs.put(names.shared, rare > 0);
        signs.put("shared", rare > 0);
        signs.put(names.side + " near", near);
        int length = later.bare().size();
        signs.put("short", length <= SHORT);
        signs.put(names.side + " length", Signs.steps(length) / 3);
        signs.put("takes note", later.takesNote());
        signs.put("days", Signs.steps(Math.abs(ChronoUnit.DAYS.between(to, later.day()))) / 2);
        for (String word : new LinkedHashSet<>(later.bare())) {
            signs.put(names.words + word, 0.5);
        }
        return signs;
    }

    private static void does(Signs signs, Names names, Does what, boolean is, double rare) {
        if (is) {
            Name name = names.does.get(what.ordinal());
            signs.put(name.here, true);
            signs.put(name.side, true);
            signs.put(name.rare, rare);
        }
    }

    /** What was sent that has no words. */
    static Signs ofWordless(Aftermath.Later later, boolean own, Stretch stretch) {
        return new Signs()
                .put(
                        (own ? stretch.own : stretch.other).when + " "
                                + later.message().kind(),
                        true);
    }
}
