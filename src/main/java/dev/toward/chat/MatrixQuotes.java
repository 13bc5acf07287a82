package dev.toward.chat;

import java.util.ArrayDeque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** The latest messages of a room by how they begin, for the text export quotes no more than that. For one thread. */
final class MatrixQuotes {
    private static final int KEPT = 1000;

    private record Said(String words, String id) {}

    private final ArrayDeque<Said> lately = new ArrayDeque<>();

    void add(String text, String id) {
        String words = Quotable.words(text);
        if (!words.isEmpty()) {
            lately.addLast(new Said(words, id));
            if (lately.size() > KEPT) {
                lately.removeFirst();
            }
        }
    }

    /** The newest message that begins so; null when there is none. */
    @Nullable
    String find(String start) {
        String words = Quotable.words(start);
        if (words.isEmpty()) {
            return null;
        }
        for (Iterator<Said> back = lately.descendingIterator(); back.hasNext(); ) {
            Said said = back.next();
            if (said.words().startsWith(words)) {
                return said.id();
            }
        }
        return null;
    }
}
