package dev.toward.chat;

import dev.toward.text.Author;
import dev.toward.text.Conversation;
import dev.toward.text.Message;
import dev.toward.text.Timestamp;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.MimeIOException;
import org.jspecify.annotations.Nullable;

/** Reads one mbox file: first who answers whom, then the mails. */
final class MboxReading {
    private static final int CHATS_KEPT = 10_000;

    private final ReadOptions options;
    private final Delivery delivery;
    private final MboxThreads threads = new MboxThreads();
    private final Map<Long, Conversation> chats = new HashMap<>();
    private final KnownNames names = new KnownNames();
    private long untimed;
    private long firstUntimed;

    MboxReading(ReadOptions options, Delivery delivery) {
        this.options = options;
        this.delivery = delivery;
    }

    void read(Source source) throws IOException {
        try (MboxSplitter mails = new MboxSplitter(source.open())) {
            for (InputStream mail = mails.next(); mail != null; mail = mails.next()) {
                learn(mail);
            }
        }
        long record = 0;
        try (MboxSplitter mails = new MboxSplitter(source.open())) {
            for (InputStream mail = mails.next(); mail != null; mail = mails.next()) {
                record++;
                deliver(mail, record, mails.line(), mails.date());
            }
        }
        if (record == 0) {
            delivery.skipped(0, "no mail in it; expected a line 'From', an address and a date before each");
        }
        if (untimed > 0) {
            delivery.warning(untimed + " mails have no date that can be read, the first on line " + firstUntimed
                    + "; kept without a time");
        }
    }

    private void learn(InputStream mail) throws IOException {
        MboxHeaders headers;
        try {
            headers = MboxMail.headers(mail);
        } catch (MimeException | MimeIOException | RuntimeException e) {
            return; // listed when it is read again
        }
        List<Long> named = new ArrayList<>();
        if (!headers.gmailThread().isEmpty()) {
            named.add(MboxThreads.key("gmail " + headers.gmailThread()));
        }
        headers.before().forEach(id -> named.add(MboxThreads.key(id)));
        threads.add(key(headers), named);
    }

    /** Of its id; where it has none, of what else tells two mails apart. */
    private static long key(MboxHeaders headers) {
        String id = headers.id();
        return id != null
                ? MboxThreads.key(id)
                : MboxThreads.key(
                        "no id " + headers.author().id() + "\n" + headers.subject() + "\n" + headers.before());
    }

    private void deliver(InputStream in, long record, long line, String fromLine) throws IOException {
        MboxMail mail;
        try {
            mail = MboxMail.of(in);
        } catch (MimeException | MimeIOException | RuntimeException e) {
            // out of a parser that fails in many ways on a broken mail; what it says may quote the mail
            delivery.skipped(line, "no mail that can be read: its headers or parts are broken, or longer than 1 MiB");
            return;
        }
        MboxHeaders headers = mail.headers();
        if (headers.isEmpty()) {
            delivery.skipped(line, "no mail: it has none of the headers From, Date and Message-ID");
            return;
        }
        if (headers.isThrownAway()) {
            delivery.skipped(line, "marked as spam or thrown away");
            return;
        }
        Timestamp time = headers.time(fromLine, options.today());
        if (time == null && untimed++ == 0) {
            firstUntimed = line;
        }
        Message.Kind kind = headers.isAutomatic()
                ? Message.Kind.SYSTEM
                : !mail.words().isEmpty()
                        ? Message.Kind.TEXT
                        : mail.attachments() ? Message.Kind.MEDIA : Message.Kind.UNKNOWN;
        Author author = names.known(headers.author());
        delivery.message(
                chat(headers),
                headers.id(),
                record,
                line,
                kind == Message.Kind.SYSTEM ? null : author,
                time,
                kind,
                mail.words(),
                answered(headers),
                false);
    }

    /** The newest mail named that is there; else the one that it says it answers. */
    private @Nullable String answered(MboxHeaders headers) {
        List<String> references = headers.references();
        for (int i = references.size() - 1; i >= 0; i--) {
            String id = references.get(i);
            if (!id.equals(headers.id()) && threads.has(MboxThreads.key(id))) {
                return id;
            }
        }
        String answered = headers.inReplyTo();
        return answered == null || answered.equals(headers.id()) ? null : answered;
    }

    private Conversation chat(MboxHeaders headers) {
        long thread = threads.thread(key(headers));
        Conversation known = chats.get(thread);
        if (known == null) {
            if (chats.size() >= CHATS_KEPT) {
                chats.clear();
            }
            String subject = headers.subject();
            String name =
                    options.chatName() != null ? options.chatName() : subject.isEmpty() ? "(no subject)" : subject;
            // the subject of a mail is no person's name, as that of a chat between two would be
            Conversation.Kind kind = headers.hasSeveralReaders() ? Conversation.Kind.GROUP : Conversation.Kind.UNKNOWN;
            known = new Conversation("mbox", "mbox:" + Long.toHexString(thread), name, kind);
            chats.put(thread, known);
            delivery.chat(known);
        }
        return known;
    }

    /** One name for each address: the first that was there. */
    private static final class KnownNames {
        private static final int MOST = 50_000;

        private final Map<String, Author> byAddress = new HashMap<>();

        Author known(Author author) {
            Author before = byAddress.get(author.id());
            if (before != null && !before.name().equals(before.id())) {
                return before;
            }
            if (byAddress.size() >= MOST) {
                byAddress.clear();
            }
            byAddress.put(author.id(), author);
            return author;
        }
    }
}
