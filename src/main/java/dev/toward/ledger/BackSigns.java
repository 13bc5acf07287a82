package dev.toward.ledger;

import java.util.LinkedHashSet;

/** The signs by which it shows whether one later message comes back to what was told or promised: whose it is, when it was written, what it does, its words, and what both share. */
final class BackSigns {
    private static final int SHORT = 3;
    private static final int LONG_SILENCE = 180;

    private BackSigns() {}

    /**
     * The signs of a message with words.
     *
     * @param side whether who told it wrote this too
     * @param rare how little used what both share is, {@link Rarity}
     * @param near the same, of what was written around what was told
     * @param silence minutes since anybody wrote, or -1
     */
    static Signs of(Later later, Side side, Stretch stretch, DaysTold days, double rare, double near, long silence) {
        Signs signs = new Signs();
        SignNames then = side.during(stretch);
        SignNames ever = side.ever();
        signs.put(then.all(), true);
        for (Act act : later.acts()) {
            signs.put(then.of(act).alone(), true);
            signs.put(ever.of(act).alone(), true);
            // who shouts need not mean the words that are shared
            signs.put(ever.of(act).rare(), act == Act.SHOUTS ? 0 : rare);
        }
        boolean begins = silence < 0 || silence > LONG_SILENCE;
        signs.put(then.begins(), begins);
        signs.put(ever.begins(), begins);
        signs.put("rare", rare);
        signs.put("near", near);
        signs.put(then.rare(), rare);
        signs.put(then.shared(), rare > 0);
        signs.put("shared", rare > 0);
        signs.put(ever.near(), near);
        int length = later.bare().size();
        signs.put("short", length <= SHORT);
        signs.put(ever.length(), Signs.steps(length) / 3);
        signs.put("takes note", later.takesNote());
        signs.put("days", Signs.steps(Math.abs(days.daysSince(later.day()))) / 2);
        for (String word : new LinkedHashSet<>(later.bare())) {
            signs.put(ever.word() + word, 0.5);
        }
        return signs;
    }

    /** What was sent that has no words. */
    static Signs ofWordless(Later later, Side side, Stretch stretch) {
        return new Signs()
                .put(side.during(stretch).all() + " " + later.message().kind(), true);
    }
}
