package dev.toward.phrase;

import java.io.IOException;
import java.nio.file.Path;

/** A phrase file that is not as it should be; whoever wrote the file can put it right. Nothing of it was taken in. */
public final class PhraseFileException extends IOException {
    private static final long serialVersionUID = 1;

    private final transient Path file;
    private final int line;

    /** @param line counted from 1 */
    public PhraseFileException(Path file, int line, String reason) {
        super(file.getFileName() + ", line " + line + ": " + reason);
        this.file = file;
        this.line = line;
    }

    public Path file() {
        return file;
    }

    public int line() {
        return line;
    }
}
