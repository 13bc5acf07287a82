package dev.toward.ledger;

import dev.toward.text.Author;
import dev.toward.text.Conversation;
import dev.toward.text.Message;
import dev.toward.text.Timestamp;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes chats for tests, one message after the other. Ids are m1, m2, … in each chat. */
public final class MadeUpChat implements MessageSource {
    public static final LocalDateTime START = LocalDateTime.of(2024, 5, 6, 9, 0);

    private final List<Message> messages = new ArrayList<>();
    private Conversation conversation = new Conversation("whatsapp", "c1", "Kitchen", Conversation.Kind.GROUP);
    private @Nullable LocalDateTime now = START;
    private int number;

    public MadeUpChat chat(String id, String name, Conversation.Kind kind) {
        conversation = new Conversation("whatsapp", id, name, kind);
        number = 0;
        return this;
    }

    public MadeUpChat later(Duration time) {
        now = now == null ? START : now.plus(time);
        return this;
    }

    /** From this time on. */
    public MadeUpChat at(LocalDateTime time) {
        now = time;
        return this;
    }

    public MadeUpChat withoutTime() {
        now = null;
        return this;
    }

    /** A minute later. */
    public MadeUpChat says(String author, String text) {
        return add(author, text, Message.Kind.TEXT, null);
    }

    public MadeUpChat answers(String author, String replyTo, String text) {
        return add(author, text, Message.Kind.TEXT, replyTo);
    }

    public MadeUpChat sends(String author, Message.Kind kind) {
        return add(author, "", kind, null);
    }

    public MadeUpChat notice(String text) {
        return add(null, text, Message.Kind.SYSTEM, null);
    }

    private MadeUpChat add(@Nullable String author, String text, Message.Kind kind, @Nullable String replyTo) {
        if (now != null) {
            now = now.plusMinutes(1);
        }
        number++;
        messages.add(new Message(
                conversation,
                "m" + number,
                author == null ? null : new Author(author, author),
                now == null ? null : new Timestamp.Wall(now),
                kind,
                text,
                replyTo,
                false,
                conversation.name() + ".txt",
                number));
        return this;
    }

    public List<Message> messages() {
        return List.copyOf(messages);
    }

    @Override
    public void read(Sink sink) throws IOException {
        for (Message message : messages) {
            sink.accept(message);
        }
    }
}
