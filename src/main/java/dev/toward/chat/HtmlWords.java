package dev.toward.chat;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** The words in an element as a person sees them: a line for each {@code <br>} and block, spaces as a browser shows them. */
final class HtmlWords implements NodeVisitor {
    private static final Set<String> BLOCKS =
            Set.of("p", "div", "li", "tr", "blockquote", "pre", "table", "ul", "ol", "h1", "h2", "h3", "h4", "hr");

    private final StringBuilder words = new StringBuilder();
    private final boolean linesKept;

    private HtmlWords(boolean linesKept) {
        this.linesKept = linesKept;
    }

    /** Line breaks of the source count as spaces. */
    static String of(Element element) {
        return of(element, false);
    }

    /** Line breaks of the source are line breaks of the text. */
    static String withLines(Element element) {
        return of(element, true);
    }

    private static String of(Element element, boolean linesKept) {
        HtmlWords reading = new HtmlWords(linesKept);
        element.traverse(reading);
        return reading.words.toString().strip();
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode text) {
            append(text.getWholeText(), linesKept || isPreformatted(node));
        } else if (node instanceof Element element) {
            if (element.normalName().equals("br")) {
                newLine();
            } else if (depth > 0 && BLOCKS.contains(element.normalName())) {
                startLine();
            }
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (depth > 0 && node instanceof Element element && BLOCKS.contains(element.normalName())) {
            startLine();
        }
    }

    private static boolean isPreformatted(Node node) {
        return node.parent() instanceof Element parent && parent.closest("pre") != null;
    }

    private void append(String text, boolean asIs) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (asIs && c == '\n') {
                newLine();
            } else if (c != ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f') {
                words.append(c);
            } else if (asIs || !(words.isEmpty() || endsWith(' ') || endsWith('\n'))) {
                words.append(' ');
            }
        }
    }

    private boolean endsWith(char c) {
        return !words.isEmpty() && words.charAt(words.length() - 1) == c;
    }

    private void newLine() {
        while (endsWith(' ')) {
            words.setLength(words.length() - 1);
        }
        words.append('\n');
    }

    private void startLine() {
        while (endsWith(' ')) {
            words.setLength(words.length() - 1);
        }
        if (!words.isEmpty() && !endsWith('\n')) {
            words.append('\n');
        }
    }
}
