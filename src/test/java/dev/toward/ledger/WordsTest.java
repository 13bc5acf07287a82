package dev.toward.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    /** Everything that was ever special to the cutting of words and sentences, beside plain letters. */
    private static final String[] PIECES = {
        "a",
        "o",
        "oo",
        "ooo",
        "O",
        "e",
        "\u0301",
        "'",
        "’",
        "‘",
        " ",
        "  ",
        "\t",
        "\n",
        "\r\n",
        "\u0085",
        "\u2028",
        "\u00a0",
        ".",
        "!",
        "?",
        "…",
        ";",
        "; ",
        ". ",
        " - ",
        " – ",
        "—",
        "-",
        "_",
        "@",
        "3",
        "½",
        "²",
        "Ⅳ",
        "İ",
        "Σ",
        "ς",
        "ß",
        "ﬁ",
        "ｗ",
        "www.",
        "http://",
        "https://",
        "x.com",
        "😂",
        "👍🏽",
        "𝒜",
        "𐐀",
        "𐐀𐐀𐐀",
        "\ud800",
        "\udc00",
        "中",
        "我我我",
        "soo",
        "it's",
        "\u200d",
        "ı",
        "K",
        "é"
    };

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(PIECES).list().ofMaxSize(12).map(pieces -> String.join("", pieces));
    }

    @Property(tries = 20_000)
    void bareWords_areWhatFivePatternsMadeOfThem(@ForAll("texts") String text) {
        assertEquals(byPatterns(text), BareWords.text(text));
    }

    @Property
    void bareWords_ofAnyText(@ForAll String text) {
        assertEquals(byPatterns(text), BareWords.text(text));
    }

    /** What bare words are, step by step. */
    private static String byPatterns(String written) {
        String plain = Normalizer.normalize(written, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replace('’', '\'')
                .replace('‘', '\'');
        return plain.replaceAll("(?:https?://|www\\.)\\S+", " ")
                .replaceAll("[^\\p{L}\\p{M}\\p{N}']+", " ")
                .replaceAll("(?<!\\p{L})'|'(?!\\p{L})", "")
                .replaceAll("(\\p{L})\\1{2,}", "$1")
                .strip()
                .replaceAll(" {2,}", " ");
    }

    @Property(tries = 10_000)
    void sentences_areCutWhereThePatternCuts(@ForAll("texts") String text) {
        List<String> cut = new ArrayList<>();
        String plain = text.replace('’', '\'').replace('‘', '\'');
        for (String piece : plain.split("(?<=[.!?…])\\s+|\\R+|\\s+[–—-]\\s+|;\\s+", -1)) {
            if (!piece.isBlank()) {
                cut.add(piece.strip());
            }
        }
        assertEquals(cut, Sentences.of(text));
    }

    @Provide
    Arbitrary<String> timeTexts() {
        return Arbitraries.of(
                        "day",
                        "after",
                        "tomorrow",
                        "Tmrw",
                        "tmr",
                        "2moro",
                        "2mrw",
                        "tonight",
                        "tonite",
                        "later",
                        "today",
                        "this",
                        "aft",
                        "afternoon",
                        "evening",
                        "first thing",
                        "in",
                        "the",
                        "morning",
                        "a",
                        "week",
                        "on",
                        "Monday",
                        "tue",
                        "Weds",
                        "thurs",
                        "fri",
                        "sat",
                        "SUN",
                        "next",
                        "every",
                        "weekend",
                        "month",
                        "end of",
                        "within",
                        "two",
                        "ten",
                        "10",
                        "3",
                        "days",
                        "weeks",
                        "fortnight",
                        "from now",
                        "time",
                        "14th",
                        "1st",
                        "2nd",
                        "23rd",
                        "of",
                        "May",
                        "sept",
                        "december",
                        "ninth",
                        "twenty-first",
                        "thirtieth",
                        "fourteenth",
                        "2026-11-22",
                        "at",
                        "noon",
                        "half past",
                        "3pm",
                        "9:30",
                        "o'clock",
                        "lunchtime",
                        "that",
                        "what",
                        ",",
                        "'s",
                        ".")
                .list()
                .ofMaxSize(8)
                .map(words -> String.join(" ", words));
    }

    @Property(tries = 20_000)
    void when_noTimeIsPassedOverForWantOfAStem(@ForAll("timeTexts") String text) {
        assertTrue(When.isLookedFor(text));
    }

    @Provide
    Arbitrary<String> promises() {
        return Arbitraries.of(
                        "i'll",
                        "ILL",
                        "i will",
                        "i'm gonna",
                        "im going to",
                        "i can",
                        "gonna",
                        "will",
                        "Let me",
                        "i promise to",
                        "promise i'll",
                        "remind me to",
                        "definitely",
                        "call you",
                        "send you",
                        "let you know",
                        "bring you",
                        "pay you",
                        "check",
                        "book it",
                        "if",
                        "maybe",
                        "?",
                        ",",
                        "ok",
                        "we",
                        "tell",
                        "all")
                .list()
                .ofMaxSize(6)
                .map(words -> String.join(" ", words));
    }

    @Property(tries = 10_000)
    void promise_noneIsPassedOverForWantOfABeginning(@ForAll("promises") String text) {
        assertTrue(PromiseWords.isLookedFor(text));
    }

    @ParameterizedTest
    @CsvSource({"ok, true", "'thanks, you too', true", "ok?, false", "the boiler is broken, false"})
    void takesNote_asAnAcknowledgement(String text, boolean is) {
        assertEquals(is, new Words(text).takesNote());
    }

    @Test
    void asked_ofEachSentence_andOfAllAsOne() {
        Words words = new Words("I lost my keys. how was your day?");
        assertEquals(List.of(Asked.NOTHING, Asked.in("how was your day?")), words.asked());
        assertEquals(Asked.in(words.text()), words.askedAsOne());
        assertTrue(words.asksSomething());
        assertFalse(new Words("I lost my keys").asksSomething());
    }

    @Test
    void words_areLookedAtOnce() {
        Wordbook book = new Wordbook();
        Words words = book.of("see you at the lake");
        assertSame(words, book.of("see you at the lake"));
        assertSame(words.bare(), words.bare());
        assertEquals(
                Stems.of("lake house"), book.together(List.of("lake", "house")).stems());
    }
}
