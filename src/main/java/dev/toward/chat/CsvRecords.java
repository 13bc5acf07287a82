package dev.toward.chat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * The records of a CSV file, with what is broken left out. Lines are joined while a quote is open, 1 MiB at most, before Commons
 * CSV takes the record apart: alone it would read a quote that nobody closed to the end of the file. After a broken record,
 * reading goes on at the next line that has the right number of fields.
 */
final class CsvRecords {
    private static final int LONGEST = 1 << 20;

    /** Characters read again after broken records; a file made of nothing else would be read a thousand times over. */
    private static final long MOST_READ_AGAIN = 64L << 20;

    /** A record and the line that it starts on. */
    record Row(List<String> fields, long line) {}

    private record Numbered(String text, long number) {}

    /** Whether quotes are closed at the end of a text. */
    private enum Quotes {
        CLOSED,
        OPEN,
        BROKEN
    }

    private final Lines lines;
    private final char delimiter;
    private final CSVFormat format;
    private final Delivery delivery;
    private final Deque<Numbered> waiting = new ArrayDeque<>();
    private long readAgain;
    private int columns = -1;
    private boolean lost;

    CsvRecords(Lines lines, char delimiter, Delivery delivery) {
        this.lines = lines;
        this.delimiter = delimiter;
        this.format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(false)
                .get();
        this.delivery = delivery;
    }

    /** After the header: how many fields a whole record has. */
    void expect(int count) {
        columns = count;
    }

    /** The next record; null at the end. Blank lines are passed over. */
    @Nullable
    Row next() throws IOException {
        for (Numbered start = take(); start != null; start = take()) {
            if (start.text().isBlank()) {
                continue;
            }
            Row row = from(start);
            if (row == null) {
                delivery.skipped(
                        start.number(), "a quote is opened and not closed, or closed in the middle of a field");
                lost = true;
            } else if (lost && columns >= 0 && row.fields().size() != columns) {
                delivery.skipped(start.number(), "part of the broken record before it");
            } else {
                lost = false;
                return row;
            }
        }
        return null;
    }

    private @Nullable Row from(Numbered start) throws IOException {
        List<Numbered> taken = new ArrayList<>();
        StringBuilder record = new StringBuilder(start.text());
        Scanner scanner = new Scanner();
        Quotes quotes = scanner.scan(start.text());
        while (quotes == Quotes.OPEN && record.length() < LONGEST) {
            Numbered next = take();
            if (next == null) {
                break;
            }
            taken.add(next);
            record.append('\n').append(next.text());
            quotes = scanner.scan(next.text());
        }
        List<String> fields = quotes == Quotes.CLOSED ? parse(record.toString()) : null;
        if (fields == null) {
            giveBack(taken, record.length());
            return null;
        }
        return new Row(fields, start.number());
    }

    /** The lines of a broken record stand again for themselves, unless that was so too often already. */
    private void giveBack(List<Numbered> taken, int length) {
        readAgain += length;
        for (int i = taken.size() - 1; i >= 0; i--) {
            if (readAgain <= MOST_READ_AGAIN) {
                waiting.addFirst(taken.get(i));
            } else {
                delivery.skipped(taken.get(i).number(), "part of a broken record");
            }
        }
    }

    private @Nullable List<String> parse(String record) {
        try (CSVParser parser = CSVParser.parse(record, format)) {
            List<CSVRecord> records = parser.getRecords();
            return records.size() == 1 ? records.get(0).toList() : null;
        } catch (IOException | IllegalStateException | UncheckedIOException e) {
            return null;
        }
    }

    private @Nullable Numbered take() throws IOException {
        Numbered first = waiting.pollFirst();
        if (first != null) {
            return first;
        }
        String text = lines.next();
        if (text == null) {
            return null;
        }
        long number = lines.number();
        if (!lines.ended()) {
            delivery.skipped(number, "longer than 1 MiB; the rest of the line is left out");
            lines.passRest();
        }
        return new Numbered(text, number);
    }

    /** Follows quotes from line to line of one record. */
    private final class Scanner {
        private boolean quoted;

        Quotes scan(String text) {
            boolean fieldStart = !quoted;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (quoted) {
                    if (c != '"') {
                        continue;
                    }
                    if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                        i++;
                    } else if (i + 1 == text.length() || text.charAt(i + 1) == delimiter) {
                        quoted = false;
                        fieldStart = false;
                    } else {
                        return Quotes.BROKEN;
                    }
                } else if (c == '"' && fieldStart) {
                    quoted = true;
                } else {
                    fieldStart = c == delimiter;
                }
            }
            return quoted ? Quotes.OPEN : Quotes.CLOSED;
        }
    }
}
