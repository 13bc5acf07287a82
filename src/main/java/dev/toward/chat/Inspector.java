package dev.toward.chat;

import dev.toward.text.Author;
import dev.toward.text.Conversation;
import dev.toward.text.Message;
import dev.toward.text.Timestamp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts what passes by, for an {@link Inspection}. Grows with the number of chats and authors only. For one thread. */
public final class Inspector implements ChatSink {
    static final int LISTED = 1000;

    private final Map<String, Tally> chats = new LinkedHashMap<>();
    private final Tally all = new Tally(new Conversation("", "", "", Conversation.Kind.UNKNOWN));
    private final List<Skipped> skipped = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private String format = "";
    private long skippedCount;

    @Override
    public void chat(String chatFormat, Conversation conversation) {
        format = format.isEmpty() || format.equals(chatFormat) ? chatFormat : "mixed";
        tally(conversation);
    }

    @Override
    public void message(Message message) {
        tally(message.conversation()).count(message);
        all.count(message);
    }

    @Override
    public void skipped(Skipped what) {
        skippedCount++;
        if (skipped.size() < LISTED) {
            skipped.add(what);
        }
    }

    @Override
    public void warning(String warning) {
        warnings.add(warning);
    }

    /** What was counted so far. */
    public Inspection inspection() {
        return new Inspection(
                format,
                chats.values().stream().map(Tally::chat).toList(),
                new Inspection.Totals(all.messages, all.system, all.authors(), all.first(), all.last()),
                skipped,
                skippedCount,
                warnings);
    }

    private Tally tally(Conversation conversation) {
        return chats.computeIfAbsent(conversation.id(), id -> new Tally(conversation));
    }

    private static final class Tally {
        private final Conversation conversation;
        private final Map<Author, long[]> byAuthor = new LinkedHashMap<>();
        private long messages;
        private long system;
        private long explicitReplies;
        private @Nullable Timestamp first;
        private @Nullable Timestamp last;

        Tally(Conversation conversation) {
            this.conversation = conversation;
        }

        void count(Message message) {
            if (message.replyTo() != null) {
                explicitReplies++;
            }
            Author author = message.author();
            if (!message.isSaid()) {
                system++;
            } else {
                messages++;
                if (author != null) {
                    byAuthor.computeIfAbsent(author, a -> new long[1])[0]++;
                }
            }
            Timestamp time = message.time();
            if (time != null) {
                first = first == null || time.clock().isBefore(first.clock()) ? time : first;
                last = last == null || time.clock().isAfter(last.clock()) ? time : last;
            }
        }

        /** By name; two who share a name are told apart by their ids. */
        Map<String, Long> authors() {
            Map<String, Long> counts = new LinkedHashMap<>();
            byAuthor.forEach((author, count) -> counts.merge(
                    counts.containsKey(author.name()) ? author.name() + " (" + author.id() + ")" : author.name(),
                    count[0],
                    Long::sum));
            return counts;
        }

        @Nullable
        String first() {
            return first == null ? null : first.toString();
        }

        @Nullable
        String last() {
            return last == null ? null : last.toString();
        }

        Inspection.Chat chat() {
            return new Inspection.Chat(
                    conversation.name(),
                    conversation.kind().id(),
                    messages,
                    system,
                    authors(),
                    first(),
                    last(),
                    explicitReplies);
        }
    }
}
