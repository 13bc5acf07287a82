package dev.toward.chat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The half of the day that a twelve-hour clock names, in any of the languages that exports were seen in. */
enum DayPeriod {
    AM,
    PM,
    NOON,
    NIGHT;

    private record Word(String text, DayPeriod period) {}

    private static final List<Word> WORDS = words();

    /** A word found, and where the text goes on after it. */
    record Match(DayPeriod period, int end) {}

    /** The day period written at {@code at}, or null. */
    static @Nullable Match at(String line, int at) {
        if (at >= line.length() || !isStart(line.charAt(at))) {
            return null;
        }
        for (Word word : WORDS) {
            int end = after(line, at, word.text());
            if (end >= 0
                    && (end == line.length()
                            || !Character.isLetterOrDigit(line.charAt(end))
                            || isIdeograph(line, at))) {
                return new Match(word.period(), end);
            }
        }
        return null;
    }

    /** Where {@code word}, in lower case, ends if it stands at {@code at}; any space fits a space; else -1. */
    static int after(String line, int at, String word) {
        int i = at;
        for (int w = 0; w < word.length(); w++, i++) {
            if (i >= line.length()) {
                return -1;
            }
            char c = line.charAt(i);
            char expected = word.charAt(w);
            if (c != expected && Character.toLowerCase(c) != expected && !(expected == ' ' && Marks.isSpace(c))) {
                return -1;
            }
        }
        return i;
    }

    /** 0 to 23; an hour over 12 wins over the mark. */
    int hour(int written) {
        if (written > 12) {
            return written;
        }
        return switch (this) {
            case AM -> written % 12;
            case PM -> written % 12 + 12;
            case NOON -> written < 10 ? written + 12 : written;
            case NIGHT -> written == 12 ? 0 : written >= 6 ? written + 12 : written;
        };
    }

    private static boolean isStart(char c) {
        return Character.isLetter(c);
    }

    /** 下午3:45 has no space. */
    private static boolean isIdeograph(String line, int at) {
        return line.charAt(at) >= '\u3000';
    }

    private static List<Word> words() {
        List<Word> words = new ArrayList<>();
        WhatsAppWords.section("am").forEach(w -> words.add(new Word(w, AM)));
        WhatsAppWords.section("pm").forEach(w -> words.add(new Word(w, PM)));
        WhatsAppWords.section("noon").forEach(w -> words.add(new Word(w, NOON)));
        WhatsAppWords.section("night").forEach(w -> words.add(new Word(w, NIGHT)));
        words.sort(Comparator.comparingInt((Word w) -> -w.text().length()).thenComparing(Word::text));
        return List.copyOf(words);
    }
}
