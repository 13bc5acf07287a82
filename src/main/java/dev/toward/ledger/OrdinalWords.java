package dev.toward.ledger;

import java.util.List;
import java.util.Locale;

/** Days of the month in words: "the ninth", "the twenty-first". The first few mean too much else ("the second one") to be days. */
final class OrdinalWords {
    private static final int FROM = 4;
    private static final List<String> WORDS = List.of(
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
            "twenty-first",
            "twenty-second",
            "twenty-third",
            "twenty-fourth",
            "twenty-fifth",
            "twenty-sixth",
            "twenty-seventh",
            "twenty-eighth",
            "twenty-ninth",
            "thirtieth",
            "thirty-first");

    /** One of these stands in each of them. */
    static final String STEMS = "fourth fifth sixth seventh eighth ninth tenth eleventh twelfth teenth twent thirt";

    private OrdinalWords() {}

    /** Any of them, to stand in a pattern that ignores case; "the fifth time" is no day. */
    static String any() {
        return "(?:" + String.join("|", WORDS).replace("-", "[- ]")
                + ")(?! (?:time|one|day|year|week|attempt|round|floor|of (?!january|february|march|april|may|june|july|august|september|october|november|december)))";
    }

    static int number(String word) {
        return WORDS.indexOf(word.toLowerCase(Locale.ROOT).replace(' ', '-')) + FROM;
    }
}
