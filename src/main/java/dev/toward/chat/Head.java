package dev.toward.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * The first 64 KiB of a file as lines, and the beginning of a JSON file as a tree.
 *
 * @param lines without marks that cannot be seen; a line that the limit cut is left out, unless it is the only one
 * @param whole true when the file ends within them
 * @param json five elements of each array and the first 200 characters of each text, as far as a million characters tell;
 *     missing for a file that is no JSON
 */
record Head(List<String> lines, boolean whole, JsonNode json) {
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
        return new Head(lines, whole, isJson(lines) ? JsonFile.beginning(source) : MissingNode.getInstance());
    }

    private static boolean isJson(List<String> lines) {
        String first = firstLine(lines).stripLeading();
        return first.startsWith("{") || first.startsWith("[");
    }

    /** The first line with something on it, or the empty text. */
    String firstLine() {
        return firstLine(lines);
    }

    private static String firstLine(List<String> lines) {
        return lines.stream().filter(l -> !l.isBlank()).findFirst().orElse("");
    }

    boolean isBlank() {
        return firstLine().isEmpty();
    }
}
