package dev.toward.phrase;

import java.util.Locale;
import java.util.Optional;

/** How a pack is written down. */
public enum PackForm {
    /** A JSON object a line: a phrase, or {@code {"test": …}}. */
    JSONL,
    /** A mapping of {@code phrases} and {@code tests}. */
    YAML;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The form that a file's name tells, by what it ends in. */
    public static Optional<PackForm> byName(String file) {
        String name = file.toLowerCase(Locale.ROOT);
        if (name.endsWith(".yaml") || name.endsWith(".yml")) {
            return Optional.of(YAML);
        }
        return name.endsWith(".jsonl") || name.endsWith(".ndjson") ? Optional.of(JSONL) : Optional.empty();
    }

    /** The form that a text seems to be in: JSON Lines begin with a brace, and a mapping that somebody wrote by hand does not. */
    static PackForm byContent(byte[] bytes) {
        for (byte b : bytes) {
            // blanks, and the three bytes of an encoding's mark
            if (b > ' ') {
                return b == '{' ? JSONL : YAML;
            }
        }
        return JSONL;
    }
}
