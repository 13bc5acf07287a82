package dev.toward.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a scan can write. */
public enum Format {
    /** A page to read. */
    HTML("report.html"),
    /** The counts. */
    JSON("summary.json"),
    /** Every message with its verdict, one JSON object a line. */
    JSONL("messages.jsonl"),
    /** Every message with its verdict, as a table. */
    CSV("messages.csv");

    private final String fileName;

    Format(String fileName) {
        this.fileName = fileName;
    }

    /** The id that callers write, as {@code jsonl}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String fileName() {
        return fileName;
    }

    /** @throws IllegalArgumentException for an id that is none of ours */
    public static Format of(String id) {
        for (Format format : values()) {
            if (format.id().equals(id)) {
                return format;
            }
        }
        throw new IllegalArgumentException("no such format: " + id + "; there are "
                + Arrays.stream(values()).map(Format::id).collect(Collectors.joining(", ")));
    }
}
