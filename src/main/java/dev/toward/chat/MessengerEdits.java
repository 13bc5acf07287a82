package dev.toward.chat;

import dev.toward.text.Author;
import dev.toward.text.Message;
import dev.toward.text.Timestamp;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Instagram writes an edited message twice: as it was, and later as it is, with {@code (edited)} at its end. Keeps the later one.
 *
 * <p>Works on a file that has the newest first, as they have: the later one is met before the earlier one. The earlier is known by
 * its sender, by standing at most a quarter of an hour before, in which Instagram lets a message be edited, and by sharing half
 * of its words. For one thread.
 */
final class MessengerEdits {
    private static final String MARK = " (edited)";
    private static final Duration LONGEST = Duration.ofMinutes(16);
    private static final int MOST = 100;

    private final boolean marked;
    private final Deque<Found> open = new ArrayDeque<>();

    /** @param marked whether the format marks edits so */
    MessengerEdits(boolean marked) {
        this.marked = marked;
    }

    /** The message to keep; null for an earlier wording, which is listed. */
    @Nullable
    Found latest(Found message, Delivery delivery) {
        if (!marked || message.kind() != Message.Kind.TEXT) {
            return message;
        }
        for (Iterator<Found> edits = open.iterator(); edits.hasNext(); ) {
            Found edit = edits.next();
            if (!isWithin(message, edit)) {
                edits.remove();
            } else if (isEarlierWording(message, edit)) {
                edits.remove();
                delivery.skipped(message.line(), "an earlier wording of the edited message on line " + edit.line());
                return null;
            }
        }
        if (!message.text().endsWith(MARK)) {
            return message;
        }
        String text = message.text();
        Found edit = new Found(
                message.file(),
                message.line(),
                message.id(),
                message.author(),
                message.time(),
                message.kind(),
                text.substring(0, text.length() - MARK.length()),
                message.replyTo(),
                true);
        if (open.size() == MOST) {
            open.removeFirst();
        }
        open.addLast(edit);
        return edit;
    }

    private static boolean isWithin(Found earlier, Found edit) {
        Timestamp from = earlier.time();
        Timestamp to = edit.time();
        return from != null
                && to != null
                && Duration.between(from.clock(), to.clock()).compareTo(LONGEST) <= 0;
    }

    private static boolean isEarlierWording(Found earlier, Found edit) {
        Author author = earlier.author();
        if (author == null || !author.equals(edit.author())) {
            return false;
        }
        Set<String> before = words(earlier.text());
        Set<String> after = words(edit.text());
        Set<String> shared = new HashSet<>(before);
        shared.retainAll(after);
        return 2 * shared.size() >= Math.min(before.size(), after.size()) && !shared.isEmpty();
    }

    private static Set<String> words(String text) {
        return new HashSet<>(
                java.util.List.of(text.toLowerCase(Locale.ROOT).strip().split("[\\s\\p{Punct}]+")));
    }
}
