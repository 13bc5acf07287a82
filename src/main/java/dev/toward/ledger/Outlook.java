package dev.toward.ledger;

import dev.toward.Analysis;
import dev.toward.text.Author;
import dev.toward.text.Message;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one message shows by itself of things ahead and of promises. It depends on no other message but what it was read beside, so any thread may find it before its
 * turn comes. Immutable.
 *
 * @param later it, as what comes after others
 * @param sentences none where it has no words
 * @param tells false of what cannot tell of anything: without words or a time, or merely taking note
 * @param event what the rules find ahead, or null
 * @param promise what they find promised, or null
 * @param length in words
 * @param eventOdds how probable it is that it tells of something ahead
 * @param promiseOdds how probable it is that it promises something
 */
record Outlook(
        Author author,
        Later later,
        List<Dated> sentences,
        boolean tells,
        @Nullable ComingEvent event,
        @Nullable PromiseWords promise,
        int length,
        double eventOdds,
        double promiseOdds) {
    /** @param read its reading, or null where it has no words or was not read */
    static Outlook of(Message message, Author author, LocalDateTime now, @Nullable Analysis read, Foresight foresight) {
        Words words = new Words(message.text());
        Later later = Later.of(message, words, author, now, read);
        if (!later.hasWords()) {
            return new Outlook(author, later, List.of(), false, null, null, 0, 0, 0);
        }
        List<Dated> sentences = Dated.all(words.sentences(), now);
        int length = words.bare().size();
        if (message.time() == null || words.takesNote() || words.isRitual()) {
            return new Outlook(author, later, sentences, false, null, null, length, 0, 0);
        }
        ComingEvent event = ComingEvent.in(sentences, now);
        PromiseWords promise = PromiseWords.in(sentences, now);
        Signs signs = AheadSigns.of(words, sentences, now, read, event, promise);
        return new Outlook(
                author,
                later,
                sentences,
                true,
                event,
                promise,
                length,
                foresight.event(signs),
                foresight.promise(signs));
    }

    Message message() {
        return later.message();
    }

    LocalDateTime now() {
        return later.now();
    }

    /** The first time ahead of which it speaks, or null. */
    @Nullable
    When when() {
        Dated first = Dated.first(sentences);
        return first == null ? null : first.when();
    }
}
