package dev.toward.http.languagetool;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The fields of a request, from its body and its address alike; where both have one, the address counts. */
public final class Form {
    private final Map<String, String> fields;

    private Form(Map<String, String> fields) {
        this.fields = Collections.unmodifiableMap(fields);
    }

    /**
     * Reads a form in UTF-8, whatever the request called it.
     *
     * @param query of the address, still encoded, or null
     */
    public static Form read(byte[] body, @Nullable String query) throws Refused {
        Map<String, String> fields = new LinkedHashMap<>();
        decode(new String(body, StandardCharsets.UTF_8), fields);
        if (query != null) {
            decode(query, fields);
        }
        return new Form(fields);
    }

    private static void decode(String pairs, Map<String, String> into) throws Refused {
        for (String pair : pairs.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals < 0) {
                continue;
            }
            try {
                into.put(
                        URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            } catch (IllegalArgumentException e) {
                throw new Refused("Could not decode query: a percent sign is not followed by two hexadecimal digits.");
            }
        }
    }

    /** The value, or null when the field is not there. */
    public @Nullable String get(String field) {
        return fields.get(field);
    }

    /** The value, or nothing at all. */
    String text(String field) {
        String value = fields.get(field);
        return value == null ? "" : value;
    }

    boolean has(String field) {
        return fields.containsKey(field);
    }

    /** The parts of a comma list; none when the field is not there. */
    List<String> list(String field) {
        return Stream.of(text(field).split(",", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** The others alone. */
    public Form without(Set<String> some) {
        Map<String, String> others = new LinkedHashMap<>(fields);
        others.keySet().removeAll(some);
        return new Form(others);
    }

    /** As a body, without some fields. */
    public String encoded(Set<String> without) {
        return fields.entrySet().stream()
                .filter(field -> !without.contains(field.getKey()))
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
