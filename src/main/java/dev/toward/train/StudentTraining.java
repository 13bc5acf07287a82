package dev.toward.train;

import dev.toward.encode.SentenceEncoder;
import dev.toward.fast.Dense;
import dev.toward.fast.Pieces;
import dev.toward.fast.Student;
import dev.toward.fast.StudentFile;
import dev.toward.fast.Traits;
import dev.toward.models.ModelStore;
import dev.toward.text.Draft;
import dev.toward.verdict.Label;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes {@code models/fast.bin}: the full reader reads everything once, a student learns what it said. The same input gives the same bytes. */
public final class StudentTraining {
    /** What a written label weighs beside what the full reader says of the draft. */
    private static final float WRITTEN = 0.3f;

    private StudentTraining() {}

    /**
     * Teaches a student of the reader that lies under {@code models}.
     *
     * @param real a folder of real comments to read as well, or null
     * @param kept where the teacher's answers are kept between runs
     * @return the file
     */
    public static Path teach(Path models, Path corpus, @Nullable Path real, Path kept, Consumer<String> progress)
            throws IOException {
        List<Draft> study = StudyDrafts.of(corpus, real);
        List<Example> dev = LabelledFile.readAll(corpus.resolve("labelled/dev"));
        List<String> plain = real == null ? List.of() : RealText.heldOut(real, corpus);
        List<Draft> held = new ArrayList<>(dev.stream().map(Example::draft).toList());
        plain.forEach(line -> held.add(Draft.of(line)));

        List<Draft> all = new ArrayList<>(study);
        all.addAll(held);
        List<Teacher.Answer> answers = new Teacher(models, kept).read(all, progress);

        List<String> entries;
        float[][] statics;
        try (SentenceEncoder encoder = SentenceEncoder.open(ModelStore.open(models))) {
            entries = StaticVectors.pieces(encoder);
            progress.accept("a static vector for each of " + entries.size() + " word pieces");
            statics = StaticVectors.of(entries, encoder, Dense.STATIC);
        }
        int[] hashes = entries.stream().mapToInt(Pieces::hash).toArray();
        Pieces pieces = new Pieces(hashes);
        weigh(statics, study, pieces);
        StudentTrainer.Bytes staticTable = StudentTrainer.Bytes.of(flat(statics));

        List<Example> written = LabelledFile.readAll(corpus.resolve("labelled/train"));
        List<StudentTrainer.Case> cases = cases(study, answers, written, pieces);
        progress.accept("learning from " + cases.size() + " drafts");
        StudentTrainer trainer = new StudentTrainer(statics);
        trainer.learn(cases, progress);

        StudentTrainer.Bytes reply = trainer.replyTable();
        StudentTrainer.Bytes context = trainer.contextTable();
        Dense dense = trainer.dense(reply.scale(), context.scale(), staticTable.scale());
        Path part = models.resolve(StudentFile.NAME + ".part");
        StudentFile.write(part, dense, hashes, staticTable.cells(), reply.cells(), context.cells());
        List<Teacher.Answer> heldAnswers = answers.subList(study.size(), answers.size());
        dense = StudentBars.calibrated(dense, held(Student.open(part), held, dev, heldAnswers));
        StudentFile.write(part, dense, hashes, staticTable.cells(), reply.cells(), context.cells());
        List<StudentBars.Held> seen = held(Student.open(part), held, dev, heldAnswers);
        dense = dense.with(StudentBars.bars(seen));
        StudentFile.write(part, dense, hashes, staticTable.cells(), reply.cells(), context.cells());
        Path file = models.resolve(StudentFile.NAME);
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        Manifest.record(models, StudentFile.NAME);
        progress.accept(String.format(
                java.util.Locale.ROOT,
                "a margin of %.2f after a bid, %.2f alone: the student answers %.0f%% of dev, %.0f%% of held-out real text",
                dense.bars().sure(),
                dense.bars().sureAlone(),
                100 * StudentBars.answered(seen.subList(0, dev.size()), dense.bars()),
                100 * StudentBars.answered(seen.subList(dev.size(), seen.size()), dense.bars())));
        return file;
    }

    /** Weighs each vector by how seldom its piece is, and brings all to the size of one. */
    private static void weigh(float[][] statics, List<Draft> study, Pieces pieces) {
        int[] counts = new int[statics.length];
        Traits traits = new Traits(pieces, Dense.REPLY_BITS);
        for (Draft draft : study) {
            for (String text : List.of(draft.text(), draft.bid().last())) {
                traits.read(text);
                for (int piece : traits.tokensNow()) {
                    counts[piece]++;
                }
            }
        }
        float[] weights = StaticVectors.weights(counts);
        double square = 0;
        for (int i = 0; i < statics.length; i++) {
            for (int j = 0; j < Dense.STATIC; j++) {
                statics[i][j] *= weights[i];
                square += (double) statics[i][j] * statics[i][j] * counts[i];
            }
        }
        float size = (float) Math.sqrt(square / Arrays.stream(counts).sum() / Dense.STATIC);
        for (float[] vector : statics) {
            for (int j = 0; j < Dense.STATIC; j++) {
                vector[j] /= size;
            }
        }
    }

    private static List<StudentTrainer.Case> cases(
            List<Draft> study, List<Teacher.Answer> answers, List<Example> written, Pieces pieces) {
        java.util.Map<Draft, Example> labels = new java.util.HashMap<>();
        written.forEach(example -> labels.putIfAbsent(example.draft(), example));
        Traits reply = new Traits(pieces, Dense.REPLY_BITS);
        Traits context = new Traits(pieces, Dense.CONTEXT_BITS);
        List<StudentTrainer.Case> cases = new ArrayList<>(study.size());
        for (int i = 0; i < study.size(); i++) {
            Draft draft = study.get(i);
            boolean known = Student.look(draft, reply, context);
            Teacher.Answer answer = answers.get(i);
            cases.add(new StudentTrainer.Case(
                    reply.rowsNow(),
                    known ? context.rowsNow() : null,
                    reply.tokensNow(),
                    known ? context.tokensNow() : new int[0],
                    target(answer, labels.get(draft)),
                    answer.plain() ? 1 : 0,
                    answer.bid() == null ? -1 : answer.bid().ordinal()));
        }
        return cases;
    }

    private static float[] target(Teacher.Answer answer, @Nullable Example written) {
        Label[] labels = Label.values();
        float[] target = new float[labels.length];
        Label label = written == null ? null : written.label();
        float said = label == null ? 1 : 1 - WRITTEN;
        for (int i = 0; i < labels.length; i++) {
            target[i] = said * (float) answer.scores().of(labels[i]);
        }
        if (written != null && label != null) {
            Label alt = written.alt();
            target[label.ordinal()] += alt == null ? WRITTEN : WRITTEN / 2;
            if (alt != null) {
                target[alt.ordinal()] += WRITTEN / 2;
            }
        }
        return target;
    }

    private static List<StudentBars.Held> held(
            Student student, List<Draft> drafts, List<Example> dev, List<Teacher.Answer> full) {
        List<StudentBars.Held> held = new ArrayList<>(drafts.size());
        for (int i = 0; i < drafts.size(); i++) {
            Example example = i < dev.size() ? dev.get(i) : null;
            held.add(new StudentBars.Held(
                    drafts.get(i).bid().isKnown(),
                    student.logits(drafts.get(i)),
                    example == null ? null : example.label(),
                    example == null ? null : example.alt(),
                    full.get(i)));
        }
        return held;
    }

    private static float[] flat(float[][] rows) {
        float[] flat = new float[rows.length * Dense.STATIC];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(rows[i], 0, flat, i * Dense.STATIC, Dense.STATIC);
        }
        return flat;
    }
}
