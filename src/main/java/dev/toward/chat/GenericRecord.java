package dev.toward.chat;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of one row or object, as text. Of several names for a field the best wins, of two equal keys the first. */
final class GenericRecord {
    private final Map<Field, String> values = new EnumMap<>(Field.class);
    private final Map<Field, Integer> ranks = new EnumMap<>(Field.class);

    void put(FieldNames.Place place, String value) {
        Integer before = ranks.get(place.field());
        if (before == null || place.rank() < before) {
            values.put(place.field(), value);
            ranks.put(place.field(), place.rank());
        }
    }

    /** The value, or null if there is none or a blank one. */
    @Nullable
    String get(Field field) {
        String value = values.get(field);
        return value == null || value.isBlank() ? null : value;
    }

    boolean has(Field field) {
        return values.containsKey(field);
    }

    /** Date and time as one text; null when neither is there. */
    @Nullable
    String time() {
        String time = get(Field.TIME);
        String date = get(Field.DATE);
        return date == null ? time : time == null ? date : date + " " + time;
    }

    /** True when it can be a message: a text, or at least who and when. */
    boolean isMessage() {
        return has(Field.TEXT) || (get(Field.AUTHOR) != null && time() != null);
    }

    /** True when it looks like a message of a chat, and not like any record with some text. */
    boolean looksLikeChat() {
        return has(Field.TEXT) && (has(Field.AUTHOR) || has(Field.TIME) || has(Field.DATE));
    }
}
