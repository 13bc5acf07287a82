package dev.toward.annotate.opennlp;

import dev.toward.models.ModelException;
import dev.toward.models.ModelStore;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorFactory;
import opennlp.tools.langdetect.LanguageDetectorModel;
import opennlp.tools.langdetect.ThreadSafeLanguageDetectorME;
import opennlp.tools.ml.model.AbstractModel;

/** OpenNLP's guess at a language, from a {@link LanguageTable}. Threads may share it. */
final class LanguageModel {
    private static final String MODEL = "langdetect-183.bin";

    private final ThreadSafeLanguageDetectorME detector;

    private LanguageModel(LanguageTable table) {
        this.detector = new ThreadSafeLanguageDetectorME(
                new LanguageDetectorModel(table, Map.of(), new LanguageDetectorFactory()));
    }

    static LanguageModel open(ModelStore models) throws ModelException {
        Path file = models.path(MODEL);
        ByteBuffer table = models.prepared(MODEL, LanguageTable.NAME, () -> LanguageTable.convert(original(file)));
        return new LanguageModel(LanguageTable.of(table));
    }

    /** The model as OpenNLP reads it, some 100 MB. */
    static AbstractModel original(Path file) throws IOException {
        return (AbstractModel) new LanguageDetectorModel(file.toFile()).getMaxentModel();
    }

    /** The languages that a text may be in, the likeliest first. */
    Language[] predict(String text) {
        return detector.predictLanguages(text);
    }
}
