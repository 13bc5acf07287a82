package dev.toward.chat;

import java.util.Arrays;

/** How often each 64-bit key was seen: an open table of 12 bytes a slot, so that a million messages cost some 25 MB. */
final class LongCounts {
    private long[] keys = new long[1 << 10];
    private int[] counts = new int[1 << 10];
    private int size;

    /** Counts {@code key} once more; returns how often it was seen before. */
    int add(long key) {
        int slot = slot(key);
        if (counts[slot] == 0) {
            if (2 * (size + 1) > keys.length) {
                grow();
                slot = slot(key);
            }
            keys[slot] = key;
            size++;
        }
        return counts[slot]++;
    }

    boolean contains(long key) {
        return counts[slot(key)] > 0;
    }

    void clear() {
        if (keys.length > 1 << 10) {
            keys = new long[1 << 10];
            counts = new int[1 << 10];
        } else {
            Arrays.fill(counts, 0);
        }
        size = 0;
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = (int) (mix(key) & mask);
        while (counts[slot] > 0 && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldCounts = counts;
        keys = new long[oldKeys.length * 2];
        counts = new int[oldKeys.length * 2];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldCounts[i] > 0) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                counts[slot] = oldCounts[i];
            }
        }
    }

    /** The finisher of SplitMix64. */
    static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }

    /** A 64-bit hash of {@code text}, going on from {@code seed}. */
    static long hash(long seed, String text) {
        long hash = seed ^ 0x9E3779B97F4A7C15L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
        }
        return mix(hash + text.length());
    }
}
