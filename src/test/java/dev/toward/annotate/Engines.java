package dev.toward.annotate;

import dev.toward.annotate.opennlp.OpenNlpAnnotator;
import dev.toward.models.ModelException;
import dev.toward.models.ModelStore;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The engines under test, loaded once for all tests from the folder {@code models}. */
public final class Engines {
    private Engines() {}

    public static Annotator annotator() {
        return Loaded.ANNOTATOR;
    }

    public static ModelStore models() {
        try {
            return ModelStore.open(Path.of("models"));
        } catch (ModelException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Loaded {
        private static final Annotator ANNOTATOR = load();

        private static Annotator load() {
            try {
                return OpenNlpAnnotator.load(models());
            } catch (ModelException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
