package dev.toward.suggest;

import java.util.Locale;

/**
 * The writer's way of typing, which the words put in take on.
 *
 * @param lowerCase no capital anywhere in the draft
 * @param curly typographic apostrophes, and no straight ones
 */
record Style(boolean lowerCase, boolean curly) {
    static Style of(String draft) {
        boolean letters = draft.codePoints().anyMatch(Character::isLetter);
        boolean capitals = draft.codePoints().anyMatch(c -> Character.isUpperCase(c) || Character.isTitleCase(c));
        boolean curly = draft.indexOf('’') >= 0 && draft.indexOf('\'') < 0;
        return new Style(letters && !capitals, curly);
    }

    /** Our own words in this style. */
    String apply(String ours) {
        String styled = lowerCase ? ours.toLowerCase(Locale.ROOT) : ours;
        return curly ? styled.replace('\'', '’') : styled;
    }
}
