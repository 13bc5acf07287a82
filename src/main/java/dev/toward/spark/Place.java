package dev.toward.spark;

import java.io.Serializable;
import java.util.Comparator;

/**
 * Where a record stands in the order of everything: by conversation, in it by time, then as the files have it. What belongs to no
 * conversation stands before all that do.
 *
 * @param talk the conversation, or the empty text
 * @param micros since 1970 by the conversation's clock; the least number where a message has no time
 * @param file the number of its file
 * @param position in the file: the byte of its line, or its row
 */
record Place(String talk, long micros, int file, long position) implements Serializable, Comparable<Place> {
    private static final Comparator<Place> ORDER = Comparator.comparing(Place::talk)
            .thenComparingLong(Place::micros)
            .thenComparingInt(Place::file)
            .thenComparingLong(Place::position);

    static final long NO_TIME = Long.MIN_VALUE;

    static Place outsideTalks(int file, long position) {
        return new Place("", NO_TIME, file, position);
    }

    /** Before everything of a conversation. */
    static Place startOf(String talk) {
        return new Place(talk, NO_TIME, -1, -1);
    }

    boolean isStart() {
        return file < 0;
    }

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }

    /** A number that depends on the place alone and is spread evenly, from 0 to 1: whoever is drawn is drawn on every run. */
    double lot() {
        long mixed = (position + 1) * 0x9E3779B97F4A7C15L + (file + 1) * 0xC2B2AE3D27D4EB4FL;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return ((mixed ^ (mixed >>> 31)) >>> 11) * 0x1.0p-53;
    }
}
