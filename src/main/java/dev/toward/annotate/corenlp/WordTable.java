package dev.toward.annotate.corenlp;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The numbers of words, as bytes that are looked into where they lie: 77,000 strings need not be made at every start. Open
 * addressing by {@link String#hashCode}, which the language fixes. Immutable; threads may share it.
 *
 * @param slots a word's number and one, or 0
 * @param ends where each word ends in {@code letters}
 * @param letters all words in UTF-8, one after the other
 */
record WordTable(IntBuffer slots, IntBuffer ends, ByteBuffer letters) {
    /** Of words that stand twice the last counts, as with CoreNLP. */
    static WordTable of(List<String> words) {
        int[] slots = new int[Integer.highestOneBit(Math.max(4, words.size() * 2)) * 2];
        int[] ends = new int[words.size()];
        byte[] letters = String.join("", words).getBytes(StandardCharsets.UTF_8);
        int end = 0;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            end += word.getBytes(StandardCharsets.UTF_8).length;
            ends[i] = end;
            int at = slot(word, slots.length);
            while (slots[at] != 0 && !words.get(slots[at] - 1).equals(word)) {
                at = (at + 1) & (slots.length - 1);
            }
            slots[at] = i + 1;
        }
        return new WordTable(IntBuffer.wrap(slots), IntBuffer.wrap(ends), ByteBuffer.wrap(letters));
    }

    /** Reads a table where the buffer stands, and goes past it. */
    static WordTable read(ByteBuffer in) {
        int slots = in.getInt();
        int words = in.getInt();
        int letters = in.getInt();
        IntBuffer slotsAt = in.slice().order(in.order()).asIntBuffer().limit(slots);
        in.position(in.position() + slots * Integer.BYTES);
        IntBuffer endsAt = in.slice().order(in.order()).asIntBuffer().limit(words);
        in.position(in.position() + words * Integer.BYTES);
        ByteBuffer lettersAt = in.slice().limit(letters);
        in.position(in.position() + GrammarFile.padded(letters));
        return new WordTable(slotsAt, endsAt, lettersAt);
    }

    void write(ByteBuffer out) {
        int start = out.position();
        out.putInt(slots.limit()).putInt(ends.limit()).putInt(letters.limit());
        for (int i = 0; i < slots.limit(); i++) {
            out.putInt(slots.get(i));
        }
        for (int i = 0; i < ends.limit(); i++) {
            out.putInt(ends.get(i));
        }
        out.put(letters.duplicate().rewind()).position(start + length());
    }

    /** Bytes that it takes. */
    int length() {
        return Integer.BYTES * (3 + slots.limit() + ends.limit()) + GrammarFile.padded(letters.limit());
    }

    /** The number of a word, or -1. */
    int number(String word) {
        byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
        int at = slot(word, slots.limit());
        for (int found = slots.get(at); found != 0; found = slots.get(at)) {
            if (is(found - 1, bytes)) {
                return found - 1;
            }
            at = (at + 1) & (slots.limit() - 1);
        }
        return -1;
    }

    private boolean is(int number, byte[] bytes) {
        int from = number == 0 ? 0 : ends.get(number - 1);
        if (ends.get(number) - from != bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if (letters.get(from + i) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static int slot(String word, int slots) {
        int hash = word.hashCode();
        return (hash ^ (hash >>> 15)) & (slots - 1);
    }
}
