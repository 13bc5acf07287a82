package dev.toward.chat;

import java.util.Arrays;
import java.util.List;

/**
 * Which mails belong to one thread: those that name one another, however far around. Keeps no text but a 64-bit key and a place
 * for every id that was ever named, some 40 bytes each. For one thread.
 */
final class MboxThreads {
    private long[] keys = new long[1 << 10];
    private int[] nodes = new int[1 << 10];
    private int[] above = new int[1 << 10];
    private long[] keyOf = new long[1 << 10];
    private boolean[] isMail = new boolean[1 << 10];
    private int size;

    static long key(String id) {
        return LongCounts.hash(17, id);
    }

    /**
     * A mail is there.
     *
     * @param key of its id
     * @param named keys of the ids that it names, the oldest first
     */
    void add(long key, List<Long> named) {
        int mail = node(key);
        isMail[mail - 1] = true;
        int before = 0;
        for (long id : named) {
            int node = node(id);
            if (before != 0) {
                join(before, node);
            }
            before = node;
        }
        if (before != 0) {
            join(before, mail);
        }
    }

    /** True when a mail with this key was added. */
    boolean has(long key) {
        int node = nodes[slot(key)];
        return node != 0 && isMail[node - 1];
    }

    /** The key of the thread's first id, the same for all its mails. */
    long thread(long key) {
        int node = nodes[slot(key)];
        return node == 0 ? key : keyOf[top(node) - 1];
    }

    private void join(int older, int younger) {
        int top = top(older);
        int other = top(younger);
        if (top != other) {
            above[other - 1] = top;
        }
    }

    private int top(int node) {
        int top = node;
        while (above[top - 1] != top) {
            above[top - 1] = above[above[top - 1] - 1];
            top = above[top - 1];
        }
        return top;
    }

    private int node(long key) {
        int slot = slot(key);
        if (nodes[slot] != 0) {
            return nodes[slot];
        }
        if (2 * (size + 1) > keys.length) {
            growTable();
            slot = slot(key);
        }
        if (size == above.length) {
            above = Arrays.copyOf(above, 2 * size);
            keyOf = Arrays.copyOf(keyOf, 2 * size);
            isMail = Arrays.copyOf(isMail, 2 * size);
        }
        size++;
        keys[slot] = key;
        nodes[slot] = size;
        above[size - 1] = size;
        keyOf[size - 1] = key;
        return size;
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = (int) (LongCounts.mix(key) & mask);
        while (nodes[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void growTable() {
        long[] oldKeys = keys;
        int[] oldNodes = nodes;
        keys = new long[oldKeys.length * 2];
        nodes = new int[oldKeys.length * 2];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldNodes[i] != 0) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                nodes[slot] = oldNodes[i];
            }
        }
    }
}
