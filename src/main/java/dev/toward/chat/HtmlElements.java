package dev.toward.chat;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Iterator;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;
import org.jspecify.annotations.Nullable;

/**
 * The elements of an HTML file as they end, the inner before the outer. Whoever reads them lets go of what is of no more use, so that a file of any size takes
 * constant memory. Where nobody lets go of what is large, as of a message or a comment without an end, the file ends there as if it were cut off. For one thread.
 */
final class HtmlElements implements Closeable {
    /** What is told where the reading ended early. */
    static final String STOPPED =
            "too much stands before this line without the end of a message; the rest of the file is left out";

    private static final int MOST_CHARACTERS = 4 << 20;
    private static final int MOST_ELEMENTS = 100_000;
    private static final int MANY_CHARACTERS = 1 << 16;
    private static final int MANY_ELEMENTS = 1 << 12;

    private final Lines lines;
    private final HtmlEnd end;
    private final StreamParser parser;
    private final Iterator<Element> elements;
    private int held;

    private HtmlElements(Lines lines, int deepest) {
        this.lines = lines;
        Parser html = Parser.htmlParser().setTrackPosition(true).setMaxDepth(deepest);
        this.end = new HtmlEnd(new LinesReader(lines), MOST_CHARACTERS);
        this.parser = new StreamParser(html).parse(end, "");
        this.elements = parser.iterator();
    }

    /**
     * Opens a file.
     *
     * @param deepest how far elements may stand within each other; deeper ones stand beside each other
     */
    static HtmlElements of(Source source, int deepest) throws IOException {
        return new HtmlElements(Lines.of(source.open()), deepest);
    }

    /** The next one, whole; null at the end. */
    @Nullable
    Element next() throws IOException {
        if (++held > MOST_ELEMENTS) {
            end.stop();
        }
        try {
            return elements.hasNext() ? elements.next() : null;
        } catch (UncheckedIOException e) {
            throw new IOException("the file could not be read to its end", e);
        }
    }

    /** True when so much is held that it is worth a look whether some of it is of no use: most files have little around their messages. */
    boolean holdsMuch() {
        return held > MANY_ELEMENTS || end.held() > MANY_CHARACTERS;
    }

    /** Takes an element out of the document, with all that stands before it. */
    void letGo(Element element) {
        Node from = element;
        for (Element parent = element.parent(); parent != null; parent = parent.parent()) {
            dropBefore(parent, from);
            from = parent;
        }
        if (element.parent() != null) {
            element.remove();
        }
        held = 0;
        end.letGo();
    }

    /** All at once: one by one, each would move those behind it. */
    private static void dropBefore(Element parent, Node child) {
        if (parent.childNode(0) == child) {
            return;
        }
        ArrayDeque<Node> kept = new ArrayDeque<>();
        for (int i = parent.childNodeSize() - 1; i >= 0 && kept.peekFirst() != child; i--) {
            kept.addFirst(parent.childNode(i));
        }
        parent.empty();
        parent.appendChildren(kept);
    }

    /** 1-based line on which an element starts. */
    static long line(Element element) {
        return Math.max(1, element.sourceRange().start().lineNumber());
    }

    /** How many lines so far were no UTF-8. */
    long odd() {
        return lines.odd();
    }

    /** True where the reading ended early, since more would have had to be kept than may be. */
    boolean isStopped() {
        return end.isStopped();
    }

    /** True once all was read and the file was written to its end. */
    boolean isWhole() {
        return end.isWhole();
    }

    /** How many lines were read so far. */
    long lines() {
        return lines.number();
    }

    @Override
    public void close() throws IOException {
        parser.close();
        lines.close();
    }
}
