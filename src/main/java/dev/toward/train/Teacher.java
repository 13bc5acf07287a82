package dev.toward.train;

import dev.toward.cue.BidKind;
import dev.toward.cue.Gesture;
import dev.toward.cue.Tactic;
import dev.toward.encode.PairReader;
import dev.toward.encode.Reading;
import dev.toward.models.ModelStore;
import dev.toward.text.Draft;
import dev.toward.verdict.Calibration;
import dev.toward.verdict.Classifier;
import dev.toward.verdict.Features;
import dev.toward.verdict.Label;
import dev.toward.verdict.Observation;
import dev.toward.verdict.Scores;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the full reader says of drafts, for a smaller one to learn (Hinton et al. 2015, arXiv:1503.02531). What was asked once is kept in a file
 * by digest, never the text, until reader or calibration change; a run that was broken off goes on where it stood.
 */
final class Teacher {
    private static final int ASKED_AT_ONCE = 1024;

    private final Path models;
    private final Path kept;

    /**
     * An answer.
     *
     * @param label by the reader alone
     * @param grammar true when the grammar would be asked, which may know better or finds the words
     * @param heads logits of tactics, gestures and bids, in this order
     */
    record Answer(Scores scores, @Nullable BidKind bid, Label label, boolean grammar, float[] heads) {
        /** True when the full reading is neutral beyond doubt: not even the grammar would be asked. */
        boolean plain() {
            return label == Label.NEUTRAL && !grammar;
        }
    }

    private record Key(long high, long low) {}

    /** @param folder where answers are kept between runs */
    Teacher(Path models, Path folder) throws IOException {
        this.models = models;
        String version = ModelStore.sha256(models.resolve(PairReader.MODEL)).substring(0, 12)
                + ModelStore.sha256(models.resolve(Calibration.FILE)).substring(0, 12);
        Files.createDirectories(folder);
        this.kept = folder.resolve("heads-" + version + ".bin");
    }

    /** An answer for each draft, in order. */
    List<Answer> read(List<Draft> drafts, Consumer<String> progress) throws IOException {
        Map<Key, Answer> known = known();
        Map<Key, Draft> unknown = new java.util.LinkedHashMap<>();
        List<Key> keys = drafts.stream().map(Teacher::key).toList();
        for (int i = 0; i < keys.size(); i++) {
            if (!known.containsKey(keys.get(i))) {
                unknown.put(keys.get(i), drafts.get(i));
            }
        }
        if (!unknown.isEmpty()) {
            progress.accept(
                    "the full reader reads " + unknown.size() + " drafts; " + known.size() + " were read before");
            ask(unknown, known, progress);
        }
        return keys.stream()
                .map(key -> java.util.Objects.requireNonNull(known.get(key)))
                .toList();
    }

    private void ask(Map<Key, Draft> unknown, Map<Key, Answer> known, Consumer<String> progress) throws IOException {
        ModelStore store = ModelStore.open(models);
        Calibration calibration = Calibration.open(store);
        Classifier classifier = new Classifier(calibration);
        List<Key> keys = List.copyOf(unknown.keySet());
        try (PairReader reader = PairReader.open(store);
                DataOutputStream out = new DataOutputStream(new BufferedOutputStream(
                        Files.newOutputStream(kept, StandardOpenOption.CREATE, StandardOpenOption.APPEND)))) {
            for (int from = 0; from < keys.size(); from += ASKED_AT_ONCE) {
                List<Key> some = keys.subList(from, Math.min(keys.size(), from + ASKED_AT_ONCE));
                List<Answer> answers = some.parallelStream()
                        .map(key -> answer(
                                java.util.Objects.requireNonNull(unknown.get(key)), reader, calibration, classifier))
                        .toList();
                for (int i = 0; i < some.size(); i++) {
                    known.put(some.get(i), answers.get(i));
                    write(out, some.get(i), answers.get(i));
                }
                out.flush();
                if (from / ASKED_AT_ONCE % 10 == 9) {
                    progress.accept("  " + (from + some.size()) + " of " + keys.size());
                }
            }
        }
    }

    private static Answer answer(Draft draft, PairReader reader, Calibration calibration, Classifier classifier) {
        Observation seen = Observation.ofReading(draft, 0, reader.read(draft.bid(), draft.text()));
        Label label = classifier.decide(seen).label();
        return new Answer(
                calibration.scores(Features.of(draft.bid(), seen.reading())),
                draft.bid().isKnown() ? classifier.bid(seen.reading()) : null,
                label,
                classifier.asksGrammar(seen),
                heads(seen.reading()));
    }

    private static float[] heads(Reading reading) {
        float[] heads = new float[HEADS];
        System.arraycopy(reading.tactics(), 0, heads, 0, reading.tactics().length);
        System.arraycopy(reading.gestures(), 0, heads, reading.tactics().length, reading.gestures().length);
        System.arraycopy(reading.bids(), 0, heads, HEADS - reading.bids().length, reading.bids().length);
        return heads;
    }

    private Map<Key, Answer> known() throws IOException {
        Map<Key, Answer> known = new HashMap<>();
        if (!Files.exists(kept)) {
            return known;
        }
        long whole = 0;
        try (DataInputStream in = new DataInputStream(new java.io.BufferedInputStream(Files.newInputStream(kept)))) {
            while (true) {
                Key key = new Key(in.readLong(), in.readLong());
                Scores scores = new Scores(in.readFloat(), in.readFloat(), in.readFloat(), in.readFloat());
                int bid = in.readByte();
                int label = in.readByte();
                boolean grammar = in.readBoolean();
                float[] heads = new float[HEADS];
                for (int i = 0; i < HEADS; i++) {
                    heads[i] = in.readFloat();
                }
                known.put(
                        key,
                        new Answer(
                                scores, bid < 0 ? null : BidKind.values()[bid], Label.values()[label], grammar, heads));
                whole += RECORD;
            }
        } catch (EOFException e) {
            // a run that was broken off may leave half an answer
            try (var channel = java.nio.channels.FileChannel.open(kept, StandardOpenOption.WRITE)) {
                channel.truncate(whole);
            }
        }
        return known;
    }

    private static final int HEADS = Tactic.values().length + Gesture.values().length + BidKind.values().length;
    private static final int RECORD = 2 * Long.BYTES + (4 + HEADS) * Float.BYTES + 3;

    private static void write(DataOutputStream out, Key key, Answer answer) throws IOException {
        out.writeLong(key.high());
        out.writeLong(key.low());
        for (Label label : Label.values()) {
            out.writeFloat((float) answer.scores().of(label));
        }
        BidKind bid = answer.bid();
        out.writeByte(bid == null ? -1 : bid.ordinal());
        out.writeByte(answer.label().ordinal());
        out.writeBoolean(answer.grammar());
        for (float logit : answer.heads()) {
            out.writeFloat(logit);
        }
    }

    private static Key key(Draft draft) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            List<String> all = new ArrayList<>(draft.bid().utterances());
            all.add(draft.text());
            for (String text : all) {
                digest.update(text.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            java.nio.ByteBuffer bytes = java.nio.ByteBuffer.wrap(digest.digest());
            return new Key(bytes.getLong(), bytes.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
