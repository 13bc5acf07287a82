package dev.toward.annotate;

import dev.toward.annotate.corenlp.CoreNlpParser;
import dev.toward.annotate.opennlp.OpenNlpAnnotator;
import dev.toward.cue.Cues;
import dev.toward.models.ModelException;
import dev.toward.models.ModelStore;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The engines under test, loaded once for all tests from the folder {@code models}. */
public final class Engines {
    private Engines() {}

    public static Annotator annotator() {
        return LoadedAnnotator.ANNOTATOR;
    }

    /** With the pattern files of all tactics. */
    public static Parser parser() {
        return LoadedParser.PARSER;
    }

    public static Parsed parse(String text) {
        return parser().parse(annotator().annotate(text));
    }

    public static ModelStore models() {
        try {
            return ModelStore.open(Path.of("models"));
        } catch (ModelException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class LoadedAnnotator {
        private static final Annotator ANNOTATOR = load();

        private static Annotator load() {
            try {
                return OpenNlpAnnotator.load(models());
            } catch (ModelException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final class LoadedParser {
        private static final Parser PARSER = load();

        private static Parser load() {
            try {
                return CoreNlpParser.load(models(), Cues.patternFiles());
            } catch (ModelException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
