package dev.toward.ledger;

import dev.toward.Analyses;
import dev.toward.AskingAfter;
import dev.toward.Occasion;
import dev.toward.phrase.Sort;
import dev.toward.text.Author;
import dev.toward.text.Conversation;
import dev.toward.text.Timestamp;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something ahead that somebody told of, and that nobody asked about afterwards.
 *
 * @param by who told of it
 * @param to who could ask, or null in a group, where anybody could
 * @param id the message that told of it
 * @param said the sentence in which it did
 * @param thing as it is said back to them: "your mum's surgery"
 * @param when the words of the message for the time: "on Tuesday"
 * @param day the day that these words mean; the last of several
 * @param due true when the day is over; false while it is still ahead at the end of the chat
 * @param wording what could be sent, or null when there are no phrases at hand
 */
public record FollowUp(
        Conversation conversation,
        Author by,
        @Nullable Author to,
        String id,
        Timestamp time,
        String said,
        String thing,
        Sort sort,
        String when,
        LocalDate day,
        boolean due,
        @Nullable AskingAfter wording) {
    /** Finds words for a follow-up. Threads must be able to share it. */
    @FunctionalInterface
    public interface Wording {
        /** Has no words for anything. */
        Wording NONE = (thing, time, sort, over, seed) -> null;

        /**
         * Words that ask after something, the same each time.
         *
         * @param time as "Friday", or null when no word would do
         * @param over true when it has happened
         * @param seed told apart by it, two follow-ups may get different words
         */
        @Nullable
        AskingAfter word(String thing, @Nullable String time, Sort sort, boolean over, String seed);

        /** The words of an analyzer. */
        static Wording of(Analyses analyses) {
            return new Wording() {
                @Override
                public @Nullable AskingAfter word(
                        String thing, @Nullable String time, Sort sort, boolean over, String seed) {
                    return analyses.askAfter(thing, time, sort, over, seed);
                }

                @Override
                public @Nullable AskingAfter reachOut(Occasion occasion, String seed) {
                    return analyses.reachOut(occasion, seed);
                }
            };
        }

        /** Words to write to somebody on an occasion, the same each time; null when there are none. */
        default @Nullable AskingAfter reachOut(Occasion occasion, String seed) {
            return null;
        }
    }

    FollowUp with(@Nullable AskingAfter words) {
        return new FollowUp(conversation, by, to, id, time, said, thing, sort, when, day, due, words);
    }
}
