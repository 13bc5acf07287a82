package dev.toward.config;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the statements of a TOML file stand. Tables, and brackets within brackets, are refused here, before a parser that follows them inward sees them; for all
 * else that is wrong, the parser has the words.
 */
final class TomlLines {
    private static final int DEEPEST = 2;

    private final String file;
    private final String text;
    private final List<Statement> statements = new ArrayList<>();
    private int at;
    private int line = 1;

    /**
     * A key and its value.
     *
     * @param key as it stands there
     * @param line counted from 1
     * @param value the first character behind the sign of equality
     * @param items lines of the texts in a list
     */
    record Statement(String key, int line, int value, List<Integer> items) {
        Statement {
            items = List.copyOf(items);
        }

        /** The line of an item of the list, or of the one value. */
        int line(int item, boolean inList) {
            return inList && item < items.size() ? items.get(item) : line;
        }
    }

    private TomlLines(String file, String text) {
        this.file = file;
        this.text = text;
    }

    static List<Statement> of(String file, String text) throws ConfigException {
        TomlLines lines = new TomlLines(file, text);
        while (lines.toStatement()) {
            lines.statement();
        }
        return lines.statements;
    }

    /** Passes over blanks and comments; false at the end. */
    private boolean toStatement() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '#') {
                toLineEnd();
            } else if (Character.isWhitespace(c)) {
                pass();
            } else {
                return true;
            }
        }
        return false;
    }

    private void statement() throws ConfigException {
        int first = line;
        int from = at;
        if (text.charAt(at) == '[') {
            throw new ConfigException(
                    file + ", line " + line, "expected keys without [tables]; leave the table's line out");
        }
        while (at < text.length() && text.charAt(at) != '=' && text.charAt(at) != '\n') {
            if (isQuote()) {
                string();
            } else {
                pass();
            }
        }
        if (at >= text.length() || text.charAt(at) == '\n') {
            statements.add(new Statement("", first, at, List.of()));
            return;
        }
        String key = text.substring(from, at).strip().replaceAll("^([\"'])(.*)\\1$", "$2");
        if (statements.stream().anyMatch(s -> s.key().equals(key))) {
            throw new ConfigException(file + ", line " + first, "expected it once, and it is there twice");
        }
        pass();
        int value = at;
        List<Integer> items = new ArrayList<>();
        int depth = 0;
        while (at < text.length() && !(depth <= 0 && text.charAt(at) == '\n')) {
            char c = text.charAt(at);
            if (c == '#') {
                toLineEnd();
                continue;
            }
            if (isQuote()) {
                if (depth > 0) {
                    items.add(line);
                }
                string();
                continue;
            }
            depth += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
            if (depth > DEEPEST) {
                throw new ConfigException(
                        file + ", line " + line, "expected a value or a list of values, and this goes deeper");
            }
            pass();
        }
        statements.add(new Statement(key, first, value, items));
    }

    private boolean isQuote() {
        return text.charAt(at) == '"' || text.charAt(at) == '\'';
    }

    private void string() {
        char quote = text.charAt(at);
        boolean escapes = quote == '"';
        String three = String.valueOf(quote).repeat(3);
        boolean lines = text.startsWith(three, at);
        at += lines ? 3 : 1;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (escapes && c == '\\') {
                pass();
                if (at < text.length()) {
                    pass();
                }
            } else if (lines && text.startsWith(three, at)) {
                at += 3;
                // up to two more belong to the text
                while (at < text.length() && text.charAt(at) == quote) {
                    at++;
                }
                return;
            } else if (!lines && (c == quote || c == '\n')) {
                at += c == quote ? 1 : 0;
                return;
            } else {
                pass();
            }
        }
    }

    private void toLineEnd() {
        while (at < text.length() && text.charAt(at) != '\n') {
            at++;
        }
    }

    private void pass() {
        line += text.charAt(at) == '\n' ? 1 : 0;
        at++;
    }
}
