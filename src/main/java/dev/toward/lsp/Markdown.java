package dev.toward.lsp;

/** Words set into Markdown so that they are shown as they are. Stateless. */
final class Markdown {
    private static final String SPECIAL = "\\`*_{}[]()#+-.!|<>~&:@\"'$=^";

    private Markdown() {}

    /** On one line, with a backslash before all that could mean something. */
    static String escaped(String words) {
        StringBuilder escaped = new StringBuilder();
        oneLine(words).chars().forEach(c -> {
            if (SPECIAL.indexOf(c) >= 0) {
                escaped.append('\\');
            }
            escaped.append((char) c);
        });
        return escaped.toString();
    }

    static String oneLine(String words) {
        return words.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    }
}
