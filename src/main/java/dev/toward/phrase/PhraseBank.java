package dev.toward.phrase;

import dev.toward.cue.Gesture;
import dev.toward.encode.Encoder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.knn.KnnSearchStrategy;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.util.VectorUtil;

/**
 * The phrases, searchable by the words and by the meaning of the message that is answered, and by their tags. Opened read-only
 * over mapped files; threads may share it. The same index gives the same answer to the same query.
 */
public final class PhraseBank implements PhraseSource, AutoCloseable {
    /** So many are looked at, by words and by meaning each, whatever the limit. */
    private static final int POOL = 200;

    /**
     * Where fewer than 60 in 100 have the right tags, only these are walked through: of 100,000 phrases that takes half the time and finds 93 in
     * 100 of the 50 nearest. Of a bank that is as small as the one that ships, all are found either way.
     */
    private static final KnnSearchStrategy AMONG_THE_FIT = new KnnSearchStrategy.Hnsw(60);

    /** So many are kept in memory once they were read; 1 KB each, and reading one takes some 10 microseconds. */
    private static final int KEPT = 10_000;

    private final Map<Integer, Phrase> read = new ConcurrentHashMap<>();
    private final Directory directory;
    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final Encoder encoder;
    private final PhraseStamp stamp;
    /** By place: which gesture, so that a phrase need not be read to tell. */
    private final byte[] gestures;

    private PhraseBank(Directory directory, DirectoryReader reader, Encoder encoder, PhraseStamp stamp)
            throws IOException {
        this.directory = directory;
        this.reader = reader;
        this.searcher = new IndexSearcher(reader);
        // Answers take a millisecond; a cache shared between threads would only hold memory.
        this.searcher.setQueryCache(null);
        this.encoder = encoder;
        this.stamp = stamp;
        this.gestures = gestures(reader);
    }

    private static byte[] gestures(DirectoryReader reader) throws IOException {
        byte[] gestures = new byte[reader.maxDoc()];
        for (LeafReaderContext leaf : reader.leaves()) {
            for (Gesture gesture : Gesture.values()) {
                PostingsEnum places =
                        leaf.reader().postings(new Term(PhraseFields.GESTURE, gesture.id()), PostingsEnum.NONE);
                while (places != null && places.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                    gestures[leaf.docBase + places.docID()] = (byte) gesture.ordinal();
                }
            }
        }
        return gestures;
    }

    /**
     * Makes an index of the phrases in the folder, in place of what index was there.
     *
     * @param encoderName tells this encoder from any other, in the index's stamp
     * @throws IllegalArgumentException when an id stands twice
     */
    public static void build(List<Phrase> phrases, Encoder encoder, String encoderName, Path folder)
            throws IOException {
        PhraseIndex.write(phrases, encoder, PhraseStamp.of(phrases, encoderName), folder);
    }

    /**
     * A bank of phrases that is kept in memory alone.
     *
     * @param encoderName as in {@link #build}
     * @throws IllegalArgumentException when an id stands twice
     */
    public static PhraseBank inMemory(List<Phrase> phrases, Encoder encoder, String encoderName) throws IOException {
        Directory directory = new ByteBuffersDirectory();
        try {
            PhraseStamp stamp = PhraseStamp.of(phrases, encoderName);
            PhraseIndex.write(phrases, encoder, stamp, directory);
            return new PhraseBank(directory, DirectoryReader.open(directory), encoder, stamp);
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    /**
     * What the index in the folder was made from.
     *
     * @throws IOException when there is none; the message says what to do
     */
    public static PhraseStamp stamp(Path folder) throws IOException {
        try (Directory directory = new MMapDirectory(existing(folder));
                DirectoryReader reader = reader(directory, folder)) {
            return stamp(reader, folder);
        }
    }

    /**
     * Opens the index in a folder.
     *
     * @param encoder the one that the index was built with
     * @throws IOException when there is no index, or not one of ours; the message says what to do
     */
    public static PhraseBank open(Path folder, Encoder encoder) throws IOException {
        Directory directory = new MMapDirectory(existing(folder));
        try {
            DirectoryReader reader = reader(directory, folder);
            try {
                return new PhraseBank(directory, reader, encoder, stamp(reader, folder));
            } catch (IOException | RuntimeException e) {
                reader.close();
                throw e;
            }
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    // Lucene would make the folder.
    private static Path existing(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw noIndex(folder);
        }
        return folder;
    }

    private static DirectoryReader reader(Directory directory, Path folder) throws IOException {
        try {
            return DirectoryReader.open(directory);
        } catch (IndexNotFoundException e) {
            throw noIndex(folder);
        }
    }

    private static IOException noIndex(Path folder) {
        return new IOException("no phrase index in " + folder + "; build the project to make one");
    }

    private static PhraseStamp stamp(DirectoryReader reader, Path folder) throws IOException {
        Map<String, String> data = reader.getIndexCommit().getUserData();
        if (!Integer.toString(PhraseStamp.FORM).equals(data.get(PhraseIndex.STAMP_FORM))) {
            throw new IOException("the phrase index in " + folder + " was made by another version; build it anew");
        }
        return new PhraseStamp(
                data.getOrDefault(PhraseIndex.STAMP_PHRASES, ""),
                data.getOrDefault(PhraseIndex.STAMP_ENCODER, ""),
                PhraseStamp.FORM);
    }

    public PhraseStamp stamp() {
        return stamp;
    }

    /** All there are, by id. */
    public List<Phrase> all() throws IOException {
        List<Phrase> all = new ArrayList<>();
        StoredFields stored = searcher.storedFields();
        // they went in by id, and nothing is ever taken out of an index
        for (int place = 0; place < reader.maxDoc(); place++) {
            all.add(phrase(place, stored));
        }
        return all;
    }

    /** How many phrases there are. */
    public int size() {
        return reader.numDocs();
    }

    /**
     * The phrases that fit, best first, equals by id. No gesture takes more than a quarter of the places as long as others have
     * something to offer.
     */
    @Override
    public List<ScoredPhrase> search(PhraseQuery query, Meaning meaning) {
        if (reader.leaves().isEmpty()) {
            return List.of();
        }
        try {
            List<Hit> chosen = diverse(found(query, meaning.vector()), query.limit());
            List<ScoredPhrase> phrases = new ArrayList<>(chosen.size());
            StoredFields stored = searcher.storedFields();
            for (Hit hit : chosen) {
                phrases.add(new ScoredPhrase(phrase(hit.place(), stored), hit.words(), hit.meaning()));
            }
            return List.copyOf(phrases);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Meaning meaning(String context) {
        return new Meaning(encoder.vector(PhraseSearch.end(context)));
    }

    /** A phrase that was found, by its place in the index; it is read once it is chosen. Words and meaning as in {@link ScoredPhrase}. */
    private record Hit(int place, double words, double meaning) {
        // Places are in the order of the ids.
        private static final Comparator<Hit> BEST_FIRST =
                Comparator.comparingDouble(Hit::score).reversed().thenComparingInt(Hit::place);

        double score() {
            return ScoredPhrase.score(words, meaning);
        }
    }

    private List<Hit> found(PhraseQuery query, float[] asked) throws IOException {
        PhraseSearch search = new PhraseSearch(query);
        int pool = Math.min(Math.max(POOL, query.limit()), reader.numDocs());
        Map<Integer, Double> words = new TreeMap<>();
        Query byWords = search.byWords();
        double best = 0;
        for (ScoreDoc hit : searcher.search(byWords, pool).scoreDocs) {
            best = Math.max(best, hit.score);
            words.put(hit.doc, (double) hit.score);
        }
        Query byMeaning = new KnnFloatVectorQuery(PhraseFields.VECTOR, asked, pool, search.tags(), AMONG_THE_FIT);
        for (ScoreDoc hit : searcher.search(byMeaning, pool).scoreDocs) {
            words.putIfAbsent(hit.doc, 0.0);
        }
        List<Hit> found = new ArrayList<>();
        LeafReader leaf = reader.leaves().get(0).reader(); // one segment; every phrase has a vector, at its own place
        FloatVectorValues vectors = leaf.getFloatVectorValues(PhraseFields.VECTOR);
        for (Map.Entry<Integer, Double> hit : words.entrySet()) {
            float nearness = VectorUtil.dotProduct(asked, vectors.vectorValue(hit.getKey()));
            found.add(new Hit(hit.getKey(), best > 0 ? hit.getValue() / best : 0, Math.clamp(nearness, 0.0, 1.0)));
        }
        found.sort(Hit.BEST_FIRST);
        return found;
    }

    private Phrase phrase(int place, StoredFields stored) throws IOException {
        Phrase known = read.get(place);
        if (known != null) {
            return known;
        }
        Phrase phrase = PhraseJson.phrase(stored.document(place).get(PhraseFields.JSON));
        if (read.size() < KEPT) {
            read.put(place, phrase);
        }
        return phrase;
    }

    private List<Hit> diverse(Collection<Hit> found, int limit) {
        int each = Math.max(1, (limit + 3) / 4);
        int[] taken = new int[Gesture.values().length];
        List<Hit> first = new ArrayList<>();
        List<Hit> rest = new ArrayList<>();
        for (Hit hit : found) {
            boolean room = ++taken[gestures[hit.place()]] <= each;
            (room ? first : rest).add(hit);
        }
        List<Hit> chosen = new ArrayList<>(first.subList(0, Math.min(limit, first.size())));
        chosen.addAll(rest.subList(0, Math.min(limit - chosen.size(), rest.size())));
        return chosen;
    }

    @Override
    public void close() throws IOException {
        try {
            reader.close();
        } finally {
            directory.close();
        }
    }
}
