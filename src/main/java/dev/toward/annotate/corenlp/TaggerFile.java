package dev.toward.annotate.corenlp;

import edu.stanford.nlp.tagger.maxent.MaxentTagger;
import edu.stanford.nlp.util.Interner;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntFunction;

/**
 * CoreNLP's tagger with its tables left where they lie. Its own code makes a million small objects of them at every start, some 100 MB: how often
 * each word had each tag, the class of each of 590,000 words, and the weights of each feature. Here they are bytes that are looked into,
 * and only what texts ask for becomes objects. The tagger is CoreNLP's, given these tables for its own, so tags are the same.
 */
final class TaggerFile {
    /** Of the form; another form has another name. */
    static final String NAME = "english-left3words.1";

    private static final String WORDS = "dict";
    private static final String FEATURES = "fAssociations";
    private static final String CLASSES = "lexicon";
    private static final String TAG_COUNT = "edu.stanford.nlp.tagger.maxent.TagCount";

    private TaggerFile() {}

    /** Reads the tagger as CoreNLP does, and lays it out: the tagger without its tables, then the tables. */
    static ByteBuffer convert(Path file) throws IOException {
        MaxentTagger tagger = new MaxentTagger(file.toString());
        List<byte[]> parts = new ArrayList<>();
        Map<String, Object> words = new LinkedHashMap<>(map(Inside.get(dictionary(tagger), WORDS)));
        List<Map<String, Object>> classes = new ArrayList<>();
        for (Object some : classes(tagger)) {
            Map<String, Object> known = map(Inside.get(some, CLASSES));
            classes.add(new LinkedHashMap<>(known));
            known.clear();
        }
        List<Map<String, Object>> features = new ArrayList<>();
        for (Object some : (List<?>) Inside.get(tagger, FEATURES)) {
            features.add(new LinkedHashMap<>(map(some)));
            map(some).clear();
        }
        map(Inside.get(dictionary(tagger), WORDS)).clear();

        parts.add(bare(tagger));
        parts.addAll(words(words));
        for (Map<String, Object> some : classes) {
            parts.addAll(classes(some));
        }
        for (Map<String, Object> some : features) {
            parts.addAll(features(some));
        }
        return joined(parts);
    }

    /** The tagger, over bytes that {@link #convert} laid out. */
    static MaxentTagger open(ByteBuffer bytes) {
        ByteBuffer in = bytes.duplicate().order(bytes.order());
        ByteBuffer bare = part(in);
        byte[] own = new byte[bare.remaining()];
        bare.get(own);
        MaxentTagger tagger = new MaxentTagger(new ByteArrayInputStream(own));
        Inside.set(dictionary(tagger), WORDS, words(in));
        for (Object some : classes(tagger)) {
            Inside.set(some, CLASSES, classes(in));
        }
        List<Object> features = new ArrayList<>();
        for (Object some : (List<?>) Inside.get(tagger, FEATURES)) {
            map(some).clear();
            features.add(features(in, tagger.numTags()));
        }
        Inside.set(tagger, FEATURES, features);
        return tagger;
    }

    private static Object dictionary(MaxentTagger tagger) {
        return Inside.get(tagger, "dict");
    }

    /** What knows the classes of words: each once, in the order in which the tagger's features come. */
    private static List<Object> classes(MaxentTagger tagger) {
        Map<Object, Object> seen = new IdentityHashMap<>();
        List<Object> found = new ArrayList<>();
        for (String name : List.of("extractors", "extractorsRare")) {
            for (Object extractor : (Object[]) Inside.get(Inside.get(tagger, name), "v")) {
                if (extractor.getClass().getSimpleName().startsWith("ExtractorDistsim")) {
                    Object classes = Inside.get(extractor, "lexicon");
                    if (seen.put(classes, classes) == null) {
                        found.add(classes);
                    }
                }
            }
        }
        return found;
    }

    private static byte[] bare(MaxentTagger tagger) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            Inside.call(Inside.method(MaxentTagger.class, "saveModel", DataOutputStream.class), tagger, out);
        }
        return bytes.toByteArray();
    }

    // words: the number of each one's counts, where each count starts, and the counts as CoreNLP writes them, each
    // behind its class

    private static List<byte[]> words(Map<String, Object> counts) throws IOException {
        Method save = Inside.method(tagCount(), "save", DataOutputStream.class);
        Method ambiguity = Inside.method(tagCount(), "getAmbClassId");
        Map<ByteBuffer, Integer> numbers = new LinkedHashMap<>();
        int[] number = new int[counts.size()];
        int at = 0;
        for (Object count : counts.values()) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (DataOutputStream out = new DataOutputStream(bytes)) {
                out.writeInt((Integer) Inside.call(ambiguity, count));
                Inside.call(save, count, out);
            }
            number[at++] = numbers.computeIfAbsent(ByteBuffer.wrap(bytes.toByteArray()), b -> numbers.size());
        }
        int[] starts = new int[numbers.size() + 1];
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        int n = 0;
        for (ByteBuffer count : numbers.keySet()) {
            all.write(count.array());
            starts[++n] = all.size();
        }
        return List.of(table(counts), ints(number), ints(starts), all.toByteArray());
    }

    private static WordMap<Object> words(ByteBuffer in) {
        WordTable words = WordTable.read(part(in));
        ByteBuffer number = part(in);
        ByteBuffer starts = part(in);
        ByteBuffer counts = part(in);
        Method read = Inside.method(tagCount(), "readTagCount", DataInputStream.class, Interner.class);
        Method ambiguity = Inside.method(tagCount(), "setAmbClassId", int.class);
        return new WordMap<>(
                words, kept(starts.remaining() / Integer.BYTES, i -> number.getInt(i * Integer.BYTES), n -> {
                    int from = starts.getInt(n * Integer.BYTES);
                    byte[] bytes = new byte[starts.getInt((n + 1) * Integer.BYTES) - from];
                    counts.get(from, bytes);
                    ByteBuffer ambiguityClass = ByteBuffer.wrap(bytes);
                    int skip = Integer.BYTES;
                    DataInputStream count =
                            new DataInputStream(new ByteArrayInputStream(bytes, skip, bytes.length - skip));
                    Object made = Inside.call(read, tagCount(), count, new Interner<String>());
                    Inside.call(ambiguity, made, ambiguityClass.getInt(0));
                    return made;
                }));
    }

    private static Class<?> tagCount() {
        try {
            return Class.forName(TAG_COUNT);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("the tagger is not that of CoreNLP 4.5", e);
        }
    }

    // classes: the number of each word's class, and their names

    private static List<byte[]> classes(Map<String, Object> known) {
        Map<String, Integer> names = new LinkedHashMap<>();
        int[] number = new int[known.size()];
        int at = 0;
        for (Object name : known.values()) {
            number[at++] = names.computeIfAbsent((String) name, n -> names.size());
        }
        byte[] joined = String.join("\n", names.keySet()).getBytes(StandardCharsets.UTF_8);
        return List.of(table(known), ints(number), joined);
    }

    private static WordMap<String> classes(ByteBuffer in) {
        WordTable words = WordTable.read(part(in));
        ByteBuffer number = part(in);
        String[] names = StandardCharsets.UTF_8.decode(part(in)).toString().split("\n", -1);
        return new WordMap<>(words, i -> names[number.getInt(i * Integer.BYTES)]);
    }

    // features: where each value's weights start, and for each weight the tag and the number of the weight

    private static List<byte[]> features(Map<String, Object> values) {
        int[] starts = new int[values.size() + 1];
        List<Integer> pairs = new ArrayList<>();
        int at = 0;
        for (Object value : values.values()) {
            int[] weights = (int[]) value;
            for (int tag = 0; tag < weights.length; tag++) {
                if (weights[tag] >= 0) {
                    pairs.add(tag);
                    pairs.add(weights[tag]);
                }
            }
            starts[++at] = pairs.size();
        }
        return List.of(
                table(values),
                ints(starts),
                ints(pairs.stream().mapToInt(Integer::intValue).toArray()));
    }

    private static WordMap<int[]> features(ByteBuffer in, int tags) {
        WordTable values = WordTable.read(part(in));
        ByteBuffer starts = part(in);
        ByteBuffer pairs = part(in);
        return new WordMap<>(values, kept(starts.remaining() / Integer.BYTES, i -> i, n -> {
            int[] weights = new int[tags];
            java.util.Arrays.fill(weights, -1);
            int end = starts.getInt((n + 1) * Integer.BYTES);
            for (int i = starts.getInt(n * Integer.BYTES); i < end; i += 2) {
                weights[pairs.getInt(i * Integer.BYTES)] = pairs.getInt((i + 1) * Integer.BYTES);
            }
            return weights;
        }));
    }

    /** What stands for words, made when it is first asked for and kept. Two threads may make one twice, which does no harm. */
    private static <V> IntFunction<V> kept(int size, IntFunction<Integer> number, IntFunction<V> making) {
        AtomicReferenceArray<V> kept = new AtomicReferenceArray<>(size);
        return i -> {
            int n = number.apply(i);
            V known = kept.get(n);
            if (known == null) {
                known = making.apply(n);
                kept.set(n, known);
            }
            return known;
        };
    }

    // parts: each behind its length, at multiples of four

    private static byte[] table(Map<String, Object> words) {
        WordTable table = WordTable.of(List.copyOf(words.keySet()));
        ByteBuffer out = ByteBuffer.allocate(table.length()).order(ByteOrder.LITTLE_ENDIAN);
        table.write(out);
        return out.array();
    }

    private static byte[] ints(int[] some) {
        ByteBuffer out = ByteBuffer.allocate(Integer.BYTES * some.length).order(ByteOrder.LITTLE_ENDIAN);
        out.asIntBuffer().put(some);
        return out.array();
    }

    private static ByteBuffer joined(List<byte[]> parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += Integer.BYTES + GrammarFile.padded(part.length);
        }
        ByteBuffer out = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        for (byte[] part : parts) {
            int start = out.position() + Integer.BYTES;
            out.putInt(part.length).put(part).position(start + GrammarFile.padded(part.length));
        }
        return out.flip();
    }

    private static ByteBuffer part(ByteBuffer in) {
        int length = in.getInt();
        ByteBuffer part = in.slice(in.position(), length).order(in.order());
        in.position(in.position() + GrammarFile.padded(length));
        return part;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object some) {
        return (Map<String, Object>) some;
    }
}
