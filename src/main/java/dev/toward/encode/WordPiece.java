package dev.toward.encode;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.toward.models.ModelException;
import dev.toward.models.ModelStore;
import dev.toward.text.Span;
import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * BERT's word pieces of a text, each with its place in the text as given. Lower-cased and without accents; curly quotes are
 * read as straight ones, emoji by their Unicode names (the vocabulary has none), letters held down as two, so that style
 * moves a verdict less. {@code src/train/python/wordpiece.py} cuts the same way, or the reader would be fed what it never saw.
 *
 * <p>Of our own, for the offsets: OpenNLP's {@code WordpieceTokenizer} gives strings without places. Immutable; threads may
 * share it.
 */
public final class WordPiece {
    private static final int MOST_PUNCTUATION = 3;
    private static final int MOST_LETTERS = 2;
    private static final int LONGEST_WORD = 100;

    private final Map<String, Integer> vocabulary;
    private final int unknown;

    /** A word piece: its number in the vocabulary, and the characters that it was read from. */
    public record Piece(int id, Span span) {}

    private WordPiece(Map<String, Integer> vocabulary) {
        this.vocabulary = vocabulary;
        this.unknown = special("[UNK]");
    }

    /** Reads the vocabulary that all our encoders share. */
    public static WordPiece open(ModelStore store) throws ModelException {
        try {
            return of(store.path("all-minilm-l6-v2-q-tokenizer.json"));
        } catch (ModelException e) {
            throw e;
        } catch (IOException e) {
            throw new ModelException("the vocabulary of word pieces cannot be read", e);
        }
    }

    /** Reads the vocabulary out of a {@code tokenizer.json}. */
    public static WordPiece of(Path tokenizerJson) throws IOException {
        Map<String, Integer> vocabulary = new HashMap<>(1 << 16);
        JsonMapper mapper =
                JsonMapper.builder().enable(JsonReadFeature.ALLOW_JAVA_COMMENTS).build();
        try (JsonParser parser = mapper.createParser(tokenizerJson.toFile())) {
            boolean inVocabulary = false;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (!inVocabulary
                        && token == JsonToken.FIELD_NAME
                        && parser.currentName().equals("vocab")) {
                    inVocabulary = parser.nextToken() == JsonToken.START_OBJECT;
                } else if (inVocabulary && token == JsonToken.VALUE_NUMBER_INT) {
                    vocabulary.put(parser.currentName(), parser.getIntValue());
                } else if (inVocabulary && token == JsonToken.END_OBJECT) {
                    break;
                }
            }
        }
        if (!vocabulary.containsKey("[UNK]")) {
            throw new IOException(tokenizerJson + " holds no vocabulary of word pieces");
        }
        return new WordPiece(vocabulary);
    }

    /** Every piece as the vocabulary spells it, by number. */
    public List<String> entries() {
        return vocabulary.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The number of a special piece, as {@code [CLS]}. */
    public int special(String name) {
        Integer id = vocabulary.get(name);
        if (id == null) {
            throw new IllegalStateException("the vocabulary lacks " + name);
        }
        return id;
    }

    /**
     * The pieces of a text, in order.
     *
     * @param most how many to make at most; the rest of the text is not read
     */
    public List<Piece> pieces(String text, int most) {
        Cut cut = new Cut(text, most);
        int last = -1;
        int run = 0;
        for (int i = 0; i < text.length() && cut.made.size() < most; ) {
            int c = plain(text.codePointAt(i));
            int next = i + Character.charCount(text.codePointAt(i));
            int type = Character.getType(c);
            switch (type) {
                case Character.NON_SPACING_MARK, Character.FORMAT, Character.SURROGATE -> {
                    i = next;
                    continue;
                }
                default -> {}
            }
            run = c == last ? run + 1 : 1;
            last = c;
            switch (type) {
                case Character.SPACE_SEPARATOR,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR,
                        Character.CONTROL -> cut.flush();
                case Character.OTHER_SYMBOL -> {
                    cut.flush();
                    if (run <= 2) {
                        cut.named(c, i, next);
                    }
                }
                case Character.CONNECTOR_PUNCTUATION,
                        Character.DASH_PUNCTUATION,
                        Character.START_PUNCTUATION,
                        Character.END_PUNCTUATION,
                        Character.INITIAL_QUOTE_PUNCTUATION,
                        Character.FINAL_QUOTE_PUNCTUATION,
                        Character.OTHER_PUNCTUATION,
                        Character.MATH_SYMBOL,
                        Character.CURRENCY_SYMBOL -> {
                    cut.flush();
                    if (run <= MOST_PUNCTUATION) {
                        cut.mark(c, i, next);
                    }
                }
                case Character.MODIFIER_SYMBOL -> {
                    cut.flush();
                    // skin tones and the like say nothing here; ^ and ` are keys of every keyboard
                    if ((c == '^' || c == '`') && run <= MOST_PUNCTUATION) {
                        cut.mark(c, i, next);
                    }
                }
                case Character.UNASSIGNED, Character.PRIVATE_USE -> {
                    cut.flush();
                    cut.mark(0xFFFD, i, next);
                }
                case Character.UPPERCASE_LETTER,
                        Character.LOWERCASE_LETTER,
                        Character.TITLECASE_LETTER,
                        Character.MODIFIER_LETTER,
                        Character.OTHER_LETTER -> {
                    if (run <= MOST_LETTERS) {
                        cut.letter(c, i, next);
                    }
                }
                default -> cut.letter(c, i, next);
            }
            i = next;
        }
        cut.flush();
        return cut.made.size() > most ? List.copyOf(cut.made.subList(0, most)) : List.copyOf(cut.made);
    }

    private static int plain(int c) {
        return switch (c) {
            case '’', '‘', 'ʼ', '`', '´' -> '\'';
            case '“', '”', '„' -> '"';
            default -> c;
        };
    }

    /** One cutting: the word under way, with the place of each of its characters. */
    private final class Cut {
        private final String text;
        private final int most;
        private final List<Piece> made = new ArrayList<>();
        private final StringBuilder word = new StringBuilder();
        private int[] from = new int[32];
        private int[] to = new int[32];

        Cut(String text, int most) {
            this.text = text;
            this.most = most;
        }

        void letter(int c, int start, int end) {
            if (c < 0x80) {
                append((char) (c >= 'A' && c <= 'Z' ? c + 32 : c), start, end);
                return;
            }
            String parts = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD);
            String low = Normalizer.normalize(parts.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
            low.codePoints()
                    .filter(d -> Character.getType(d) != Character.NON_SPACING_MARK)
                    .forEach(d -> {
                        for (char unit : Character.toChars(d)) {
                            append(unit, start, end);
                        }
                    });
        }

        void mark(int c, int start, int end) {
            letter(c, start, end);
            flush();
        }

        void named(int c, int start, int end) {
            String name = Character.getName(c);
            if (name == null) {
                return;
            }
            for (String part : name.toLowerCase(Locale.ROOT).replace('-', ' ').split(" ", -1)) {
                for (int i = 0; i < part.length(); i++) {
                    append(part.charAt(i), start, end);
                }
                flush();
            }
        }

        private void append(char unit, int start, int end) {
            int n = word.length();
            if (n == from.length) {
                from = Arrays.copyOf(from, 2 * n);
                to = Arrays.copyOf(to, 2 * n);
            }
            from[n] = start;
            to[n] = end;
            word.append(unit);
        }

        void flush() {
            if (word.isEmpty()) {
                return;
            }
            String whole = word.toString();
            word.setLength(0);
            if (made.size() >= most) {
                return;
            }
            if (whole.codePointCount(0, whole.length()) > LONGEST_WORD) {
                made.add(new Piece(unknown, new Span(from[0], to[whole.length() - 1])));
                return;
            }
            int before = made.size();
            for (int start = 0; start < whole.length(); ) {
                int end = whole.length();
                Integer id = null;
                while (end > start) {
                    String piece = whole.substring(start, end);
                    id = vocabulary.get(start == 0 ? piece : "##" + piece);
                    if (id != null) {
                        break;
                    }
                    end--;
                }
                if (id == null) {
                    made.subList(before, made.size()).clear();
                    made.add(new Piece(unknown, new Span(from[0], to[whole.length() - 1])));
                    return;
                }
                made.add(new Piece(id, new Span(from[start], to[end - 1])));
                start = end;
            }
        }

        @Override
        public String toString() {
            return text.length() + " characters";
        }
    }
}
