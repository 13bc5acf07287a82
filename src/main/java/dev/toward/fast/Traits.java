package dev.toward.fast;

import java.util.Arrays;

/**
 * What the student sees of one text: the rows of its words, pairs of words and character n-grams in a hashed table (Joulin et al. 2017,
 * arXiv:1607.01759; Weinberger et al. 2009), and its word pieces. One pass over the characters, without expressions and without a
 * new object for a text. Read the same way as {@link dev.toward.encode.WordPiece}: case is dropped, curly quotes and apostrophes say
 * nothing, letters held down count twice, marks three times. Not for several threads; each has its own.
 */
public final class Traits {
    /** Characters of a text that are looked at. */
    static final int MOST_CHARACTERS = 2_000;

    private static final int LONGEST_WORD = 40;
    private static final int SHORT_TEXT = 4;
    private static final int SHORTEST_GRAM = 3;
    private static final int LONGEST_GRAM = 5;
    private static final int PRIME = 0x01000193;
    private static final int BASIS = 0x811C9DC5;
    private static final int EDGE = 0x2E5A7F31;

    private final Pieces pieces;
    private final int mask;
    private final char[] word = new char[LONGEST_WORD + 2];
    private int length;
    private int[] rows = new int[1024];
    private int rowCount;
    private int[] tokens = new int[256];
    private int tokenCount;
    private int words;
    private int before;
    private int whole;
    private boolean question;

    /** @param bits the table has two to the power of so many rows */
    public Traits(Pieces pieces, int bits) {
        this.pieces = pieces;
        this.mask = (1 << bits) - 1;
    }

    /** Looks at a text; what was seen before is forgotten. */
    public void read(String text) {
        rowCount = 0;
        tokenCount = 0;
        words = 0;
        before = EDGE;
        whole = BASIS;
        question = false;
        length = 0;
        int end = Math.min(text.length(), MOST_CHARACTERS);
        int last = -1;
        int run = 0;
        for (int i = 0; i < end; i++) {
            int c = folded(text.charAt(i));
            if (c == 0) {
                continue;
            }
            run = c == last ? run + 1 : 1;
            last = c;
            if (c == ' ') {
                flush();
            } else if (c < 0x80 ? isAsciiWord(c) : Character.isLetterOrDigit((char) c)) {
                if (run <= 2 || (c >= '0' && c <= '9')) {
                    append(c);
                }
            } else if (run <= 3 || Character.isSurrogate((char) c)) {
                // half a surrogate pair is a mark of its own: two halves in a row are the picture
                flush();
                append(c);
                question |= c == '?';
                flush();
            }
        }
        flush();
        add(pair(before, EDGE));
        add(pair(0x51ED270B, Math.min(words, 12)));
        add(pair(0x6C8E9CF5, words == 0 ? 0 : 32 - Integer.numberOfLeadingZeros(words)));
        if (words > 0 && words <= SHORT_TEXT) {
            add(pair(0x1B56C4E9, whole));
        }
    }

    /** A row for two things seen together. */
    void addTogether(int one, int other) {
        add(pair(pair(0x3C6EF372, one), other));
    }

    /** The text's own number when it is short, else how long it is: what a bare reply can be told by. */
    int gist() {
        return words <= SHORT_TEXT ? whole : words > 12 ? 12 : words;
    }

    boolean hasQuestion() {
        return question;
    }

    public int words() {
        return words;
    }

    int[] rows() {
        return rows;
    }

    int rowCount() {
        return rowCount;
    }

    int[] tokens() {
        return tokens;
    }

    int tokenCount() {
        return tokenCount;
    }

    /** The rows, copied: for training. */
    public int[] rowsNow() {
        return Arrays.copyOf(rows, rowCount);
    }

    /** The word pieces, copied: for training. */
    public int[] tokensNow() {
        return Arrays.copyOf(tokens, tokenCount);
    }

    private static boolean isAsciiWord(int c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }

    /** Lower case, a blank for whatever parts words, 0 for what says nothing. */
    private static int folded(char c) {
        if (c < 0x80) {
            if (c >= 'A' && c <= 'Z') {
                return c + 32;
            }
            return c <= ' ' ? ' ' : c == '\'' || c == '`' || c == 0x7F ? 0 : c;
        }
        return switch (c) {
            case '\u2019', '\u2018', '\u02BC', '\u00B4', '\uFE0F', '\u200D', '\u200B' -> 0;
            case '\u201C', '\u201D', '\u201E' -> '"';
            case '\u00A0', '\u2028', '\u2029', '\u3000', '\u0085' -> ' ';
            case '\u2013', '\u2014' -> '-';
            default -> Character.toLowerCase(c);
        };
    }

    private void append(int c) {
        if (length < LONGEST_WORD) {
            word[1 + length++] = (char) c;
        }
    }

    private void flush() {
        if (length == 0) {
            return;
        }
        word[0] = '<';
        word[length + 1] = '>';
        int hash = BASIS;
        for (int i = 1; i <= length; i++) {
            hash = (hash ^ word[i]) * PRIME;
        }
        add(hash);
        add(pair(before, hash));
        before = hash;
        whole = pair(whole, hash);
        words++;
        if (length > 1) {
            grams();
        }
        cut();
        length = 0;
    }

    private void grams() {
        int end = length + 2;
        for (int from = 0; from + SHORTEST_GRAM <= end; from++) {
            int hash = 0x9E3779B9;
            int most = Math.min(end - from, LONGEST_GRAM);
            for (int n = 0; n < most; n++) {
                hash = (hash ^ word[from + n]) * PRIME;
                if (n >= SHORTEST_GRAM - 1) {
                    add(hash);
                }
            }
        }
    }

    /** The word's pieces, longest first; a word that cannot be cut has none. Most words are one piece, so that is looked for first. */
    private void cut() {
        int opening = Pieces.OPENING;
        for (int i = 1; i <= length; i++) {
            opening = Pieces.step(opening, word[i]);
        }
        int known = pieces.find(opening);
        if (known >= 0) {
            addToken(known);
            return;
        }
        int kept = tokenCount;
        for (int from = 1; from <= length; ) {
            int hash = from == 1 ? Pieces.OPENING : Pieces.FOLLOWING;
            int found = -1;
            int next = from;
            for (int i = from; i <= length; i++) {
                hash = Pieces.step(hash, word[i]);
                int id = pieces.find(hash);
                if (id >= 0) {
                    found = id;
                    next = i + 1;
                }
            }
            if (found < 0) {
                tokenCount = kept;
                return;
            }
            addToken(found);
            from = next;
        }
    }

    private void addToken(int piece) {
        if (tokenCount == tokens.length) {
            tokens = Arrays.copyOf(tokens, 2 * tokenCount);
        }
        tokens[tokenCount++] = piece;
    }

    private void add(int hash) {
        if (rowCount == rows.length) {
            rows = Arrays.copyOf(rows, 2 * rowCount);
        }
        rows[rowCount++] = mixed(hash) & mask;
    }

    private static int pair(int one, int other) {
        return mixed(one * 31 + other) ^ other;
    }

    /** The finishing steps of MurmurHash3. */
    private static int mixed(int hash) {
        int h = hash ^ (hash >>> 16);
        h *= 0x85EBCA6B;
        h ^= h >>> 13;
        h *= 0xC2B2AE35;
        return h ^ (h >>> 16);
    }
}
