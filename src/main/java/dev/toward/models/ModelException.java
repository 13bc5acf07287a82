package dev.toward.models;

import java.io.IOException;

/** A model file that is missing, damaged or not the one that was built for. The message says which and what to do. */
public final class ModelException extends IOException {
    private static final long serialVersionUID = 1;

    public ModelException(String message) {
        super(message);
    }

    public ModelException(String message, Throwable cause) {
        super(message, cause);
    }
}
