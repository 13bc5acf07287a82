package dev.toward.ledger;

import dev.toward.Analysis;
import dev.toward.Care;
import dev.toward.Tier;
import dev.toward.cue.BidKind;
import dev.toward.cue.Gesture;
import dev.toward.cue.Tactic;
import dev.toward.suggest.Part;
import dev.toward.suggest.Suggestion;
import dev.toward.text.Draft;
import dev.toward.text.Span;
import dev.toward.verdict.Finding;
import dev.toward.verdict.Label;
import dev.toward.verdict.Provenance;
import dev.toward.verdict.Scores;
import dev.toward.verdict.Turn;
import dev.toward.verdict.Verdict;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The bytes of an analysis without its draft, to the last bit, so that what is read again equals what was written. */
final class Readings {
    private Readings() {}

    static byte[] bytes(Analysis analysis) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            write(analysis.verdict(), out);
            out.writeInt(analysis.suggestions().size());
            for (Suggestion suggestion : analysis.suggestions()) {
                write(suggestion, out);
            }
            Care care = analysis.care();
            out.writeBoolean(care != null);
            if (care != null) {
                write(care.kind(), out);
                write(care.message(), out);
            }
            write(analysis.language(), out);
            write(analysis.tier(), out);
            write(analysis.provenance().model(), out);
        } catch (IOException e) {
            throw new UncheckedIOException("an array does not fail to be written", e);
        }
        return bytes.toByteArray();
    }

    /** @throws IOException when these are no such bytes */
    static Analysis read(byte[] bytes, Draft draft) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            Verdict verdict = verdict(in);
            List<Suggestion> suggestions = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                suggestions.add(suggestion(in));
            }
            Care care = in.readBoolean() ? new Care(text(in), text(in)) : null;
            return new Analysis(
                    draft, verdict, suggestions, care, text(in), one(Tier.class, in), new Provenance(text(in)));
        } catch (IllegalArgumentException e) {
            throw new IOException("the journal of the run that was cut off is damaged; start anew without --resume", e);
        }
    }

    private static void write(Verdict verdict, DataOutputStream out) throws IOException {
        switch (verdict) {
            case Verdict.Undecided undecided -> {
                out.writeBoolean(false);
                write(undecided.reason(), out);
            }
            case Verdict.Decided decided -> {
                out.writeBoolean(true);
                write(decided.label(), out);
                Scores scores = decided.scores();
                out.writeDouble(scores.validating());
                out.writeDouble(scores.dismissive());
                out.writeDouble(scores.minimizing());
                out.writeDouble(scores.neutral());
                write(decided.turn(), out);
                BidKind bid = decided.bid();
                out.writeBoolean(bid != null);
                if (bid != null) {
                    write(bid, out);
                }
                out.writeInt(decided.tactics().size());
                for (Finding finding : decided.tactics()) {
                    write(finding.tactic(), out);
                    write(finding.span(), out);
                    out.writeDouble(finding.score());
                }
                out.writeInt(decided.gestures().size());
                for (Gesture gesture : decided.gestures()) {
                    write(gesture, out);
                }
            }
        }
    }

    private static Verdict verdict(DataInputStream in) throws IOException {
        if (!in.readBoolean()) {
            return new Verdict.Undecided(one(Verdict.Reason.class, in));
        }
        Label label = one(Label.class, in);
        Scores scores = new Scores(in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble());
        Turn turn = one(Turn.class, in);
        @Nullable BidKind bid = in.readBoolean() ? one(BidKind.class, in) : null;
        List<Finding> tactics = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            tactics.add(new Finding(one(Tactic.class, in), span(in), in.readDouble()));
        }
        List<Gesture> gestures = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            gestures.add(one(Gesture.class, in));
        }
        return new Verdict.Decided(label, scores, turn, bid, tactics, gestures);
    }

    private static void write(Suggestion suggestion, DataOutputStream out) throws IOException {
        write(suggestion.span(), out);
        write(suggestion.text(), out);
        write(suggestion.rewritten(), out);
        write(suggestion.gesture(), out);
        write(suggestion.phrase(), out);
        out.writeInt(suggestion.parts().size());
        for (Map.Entry<Part, Double> part : suggestion.parts().entrySet()) {
            write(part.getKey(), out);
            out.writeDouble(part.getValue());
        }
    }

    private static Suggestion suggestion(DataInputStream in) throws IOException {
        Span span = span(in);
        String text = text(in);
        String rewritten = text(in);
        Gesture gesture = one(Gesture.class, in);
        String phrase = text(in);
        Map<Part, Double> parts = new EnumMap<>(Part.class);
        for (int left = in.readInt(); left > 0; left--) {
            parts.put(one(Part.class, in), in.readDouble());
        }
        return new Suggestion(span, text, rewritten, gesture, phrase, parts);
    }

    private static void write(Span span, DataOutputStream out) throws IOException {
        out.writeInt(span.start());
        out.writeInt(span.end());
    }

    private static Span span(DataInputStream in) throws IOException {
        return new Span(in.readInt(), in.readInt());
    }

    private static void write(Enum<?> one, DataOutputStream out) throws IOException {
        out.writeUTF(one.name());
    }

    private static <E extends Enum<E>> E one(Class<E> of, DataInputStream in) throws IOException {
        return Enum.valueOf(of, in.readUTF());
    }

    /** UTF-16, so that half a surrogate pair stays what it is. */
    private static void write(String text, DataOutputStream out) throws IOException {
        byte[] bytes = new byte[text.length() * Character.BYTES];
        ByteBuffer.wrap(bytes).asCharBuffer().put(text);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInputStream in) throws IOException {
        return ByteBuffer.wrap(in.readNBytes(in.readInt())).asCharBuffer().toString();
    }
}
