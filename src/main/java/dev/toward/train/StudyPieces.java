package dev.toward.train;

import dev.toward.encode.PairPieces;
import dev.toward.encode.WordPiece;
import dev.toward.models.ModelStore;
import dev.toward.text.Draft;
import dev.toward.verdict.Label;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What {@code src/train/python/train_small.py} learns from: drafts as word pieces, with all that the full reader says of them. A stream, little-endian, never a
 * file, for real comments are among the drafts: how many drafts, how many pieces, how many heads; then column by column how long each draft is and where its
 * reply begins (shorts), its part (a byte: 0 to learn, 1 dev, 2 held-out comments, 3 chats of both), the reader's label, whether the grammar is asked, the written label and its
 * alternative (bytes, -1 for none), the pieces (shorts), four probabilities and the heads (floats). The same folders give the same bytes.
 */
public final class StudyPieces {
    private static final long SEED = 20261123;
    private static final int CHAT = 8_000;

    private StudyPieces() {}

    /** What a draft is for. */
    enum Part {
        LEARN,
        DEV,
        COMMENTS,
        CHAT
    }

    /** A draft to be read. */
    record Study(Draft draft, Part part, @Nullable Example written) {}

    /**
     * Has the full reader read all, and writes.
     *
     * @param real a folder of real comments, or null
     * @param kept where the reader's answers are kept between runs
     */
    public static void write(
            Path models, Path corpus, @Nullable Path real, Path kept, OutputStream to, Consumer<String> progress)
            throws IOException {
        write(models, all(corpus, real), kept, to, progress);
    }

    /** The same of wordings that would be tried for the flagged drafts of the train and dev splits. */
    public static void writeWordings(Path models, Path corpus, Path kept, OutputStream to, Consumer<String> progress)
            throws IOException {
        write(models, StudyWordings.of(models, corpus, progress), kept, to, progress);
    }

    private static void write(Path models, List<Study> all, Path kept, OutputStream to, Consumer<String> progress)
            throws IOException {
        List<Teacher.Answer> answers =
                new Teacher(models, kept).read(all.stream().map(Study::draft).toList(), progress);
        WordPiece vocabulary = WordPiece.open(ModelStore.open(models));
        List<PairPieces> pieces = all.parallelStream()
                .map(s -> PairPieces.of(vocabulary, s.draft().bid(), s.draft().text()))
                .toList();
        int heads = answers.get(0).heads().length;
        int total = pieces.stream().mapToInt(p -> p.ids().length).sum();
        int n = all.size();
        ByteBuffer out = ByteBuffer.allocate(12 + n * (4 + 5 + 4 * 4 + 4 * heads) + 2 * total)
                .order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(n).putInt(total).putInt(heads);
        pieces.forEach(p -> out.putShort((short) p.ids().length));
        pieces.forEach(p -> out.putShort((short) p.start()));
        all.forEach(s -> out.put((byte) s.part().ordinal()));
        answers.forEach(a -> out.put((byte) a.label().ordinal()));
        answers.forEach(a -> out.put((byte) (a.grammar() ? 1 : 0)));
        all.forEach(
                s -> out.put(ordinal(s.written() == null ? null : s.written().label())));
        all.forEach(
                s -> out.put(ordinal(s.written() == null ? null : s.written().alt())));
        for (PairPieces p : pieces) {
            for (int id : p.ids()) {
                out.putShort((short) id);
            }
        }
        for (Teacher.Answer answer : answers) {
            for (Label label : Label.values()) {
                out.putFloat((float) answer.scores().of(label));
            }
        }
        for (Teacher.Answer answer : answers) {
            for (float logit : answer.heads()) {
                out.putFloat(logit);
            }
        }
        try (DataOutputStream stream = new DataOutputStream(to)) {
            stream.write(out.array());
        }
        progress.accept(n + " drafts of " + total + " pieces");
    }

    private static byte ordinal(@Nullable Label label) {
        return label == null ? -1 : (byte) label.ordinal();
    }

    private static List<Study> all(Path corpus, @Nullable Path real) throws IOException {
        Map<Draft, Example> written = new HashMap<>();
        LabelledFile.readAll(corpus.resolve("labelled/train")).forEach(e -> written.putIfAbsent(e.draft(), e));
        List<Study> all = new ArrayList<>();
        for (Draft draft : StudyDrafts.wider(corpus, real)) {
            all.add(new Study(draft, Part.LEARN, written.get(draft)));
        }
        all.addAll(held(corpus, real));
        return all;
    }

    /** All that nothing is learnt from, and bars are set on: drafts of the dev split, held-out comments, chats of both, and bids alone. */
    static List<Study> held(Path corpus, @Nullable Path real) throws IOException {
        List<Study> all = new ArrayList<>();
        List<String> held = new ArrayList<>();
        for (Example example : LabelledFile.readAll(corpus.resolve("labelled/dev"))) {
            all.add(new Study(example.draft(), Part.DEV, example));
            held.add(example.draft().text());
            if (example.draft().bid().isKnown()) {
                held.add(example.draft().bid().last());
                all.add(new Study(new Draft("", example.draft().bid()), Part.CHAT, null));
            }
        }
        if (real != null) {
            for (String line : RealText.allHeldOut(real)) {
                all.add(new Study(Draft.of(line), Part.COMMENTS, null));
                held.add(line);
            }
        }
        StudyDrafts.chat(held, CHAT, new Random(SEED)).forEach(draft -> all.add(new Study(draft, Part.CHAT, null)));
        return all;
    }
}
