package dev.toward.report;

import dev.toward.ledger.BidReader;
import dev.toward.ledger.DraftReader;
import dev.toward.ledger.Entry;
import dev.toward.ledger.FollowUp;
import dev.toward.ledger.Hidden;
import dev.toward.ledger.Ledger;
import dev.toward.ledger.MessageSource;
import dev.toward.ledger.Progress;
import dev.toward.ledger.Scan;
import dev.toward.ledger.SettledBid;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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
        try (Publication files = Publication.into(request.out())) {
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
                            progress);
            if (request.formats().contains(Format.JSON)) {
                SummaryJson.write(ledger, files.open(Format.JSON.fileName()));
            }
            if (request.formats().contains(Format.HTML)) {
                page.write(ledger, wording, files.open(Format.HTML.fileName()));
            }
            if (request.pseudonyms()) {
                files.check(leftovers);
            }
            return new ScanReport(ledger, files.publish());
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
