package dev.toward.chat;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What messages of a room were changed to, for a change is an event of its own and stands later. Holds 16 million characters at
 * most; what was changed beyond that keeps its first words. For one thread.
 */
final class MatrixEdits {
    private static final long MOST_CHARACTERS = 16 << 20;

    private record Edit(String sender, long time, String body) {}

    private final Map<String, Edit> newest = new HashMap<>();
    private long characters;
    private long beyond;

    void add(String event, String sender, long time, String body) {
        Edit before = newest.get(event);
        if (before != null && before.time() > time) {
            return;
        }
        if (characters > MOST_CHARACTERS) {
            beyond++;
            return;
        }
        characters += 100L
                + body.length()
                - (before == null ? 0 : 100L + before.body().length());
        newest.put(event, new Edit(sender, time, body));
    }

    /** The newest words of a message; null when its sender never changed it. Nobody may change another's. */
    @Nullable
    String of(@Nullable String event, @Nullable String sender) {
        Edit edit = event == null ? null : newest.get(event);
        return edit != null && edit.sender().equals(sender) ? edit.body() : null;
    }

    /** How many changes were too many to hold. */
    long beyond() {
        return beyond;
    }
}
