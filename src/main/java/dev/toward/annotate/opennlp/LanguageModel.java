package dev.toward.annotate.opennlp;

import dev.toward.models.ModelException;
import dev.toward.models.ModelStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorModel;
import opennlp.tools.langdetect.ThreadSafeLanguageDetectorME;
import org.jspecify.annotations.Nullable;

/**
 * OpenNLP's guess at a language. Few messages need it, and it takes longer to load than all else that OpenNLP reads together and
 * some 100 MB: it is loaded when it is first asked, though its digest is checked before. Threads may share it.
 */
final class LanguageModel {
    private static final String MODEL = "langdetect-183.bin";

    private final Path file;
    private @Nullable ThreadSafeLanguageDetectorME detector;

    private LanguageModel(Path file) {
        this.file = file;
    }

    static LanguageModel open(ModelStore models) throws ModelException {
        return new LanguageModel(models.path(MODEL));
    }

    /** The languages that a text may be in, the likeliest first. */
    Language[] predict(String text) {
        return detector().predictLanguages(text);
    }

    private synchronized ThreadSafeLanguageDetectorME detector() {
        if (detector == null) {
            try {
                detector = new ThreadSafeLanguageDetectorME(new LanguageDetectorModel(file.toFile()));
            } catch (IOException e) {
                throw new UncheckedIOException("model file " + file + " is not a language model of OpenNLP", e);
            }
        }
        return detector;
    }
}
