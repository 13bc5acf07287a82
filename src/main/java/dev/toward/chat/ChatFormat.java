package dev.toward.chat;

import java.io.IOException;
import java.util.List;

/** A format of chat exports. Stateless; threads may share it. */
interface ChatFormat {
    /** How well a file fits. Of two that fit, the surer wins, and then the one listed first. */
    enum Fit {
        NO,
        MAYBE,
        YES,
        /** Part of an export of the format, and no chat: a list of names, settings, a twin in another form. Passed over. */
        BELONGS
    }

    /** Stands in output and never changes once released. */
    String id();

    /** As people call it, for the line that says what was expected. */
    String name();

    /**
     * True for what somebody sent, told by its place in an export of this format alone. Never opened, and not reported.
     *
     * @param source not opened here either; {@link Source#beside} says what is around it
     */
    default boolean isMedia(Source source) {
        return false;
    }

    /** Looks at the head of a file; opens it again, or what is beside it, only if the head does not tell. */
    Fit fit(Source source, Head head, ReadOptions options) throws IOException;

    /**
     * Which files are read together, and in which order.
     *
     * @param files all that fit, in the order found; at least one
     * @return each file once; here, each by itself
     */
    default List<List<Source>> together(List<Source> files) {
        return files.stream().map(List::of).toList();
    }

    /**
     * Reads a file from start to end in constant memory, more than once if need be.
     *
     * @throws IOException when the file could not be read to its end; what was delivered before stays
     */
    void read(Source source, ReadOptions options, Delivery delivery) throws IOException;

    /**
     * Reads files that belong together. Names each by {@link Delivery#from} before it delivers from it, and goes on with the
     * next where one cannot be read.
     *
     * @param files as {@link #together} gave them
     */
    default void read(List<Source> files, ReadOptions options, Delivery delivery) throws IOException {
        for (Source file : files) {
            delivery.from(file);
            try {
                read(file, options, delivery);
            } catch (IOException e) {
                delivery.unreadable(e);
            }
        }
    }
}
