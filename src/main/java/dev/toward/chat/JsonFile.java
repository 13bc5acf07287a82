package dev.toward.chat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import org.jspecify.annotations.Nullable;

/**
 * A JSON file of any size, gone through token by token; the records of an array come as trees, one at a time. A record that is
 * broken is listed, and reading goes on at the next line that opens one in the same way. For one thread.
 *
 * <p>What {@link #next} meets broken, outside of records, ends the file: that too is listed, and null comes from then on.
 */
final class JsonFile implements Closeable {
    private static final int LONGEST_TEXT = 16 << 20;
    private static final int DEEPEST = 100;

    static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(LONGEST_TEXT)
                    .build())
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .build();

    private final JsonLinesFeed feed;
    private final Delivery delivery;
    private JsonParser parser;
    /** Characters that the parser was given before those of the feed. */
    private int before;

    private long recordLine;
    private long recordBefore;
    private boolean ended;

    private JsonFile(JsonLinesFeed feed, Delivery delivery) throws IOException {
        this.feed = feed;
        this.delivery = delivery;
        this.parser = JSON.createParser(feed);
    }

    /** Opens a file; what is broken goes to {@code delivery}. */
    static JsonFile of(Source source, Delivery delivery) throws IOException {
        Lines lines = Lines.of(source.open());
        try {
            return new JsonFile(new JsonLinesFeed(lines), delivery);
        } catch (IOException | RuntimeException e) {
            lines.close();
            throw e;
        }
    }

    /** The beginning of a file as a tree: a few elements of each array, see {@link JsonTree#beginning}. Missing if it is no JSON. */
    static JsonNode beginning(Source source) throws IOException {
        try (Lines lines = Lines.of(source.open());
                JsonParser parser = JSON.createParser(new JsonLinesFeed(lines))) {
            return JsonTree.beginning(parser);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    /** The next token; null at the end. */
    @Nullable
    JsonToken next() throws IOException {
        if (ended) {
            return null;
        }
        try {
            return parser.nextToken();
        } catch (JsonProcessingException e) {
            end(line(e), e);
            return null;
        }
    }

    /** The name of the field that the parser is at or in; the empty text within an array. */
    String name() throws IOException {
        String name = ended ? null : parser.currentName();
        return name == null ? "" : name;
    }

    /** 1-based line of the current token. */
    long line() {
        return feed.lineAt(parser.currentTokenLocation().getCharOffset() - before);
    }

    /** Passes over the object or array that starts at the current token. */
    void skip() throws IOException {
        try {
            if (!ended) {
                parser.skipChildren();
            }
        } catch (JsonProcessingException e) {
            end(line(e), e);
        }
    }

    /** The value at the current token as a tree; missing when it is broken. For what is small, as a list of members. */
    JsonNode value() throws IOException {
        try {
            JsonNode value = ended ? null : JsonTree.of(parser, LONGEST_TEXT);
            return value == null ? MissingNode.getInstance() : value;
        } catch (JsonProcessingException e) {
            end(line(e), e);
            return MissingNode.getInstance();
        }
    }

    /**
     * Goes on to the array at a path of names below the object at which the parser stands, as {@code chats}, {@code list};
     * without names, to the array at which it stands. False when there is none; then everything was passed over.
     */
    boolean toArray(String... path) throws IOException {
        if (path.length == 0) {
            return parser.currentToken() == JsonToken.START_ARRAY;
        }
        int found = 0;
        for (JsonToken token = next(); token != null; token = next()) {
            if (token == JsonToken.END_OBJECT) {
                if (found-- == 0) {
                    return false;
                }
            } else if (token == JsonToken.FIELD_NAME) {
                boolean wanted = name().equals(path[found]);
                JsonToken value = next();
                if (wanted && found == path.length - 1 && value == JsonToken.START_ARRAY) {
                    return true;
                } else if (wanted && found < path.length - 1 && value == JsonToken.START_OBJECT) {
                    found++;
                } else {
                    skip();
                }
            } else {
                return false;
            }
        }
        return false;
    }

    /** The next object of the array in which the parser stands; null at the array's end, or where nothing more can be read. */
    @Nullable
    JsonNode record() throws IOException {
        while (!ended) {
            JsonStreamContext array = parser.getParsingContext();
            recordBefore = Math.max(recordBefore, recordLine);
            recordLine = 0;
            try {
                JsonToken token = parser.nextToken();
                if (token == null || token == JsonToken.END_ARRAY) {
                    ended |= token == null;
                    return null;
                }
                recordLine = line();
                feed.begin(recordLine);
                JsonNode record = JsonTree.of(parser, LONGEST_TEXT);
                if (record == null) {
                    delivery.skipped(recordLine, "larger than 16 MiB");
                } else if (record.isObject()) {
                    return record;
                } else {
                    delivery.skipped(recordLine, "expected a JSON object");
                }
            } catch (JsonProcessingException e) {
                resume(array, e);
            }
        }
        return null;
    }

    /** 1-based line on which the record last given starts. */
    long recordLine() {
        return recordLine;
    }

    /** How many lines so far were no UTF-8. */
    long odd() {
        return feed.odd();
    }

    private void resume(JsonStreamContext array, JsonProcessingException broken) throws IOException {
        long line = line(broken);
        long at = recordLine > 0 ? recordLine : line;
        String what = what(broken);
        // What breaks between two records may still be followed by one on its line, but not by the one before it again.
        long next = feed.toRecord(recordLine > 0 ? recordLine + 1 : Math.max(line, recordBefore + 1));
        if (next == 0) {
            end(at, what);
            return;
        }
        delivery.skipped(at, what + "; reading goes on at line " + next);
        StringBuilder path = new StringBuilder();
        int tokens = 0;
        for (JsonStreamContext c = array; c != null && !c.inRoot(); c = c.getParent()) {
            path.insert(0, c.inArray() ? "[" : "{\"" + quoted(c.getCurrentName()) + "\":");
            tokens += c.inArray() ? 1 : 2;
        }
        parser = JSON.createParser(new Joined(path.toString(), feed));
        before = path.length();
        for (int i = 0; i < tokens; i++) {
            parser.nextToken();
        }
    }

    private static String quoted(@Nullable String name) {
        return new String(JsonStringEncoder.getInstance().quoteAsString(name == null ? "" : name));
    }

    private void end(long line, JsonProcessingException e) {
        end(line, what(e));
    }

    private void end(long line, String what) {
        ended = true;
        delivery.skipped(line, what + "; what stands before it was read, what follows was not");
    }

    private String what(JsonProcessingException e) {
        if (e instanceof JsonEOFException || feed.isAtEnd()) {
            return "the file is cut off";
        }
        JsonLocation location = e.getLocation();
        return "not valid JSON" + (location == null ? "" : " at column " + location.getColumnNr());
    }

    private long line(JsonProcessingException e) {
        JsonLocation location = e.getLocation();
        return location == null ? line() : feed.lineAt(location.getCharOffset() - before);
    }

    @Override
    public void close() throws IOException {
        feed.close();
    }

    /** The way back into a document, and then the document. */
    private static final class Joined extends Reader {
        private final Reader start;
        private final Reader rest;
        private boolean started;

        Joined(String start, Reader rest) {
            this.start = new StringReader(start);
            this.rest = rest;
        }

        @Override
        public int read(char[] into, int offset, int length) throws IOException {
            int count = started ? -1 : start.read(into, offset, length);
            started = count < 0;
            return started ? rest.read(into, offset, length) : count;
        }

        @Override
        public void close() throws IOException {
            rest.close();
        }
    }
}
