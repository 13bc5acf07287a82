package dev.toward.annotate.corenlp;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of a pattern file.
 *
 * @param name the file's name without its ending
 * @param definition true when it names a part, {@code $YOU = (you | yourself)}
 * @param text what follows the prefix
 */
record PatternLine(String file, int number, String name, boolean definition, PatternSet.Reach reach, String text) {
    private static final Pattern PREFIX = Pattern.compile("(clause|alone|opens clause|opens|closes):\\s*(.*)");
    private static final Pattern DEFINITION = Pattern.compile("(\\$[A-Z_]+)\\s*=\\s*(.+)");

    static List<PatternLine> read(String file, String text) {
        String name = file.replaceFirst("\\.(tokens|semgrex)$", "");
        List<PatternLine> read = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            String stripped = line.strip();
            if (stripped.isEmpty() || stripped.startsWith("#")) {
                continue;
            }
            Matcher prefix = PREFIX.matcher(stripped);
            boolean definition = DEFINITION.matcher(stripped).matches();
            read.add(
                    !definition && prefix.matches()
                            ? new PatternLine(
                                    file, number, name, false, PatternSet.Reach.of(prefix.group(1)), prefix.group(2))
                            : new PatternLine(file, number, name, definition, PatternSet.Reach.WORDS, stripped));
        }
        return read;
    }

    void defineIn(WordPattern.Parts parts) {
        Matcher definition = DEFINITION.matcher(text);
        if (this.definition && definition.matches()) {
            parts.define(this, definition.group(1), definition.group(2));
        }
    }

    IllegalArgumentException unreadable(String expected, Throwable cause) {
        return new IllegalArgumentException(
                "pattern file " + file + ", line " + number + ": expected " + expected + ", got '" + text + "'", cause);
    }
}
