package dev.toward.ledger;

import dev.toward.phrase.Sort;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What may be ahead of somebody, by what may be said of it: {@code events.txt}. */
final class EventNouns {
    private static final Map<String, Sort> SORTS = read();

    private EventNouns() {}

    /** Any of them, the longest first, as a group to stand in a pattern. */
    static String any() {
        return SORTS.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(?:", ")"));
    }

    static Sort sort(String noun) {
        String plain = noun.toLowerCase(Locale.ROOT);
        Sort sort = SORTS.get(plain);
        if (sort == null && plain.endsWith("s")) {
            sort = SORTS.get(plain.substring(0, plain.length() - 1));
        }
        return sort == null ? Sort.OTHER : sort;
    }

    private static Map<String, Sort> read() {
        Map<String, Sort> sorts = new LinkedHashMap<>();
        try (InputStream in = Objects.requireNonNull(EventNouns.class.getResourceAsStream("events.txt"), "events.txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            Sort sort = Sort.OTHER;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("[")) {
                    sort = Sort.valueOf(line.substring(1, line.indexOf(']')).toUpperCase(Locale.ROOT));
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    sorts.put(line.strip(), sort);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sorts;
    }
}
