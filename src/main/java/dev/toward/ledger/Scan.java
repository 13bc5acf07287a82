package dev.toward.ledger;

import dev.toward.Analysis;
import dev.toward.Ask;
import dev.toward.text.Author;
import dev.toward.text.Bid;
import dev.toward.text.Conversation;
import dev.toward.text.Draft;
import dev.toward.text.Message;
import dev.toward.text.Timestamp;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the messages of a source, has each one analysed beside what it answers, hands them on in order, and counts.
 *
 * <p>Messages are read and handed on by the calling thread, and analysed by others, a bounded number ahead. Whatever the
 * number of threads, the same messages give the same entries and the same ledger. Memory grows with the people, the weeks and the
 * conversations, not with the messages. A scan may be run again; threads may share it.
 */
public final class Scan {
    /** How many messages are handed over at a time: enough that some are of one length, and are read in one go. */
    private static final int TOGETHER = 128;

    /** How many such handfuls each thread may be ahead of the one to be written next. */
    private static final int AHEAD = 3;

    private static final int SUGGESTIONS = 3;
    private static final Pattern FIRST_NAME = Pattern.compile("^\\p{Lu}[\\p{L}\\p{M}'’-]+(?=\\s|$)");

    private final DraftReader reader;
    private final BidReader bidReader;
    private final FollowUp.Wording wording;

    /** A scan whose follow-ups have no wordings. */
    public Scan(DraftReader reader, BidReader bidReader) {
        this(reader, bidReader, FollowUp.Wording.NONE);
    }

    public Scan(DraftReader reader, BidReader bidReader, FollowUp.Wording wording) {
        this.reader = reader;
        this.bidReader = bidReader;
        this.wording = wording;
    }

    /**
     * What to do.
     *
     * @param me the name, or the id, of whoever asks; only their messages get suggestions. Null when they did not say
     * @param pseudonyms whether to give everybody another name before anything is read
     * @param threads how many messages are analysed at a time, 1 or more
     */
    public record Plan(@Nullable String me, Period period, boolean pseudonyms, int threads) {
        public Plan {
            if (threads < 1) {
                throw new IllegalArgumentException("threads: expected 1 or more, got " + threads);
            }
        }
    }

    /**
     * Runs to the end, or to the first error.
     *
     * @throws UnknownNameException when somebody writes, but nobody by the name of {@link Plan#me()}
     * @throws InterruptedIOException when the calling thread is interrupted
     * @throws IllegalStateException when a message could not be analysed; it names file and line
     */
    public Ledger run(MessageSource source, Plan plan, Entry.Sink sink, Progress progress) throws IOException {
        return run(source, plan, sink, progress, null);
    }

    /**
     * The same, going on with what an earlier run has read.
     *
     * @param journal takes what is read, or null to keep nothing
     */
    public Ledger run(MessageSource source, Plan plan, Entry.Sink sink, Progress progress, @Nullable Journal journal)
            throws IOException {
        Roster roster = Roster.of(journal == null ? source : journal.marking(source));
        Set<Roster.Key> own = plan.me() == null ? Set.of() : roster.named(plan.me());
        if (plan.me() != null && own.isEmpty() && !roster.names().isEmpty()) {
            throw new UnknownNameException();
        }
        if (journal != null) {
            journal.begin();
        }
        return run(source, roster, own, plan, sink, progress, journal == null ? Known.NOTHING : journal.known());
    }

    /**
     * Counts one conversation whose messages were read elsewhere, perhaps in parts: the ledger of a scan of it, without telling whose it is.
     * What was read as an answer to something else than this finds is read again.
     *
     * @param messages in their order, of the conversation alone; taken once
     */
    public Ledger recount(Conversation conversation, Writers writers, Iterator<Reread> messages) throws IOException {
        Current current = new Current();
        MessageSource source = sink -> {
            while (messages.hasNext()) {
                Reread next = messages.next();
                current.reading = next.reading();
                sink.accept(next.message());
            }
        };
        return run(
                source,
                Roster.of(conversation, writers),
                Set.of(),
                new Plan(null, Period.ALL, false, 1),
                entry -> {},
                Progress.SILENT,
                current);
    }

    private static final class Current implements Known {
        private byte @Nullable [] reading;

        @Override
        public @Nullable Analysis next(Draft draft) throws IOException {
            return reading == null ? null : Reread.of(reading, draft);
        }
    }

    private Ledger run(
            MessageSource source,
            Roster roster,
            Set<Roster.Key> own,
            Plan plan,
            Entry.Sink sink,
            Progress progress,
            Known known)
            throws IOException {
        Pseudonyms pseudonyms = plan.pseudonyms() ? new Pseudonyms(roster) : null;
        UnaryOperator<Message> names = pseudonyms == null ? UnaryOperator.identity() : pseudonyms;
        BiFunction<Conversation, String, @Nullable Author> shown =
                pseudonyms == null ? roster::author : pseudonyms::author;
        try (Run run = new Run(plan, sink, progress, roster, shown, known)) {
            source.read(message -> {
                Author author = message.author();
                run.accept(
                        message.conversation(),
                        names.apply(message),
                        author != null && own.contains(Roster.Key.of(message.conversation(), author)));
            });
            Ledger ledger = run.end();
            if (pseudonyms != null) {
                sink.hidden(pseudonyms.hidden());
            }
            return ledger;
        } catch (UncheckedIOException e) { // out of a source whose own listeners may throw nothing checked
            throw e.getCause();
        }
    }

    /** Something that will be written when its turn comes. */
    private sealed interface Pending {
        record Said(
                Message message,
                @Nullable InReplyTo inReplyTo,
                @Nullable Reading reading,
                boolean own,
                @Nullable Author to)
                implements Pending {}

        record Closed(OpenBid bid, Outcome ifUnanswered, CompletableFuture<OpenBid.Settled> settled)
                implements Pending {}
    }

    /**
     * @param known true when an earlier run has read it
     * @param outlook what the message shows of things ahead; never complete where the message cannot be read
     */
    private record Reading(
            Ask ask,
            CompletableFuture<Analysis> analysis,
            boolean known,
            CompletableFuture<@Nullable Outlook> outlook) {}

    /** Reads a handful of messages and then settles the bids among them, whose answers were handed in before. */
    private void read(List<Pending> handful, @Nullable Foresight foresight) {
        List<Reading> readings = new ArrayList<>(handful.size());
        for (Pending one : handful) {
            if (one instanceof Pending.Said said
                    && said.reading() != null
                    && !said.reading().known()) {
                readings.add(said.reading());
            }
        }
        read(readings, handful.size());
        for (Pending one : handful) {
            if (one instanceof Pending.Said said) {
                lookAhead(said, foresight);
            }
        }
        Wordbook words = new Wordbook();
        BidReader once = bidReader.once();
        for (Pending one : handful) {
            if (one instanceof Pending.Closed closed) {
                try {
                    closed.settled().complete(closed.bid().settle(closed.ifUnanswered(), once, words));
                } catch (ExecutionException e) {
                    closed.settled().completeExceptionally(e.getCause());
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    closed.settled().completeExceptionally(e);
                } catch (RuntimeException | Error e) {
                    closed.settled().completeExceptionally(e);
                }
            }
        }
    }

    private static void lookAhead(Pending.Said said, @Nullable Foresight foresight) {
        Reading reading = said.reading();
        if (reading == null || reading.analysis().isCompletedExceptionally()) {
            return;
        }
        Author author = said.message().author();
        Timestamp time = said.message().time();
        try {
            reading.outlook()
                    .complete(
                            foresight == null || author == null || time == null
                                    ? null
                                    : Outlook.of(
                                            said.message(),
                                            author,
                                            time.clock(),
                                            reading.analysis().join(),
                                            foresight));
        } catch (RuntimeException | Error e) {
            reading.outlook().completeExceptionally(e);
        }
    }

    /** All at once, or where one of them cannot be read, each by itself. */
    private void read(List<Reading> readings, int most) {
        for (int from = 0; from < readings.size(); from += most) {
            List<Reading> some = readings.subList(from, Math.min(readings.size(), from + most));
            try {
                List<Analysis> analyses =
                        reader.analyzeAll(some.stream().map(Reading::ask).toList());
                for (int i = 0; i < some.size(); i++) {
                    some.get(i).analysis().complete(analyses.get(i));
                }
            } catch (RuntimeException | Error e) {
                if (some.size() > 1) {
                    read(some, 1);
                } else {
                    some.get(0).analysis().completeExceptionally(e);
                }
            }
        }
    }

    private final class Run implements Talk.Steps, AutoCloseable {
        private final Plan plan;
        private final Entry.Sink sink;
        private final Progress progress;
        private final long total;
        private final ExecutorService readers;
        private final Queue<List<Pending>> handedIn = new ArrayDeque<>();
        private List<Pending> handful = new ArrayList<>(TOGETHER);
        private final @Nullable Foresight foresight = bidReader.tellsOdds() ? Foresight.shipped() : null;
        private final Count count = new Count(foresight);
        private final Talks talks;
        private final Known known;
        private boolean own;
        private long done;

        Run(
                Plan plan,
                Entry.Sink sink,
                Progress progress,
                Roster roster,
                BiFunction<Conversation, String, @Nullable Author> shown,
                Known known) {
            this.plan = plan;
            this.known = known;
            this.sink = sink;
            this.progress = progress;
            this.total = roster.messages();
            this.talks = new Talks(roster, plan.period(), shown);
            readers = Executors.newFixedThreadPool(plan.threads(), threadFactory());
        }

        void accept(Conversation conversation, Message message, boolean isOwn) throws IOException {
            try {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                own = isOwn;
                talks.accept(conversation, message, this);
                if (!plan.period().contains(message)) {
                    progress.at(++done, total);
                }
            } catch (InterruptedException e) {
                throw interrupted();
            }
        }

        Ledger end() throws IOException {
            try {
                talks.end(this);
                handIn();
                while (!handedIn.isEmpty()) {
                    write(handedIn.remove());
                }
                return count.ledger(wording);
            } catch (InterruptedException e) {
                throw interrupted();
            }
        }

        @Override
        public @Nullable Future<Analysis> said(
                Message message,
                @Nullable InReplyTo inReplyTo,
                Bid context,
                @Nullable Author answered,
                @Nullable Author to)
                throws IOException, InterruptedException {
            Reading reading = null;
            if (message.author() != null && Talk.hasWords(message)) {
                Draft draft = new Draft(message.text(), context);
                int suggestions = own ? SUGGESTIONS : 0;
                String them = own && answered != null && !plan.pseudonyms() ? firstName(answered) : null;
                Analysis before = known.next(draft);
                reading = new Reading(
                        new Ask(draft, suggestions, them),
                        before == null ? new CompletableFuture<>() : CompletableFuture.completedFuture(before),
                        before != null,
                        new CompletableFuture<>());
            }
            enqueue(new Pending.Said(message, inReplyTo, reading, own, to));
            return reading == null ? null : reading.analysis();
        }

        @Override
        public void closed(OpenBid bid, Outcome ifUnanswered) throws IOException, InterruptedException {
            // It waits for readings that were handed in before it; a pool that works in order has begun them all.
            enqueue(new Pending.Closed(bid, ifUnanswered, new CompletableFuture<>()));
        }

        private void enqueue(Pending next) throws IOException, InterruptedException {
            handful.add(next);
            if (handful.size() == TOGETHER) {
                handIn();
                while (handedIn.size() > plan.threads() * AHEAD) {
                    write(handedIn.remove());
                }
            }
        }

        private void handIn() {
            List<Pending> whole = handful;
            handful = new ArrayList<>(TOGETHER);
            handedIn.add(whole);
            readers.execute(() -> read(whole, foresight));
        }

        private void write(List<Pending> handful) throws IOException, InterruptedException {
            for (Pending next : handful) {
                write(next);
            }
            known.flush();
        }

        private void write(Pending next) throws IOException, InterruptedException {
            switch (next) {
                case Pending.Said said -> {
                    Reading reading = said.reading();
                    Analysis analysis = reading == null ? null : await(reading.analysis(), said.message());
                    if (analysis != null && reading != null && !reading.known()) {
                        known.add(analysis);
                    }
                    Entry entry = new Entry(said.message(), said.inReplyTo(), analysis, said.own(), said.to());
                    count.entry(entry, reading == null ? null : await(reading.outlook(), said.message()));
                    sink.accept(entry);
                    progress.at(++done, total);
                }
                case Pending.Closed closed -> {
                    OpenBid bid = closed.bid();
                    OpenBid.Settled settled = await(closed.settled(), bid.last());
                    count.bid(bid, settled);
                    sink.settled(bid.with(settled));
                }
            }
        }

        private static @Nullable String firstName(Author author) {
            Matcher name = FIRST_NAME.matcher(author.name());
            return name.find() ? name.group() : null;
        }

        private static ThreadFactory threadFactory() {
            AtomicInteger number = new AtomicInteger();
            return task -> {
                Thread thread = new Thread(task, "toward-scan-" + number.incrementAndGet());
                thread.setDaemon(true);
                return thread;
            };
        }

        private static <T extends @Nullable Object> T await(Future<T> future, Message message)
                throws InterruptedException {
            try {
                return future.get();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof Error error) {
                    throw error;
                }
                throw new IllegalStateException(
                        message.file() + ", line " + message.line() + ": this message could not be analysed",
                        e.getCause());
            }
        }

        private static InterruptedIOException interrupted() {
            Thread.currentThread().interrupt();
            return new InterruptedIOException("the scan was interrupted");
        }

        @Override
        public void close() {
            readers.shutdownNow();
            // the models may be closed after this, so nobody may still be reading with them
            readers.close();
        }
    }
}
