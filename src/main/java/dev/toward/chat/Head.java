package dev.toward.chat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * The first 64 KiB of a file as lines.
 *
 * @param lines without marks that cannot be seen; a line that the limit cut is left out, unless it is the only one
 * @param whole true when the file ends within them
 */
record Head(List<String> lines, boolean whole) {
    private static final int LIMIT = 64 * 1024;

    Head {
        lines = List.copyOf(lines);
    }

    static Head of(Source source) throws IOException {
        byte[] bytes;
        try (InputStream in = source.open()) {
            bytes = in.readNBytes(LIMIT);
        }
        List<String> lines = new ArrayList<>();
        try (Lines reader = Lines.of(new ByteArrayInputStream(bytes))) {
            for (String line = reader.next(); line != null; line = reader.next()) {
                lines.add(Marks.strip(line));
            }
        }
        boolean whole = bytes.length < LIMIT;
        if (!whole && lines.size() > 1) {
            lines.remove(lines.size() - 1);
        }
        return new Head(lines, whole);
    }

    /** The first line with something on it, or the empty text. */
    String firstLine() {
        return lines.stream().filter(l -> !l.isBlank()).findFirst().orElse("");
    }

    boolean isBlank() {
        return firstLine().isEmpty();
    }
}
