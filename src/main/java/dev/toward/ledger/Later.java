package dev.toward.ledger;

import dev.toward.Analysis;
import dev.toward.text.Author;
import dev.toward.text.Message;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A message as what comes after others, looked at once for all that it may come back to. Immutable.
 *
 * @param by the id of its author
 * @param day as {@link When#day} counts it
 * @param read its reading, or null where it has no words or was not read
 * @param bare its words as {@link BareWords} has them; none where it has no words, and so for all that follows
 */
record Later(
        Message message,
        String by,
        LocalDateTime now,
        LocalDate day,
        @Nullable Analysis read,
        boolean hasWords,
        List<String> bare,
        boolean takesNote,
        Set<String> stems,
        Set<Act> acts) {
    static Later of(Message message, Words words, Author by, LocalDateTime now, @Nullable Analysis read) {
        LocalDate day = When.day(now);
        if (!Talk.hasWords(message)) {
            return new Later(message, by.id(), now, day, read, false, List.of(), false, Set.of(), Set.of());
        }
        Set<Act> acts = Act.in(message.text().replace('’', '\''));
        return new Later(message, by.id(), now, day, read, true, words.bare(), words.takesNote(), words.stems(), acts);
    }

    boolean isQuestion() {
        return acts.contains(Act.QUESTION);
    }
}
