package dev.toward.chat;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which column or key holds which field: the user's own mapping first, then the usual names. Immutable. */
final class FieldNames {
    /** A field, and how good a name for it this is; 0 is best. */
    record Place(Field field, int rank) {}

    /** Where a name or a text is itself an object, as {@code "author": {"name": …}}. */
    private static final List<String> INNER = List.of("name", "displayname", "username", "nick", "text", "content");

    private final Map<String, Place> places = new HashMap<>();

    FieldNames(Map<Field, String> mapped) {
        Map<Field, String> own = new EnumMap<>(Field.class);
        own.putAll(mapped);
        own.forEach((field, name) -> places.put(normal(name), new Place(field, 0)));
        for (Field field : Field.values()) {
            if (own.containsKey(field)) {
                continue;
            }
            int rank = 0;
            for (String name : field.names()) {
                places.putIfAbsent(name, new Place(field, rank++));
            }
            for (String name : field.names()) {
                for (String inner : INNER) {
                    places.putIfAbsent(name + "." + inner, new Place(field, rank));
                }
                rank++;
            }
        }
    }

    /** Without case, spaces, underscores and hyphens; dots stay. */
    static String normal(String name) {
        StringBuilder normal = new StringBuilder(name.length());
        String lower = Marks.strip(name).toLowerCase(Locale.ROOT);
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if (!Marks.isSpace(c) && c != '_' && c != '-') {
                normal.append(c);
            }
        }
        return normal.toString();
    }

    /** What stands under a name in the normal form; null if nothing of ours. */
    @Nullable
    Place of(String normalName) {
        return places.get(normalName);
    }
}
