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
 * @param neighbours what stands around it
 */
record Source(
        String name, @Nullable String container, @Nullable LocalDate modified, Opener opener, Neighbours neighbours) {
    /** Gives the bytes from the start. */
    interface Opener {
        InputStream open() throws IOException;
    }

    /** Finds a file by its path from the folder of another. */
    interface Neighbours {
        /** Null when there is none, or it lies outside of what may be read. */
        @Nullable
        Source at(Source from, String relative);
    }

    InputStream open() throws IOException {
        return opener.open();
    }

    /**
     * A file by its path from the folder of this one, as {@code ../users.json}; null when it is not there. Looks at names only.
     * Finds what was found below the same path, and for a file that was given by itself what lies around it on disk.
     */
    @Nullable
    Source beside(String relative) {
        return neighbours.at(this, relative);
    }

    /** The last part of the name. */
    String fileName() {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /** The last part of the name without its ending. */
    String baseName() {
        String last = fileName();
        int dot = last.lastIndexOf('.');
        return dot > 0 ? last.substring(0, dot) : last;
    }

    /** The name without its last part; empty for a file that was given by itself. */
    String folder() {
        return name.substring(0, Math.max(0, name.lastIndexOf('/')));
    }
}
