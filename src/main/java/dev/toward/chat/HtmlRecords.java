package dev.toward.chat;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;
import org.jspecify.annotations.Nullable;

/**
 * The elements of an HTML file that hold a message each, one at a time: what was given is let go, so that a file of any size is
 * read in constant memory. For one thread.
 */
final class HtmlRecords implements Closeable {
    private static final int DEEPEST = 256;

    private final Lines lines;
    private final HtmlEnd end;
    private final StreamParser parser;
    private final Iterator<Element> elements;
    private final Set<String> classes;
    private final String within;
    private @Nullable Element given;

    private HtmlRecords(Lines lines, Set<String> classes, String within) {
        this.lines = lines;
        this.classes = classes;
        this.within = within;
        Parser html = Parser.htmlParser().setTrackPosition(true).setMaxDepth(DEEPEST);
        this.end = new HtmlEnd(new LinesReader(lines));
        this.parser = new StreamParser(html).parse(end, "");
        this.elements = parser.iterator();
    }

    /**
     * Opens a file.
     *
     * @param classes of the elements wanted, any of them
     * @param within a class: what stands in such an element is a part of a record, and none itself; may be empty
     */
    static HtmlRecords of(Source source, Set<String> classes, String within) throws IOException {
        return new HtmlRecords(Lines.of(source.open()), classes, within);
    }

    /** The next one, whole; null at the end. The one before is gone then. */
    @Nullable
    Element next() throws IOException {
        letGo();
        try {
            while (elements.hasNext()) {
                Element element = elements.next();
                if (isWanted(element)) {
                    given = element;
                    return element;
                }
            }
            return null;
        } catch (UncheckedIOException e) {
            throw new IOException("the file could not be read to its end", e);
        }
    }

    private boolean isWanted(Element element) {
        for (String wanted : classes) {
            if (element.hasClass(wanted)) {
                return within.isEmpty() || element.closest("." + within) == null;
            }
        }
        return false;
    }

    private void letGo() {
        Element before = given;
        Element parent = before == null ? null : before.parent();
        if (before != null && parent != null) {
            while (parent.childNodeSize() > 0) {
                Node first = parent.childNode(0);
                first.remove();
                if (first == before) {
                    break;
                }
            }
        }
        given = null;
    }

    /** 1-based line on which an element starts. */
    static long line(Element element) {
        return Math.max(1, element.sourceRange().start().lineNumber());
    }

    /** How many lines so far were no UTF-8. */
    long odd() {
        return lines.odd();
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
