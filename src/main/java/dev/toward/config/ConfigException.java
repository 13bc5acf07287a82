package dev.toward.config;

import java.io.IOException;

/** Settings that are not as they should be; whoever wrote them can put them right. Nothing of their file was taken over. */
public final class ConfigException extends IOException {
    private static final long serialVersionUID = 1;

    /** @param where a file, with its line where there is one, or the name of a variable */
    ConfigException(String where, String reason) {
        super(where + ": " + reason);
    }
}
