package dev.toward.chat;

import dev.toward.text.Author;
import dev.toward.text.Message;
import dev.toward.text.Timestamp;
import org.jspecify.annotations.Nullable;

/**
 * Knows a message that stood in an earlier file, or had its id before. Keeps one 64-bit key a message, and without ids only when
 * several files are read: some 50 MB for a million messages at most. Within one file two equal lines are two messages.
 */
final class Seen {
    /** What to do with a message. */
    enum Verdict {
        NEW,
        IN_EARLIER_FILE,
        ID_REPEATED
    }

    private final boolean severalFiles;
    private final LongCounts earlier = new LongCounts();
    private final LongCounts here = new LongCounts();
    private final LongCounts idsHere = new LongCounts();
    private long repeats;

    Seen(boolean severalFiles) {
        this.severalFiles = severalFiles;
    }

    void nextFile() {
        here.clear();
        idsHere.clear();
    }

    Verdict look(Message message, boolean idOfExport) {
        long chat = LongCounts.hash(0, message.conversation().id());
        if (idOfExport) {
            long key = LongCounts.hash(chat ^ 1, message.id());
            if (idsHere.add(key) > 0) {
                return Verdict.ID_REPEATED;
            }
            return severalFiles ? across(key) : Verdict.NEW;
        }
        if (!severalFiles) {
            return Verdict.NEW;
        }
        @Nullable Author author = message.author();
        @Nullable Timestamp time = message.time();
        long key = LongCounts.hash(chat, author == null ? "" : author.id());
        key = LongCounts.hash(key, time == null ? "" : time.toString());
        key = LongCounts.hash(key, message.kind().name());
        key = LongCounts.hash(key, message.text());
        // The second "ok" of a minute meets the second "ok" of the other file, not the first.
        return across(LongCounts.mix(key + here.add(key)));
    }

    private Verdict across(long key) {
        if (earlier.add(key) > 0) {
            repeats++;
            return Verdict.IN_EARLIER_FILE;
        }
        return Verdict.NEW;
    }

    /** Messages left out because an earlier file had them. */
    long repeats() {
        return repeats;
    }
}
