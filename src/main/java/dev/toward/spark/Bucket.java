package dev.toward.spark;

import dev.toward.Analyses;
import dev.toward.Analysis;
import dev.toward.AnalysisJson;
import dev.toward.DraftJson;
import dev.toward.Fault;
import dev.toward.ledger.Contexts;
import dev.toward.ledger.Past;
import dev.toward.ledger.Reread;
import dev.toward.text.Bid;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import org.apache.hadoop.fs.Path;
import scala.Tuple2;

/** What one task does: reads the records of a bucket in order and writes what is to be said of each. */
final class Bucket {
    private final JobOptions options;
    private final List<String> files;
    private final Output output;
    private final Analyses analyses;
    private String talk;
    private Contexts contexts;

    /**
     * @param talk the conversation in the middle of which the bucket begins, or the empty text
     * @param past what was said of it before
     */
    Bucket(JobOptions options, List<String> files, Output output, Analyses analyses, String talk, Past past) {
        this.options = options;
        this.files = files;
        this.output = output;
        this.analyses = analyses;
        this.talk = talk;
        this.contexts = Contexts.after(past);
    }

    /** @param attempt a number that no other attempt has */
    void write(int number, Iterator<Tuple2<Place, Item>> records, long attempt) throws IOException {
        Path verdicts = output.half(output.verdicts(number), attempt);
        Path bad = output.half(output.bad(number), attempt);
        Path readings = output.half(output.readings(number), attempt);
        long read = 0;
        long refused = 0;
        try (OutputStream good = output.open(verdicts);
                OutputStream side = output.open(bad);
                DataOutputStream kept = options.kind() == JobOptions.Kind.LEDGER
                        ? new DataOutputStream(output.open(readings))
                        : new DataOutputStream(OutputStream.nullOutputStream())) {
            while (records.hasNext()) {
                Tuple2<Place, Item> record = records.next();
                String reason = record._2() instanceof Item.Bad known ? known.reason() : null;
                if (reason == null) {
                    try {
                        good.write(verdict(record._1(), record._2(), kept));
                        good.write('\n');
                        read++;
                    } catch (DraftJson.NotJson e) {
                        reason = e.getMessage();
                    } catch (DraftJson.Unexpected e) {
                        reason = (e.pointer().isEmpty() ? "" : e.pointer() + ": ") + e.getMessage();
                    } catch (RuntimeException | StackOverflowError e) {
                        // its message may repeat the text
                        reason = "a fault in toward: " + Fault.of(e);
                    }
                }
                if (reason != null) {
                    side.write(refusal(record._1(), reason));
                    side.write('\n');
                    refused++;
                }
            }
        }
        output.rename(verdicts, output.verdicts(number));
        output.rename(bad, output.bad(number));
        if (options.kind() == JobOptions.Kind.LEDGER) {
            output.rename(readings, output.readings(number));
        }
        long all = read;
        long others = refused;
        byte[] mark = JsonText.object(json -> {
            json.writeNumberField("verdicts", all);
            json.writeNumberField("bad", others);
        });
        output.write(output.done(number), mark, attempt);
    }

    private byte[] verdict(Place place, Item item, DataOutputStream kept)
            throws DraftJson.NotJson, DraftJson.Unexpected, IOException {
        return switch (item) {
            case Item.Asked asked -> {
                DraftJson.Asked draft = DraftJson.readLine(asked.line(), options.suggestions());
                yield AnalysisJson.line(draft.by(analyses), draft.id()).getBytes(StandardCharsets.UTF_8);
            }
            case Item.Said said -> {
                if (!place.talk().equals(talk)) {
                    talk = place.talk();
                    contexts = Contexts.after(Past.NOTHING);
                }
                Bid answers = contexts.next(said.utterance());
                DraftJson.Asked draft = DraftJson.readLine(draft(said, answers), options.suggestions());
                Analysis analysis = draft.by(analyses);
                ReadingsFile.write(kept, place, Reread.reading(analysis));
                yield line(AnalysisJson.line(analysis, draft.id()), place.talk());
            }
            case Item.Bad bad -> throw new IllegalStateException("there is nothing to say of a bad record");
        };
    }

    private static byte[] line(String answer, String conversation) {
        // the fields of classify follow the conversation, byte for byte
        String head = new String(
                JsonText.object(json -> json.writeStringField("conversation", AnalysisJson.wellFormed(conversation))),
                StandardCharsets.UTF_8);
        return (head.substring(0, head.length() - 1) + "," + answer.substring(1)).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] draft(Item.Said said, Bid answers) {
        return JsonText.object(json -> {
            json.writeStringField("id", said.id() == null ? null : AnalysisJson.wellFormed(said.id()));
            json.writeStringField(
                    "text", AnalysisJson.wellFormed(said.utterance().text()));
            if (!answers.utterances().isEmpty()) {
                json.writeArrayFieldStart("context");
                for (String utterance : answers.utterances()) {
                    json.writeString(AnalysisJson.wellFormed(utterance));
                }
                json.writeEndArray();
            }
        });
    }

    private byte[] refusal(Place place, String reason) {
        return JsonText.object(json -> {
            json.writeStringField("file", files.get(place.file()));
            json.writeNumberField(options.format() == JobOptions.Format.JSONL ? "byte" : "row", place.position());
            json.writeStringField("reason", reason);
        });
    }
}
