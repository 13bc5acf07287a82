package dev.toward.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A chart with its text alternative.
 *
 * @param id of its heading and its canvas
 * @param intro what it shows, in words
 * @param says the same for those who do not see it
 * @param note below it, or empty
 * @param series what the colours mean
 * @param head the heads of the table's columns
 * @param rows the table: the same numbers, each opening its messages
 * @param drawing what the page's script draws
 */
record Figure(
        String id,
        String title,
        String intro,
        String says,
        String note,
        List<Series> series,
        List<String> head,
        List<Row> rows,
        ObjectNode drawing) {
    Figure {
        series = List.copyOf(series);
        head = List.copyOf(head);
        rows = List.copyOf(rows);
    }

    /** A colour, by its name in the style sheet, and its meaning. */
    record Series(String colour, String name) {}

    /**
     * A row of the table.
     *
     * @param explained the name in more words, or empty
     * @param person true when the name is somebody's
     * @param cells HTML
     */
    record Row(String name, String explained, boolean person, List<Cell> cells) {
        Row {
            cells = List.copyOf(cells);
        }

        boolean hasExplained() {
            return !explained.isEmpty();
        }
    }

    /** A cell under the head of its column, for narrow screens. */
    record Cell(String head, String html) {}

    boolean hasNote() {
        return !note.isEmpty();
    }

    boolean hasSeries() {
        return !series.isEmpty();
    }
}
