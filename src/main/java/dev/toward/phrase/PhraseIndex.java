package dev.toward.phrase;

import dev.toward.encode.Encoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;

/**
 * Writes phrases into an index. They go in by id, on one thread, into one segment: so places in the index are in the order of
 * the ids, and the same phrases give an index that answers alike.
 */
final class PhraseIndex {
    static final String STAMP_PHRASES = "toward.phrases";
    static final String STAMP_ENCODER = "toward.encoder";
    static final String STAMP_FORM = "toward.form";

    private PhraseIndex() {}

    /** Replaces what is in the folder in one step: until the end, and after a kill at any moment, the old index is there. */
    static void write(List<Phrase> phrases, Encoder encoder, PhraseStamp stamp, Path folder) throws IOException {
        Map<String, Phrase> byId = byId(phrases);
        Files.createDirectories(folder);
        try (Directory directory = new MMapDirectory(folder)) {
            write(byId, encoder, stamp, directory);
        }
    }

    /** As {@link #write(List, Encoder, PhraseStamp, Path)}, into any directory, which stays open. */
    static void write(List<Phrase> phrases, Encoder encoder, PhraseStamp stamp, Directory directory)
            throws IOException {
        write(byId(phrases), encoder, stamp, directory);
    }

    private static Map<String, Phrase> byId(List<Phrase> phrases) {
        Map<String, Phrase> byId = new TreeMap<>();
        for (Phrase phrase : phrases) {
            if (byId.put(phrase.id(), phrase) != null) {
                throw new IllegalArgumentException("phrases: expected every id once, got twice " + phrase.id());
            }
        }
        return byId;
    }

    private static void write(Map<String, Phrase> byId, Encoder encoder, PhraseStamp stamp, Directory directory)
            throws IOException {
        try (Analyzer english = PhraseFields.english();
                IndexWriter writer = new IndexWriter(directory, config(english))) {
            for (Phrase phrase : byId.values()) {
                writer.addDocument(document(phrase, encoder));
            }
            writer.forceMerge(1);
            writer.setLiveCommitData(data(stamp).entrySet());
            writer.commit();
        }
    }

    private static IndexWriterConfig config(Analyzer english) {
        return new IndexWriterConfig(english)
                .setOpenMode(IndexWriterConfig.OpenMode.CREATE)
                .setMergePolicy(new LogDocMergePolicy()) // merges neighbours only, which keeps the order
                .setMergeScheduler(new SerialMergeScheduler())
                .setRAMBufferSizeMB(128)
                .setCommitOnClose(false);
    }

    private static Map<String, String> data(PhraseStamp stamp) {
        Map<String, String> data = new HashMap<>();
        data.put(STAMP_PHRASES, stamp.phrases());
        data.put(STAMP_ENCODER, stamp.encoder());
        data.put(STAMP_FORM, Integer.toString(stamp.form()));
        return data;
    }

    private static Document document(Phrase phrase, Encoder encoder) {
        Document document = new Document();
        document.add(new StringField(PhraseFields.ID, phrase.id(), Field.Store.NO));
        String text = phrase.inItsExample();
        document.add(new TextField(PhraseFields.TEXT, text, Field.Store.NO));
        document.add(new TextField(PhraseFields.CONTEXT, phrase.example().context(), Field.Store.NO));
        document.add(new KnnFloatVectorField(
                PhraseFields.VECTOR,
                encoder.vector(phrase.example().context() + "\n" + text),
                VectorSimilarityFunction.DOT_PRODUCT));
        tag(document, PhraseFields.GESTURE, phrase.gesture().id());
        tag(document, PhraseFields.INTENSITY, phrase.intensity().id());
        phrase.bids().stream().sorted().forEach(b -> tag(document, PhraseFields.BID, b.id()));
        phrase.situations().stream().sorted().forEach(s -> tag(document, PhraseFields.SITUATION, s.id()));
        phrase.registers().stream().sorted().forEach(r -> tag(document, PhraseFields.REGISTER, r.id()));
        phrase.slots().stream().sorted().forEach(s -> tag(document, PhraseFields.SLOT, s.id()));
        phrase.heals().stream()
                .sorted(Comparator.naturalOrder())
                .forEach(t -> tag(document, PhraseFields.HEALS, t.id()));
        if (phrase.heals().isEmpty()) {
            tag(document, PhraseFields.HEALS, PhraseFields.ANYTHING);
        }
        document.add(new StoredField(PhraseFields.JSON, PhraseJson.text(phrase)));
        return document;
    }

    private static void tag(Document document, String field, String id) {
        document.add(new StringField(field, id, Field.Store.NO));
    }
}
