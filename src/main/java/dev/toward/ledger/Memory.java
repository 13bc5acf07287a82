package dev.toward.ledger;

import dev.toward.Analysis;
import dev.toward.text.Author;
import dev.toward.text.Message;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps what was told of the days ahead in a conversation, and what was promised, until somebody comes back to it. Not for several threads. */
sealed interface Memory permits Remembering, LearntMemory {
    /**
     * Takes the next message.
     *
     * @param read its reading, or null where it has no words or was not read
     */
    void next(Message message, Author author, @Nullable Author to, LocalDateTime now, @Nullable Analysis read);

    /** What nobody has come back to, as of the end of the conversation. */
    List<FollowUp> followUps(LocalDateTime end);

    /** Promises whose day is over. */
    List<OpenPromise> promises(LocalDateTime end);
}
