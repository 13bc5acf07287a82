package dev.toward;

import dev.toward.models.ModelException;
import dev.toward.text.Draft;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Reads a draft beside the message that it answers, and says how it turns, by which words, and what warmer words there are.
 * Load once, share between threads, close when done.
 */
public final class Analyzer implements Analyses {
    private Analyzer() {}

    /** Every choice is optional; see {@link Builder}. */
    public static Builder builder() {
        return new Builder();
    }

    /** Reads a draft; nothing is suggested. */
    public Analysis analyze(Draft draft) {
        return analyze(draft, 0, null);
    }

    /**
     * Reads a draft.
     *
     * @param suggestions how many warmer wordings at most, 0 to 10; only drafts that turn away get any
     * @param them the first name of the one who is answered, or null when not known
     */
    @Override
    public Analysis analyze(Draft draft, int suggestions, @Nullable String them) {
        throw new UnsupportedOperationException();
    }

    /** The version of the models, as {@code 2026.11-r1}. */
    @Override
    public String model() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}

    /** What an analyzer is built from. */
    public static final class Builder {
        private Path models = Path.of("models");

        /** The folder of model files; {@code models} in the working directory unless set. */
        public Builder models(Path folder) {
            models = folder;
            return this;
        }

        /**
         * Loads the models, some seconds of work.
         *
         * @throws ModelException when a file is missing or damaged; the message says which and what to do
         */
        public Analyzer build() throws ModelException {
            throw new ModelException("no model at " + models);
        }
    }
}
