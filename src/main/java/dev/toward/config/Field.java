package dev.toward.config;

import java.util.List;

/**
 * A key and what stands behind it, as a file has it.
 *
 * @param line counted from 1
 * @param isList whether it is a list, of no matter how many
 * @param items the values; one unless it is a list
 */
record Field(String name, int line, boolean isList, List<Item> items) {
    Field {
        items = List.copyOf(items);
    }

    /** What a value is by its form. */
    enum Form {
        TEXT,
        NUMBER,
        OTHER
    }

    /** @param line counted from 1 */
    record Item(Form form, String text, int line) {}
}
