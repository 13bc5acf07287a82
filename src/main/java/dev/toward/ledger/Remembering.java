package dev.toward.ledger;

import dev.toward.text.Author;
import dev.toward.text.Conversation;
import dev.toward.text.Message;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** stub */
final class Remembering {
    Remembering(Conversation conversation) {}

    void next(Message message, Author author, @Nullable Author to, LocalDateTime now) {}

    List<FollowUp> followUps(LocalDateTime end) {
        return List.of();
    }

    List<OpenPromise> promises(LocalDateTime end) {
        return List.of();
    }
}
