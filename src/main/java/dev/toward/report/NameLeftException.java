package dev.toward.report;

import java.io.IOException;

/** A name, mention or number that should have been replaced stands in a file yet; nothing gets its name then. Ours to mend. */
public final class NameLeftException extends IOException {
    private static final long serialVersionUID = 1;

    NameLeftException(String file, long line) {
        super(file + ", line " + line
                + ": a name, a mention or a number that was to be replaced is left, so nothing was written");
    }
}
