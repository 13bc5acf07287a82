package dev.toward.cli;

/** How text stands on a terminal: how many columns it takes, and what may be sent there. */
final class Columns {
    private Columns() {}

    /**
     * The text with what a terminal would obey rather than show replaced, code unit by code unit: a tab by a space, other
     * controls and marks of direction by U+FFFD. Line ends stay.
     */
    static String printable(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (pair) {
                out.append(c).append(text.charAt(++i));
            } else if (c == '\t' || c == '\r' || c == '\u2028' || c == '\u2029') {
                out.append(' ');
            } else if (c != '\n' && Character.isISOControl(c) || Character.isSurrogate(c) || isDirection(c)) {
                out.append('\uFFFD');
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static boolean isDirection(char c) {
        return c >= '\u202a' && c <= '\u202e' || c >= '\u2066' && c <= '\u2069';
    }

    /** The columns that a line takes: two for wide characters and emoji, none for marks that sit on another. */
    static int width(String line) {
        int width = 0;
        boolean joined = false;
        for (int i = 0; i < line.length(); ) {
            int c = line.codePointAt(i);
            i += Character.charCount(c);
            if (!joined) {
                width += width(c);
            }
            joined = c == 0x200d;
        }
        return width;
    }

    private static int width(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> isWide(c) ? 2 : 1;
        };
    }

    private static boolean isWide(int c) {
        if (c >= 0x1f3fb && c <= 0x1f3ff) {
            return false;
        }
        return Character.isEmojiPresentation(c)
                || c >= 0x1100 && c <= 0x115f
                || c >= 0x2e80 && c <= 0xa4cf
                || c >= 0xac00 && c <= 0xd7a3
                || c >= 0xf900 && c <= 0xfaff
                || c >= 0xfe30 && c <= 0xfe6f
                || c >= 0xff00 && c <= 0xff60
                || c >= 0xffe0 && c <= 0xffe6
                || c >= 0x20000 && c <= 0x3fffd;
    }
}
