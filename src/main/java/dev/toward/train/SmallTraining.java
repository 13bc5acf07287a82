package dev.toward.train;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.toward.encode.PairPieces;
import dev.toward.encode.SmallReader;
import dev.toward.encode.SmallReader.Skim;
import dev.toward.encode.WordPiece;
import dev.toward.fast.Glance;
import dev.toward.fast.Student;
import dev.toward.models.ModelStore;
import dev.toward.text.Draft;
import dev.toward.verdict.Label;
import dev.toward.verdict.Scores;
import dev.toward.verdict.Skimmer;
import dev.toward.verdict.SmallBars;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Sets how sure student and small reader must be, on drafts that it was not taught: so that student and small reader together give another label than
 * the large one to few of the dev split and few of the held-out comments. Writes {@code models/small.json}.
 */
public final class SmallTraining {
    /** Of all messages of a part, how many may get another label; the mark is 0.5%, and other text is harder. */
    private static final double OTHERWISE = 0.004;

    /** How many of them by the student, which knows less; what it leaves costs a tenth of what the small reader leaves. */
    private static final double BY_STUDENT = 0.001;

    /** Of all bids that are asked for by themselves, how many may be taken for another kind. */
    private static final double OTHER_BIDS = 0.01;

    private SmallTraining() {}

    /**
     * One held-out draft.
     *
     * @param first how surely the student would answer, a logit; negative infinity where it would not
     * @param firstRight whether that is the label that everything would give
     * @param sure how surely the small reader would
     * @param right whether that is the label
     */
    private record Held(
            StudyPieces.Part part, boolean known, double first, boolean firstRight, double sure, boolean right) {
        boolean wrong(SmallBars bars) {
            return byStudent(bars) ? !firstRight : bySmall(bars) && !right;
        }

        boolean byStudent(SmallBars bars) {
            return first > (known ? bars.first() : bars.firstAlone());
        }

        boolean bySmall(SmallBars bars) {
            return !byStudent(bars) && sure > (known ? bars.after() : bars.alone());
        }
    }

    /**
     * Fits the bars to the small reader that lies under {@code models}, and records both files in the manifest.
     *
     * @param real a folder of real comments to set them on as well, or null
     * @param kept where the large reader's answers are kept between runs
     */
    public static SmallBars fit(Path models, Path corpus, @Nullable Path real, Path kept, Consumer<String> progress)
            throws IOException {
        List<StudyPieces.Study> all = StudyPieces.held(corpus, real);
        List<Teacher.Answer> answers = new Teacher(models, kept)
                .read(all.stream().map(StudyPieces.Study::draft).toList(), progress);
        ModelStore store = ModelStore.open(models);
        WordPiece vocabulary = WordPiece.open(store);
        List<PairPieces> pairs = all.stream()
                .map(s -> PairPieces.of(vocabulary, s.draft().bid(), s.draft().text()))
                .toList();
        List<Skim> skims;
        try (SmallReader reader = SmallReader.open(models.resolve(SmallReader.MODEL))) {
            skims = reader.read(pairs);
        }
        Student student = Student.open(store);
        List<Held> held = new ArrayList<>();
        List<double[]> bids = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Draft draft = all.get(i).draft();
            if (draft.text().isEmpty()) {
                double[] kinds = Skimmer.softmax(skims.get(i).bids());
                int most = largest(kinds);
                bids.add(new double[] {kinds[most], mostLikelyBid(answers.get(i)) == most ? 1 : 0});
            } else {
                held.add(held(all.get(i), skims.get(i), SmallReader.fits(pairs.get(i)), student, answers.get(i)));
            }
        }
        List<Held> replies = held.stream().filter(Held::known).toList();
        List<Held> alone = held.stream().filter(h -> !h.known()).toList();
        float first = bar(replies, BY_STUDENT, Held::first, Held::firstRight, h -> false);
        float firstAlone = bar(alone, BY_STUDENT, Held::first, Held::firstRight, h -> false);
        SmallBars students = new SmallBars(first, firstAlone, Float.MAX_VALUE, Float.MAX_VALUE, 0);
        SmallBars bars = new SmallBars(
                first,
                firstAlone,
                bar(replies, OTHERWISE, Held::sure, Held::right, h -> h.byStudent(students)),
                bar(alone, OTHERWISE, Held::sure, Held::right, h -> h.byStudent(students)),
                bidBar(bids));
        JsonMapper json =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        Files.writeString(models.resolve(SmallBars.FILE), json.writeValueAsString(bars) + "\n");
        Manifest.record(models, SmallReader.MODEL);
        Manifest.record(models, SmallBars.FILE);
        for (StudyPieces.Part part : StudyPieces.Part.values()) {
            List<Held> here = held.stream().filter(h -> h.part() == part).toList();
            if (!here.isEmpty()) {
                progress.accept(String.format(
                        Locale.ROOT,
                        "%s: student %.1f%%, small reader %.1f%%, other labels %.2f%% of %d",
                        part.name().toLowerCase(Locale.ROOT),
                        100.0 * here.stream().filter(h -> h.byStudent(bars)).count() / here.size(),
                        100.0 * here.stream().filter(h -> h.bySmall(bars)).count() / here.size(),
                        100.0 * here.stream().filter(h -> h.wrong(bars)).count() / here.size(),
                        here.size()));
            }
        }
        return bars;
    }

    private static Held held(StudyPieces.Study study, Skim skim, boolean fits, Student student, Teacher.Answer full) {
        boolean known = study.draft().bid().isKnown();
        Glance glance = student.read(study.draft());
        double first = glance.surelyNeutral() ? glance.margin() : Double.NEGATIVE_INFINITY;
        Scores scores = Skimmer.scores(skim.labels());
        Label label = Skimmer.label(scores);
        double sure = !fits || label.isFlag()
                ? Double.NEGATIVE_INFINITY
                : label == Label.VALIDATING ? skim.validating() : skim.neutral();
        return new Held(study.part(), known, first, full.plain(), sure, full.label() == label && !full.grammar());
    }

    /**
     * The lowest bar above which few enough of dev and of the comments get another label, those that were answered before counted in. Chats of
     * messages that have nothing to do with each other are not what people write; they are only reported.
     */
    private static float bar(
            List<Held> held,
            double otherwise,
            ToDoubleFunction<Held> sure,
            Predicate<Held> right,
            Predicate<Held> before) {
        double bar = 0;
        for (StudyPieces.Part part : List.of(StudyPieces.Part.DEV, StudyPieces.Part.COMMENTS)) {
            List<Held> here = held.stream().filter(h -> h.part() == part).toList();
            double allowed = otherwise * here.size();
            long wrong =
                    here.stream().filter(before).filter(h -> !h.firstRight()).count();
            List<Held> surest = here.stream()
                    .filter(before.negate())
                    .sorted(Comparator.comparingDouble(sure).reversed())
                    .toList();
            for (Held one : surest) {
                if (!right.test(one) && ++wrong > allowed) {
                    bar = Math.max(bar, sure.applyAsDouble(one));
                    break;
                }
            }
        }
        return (float) bar;
    }

    /** @param bids for each, how probable the likeliest kind is, and 1 when it is the right one */
    private static float bidBar(List<double[]> bids) {
        bids.sort(Comparator.comparingDouble(b -> -b[0]));
        double allowed = OTHER_BIDS * bids.size();
        int wrong = 0;
        for (double[] bid : bids) {
            if (bid[1] == 0 && ++wrong > allowed) {
                return (float) bid[0];
            }
        }
        return 0;
    }

    private static int mostLikelyBid(Teacher.Answer answer) {
        float[] heads = answer.heads();
        int kinds = dev.toward.cue.BidKind.values().length;
        double[] bids = new double[kinds];
        for (int i = 0; i < kinds; i++) {
            bids[i] = heads[heads.length - kinds + i];
        }
        return largest(bids);
    }

    private static int largest(double[] values) {
        int at = 0;
        for (int i = 1; i < values.length; i++) {
            at = values[i] > values[at] ? i : at;
        }
        return at;
    }
}
