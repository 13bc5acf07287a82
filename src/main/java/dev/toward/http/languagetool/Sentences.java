package dev.toward.http.languagetool;

import dev.toward.text.Span;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The sentences of a text, without the white space around them, as clients are told of them. */
record Sentences(String text, List<Span> spans) {
    static Sentences of(String text) {
        List<Span> spans = new ArrayList<>();
        BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
        breaks.setText(text);
        int from = 0;
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            int start = from;
            for (int i = from; i < end; i++) {
                if (text.charAt(i) == '\n' || opensWithPicture(text, start, i)) {
                    add(text, start, i, spans);
                    start = i;
                }
            }
            add(text, start, end, spans);
            from = end;
        }
        return new Sentences(text, spans);
    }

    /** After a full stop an emoji opens a sentence, which a break iterator does not see. */
    private static boolean opensWithPicture(String text, int start, int i) {
        return i > start + 1
                && text.charAt(i - 1) == ' '
                && ".!?\u2026".indexOf(text.charAt(i - 2)) >= 0
                && Character.getType(text.codePointAt(i)) == Character.OTHER_SYMBOL;
    }

    private static void add(String text, int start, int end, List<Span> into) {
        int from = start;
        int to = end;
        while (from < to && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        if (to > from) {
            into.add(new Span(from, to));
        }
    }

    /** The sentence, or sentences, that a place lies in. */
    String around(Span place) {
        Span around = place;
        for (Span sentence : spans) {
            if (sentence.overlaps(place)) {
                around = around.join(sentence);
            }
        }
        return around.in(text).strip();
    }
}
