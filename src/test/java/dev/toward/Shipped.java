package dev.toward;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The analyzer on the models that ship, loaded once for all tests; it lives as long as they run. */
final class Shipped {
    static final Analyzer ANALYZER = load();

    private Shipped() {}

    private static Analyzer load() {
        try {
            return Analyzer.builder().models(Path.of("models")).build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
