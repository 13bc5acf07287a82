package dev.toward.spark;

import dev.toward.Analyses;
import dev.toward.AnalysisJson;
import dev.toward.Tier;
import dev.toward.ledger.BidReader;
import dev.toward.ledger.DraftReader;
import dev.toward.ledger.FollowUp;
import dev.toward.ledger.Ledger;
import dev.toward.ledger.Reread;
import dev.toward.ledger.Scan;
import dev.toward.ledger.Utterance;
import dev.toward.ledger.Writers;
import dev.toward.report.SummaryJson;
import dev.toward.text.Author;
import dev.toward.text.Conversation;
import dev.toward.text.Message;
import dev.toward.text.Timestamp;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.hadoop.fs.Path;
import org.jspecify.annotations.Nullable;
import scala.Tuple2;

/**
 * What one task does once all is read: counts conversations one after the other, and writes the ledger of each as a line. The
 * messages are followed as a scan follows them; what they say was read in the buckets, a long conversation in many at a time.
 */
final class Ledgers {
    private static final String PLATFORM = "jsonl";

    private final Output output;
    private final Bounds buckets;
    private final Scan scan;

    Ledgers(Output output, Bounds buckets, Analyses analyses) {
        this.output = output;
        this.buckets = buckets;
        DraftReader reader = (draft, suggestions, them) -> analyses.analyze(draft, suggestions, them, Tier.AUTO);
        BidReader bidReader = BidReader.of(analyses, Tier.AUTO);
        this.scan = new Scan(reader, bidReader, FollowUp.Wording.of(analyses));
    }

    /**
     * @param records whole conversations, one after the other, each in its order
     * @param attempt a number that no other attempt has
     */
    void write(int part, Iterator<Tuple2<Place, Item>> records, Iterator<Tuple2<String, Writers>> writers, long attempt)
            throws IOException {
        if (output.system().exists(output.ledgers(part))) {
            return;
        }
        Map<String, Writers> known = new HashMap<>();
        writers.forEachRemaining(one -> known.put(one._1(), one._2()));
        Path half = output.half(output.ledgers(part), attempt);
        Ahead ahead = new Ahead(records);
        try (OutputStream out = output.open(half);
                ReadingsFile readings = new ReadingsFile(
                        output,
                        ahead.hasNext() ? buckets.getPartition(ahead.place()) : buckets.numPartitions(),
                        buckets.numPartitions())) {
            while (ahead.hasNext()) {
                String talk = ahead.place().talk();
                Writers theirs = known.get(talk);
                if (theirs == null) {
                    throw new IllegalStateException("a conversation of which it is not known who writes in it");
                }
                Conversation conversation =
                        new Conversation(PLATFORM, PLATFORM + ":" + talk, talk, Conversation.Kind.UNKNOWN);
                Ledger ledger = scan.recount(conversation, theirs, new Talk(ahead, talk, conversation, readings));
                out.write(line(talk, ledger));
                out.write('\n');
            }
        }
        output.rename(half, output.ledgers(part));
    }

    private static byte[] line(String talk, Ledger ledger) {
        String head = new String(
                JsonText.object(json -> json.writeStringField("conversation", AnalysisJson.wellFormed(talk))),
                StandardCharsets.UTF_8);
        return (head.substring(0, head.length() - 1) + ","
                        + SummaryJson.line(ledger).substring(1))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The records, of which the next can be looked at before it is taken. */
    private static final class Ahead {
        private final Iterator<Tuple2<Place, Item>> records;
        private @Nullable Place place;
        private Item.@Nullable Said said;

        Ahead(Iterator<Tuple2<Place, Item>> records) {
            this.records = records;
        }

        boolean hasNext() {
            while (said == null && records.hasNext()) {
                Tuple2<Place, Item> record = records.next();
                if (record._2() instanceof Item.Said one) {
                    place = record._1();
                    said = one;
                }
            }
            return said != null;
        }

        Place place() {
            if (!hasNext() || place == null) {
                throw new NoSuchElementException();
            }
            return place;
        }

        Item.Said take() {
            Item.Said taken = hasNext() ? said : null;
            if (taken == null) {
                throw new NoSuchElementException();
            }
            said = null;
            return taken;
        }
    }

    /** The messages of one conversation, as a scan would be handed them. */
    private static final class Talk implements Iterator<Reread> {
        private final Ahead ahead;
        private final String talk;
        private final Conversation conversation;
        private final ReadingsFile readings;
        private long number;

        Talk(Ahead ahead, String talk, Conversation conversation, ReadingsFile readings) {
            this.ahead = ahead;
            this.talk = talk;
            this.conversation = conversation;
            this.readings = readings;
        }

        @Override
        public boolean hasNext() {
            return ahead.hasNext() && ahead.place().talk().equals(talk);
        }

        @Override
        public Reread next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            try {
                byte[] reading = readings.at(ahead.place());
                return new Reread(message(ahead.take()), reading);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private Message message(Item.Said said) {
            Utterance utterance = said.utterance();
            number++;
            Timestamp time = utterance.time() == null
                    ? null
                    : said.moment()
                            ? new Timestamp.Moment(utterance.time().toInstant(ZoneOffset.UTC))
                            : new Timestamp.Wall(utterance.time());
            boolean blank = utterance.text().isBlank();
            return new Message(
                    conversation,
                    said.id() == null ? Long.toString(number) : said.id(),
                    new Author(utterance.author(), utterance.author()),
                    time,
                    blank ? Message.Kind.UNKNOWN : Message.Kind.TEXT,
                    blank ? "" : utterance.text(),
                    null,
                    false,
                    "",
                    number);
        }
    }
}
