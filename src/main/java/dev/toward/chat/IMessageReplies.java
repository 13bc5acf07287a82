package dev.toward.chat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Replies seen below the messages that they answer, until they come by themselves. */
final class IMessageReplies {
    private static final int MOST_KEPT = 100_000;

    private final Map<String, String> parents = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > MOST_KEPT;
        }
    };

    /** @param reply tells the reply from others; {@code parent} is the id of the message answered */
    void expect(String reply, String parent) {
        parents.put(reply, parent);
    }

    /** The id of the message that a reply answers; null when none was seen. */
    @Nullable
    String parent(String reply) {
        return parents.remove(reply);
    }
}
