package dev.toward.chat;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One file to read, on disk or in a zip; may be opened more than once.
 *
 * @param name below the path that was given, as {@code chats.zip/_chat.txt}
 * @param container the name of the zip or folder that it stands in, else null
 * @param modified the day of its last change, null when unknown
 */
record Source(
        String name, @Nullable String container, @Nullable LocalDate modified, Opener opener) {
    /** Gives the bytes from the start. */
    interface Opener {
        InputStream open() throws IOException;
    }

    InputStream open() throws IOException {
        return opener.open();
    }

    /** The last part of the name. */
    String fileName() {
        return name.substring(name.lastIndexOf('/') + 1);
    }
}
