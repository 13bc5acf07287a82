package dev.toward.chat;

import dev.toward.text.Author;
import dev.toward.text.Message;
import dev.toward.text.Timestamp;
import org.jspecify.annotations.Nullable;

/**
 * A message as it was read, before it has its place in the chat. See {@link Message}.
 *
 * @param file where it stands
 * @param id of the export, null where the format has none
 */
record Found(
        Source file,
        long line,
        @Nullable String id,
        @Nullable Author author,
        @Nullable Timestamp time,
        Message.Kind kind,
        String text,
        @Nullable String replyTo,
        boolean edited) {
    /** Takes messages as they are read. */
    interface Taker {
        void take(Found message) throws java.io.IOException;
    }
}
