package dev.toward.chat;

import java.io.Closeable;
import java.io.IOException;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The elements of an HTML file that hold a message each, one at a time: what was given is let go, and so is what stands around them, so that a file of any size is
 * read in constant memory. For one thread.
 */
final class HtmlRecords implements Closeable {
    private static final int DEEPEST = 256;

    private final HtmlElements elements;
    private final Set<String> classes;
    private final String within;
    private @Nullable Element given;

    private HtmlRecords(HtmlElements elements, Set<String> classes, String within) {
        this.elements = elements;
        this.classes = classes;
        this.within = within;
    }

    /**
     * Opens a file.
     *
     * @param classes of the elements wanted, any of them
     * @param within a class: what stands in such an element is a part of a record, and none itself; may be empty
     */
    static HtmlRecords of(Source source, Set<String> classes, String within) throws IOException {
        return new HtmlRecords(HtmlElements.of(source, DEEPEST), classes, within);
    }

    /** The next one, whole; null at the end. The one before is gone then. */
    @Nullable
    Element next() throws IOException {
        if (given != null) {
            elements.letGo(given);
            given = null;
        }
        for (Element element = elements.next(); element != null; element = elements.next()) {
            if (isWanted(element)) {
                given = element;
                return element;
            }
            if (elements.holdsMuch() && !isInRecord(element)) {
                elements.letGo(element);
            }
        }
        return null;
    }

    private boolean isWanted(Element element) {
        return isNamed(element) && (within.isEmpty() || element.closest("." + within) == null);
    }

    private boolean isInRecord(Element element) {
        for (Element around = element.parent(); around != null; around = around.parent()) {
            if (isNamed(around)) {
                return true;
            }
        }
        return false;
    }

    private boolean isNamed(Element element) {
        for (String wanted : classes) {
            if (element.hasClass(wanted)) {
                return true;
            }
        }
        return false;
    }

    /** 1-based line on which an element starts. */
    static long line(Element element) {
        return HtmlElements.line(element);
    }

    /** How many lines so far were no UTF-8. */
    long odd() {
        return elements.odd();
    }

    /** True where the reading ended early, since more would have had to be kept than may be. */
    boolean isStopped() {
        return elements.isStopped();
    }

    /** True once all was read and the file was written to its end. */
    boolean isWhole() {
        return elements.isWhole();
    }

    /** How many lines were read so far. */
    long lines() {
        return elements.lines();
    }

    @Override
    public void close() throws IOException {
        elements.close();
    }
}
