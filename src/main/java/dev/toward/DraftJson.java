package dev.toward;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.toward.text.Bid;
import dev.toward.text.Draft;
import dev.toward.verdict.Fingerprint;
import dev.toward.verdict.Settings;
import dev.toward.verdict.Strictness;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the JSON that asks for an analysis: {@code {"id", "text", "context", "suggest", "names": {"them"}, "tier", "strictness", "enable",
 * "disable", "ignore", "explain"}}, of which only {@code text} must be there; null is as good as absent. Other fields are passed over. Stateless;
 * threads may share it.
 */
public final class DraftJson {
    /** The longest request, in bytes: a draft and its context fit many times over. */
    public static final int LIMIT = 1 << 20;

    /** The most warmer wordings that may be asked for. */
    public static final int MOST_SUGGESTIONS = 10;

    // Names of fields are the caller's: none is kept beyond its request.
    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();

    private static final Set<String> ALL = Set.of(
            "id",
            "text",
            "context",
            "suggest",
            "names",
            "tier",
            "strictness",
            "enable",
            "disable",
            "ignore",
            "explain");

    /** As many wordings may be left unsaid by one request. */
    private static final int MOST_IGNORED = 1000;

    private DraftJson() {}

    /**
     * What a caller asked for.
     *
     * @param id the caller's own mark for the draft, as JSON (a string or a number), or null
     * @param suggestions how many warmer wordings at most
     * @param them the first name of the one who is answered, or null
     * @param settings what the caller sets otherwise
     * @param explained whether fingerprints are told, and what the place of each wording is the sum of
     */
    public record Asked(
            @Nullable String id,
            Draft draft,
            int suggestions,
            @Nullable String them,
            Tier tier,
            Settings.Change settings,
            boolean explained) {
        /** With nothing set otherwise. */
        public Asked(@Nullable String id, Draft draft, int suggestions, @Nullable String them, Tier tier) {
            this(id, draft, suggestions, them, tier, Settings.Change.NONE, false);
        }

        /** The answer, to the depth asked for. */
        public Analysis by(Analyses analyses) {
            return by(analyses, tier);
        }

        /** The answer to a depth that whoever runs the batch has chosen. */
        public Analysis by(Analyses analyses, Tier depth) {
            return analyses.under(settings).analyze(draft, suggestions, them, depth);
        }
    }

    /** Bytes that are not JSON, or JSON that asks for nothing. The message never repeats them. */
    public abstract static sealed class Refused extends Exception permits NotJson, Unexpected {
        private static final long serialVersionUID = 1;

        private Refused(String message) {
            super(message);
        }
    }

    /** Not the format at all: whoever wrote the bytes should mend them. */
    public static final class NotJson extends Refused {
        private static final long serialVersionUID = 1;

        NotJson(String message) {
            super(message);
        }
    }

    /** JSON, but not what was expected at {@link #pointer()}: whoever chose the values should mend them. */
    public static final class Unexpected extends Refused {
        private static final long serialVersionUID = 1;

        private final String pointer;

        Unexpected(String pointer, String expected) {
            super(expected);
            this.pointer = pointer;
        }

        /** The place, as a JSON pointer (RFC 6901); empty for the whole. */
        public String pointer() {
            return pointer;
        }
    }

    /**
     * Reads one request.
     *
     * @param suggestions how many wordings are meant where the request does not say
     */
    public static Asked read(byte[] utf8, int suggestions) throws NotJson, Unexpected {
        return read(utf8, suggestions, ALL);
    }

    /**
     * Reads one line of a batch, {@code {"id", "text", "context"}}. Other fields are whoever's: labelled files have a tier of
     * their own, for instance.
     *
     * @param suggestions how many wordings are meant for each
     */
    public static Asked readLine(byte[] utf8, int suggestions) throws NotJson, Unexpected {
        return read(utf8, suggestions, Set.of("id", "text", "context"));
    }

    private static Asked read(byte[] utf8, int suggestions, Set<String> known) throws NotJson, Unexpected {
        String json;
        try {
            json = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
            // what some editors and shells put before UTF-8
            json = json.startsWith("\uFEFF") ? json.substring(1) : json;
        } catch (CharacterCodingException e) {
            throw new NotJson("not UTF-8");
        }
        try (JsonParser parser = JSON.createParser(json)) {
            if (parser.nextToken() == null) {
                throw new NotJson("not JSON: it is empty");
            }
            Fields fields = new Fields(suggestions, known);
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                fields.read(parser);
            } else {
                parser.skipChildren();
                fields.problem("", "expected an object with a field text");
            }
            if (parser.nextToken() != null) {
                throw new NotJson("not JSON: something stands after its end");
            }
            return fields.asked();
        } catch (StreamConstraintsException e) {
            throw new NotJson("not JSON that is read here: something in it is too deep or too long");
        } catch (JsonProcessingException e) {
            // Its message repeats what was read, so only the place goes on.
            throw new NotJson(
                    e.getLocation() == null
                            ? "not JSON"
                            : "not JSON: it breaks off or goes wrong at " + place(e.getLocation()));
        } catch (IOException e) {
            throw new UncheckedIOException("a string does not fail to be read", e);
        }
    }

    /** Most JSON is one line, which in a file of many has a number of its own. */
    private static String place(JsonLocation at) {
        return (at.getLineNr() > 1 ? "line " + at.getLineNr() + ", " : "") + "column " + at.getColumnNr();
    }

    /**
     * The fields as they come. What is wrong with one is kept until the whole has been read: bytes that are not JSON are not
     * JSON wherever they go wrong.
     */
    private static final class Fields {
        private final Set<String> seen = new HashSet<>();
        private @Nullable Unexpected first;
        private @Nullable String id;
        private @Nullable String text;
        private Bid bid = Bid.UNKNOWN;
        private int suggestions;
        private @Nullable String them;
        private Tier tier = Tier.AUTO;
        private @Nullable Strictness strictness;
        private List<String> enable = List.of();
        private List<String> disable = List.of();
        private final List<Fingerprint> ignore = new ArrayList<>();
        private boolean explained;

        private final Set<String> known;

        Fields(int suggestions, Set<String> known) {
            this.suggestions = suggestions;
            this.known = known;
        }

        void problem(String pointer, String expected) {
            if (first == null) {
                first = new Unexpected(pointer, expected);
            }
        }

        void read(JsonParser parser) throws IOException {
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String field = parser.currentName();
                JsonToken value = parser.nextToken();
                if (!known.contains(field)) {
                    parser.skipChildren();
                    continue;
                }
                if (!seen.add(field)) {
                    problem("/" + field, "expected it once, and it is there twice");
                }
                switch (field) {
                    case "id" -> id(parser, value);
                    case "text" -> text = string(parser, value, "/text", "expected a string");
                    case "context" -> context(parser, value);
                    case "suggest" -> suggest(parser, value);
                    case "names" -> names(parser, value);
                    case "tier" -> tier(parser, value);
                    case "strictness" -> strictness(parser, value);
                    case "enable" -> enable = names(parser, value, "/enable", Settings::named);
                    case "disable" -> disable = names(parser, value, "/disable", Settings::named);
                    case "ignore" -> names(parser, value, "/ignore", name -> ignore.add(Fingerprint.parse(name)));
                    case "explain" -> explain(parser, value);
                    default -> throw new IllegalStateException("a known field without a reader");
                }
            }
        }

        private void id(JsonParser parser, JsonToken value) throws IOException {
            if (value == JsonToken.VALUE_STRING) {
                id = '"'
                        + new String(JsonStringEncoder.getInstance()
                                .quoteAsString(AnalysisJson.wellFormed(parser.getText())))
                        + '"';
            } else if (value.isNumeric()) {
                id = parser.getText();
            } else if (value != JsonToken.VALUE_NULL) {
                parser.skipChildren();
                problem("/id", "expected a string or a number");
            }
        }

        private void context(JsonParser parser, JsonToken value) throws IOException {
            if (value == JsonToken.VALUE_STRING) {
                bid = Bid.of(parser.getText());
            } else if (value == JsonToken.START_ARRAY) {
                List<String> utterances = new ArrayList<>();
                for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
                    String utterance = string(
                            parser, parser.currentToken(), "/context/" + i, "expected a string, oldest message first");
                    if (utterance != null) {
                        utterances.add(utterance);
                    }
                }
                bid = new Bid(utterances);
            } else if (value != JsonToken.VALUE_NULL) {
                parser.skipChildren();
                problem("/context", "expected null, a string, or an array of strings, oldest first");
            }
        }

        private void suggest(JsonParser parser, JsonToken value) throws IOException {
            // The length is asked first: a number may have a thousand digits.
            if (value == JsonToken.VALUE_NUMBER_INT
                    && parser.getTextLength() <= 2
                    && parser.getIntValue() >= 0
                    && parser.getIntValue() <= MOST_SUGGESTIONS) {
                suggestions = parser.getIntValue();
            } else if (value != JsonToken.VALUE_NULL) {
                parser.skipChildren();
                problem("/suggest", "expected a whole number from 0 to " + MOST_SUGGESTIONS);
            }
        }

        private void names(JsonParser parser, JsonToken value) throws IOException {
            if (value == JsonToken.START_OBJECT) {
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    boolean isThem = parser.currentName().equals("them");
                    JsonToken name = parser.nextToken();
                    if (isThem && name != JsonToken.VALUE_NULL) {
                        them = string(parser, name, "/names/them", "expected a string");
                    } else {
                        parser.skipChildren();
                    }
                }
            } else if (value != JsonToken.VALUE_NULL) {
                parser.skipChildren();
                problem("/names", "expected an object with a field them");
            }
        }

        private void tier(JsonParser parser, JsonToken value) throws IOException {
            if (value == JsonToken.VALUE_NULL) {
                return;
            }
            String expected = "expected fast, auto or full";
            String name = string(parser, value, "/tier", expected);
            if (name != null) {
                try {
                    tier = Tier.of(name);
                } catch (IllegalArgumentException e) {
                    problem("/tier", expected);
                }
            }
        }

        private void strictness(JsonParser parser, JsonToken value) throws IOException {
            if (value == JsonToken.VALUE_NULL) {
                return;
            }
            String name = string(parser, value, "/strictness", "expected gentle, default or picky");
            if (name != null) {
                checked("/strictness", name, n -> strictness = Strictness.of(n));
            }
        }

        private void explain(JsonParser parser, JsonToken value) throws IOException {
            if (value.isBoolean()) {
                explained = value == JsonToken.VALUE_TRUE;
            } else if (value != JsonToken.VALUE_NULL) {
                parser.skipChildren();
                problem("/explain", "expected true or false");
            }
        }

        private List<String> names(JsonParser parser, JsonToken value, String pointer, Consumer<String> each)
                throws IOException {
            List<String> names = new ArrayList<>();
            if (value == JsonToken.START_ARRAY) {
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    String place = pointer + "/" + names.size();
                    String name = string(parser, parser.currentToken(), place, "expected a string");
                    if (name != null) {
                        checked(place, name, each);
                    }
                    names.add(name == null ? "" : name);
                }
                if (names.size() > MOST_IGNORED) {
                    problem(pointer, "expected " + MOST_IGNORED + " at most");
                }
            } else if (value != JsonToken.VALUE_NULL) {
                parser.skipChildren();
                problem(pointer, "expected an array of strings");
            }
            return names;
        }

        /** What our own types say of a wrong name never repeats it. */
        private void checked(String pointer, String name, Consumer<String> each) {
            try {
                each.accept(name);
            } catch (IllegalArgumentException e) {
                problem(pointer, String.valueOf(e.getMessage()));
            }
        }

        private @Nullable String string(JsonParser parser, JsonToken value, String pointer, String expected)
                throws IOException {
            if (value == JsonToken.VALUE_STRING) {
                return parser.getText();
            }
            parser.skipChildren();
            problem(pointer, expected);
            return null;
        }

        Asked asked() throws Unexpected {
            if (first != null) {
                throw first;
            }
            if (text == null) {
                throw new Unexpected("/text", "expected a string, and there is none");
            }
            return new Asked(id, new Draft(text, bid), suggestions, them, tier, settings(), explained);
        }

        private Settings.Change settings() throws Unexpected {
            try {
                return Settings.Change.of(strictness, enable, disable, ignore);
            } catch (IllegalArgumentException e) {
                throw new Unexpected("/enable", String.valueOf(e.getMessage()));
            }
        }
    }
}
