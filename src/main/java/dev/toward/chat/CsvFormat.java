package dev.toward.chat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Messages as a table with a header line: commas, semicolons, tabs or bars between the fields, quotes as in RFC 4180. Columns
 * are found by the names of {@link Field}.
 */
final class CsvFormat implements ChatFormat {
    private static final char[] DELIMITERS = {',', ';', '\t', '|'};
    private static final int RECORDS_SNIFFED = 20;

    /** What the head tells. */
    private record Layout(char delimiter, boolean named, List<FieldNames.@Nullable Place> places) {}

    /** Takes each row; false to stop. */
    private interface RowSink {
        boolean row(GenericRecord record, long position, long line);
    }

    @Override
    public String id() {
        return "csv";
    }

    @Override
    public String name() {
        return "CSV";
    }

    @Override
    public Fit fit(Source source, Head head, ReadOptions options) {
        Layout layout = layout(head, options);
        if (layout == null) {
            return Fit.NO;
        }
        GenericRecord columns = new GenericRecord();
        for (FieldNames.Place place : layout.places()) {
            if (place != null) {
                columns.put(place, "x");
            }
        }
        return columns.looksLikeChat() ? Fit.YES : Fit.NO;
    }

    @Override
    public void read(Source source, ReadOptions options, Delivery delivery) throws IOException {
        Layout layout = layout(Head.of(source), options);
        if (layout == null) {
            delivery.skipped(
                    1, "no header line with a text column; expected one named text, message, body, content or msg");
            return;
        }
        GenericReading reading =
                new GenericReading(id(), source, options, delivery, order(source, layout, options, delivery));
        long odd = rows(source, layout, delivery, (record, position, line) -> {
            reading.record(record, position, line);
            return true;
        });
        reading.finish(odd);
    }

    /** A first pass, gone through only when the first time leaves the order of day and month open. */
    private DateOrder order(Source source, Layout layout, ReadOptions options, Delivery delivery) throws IOException {
        DateEvidence dates = new DateEvidence();
        @Nullable Shape[] shape = new Shape[1];
        Delivery nowhere = Delivery.nowhere(id(), source);
        rows(source, layout, nowhere, (record, position, line) -> {
            String time = record.time();
            Stamp stamp = time == null ? null : TimeText.ambiguous(time);
            if (stamp != null && stamp.isPossible()) {
                dates.add(stamp);
                shape[0] = Shape.of(stamp, false, ' ');
            }
            return time == null || stamp != null;
        });
        return GenericReading.order(shape[0], dates, source, options, delivery);
    }

    private static @Nullable Layout layout(Head head, ReadOptions options) {
        List<String> lines = new ArrayList<>(head.lines());
        while (!lines.isEmpty() && lines.get(0).isBlank()) {
            lines.remove(0);
        }
        if (lines.isEmpty()) {
            return null;
        }
        Character declared = declared(lines.get(0));
        if (declared != null) {
            lines.remove(0);
        }
        if (lines.isEmpty()) {
            return null;
        }
        char delimiter = declared == null ? sniff(lines) : declared;
        FieldNames names = new FieldNames(options.columns());
        List<FieldNames.@Nullable Place> places = new ArrayList<>();
        boolean text = false;
        for (String column : split(lines.get(0), delimiter)) {
            FieldNames.Place place = names.of(FieldNames.normal(column));
            places.add(place);
            text |= place != null && place.field() == Field.TEXT;
        }
        return text ? new Layout(delimiter, declared != null, places) : null;
    }

    /** Excel's first line {@code sep=;}. */
    private static @Nullable Character declared(String line) {
        String lower = line.toLowerCase(Locale.ROOT).strip();
        return lower.startsWith("sep=") && line.length() > 4 ? line.charAt(4) : null;
    }

    /** The delimiter that the header and most records agree on. */
    private static char sniff(List<String> lines) {
        char best = ',';
        long bestScore = 0;
        for (char delimiter : DELIMITERS) {
            int inHeader = split(lines.get(0), delimiter).size();
            long agreeing = lines.stream()
                    .limit(RECORDS_SNIFFED)
                    .filter(l -> split(l, delimiter).size() == inHeader)
                    .count();
            long score = inHeader == 1 ? 0 : agreeing * 100 + inHeader;
            if (score > bestScore) {
                best = delimiter;
                bestScore = score;
            }
        }
        return best;
    }

    /** Splits outside quotes; good enough for a header and for counting. */
    private static List<String> split(String line, char delimiter) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == delimiter && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }

    private static long rows(Source source, Layout layout, Delivery delivery, RowSink sink) throws IOException {
        try (Lines lines = Lines.of(source.open())) {
            CsvRecords records = new CsvRecords(lines, layout.delimiter(), delivery);
            if (layout.named()) {
                records.next();
            }
            records.next();
            records.expect(layout.places().size());
            long position = 0;
            for (CsvRecords.Row row = records.next(); row != null; row = records.next()) {
                position++;
                GenericRecord record = record(row, layout, delivery);
                if (record != null && !sink.row(record, position, row.line())) {
                    break;
                }
            }
            return lines.odd();
        }
    }

    private static @Nullable GenericRecord record(CsvRecords.Row row, Layout layout, Delivery delivery) {
        List<FieldNames.@Nullable Place> places = layout.places();
        List<String> fields = row.fields();
        int last = places.size() - 1;
        if (fields.size() > places.size()) {
            FieldNames.Place tail = places.get(last);
            if (tail == null || tail.field() != Field.TEXT) {
                delivery.skipped(row.line(), "has " + fields.size() + " fields; expected " + places.size());
                return null;
            }
            List<String> joined = new ArrayList<>(fields.subList(0, last));
            joined.add(String.join(String.valueOf(layout.delimiter()), fields.subList(last, fields.size())));
            fields = joined;
        }
        GenericRecord record = new GenericRecord();
        for (int i = 0; i < fields.size(); i++) {
            FieldNames.Place place = places.get(i);
            if (place != null) {
                record.put(place, fields.get(i));
            }
        }
        return record;
    }
}
