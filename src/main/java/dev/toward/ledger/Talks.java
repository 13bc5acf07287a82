package dev.toward.ledger;

import dev.toward.text.Author;
import dev.toward.text.Conversation;
import dev.toward.text.Message;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The talks that are under way, one for each conversation, however their messages lie among one another. A talk begins with the
 * first message of its conversation and is over after the last, so where one conversation follows the other only one is kept.
 * Not for several threads.
 *
 * <p>Together they remember {@value #MOST_REMEMBERED} messages at most. Beyond that, the talk that was quiet for longest is over,
 * and begins anew with the next message of its conversation.
 */
final class Talks {
    /** Some hundred megabytes of chat; two hundred and fifty busy conversations at a time. */
    private static final int MOST_REMEMBERED = 250_000;

    private static final class Underway {
        private final Talk talk;
        private int remembered;

        Underway(Talk talk) {
            this.talk = talk;
        }
    }

    private final Roster roster;
    private final BiFunction<Conversation, String, @Nullable Author> shown;
    private final Period period;
    private final int most;
    private final LinkedHashMap<Roster.Room, Underway> open = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<Roster.Room, Long> left;
    private long remembered;

    Talks(Roster roster, Period period) {
        this(roster, period, MOST_REMEMBERED);
    }

    Talks(Roster roster, Period period, int most) {
        this(roster, period, most, roster::author);
    }

    /** @param shown whoever goes by an id in a conversation, as the steps see them */
    Talks(Roster roster, Period period, BiFunction<Conversation, String, @Nullable Author> shown) {
        this(roster, period, MOST_REMEMBERED, shown);
    }

    private Talks(Roster roster, Period period, int most, BiFunction<Conversation, String, @Nullable Author> shown) {
        this.roster = roster;
        this.shown = shown;
        this.period = period;
        this.most = most;
        this.left = roster.messagesByRoom();
    }

    /**
     * Takes the next message of the source.
     *
     * @param conversation as the roster knows it
     * @param message as the steps are to see it
     */
    void accept(Conversation conversation, Message message, Talk.Steps steps) throws IOException, InterruptedException {
        Roster.Room room = Roster.room(conversation);
        Underway underway = open.computeIfAbsent(
                room, r -> new Underway(new Talk(roster.isAlone(conversation), period, pair(conversation))));
        if (!period.isAfter(message)) {
            underway.talk.accept(message, steps);
            remembered += underway.talk.remembered() - underway.remembered;
            underway.remembered = underway.talk.remembered();
        }
        if (left.merge(room, -1L, Long::sum) <= 0) {
            left.remove(room);
            open.remove(room);
            end(underway, steps);
        }
        while (remembered > most && open.size() > 1) {
            Iterator<Underway> quietest = open.values().iterator();
            Underway oldest = quietest.next();
            quietest.remove();
            end(oldest, steps);
        }
    }

    /** The two who write there, or nobody. */
    private List<Author> pair(Conversation conversation) {
        Set<String> ids = roster.writers(conversation);
        List<Author> pair = new ArrayList<>(2);
        if (ids.size() == 2) {
            for (String id : ids) {
                Author author = shown.apply(conversation, id);
                if (author != null) {
                    pair.add(author);
                }
            }
        }
        return pair;
    }

    /** No message follows. */
    void end(Talk.Steps steps) throws IOException, InterruptedException {
        for (Underway underway : open.values()) {
            end(underway, steps);
        }
        open.clear();
    }

    private void end(Underway underway, Talk.Steps steps) throws IOException, InterruptedException {
        remembered -= underway.remembered;
        underway.talk.end(steps);
    }
}
