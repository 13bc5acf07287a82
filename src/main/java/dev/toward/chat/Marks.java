package dev.toward.chat;

import java.text.Normalizer;

/** Characters that cannot be seen: direction marks and byte order marks, which exports sprinkle over headers and names. */
final class Marks {
    static final char LEFT_TO_RIGHT = '\u200E';

    private Marks() {}

    static boolean isMark(char c) {
        return c >= '\u061C'
                && (c == '\u200E'
                        || c == '\u200F'
                        || (c >= '\u202A' && c <= '\u202E')
                        || (c >= '\u2066' && c <= '\u2069')
                        || c == '\u061C'
                        || c == '\uFEFF');
    }

    /** The text without them; the same object when there are none. */
    static String strip(String text) {
        int first = 0;
        while (first < text.length() && !isMark(text.charAt(first))) {
            first++;
        }
        if (first == text.length()) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length()).append(text, 0, first);
        for (int i = first + 1; i < text.length(); i++) {
            if (!isMark(text.charAt(i))) {
                kept.append(text.charAt(i));
            }
        }
        return kept.toString();
    }

    /** Any space that Unicode has on one line, the ones that do not break included. */
    static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || (c >= '\u00A0' && Character.isSpaceChar(c) && c != '\u2028' && c != '\u2029');
    }

    /** A name in the form in which names are compared and shown: NFC, no marks, single plain spaces. */
    static String name(String raw) {
        boolean plain = true;
        char before = ' ';
        for (int i = 0; i < raw.length() && plain; i++) {
            char c = raw.charAt(i);
            plain = c < '\u007F' && c >= ' ' && !(c == ' ' && before == ' ');
            before = c;
        }
        if (plain && before != ' ') {
            return raw;
        }
        String composed = Normalizer.normalize(strip(raw), Normalizer.Form.NFC);
        StringBuilder name = new StringBuilder(composed.length());
        for (int i = 0; i < composed.length(); i++) {
            char c = composed.charAt(i);
            if (!isSpace(c) && !Character.isISOControl(c)) {
                name.append(c);
            } else if (!name.isEmpty() && name.charAt(name.length() - 1) != ' ') {
                name.append(' ');
            }
        }
        return name.toString().stripTrailing();
    }
}
