package dev.toward.chat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Messages of a text file that each begin with a line of a certain form, and go on until the next such line. Holds one message at a time,
 * of at most 1 MiB.
 *
 * @param <H> the first line, taken apart
 */
final class HeadedLines<H> {
    private static final int LONGEST_BODY = 1 << 20;

    /** What one format makes of it. */
    interface Form<H> {
        /** The first line of a message taken apart, or null for any other line. */
        @Nullable
        H header(String line);

        /**
         * A message whose last line was read.
         *
         * @param line the number of its first
         * @param more its other lines
         */
        void message(H header, long line, List<String> more);
    }

    private final Delivery delivery;
    private final String expected;
    private final Form<H> form;
    private final List<String> more = new ArrayList<>();
    private @Nullable H header;
    private long headerLine;
    private long length;

    /** @param expected how a message begins, for whoever is told of lines before the first */
    HeadedLines(Delivery delivery, String expected, Form<H> form) {
        this.delivery = delivery;
        this.expected = expected;
        this.form = form;
    }

    void read(Source source) throws IOException {
        try (Lines lines = Lines.of(source.open())) {
            for (String raw = lines.next(); raw != null; raw = lines.next()) {
                line(lines.number(), Marks.strip(raw));
                if (!lines.ended()) {
                    delivery.skipped(lines.number(), "longer than 1 MiB; the rest of the line is left out");
                    lines.passRest();
                }
            }
            deliver();
            delivery.oddLines(lines.odd());
        }
    }

    private void line(long number, String line) {
        H next = form.header(line);
        if (next != null) {
            deliver();
            header = next;
            headerLine = number;
            length = 0;
        } else if (header == null) {
            if (!line.isBlank()) {
                delivery.skipped(number, "stands before the first message; expected " + expected);
            }
        } else {
            length += line.length() + 1L;
            if (length < LONGEST_BODY) {
                more.add(line);
            } else if (length - line.length() - 1 < LONGEST_BODY) {
                delivery.skipped(number, "the message is longer than 1 MiB; its lines from here on are left out");
                length += LONGEST_BODY;
            }
        }
    }

    private void deliver() {
        if (header != null) {
            form.message(header, headerLine, List.copyOf(more));
            more.clear();
        }
    }
}
