package dev.toward.chat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The latest messages of a chat by what a quote tells of them, where it does not name an id: so a quote, which its writer chose,
 * becomes a link. For one thread.
 */
final class Quotable {
    private static final int KEPT = 10_000;
    private static final int COMPARED = 200;

    private final Map<String, String> ids = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > KEPT;
        }
    };

    /** Of two with the same key the later one is meant. */
    void add(String key, String id) {
        ids.remove(key);
        ids.put(key, id);
    }

    /** The id of the message; null when it is not there, or too far back. */
    @Nullable
    String find(String key) {
        return ids.get(key);
    }

    /** A text as a key: its beginning, for quotes may be cut, without regard to spaces. */
    static String words(String text) {
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < text.length() && key.length() < COMPARED; i++) {
            char c = text.charAt(i);
            if (!Marks.isSpace(c) && c != '\n' && c != '\r' && !Marks.isMark(c)) {
                key.append(c);
            }
        }
        return key.toString();
    }
}
