package dev.toward.chat;

import dev.toward.text.Author;
import dev.toward.text.Message;
import dev.toward.text.Timestamp;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Knows a message that stood in an earlier file, or had its id before. Keeps one 64-bit key a message, and of one file by itself
 * only ids, some two bytes each where they are numbers in order: some 50 MB for a million messages at most. Within one file two equal lines are two messages.
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
    private final Map<String, AscendingIds> numbersHere = new HashMap<>();
    private long repeats;

    Seen(boolean severalFiles) {
        this.severalFiles = severalFiles;
    }

    void nextFile() {
        here.clear();
        idsHere.clear();
        numbersHere.clear();
    }

    Verdict look(Message message, boolean idOfExport) {
        long chat = LongCounts.hash(0, message.conversation().id());
        if (idOfExport) {
            long key = LongCounts.hash(chat ^ 1, message.id());
            if (!isNewHere(message, key)) {
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

    private boolean isNewHere(Message message, long key) {
        Long number = number(message.id());
        return number == null
                ? idsHere.add(key) == 0
                : numbersHere
                        .computeIfAbsent(message.conversation().id(), id -> new AscendingIds())
                        .add(number);
    }

    /** The number that an id is, written as numbers are; else null. */
    private static @Nullable Long number(String id) {
        int digits = id.startsWith("-") ? 1 : 0;
        if (id.length() == digits || id.length() > 19 || (id.charAt(digits) == '0' && !id.equals("0"))) {
            return null;
        }
        for (int i = digits; i < id.length(); i++) {
            if (id.charAt(i) < '0' || id.charAt(i) > '9') {
                return null;
            }
        }
        return id.length() == 19 && id.compareTo(String.valueOf(Long.MAX_VALUE)) > 0 ? null : Long.valueOf(id);
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
