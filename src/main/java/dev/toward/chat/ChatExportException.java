package dev.toward.chat;

import java.io.IOException;

/**
 * Nothing could be read: a path that is not there, or no format that is known. The caller's to mend; the message names the
 * file and says what to do. Broken lines are no such error: they come out as {@link Skipped}.
 */
public final class ChatExportException extends IOException {
    private static final long serialVersionUID = 1;

    private final String file;

    public ChatExportException(String file, String problem) {
        super(file + ": " + problem);
        this.file = file;
    }

    public ChatExportException(String file, String problem, Throwable cause) {
        super(file + ": " + problem, cause);
        this.file = file;
    }

    /** The path as given. */
    public String file() {
        return file;
    }
}
