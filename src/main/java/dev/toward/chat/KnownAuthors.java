package dev.toward.chat;

import dev.toward.text.Author;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The authors of an export whose identity is an id: each keeps the name that came first, for names change. */
final class KnownAuthors {
    private static final int MOST_KEPT = 50_000;

    private final Map<String, Author> byId = new HashMap<>();
    private final String nameless;

    /** @param nameless shown for an id that has no name */
    KnownAuthors(String nameless) {
        this.nameless = nameless;
    }

    /** Whoever has the id, or without one the name; unknown without either. */
    Author of(@Nullable String id, @Nullable String written) {
        String name = written == null ? "" : Marks.name(written);
        if (id == null || id.isBlank()) {
            return name.isEmpty() ? Author.UNKNOWN : of(name, name, name);
        }
        return of(id.strip(), id.strip(), name);
    }

    private Author of(String key, String id, String name) {
        Author known = byId.get(key);
        if (known != null && (name.isEmpty() || !known.name().equals(nameless))) {
            return known;
        }
        if (byId.size() >= MOST_KEPT) {
            byId.clear();
        }
        Author author = new Author(id, name.isEmpty() ? nameless : name);
        byId.put(key, author);
        return author;
    }
}
