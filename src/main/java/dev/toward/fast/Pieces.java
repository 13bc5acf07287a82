package dev.toward.fast;

import java.util.Arrays;

/** A vocabulary of word pieces by their hashes: finds a piece's number without making a string of it. Immutable; threads may share it. */
public final class Pieces {
    /** Where the hash of a piece that opens a word starts. */
    static final int OPENING = 0x2545F491;
    /** Where that of a piece that goes on a word starts. */
    static final int FOLLOWING = 0x7F4A7C15;

    private static final String GOES_ON = "##";
    private static final long NONE = -1;

    private final int[] hashes;
    /** A piece's hash in the upper half and its number in the lower, side by side so that one look at memory gives both; -1 where there is none. */
    private final long[] slots;

    private final int mask;

    /** @param hashes one a piece, in order of their numbers; see {@link #hash} */
    public Pieces(int[] hashes) {
        this.hashes = hashes.clone();
        int size = Integer.highestOneBit(Math.max(2, hashes.length)) << 2;
        this.mask = size - 1;
        this.slots = new long[size];
        Arrays.fill(slots, NONE);
        for (int id = 0; id < hashes.length; id++) {
            int at = slot(hashes[id]);
            while (slots[at] != NONE && (int) (slots[at] >>> Integer.SIZE) != hashes[id]) {
                at = (at + 1) & mask;
            }
            if (slots[at] == NONE) {
                slots[at] = (long) hashes[id] << Integer.SIZE | id;
            }
        }
    }

    /** The hash of a piece as a vocabulary spells it, {@code ing} or {@code ##ing}. */
    public static int hash(String piece) {
        boolean goesOn = piece.length() > GOES_ON.length() && piece.startsWith(GOES_ON);
        int hash = goesOn ? FOLLOWING : OPENING;
        for (int i = goesOn ? GOES_ON.length() : 0; i < piece.length(); i++) {
            hash = step(hash, piece.charAt(i));
        }
        return hash;
    }

    static int step(int hash, char c) {
        return Integer.rotateLeft((hash ^ c) * 0x9E3779B1, 15);
    }

    /** The number of a piece, or -1. */
    int find(int hash) {
        for (int at = slot(hash); ; at = (at + 1) & mask) {
            long found = slots[at];
            if (found == NONE) {
                return -1;
            }
            if ((int) (found >>> Integer.SIZE) == hash) {
                return (int) found;
            }
        }
    }

    public int size() {
        return hashes.length;
    }

    int[] hashes() {
        return hashes.clone();
    }

    private int slot(int hash) {
        return (hash ^ (hash >>> 15)) & mask;
    }
}
