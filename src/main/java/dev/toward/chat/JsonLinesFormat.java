package dev.toward.chat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Messages as JSON: an object a line, an array of objects, or an object with an array {@code messages}. The usual names of
 * fields are those of {@link Field}; keys of objects within are joined by dots.
 */
final class JsonLinesFormat implements ChatFormat {
    private static final int LONGEST_TEXT = 16 << 20;
    private static final int DEEPEST = 100;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(LONGEST_TEXT)
                    .build())
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    /** Takes each record; false to stop. */
    private interface RecordSink {
        boolean record(GenericRecord record, long position, long line);
    }

    @Override
    public String id() {
        return "jsonl";
    }

    @Override
    public String name() {
        return "JSON or JSON Lines";
    }

    @Override
    public Fit fit(Source source, Head head, ReadOptions options) throws IOException {
        String first = head.firstLine().strip();
        if (!first.startsWith("{") && !first.startsWith("[")) {
            return Fit.NO;
        }
        boolean[] fits = new boolean[1];
        int[] looked = new int[1];
        Delivery nowhere = Delivery.nowhere(id(), source);
        try {
            records(source, options, nowhere, (record, position, line) -> {
                fits[0] = record.looksLikeChat();
                return !fits[0] && ++looked[0] < 20;
            });
        } catch (JsonProcessingException e) {
            return fits[0] ? Fit.YES : Fit.NO;
        }
        return fits[0] ? Fit.YES : Fit.NO;
    }

    @Override
    public void read(Source source, ReadOptions options, Delivery delivery) throws IOException {
        GenericReading reading = new GenericReading(id(), source, options, delivery, order(source, options, delivery));
        long odd = records(source, options, delivery, (record, position, line) -> {
            reading.record(record, position, line);
            return true;
        });
        reading.finish(odd);
    }

    /** A first pass, gone through only when the first time leaves the order of day and month open. */
    private DateOrder order(Source source, ReadOptions options, Delivery delivery) throws IOException {
        DateEvidence dates = new DateEvidence();
        @Nullable Shape[] shape = new Shape[1];
        Delivery nowhere = Delivery.nowhere(id(), source);
        records(source, options, nowhere, (record, position, line) -> {
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

    /** Hands on every record and returns how many lines were no UTF-8. */
    private static long records(Source source, ReadOptions options, Delivery delivery, RecordSink sink)
            throws IOException {
        FieldNames names = new FieldNames(options.columns());
        if (isLines(source)) {
            return lines(source, names, delivery, sink);
        }
        try (Lines lines = Lines.of(source.open())) {
            document(lines, names, delivery, sink);
            return lines.odd();
        }
    }

    /** True for an object a line: the first line is an object that ends where the line does, or is broken. */
    private static boolean isLines(Source source) throws IOException {
        try (Lines lines = Lines.of(source.open())) {
            String line = lines.next();
            while (line != null && Marks.strip(line).isBlank()) {
                line = lines.next();
            }
            if (line == null || !lines.ended()) {
                return line != null && !Marks.strip(line).strip().startsWith("[") && !hasMessages(source);
            }
            String first = Marks.strip(line).strip();
            if (!first.startsWith("{")) {
                return !first.startsWith("[");
            }
            return !first.equals("{") && !hasMessages(source);
        }
    }

    /** True when the file is one object that holds an array of messages. */
    private static boolean hasMessages(Source source) throws IOException {
        try (Lines lines = Lines.of(source.open());
                JsonParser parser = JSON.createParser(new LinesReader(lines))) {
            return parser.nextToken() == JsonToken.START_OBJECT && toMessages(parser);
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    /** Goes to the array {@code messages} of the object that the parser is in; false when it ends without one. */
    private static boolean toMessages(JsonParser parser) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean messages = FieldNames.normal(parser.currentName()).equals("messages");
            if (parser.nextToken() == JsonToken.START_ARRAY && messages) {
                return true;
            }
            parser.skipChildren();
        }
        return false;
    }

    private static long lines(Source source, FieldNames names, Delivery delivery, RecordSink sink) throws IOException {
        try (Lines lines = Lines.of(source.open())) {
            for (String raw = lines.next(); raw != null; raw = lines.next()) {
                long number = lines.number();
                String line = wholeLine(lines, raw);
                if (line == null) {
                    delivery.skipped(number, "longer than 16 MiB");
                    continue;
                }
                if (line.isBlank()) {
                    continue;
                }
                GenericRecord record = parseLine(line, names, number, delivery);
                if (record != null && !sink.record(record, number, number)) {
                    break;
                }
            }
            return lines.odd();
        }
    }

    /** The line with all its pieces; null when it is too long. */
    private static @Nullable String wholeLine(Lines lines, String first) throws IOException {
        if (lines.ended()) {
            return trimMark(first);
        }
        StringBuilder whole = new StringBuilder(first);
        while (!lines.ended()) {
            String piece = lines.next();
            if (piece == null) {
                break;
            }
            if (whole.length() + piece.length() > LONGEST_TEXT) {
                lines.passRest();
                return null;
            }
            whole.append(piece);
        }
        return trimMark(whole.toString());
    }

    private static String trimMark(String line) {
        return line.startsWith("\uFEFF") ? line.substring(1) : line;
    }

    private static @Nullable GenericRecord parseLine(String line, FieldNames names, long number, Delivery delivery) {
        try (JsonParser parser = JSON.createParser(line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                delivery.skipped(number, "expected a JSON object, as {\"text\": …}");
                return null;
            }
            GenericRecord record = new GenericRecord();
            object(parser, "", names, record, 0);
            if (parser.nextToken() != null) {
                delivery.skipped(number, "more than one JSON value on the line; expected one object");
                return null;
            }
            return record;
        } catch (IOException e) {
            delivery.skipped(number, "not valid JSON" + column(e));
            return null;
        }
    }

    private static String column(IOException e) {
        JsonLocation location = e instanceof JsonProcessingException json ? json.getLocation() : null;
        return location == null ? "" : " at column " + location.getColumnNr();
    }

    /** An array of objects, or the array in an object; a broken end costs only what stands there. */
    private static void document(Lines lines, FieldNames names, Delivery delivery, RecordSink sink) throws IOException {
        long position = 0;
        JsonParser parser = JSON.createParser(new LinesReader(lines));
        try {
            JsonToken start = parser.nextToken();
            if (start == JsonToken.START_OBJECT && !toMessages(parser)) {
                delivery.skipped(1, "a JSON object without an array 'messages'");
                return;
            }
            for (JsonToken token = parser.nextToken();
                    token != null && token != JsonToken.END_ARRAY;
                    token = parser.nextToken()) {
                position++;
                long line = parser.currentTokenLocation().getLineNr();
                if (token != JsonToken.START_OBJECT) {
                    parser.skipChildren();
                    delivery.skipped(line, "expected a JSON object, as {\"text\": …}");
                    continue;
                }
                GenericRecord record = new GenericRecord();
                object(parser, "", names, record, 0);
                if (!sink.record(record, position, line)) {
                    return;
                }
            }
        } catch (JsonProcessingException e) {
            JsonLocation location = e.getLocation();
            delivery.skipped(
                    location == null ? 0 : location.getLineNr(),
                    "not valid JSON" + column(e) + "; the records before it were read, what follows was not");
        }
    }

    private static void object(JsonParser parser, String prefix, FieldNames names, GenericRecord record, int depth)
            throws IOException {
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_OBJECT; token = parser.nextToken()) {
            if (token == null) {
                return;
            }
            String path = prefix + FieldNames.normal(parser.currentName());
            FieldNames.Place place = names.of(path);
            JsonToken value = parser.nextToken();
            if (value == JsonToken.START_OBJECT && depth < 3) {
                object(parser, path + ".", names, record, depth + 1);
            } else if (value == JsonToken.START_ARRAY && place != null && place.field() == Field.TEXT) {
                record.put(place, joined(parser));
            } else if (value != null && value.isScalarValue() && place != null) {
                if (value != JsonToken.VALUE_NULL) {
                    record.put(place, parser.getText());
                }
            } else {
                parser.skipChildren();
            }
        }
    }

    /** A text in pieces: strings, and the {@code text} of objects. */
    private static String joined(JsonParser parser) throws IOException {
        StringBuilder text = new StringBuilder();
        int depth = 1;
        boolean textNext = true;
        while (depth > 0) {
            JsonToken token = parser.nextToken();
            if (token == null) {
                return text.toString();
            }
            if (token == JsonToken.FIELD_NAME) {
                textNext = parser.currentName().equals("text");
            } else if (token.isStructStart()) {
                depth++;
            } else if (token.isStructEnd()) {
                depth--;
                textNext = true;
            } else if (token == JsonToken.VALUE_STRING && textNext && text.length() < LONGEST_TEXT) {
                text.append(parser.getText());
            }
        }
        return text.toString();
    }
}
