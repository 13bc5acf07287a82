package dev.toward.report;

import dev.toward.ledger.BidReader;
import dev.toward.ledger.DraftReader;
import dev.toward.ledger.Entry;
import dev.toward.ledger.FollowUp;
import dev.toward.ledger.Hidden;
import dev.toward.ledger.Journal;
import dev.toward.ledger.Ledger;
import dev.toward.ledger.MessageSource;
import dev.toward.ledger.Progress;
import dev.toward.ledger.Scan;
import dev.toward.ledger.SettledBid;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A scan of chats, written out.
 *
 * @param files what was written
 */
public record ScanReport(Ledger ledger, List<Path> files) {
    public ScanReport {
        files = List.copyOf(files);
    }

    /**
     * Reads, analyses, counts and writes. The same messages and the same request give the same bytes.
     *
     * @param source read twice
     * @param json the form of the verdicts in {@code messages.jsonl}
     * @throws dev.toward.ledger.UnknownNameException when nobody goes by the name of {@link ScanRequest#me()}
     * @throws java.io.InterruptedIOException when the calling thread is interrupted
     * @throws IOException when the source cannot be read or the folder not be written; no file has got its name then
     */
    public static ScanReport write(
            ScanRequest request,
            MessageSource source,
            DraftReader reader,
            BidReader bidReader,
            VerdictJson json,
            Progress progress)
            throws IOException {
        return write(request, source, reader, bidReader, FollowUp.Wording.NONE, json, progress);
    }

    /**
     * The same, with words to send for what was not asked about.
     *
     * @param wording finds them
     */
    public static ScanReport write(
            ScanRequest request,
            MessageSource source,
            DraftReader reader,
            BidReader bidReader,
            FollowUp.Wording wording,
            VerdictJson json,
            Progress progress)
            throws IOException {
        return write(request, source, reader, bidReader, wording, json, progress, null);
    }

    /**
     * The same, in a way that can be resumed: what was read is kept beside the files until they are complete. A run that was cut off,
     * however, and then resumed, writes the same bytes as one that was not.
     *
     * @param terms whether to go on with an earlier run, and what it must have in common with this; null to keep nothing
     * @throws Journal.OtherRunException when the earlier run was another one
     */
    public static ScanReport write(
            ScanRequest request,
            MessageSource source,
            DraftReader reader,
            BidReader bidReader,
            FollowUp.Wording wording,
            VerdictJson json,
            Progress progress,
            Journal.@Nullable Terms terms)
            throws IOException {
        try (Publication files = Publication.into(request.out());
                Journal journal = terms == null ? null : Journal.in(request.out(), terms)) {
            if (journal != null) {
                files.sweep();
            }
            List<Entry.Sink> sinks = new ArrayList<>();
            if (request.formats().contains(Format.JSONL)) {
                sinks.add(new MessagesJsonl(files.open(Format.JSONL.fileName()), json));
            }
            if (request.formats().contains(Format.CSV)) {
                sinks.add(new MessagesCsv(files.open(Format.CSV.fileName())));
            }
            Page page = new Page(request);
            if (request.formats().contains(Format.HTML)) {
                sinks.add(page);
            }
            Leftovers leftovers = new Leftovers();
            sinks.add(leftovers);
            Ledger ledger = new Scan(reader, bidReader, wording)
                    .run(
                            source,
                            new Scan.Plan(request.me(), request.period(), request.pseudonyms(), request.threads()),
                            new Together(sinks),
                            progress,
                            journal);
            if (request.formats().contains(Format.JSON)) {
                SummaryJson.write(ledger, files.open(Format.JSON.fileName()));
            }
            if (request.formats().contains(Format.HTML)) {
                page.write(ledger, wording, files.open(Format.HTML.fileName()));
            }
            if (request.pseudonyms()) {
                check(files, leftovers, journal);
            }
            List<Path> published = files.publish();
            if (journal != null) {
                journal.complete();
            }
            return new ScanReport(ledger, published);
        }
    }

    /** Where a name is left nothing stays, what was read included. */
    private static void check(Publication files, Leftovers leftovers, @Nullable Journal journal) throws IOException {
        try {
            files.check(leftovers);
        } catch (NameLeftException e) {
            if (journal != null) {
                journal.complete();
            }
            throw e;
        }
    }

    /** Hands everything to each of several. */
    private record Together(List<Entry.Sink> sinks) implements Entry.Sink {
        @Override
        public void accept(Entry entry) throws IOException {
            for (Entry.Sink sink : sinks) {
                sink.accept(entry);
            }
        }

        @Override
        public void settled(SettledBid bid) throws IOException {
            for (Entry.Sink sink : sinks) {
                sink.settled(bid);
            }
        }

        @Override
        public void hidden(Hidden hidden) throws IOException {
            for (Entry.Sink sink : sinks) {
                sink.hidden(hidden);
            }
        }
    }
}
