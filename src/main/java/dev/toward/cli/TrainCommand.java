package dev.toward.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.toward.train.PhraseIndexer;
import dev.toward.train.SmallTraining;
import dev.toward.train.StudentTraining;
import dev.toward.train.StudyPieces;
import dev.toward.train.Training;
import dev.toward.train.WordingTraining;
import dev.toward.verdict.Calibration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code toward train}: the models from the corpus. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        versionProvider = Toward.Version.class,
        description = {
            "Makes the models from the corpus: fits the probabilities and the bars for a flag on the dev split, and indexes the",
            "phrases. The reader itself is trained by src/train/reader.sh, which needs Python and PyTorch; run that first to",
            "make it anew."
        })
final class TrainCommand implements Callable<Integer> {
    @Option(names = "--corpus", paramLabel = "DIR", description = "The corpus; that of the project unless given.")
    private @Nullable Path corpus;

    @Option(
            names = "--with-real",
            paramLabel = "DIR",
            description = "Real comments to set the bars on as well; models/README.md says which.")
    private @Nullable Path real;

    @Option(
            names = "--fast",
            description = {
                "Teach the small student that reads first (models/fast.bin) instead, out of what the full reader says of the corpus",
                "and of the real comments; some minutes, most of them reading."
            })
    private boolean fast;

    @Option(
            names = "--study",
            description = {
                "Write what the small reader learns from to standard output instead, for src/train/small.sh: drafts as word pieces, and what",
                "the full reader says of them."
            })
    private boolean study;

    @Option(
            names = "--small",
            description =
                    "Set how sure student and small reader must be (models/small.json) instead, on the dev split.")
    private boolean small;

    @Option(
            names = "--wordings",
            description = {
                "With --study and --small: for the reader of wordings (models/wording.onnx, models/wording.json), which sees what is about",
                "to be offered; for src/train/wording.sh."
            })
    private boolean wordings;

    @Mixin
    private final Models models;

    private final Shell shell;

    TrainCommand(Shell shell, Models models) {
        this.shell = shell;
        this.models = models;
    }

    @Override
    public Integer call() throws IOException {
        Path source = corpus == null ? Models.home().resolve("corpus") : corpus;
        if (!Files.isDirectory(source.resolve("labelled/dev"))) {
            throw new CallerMistake(
                    "no labelled drafts at " + source.resolve("labelled/dev") + "; give the corpus with --corpus");
        }
        if (real != null && !Files.isRegularFile(real.resolve("goemotions.jsonl"))) {
            throw new CallerMistake("no goemotions.jsonl in " + real + "; models/README.md says where to get it");
        }
        Path folder = models.folder();
        if (wordings && !study && !small) {
            throw new CallerMistake("--wordings goes with --study or --small");
        }
        if (fast || study || small) {
            return teach(folder, source);
        }
        Calibration fitted;
        int phrases;
        try {
            fitted = Training.calibrate(folder, source, real, shell.err()::println);
            phrases = PhraseIndexer.index(folder, source.resolve("phrases"));
        } catch (JsonProcessingException e) {
            throw new CallerMistake("a file of the corpus or of the real text is not JSON Lines");
        } catch (IOException e) {
            throw new CallerMistake(String.valueOf(e.getMessage()));
        }
        Results.write(
                shell.out(),
                String.format(
                        Locale.ROOT,
                        "fitted %s: a flag needs %.2f after a bid that is felt, %.2f after a plain one, %.2f alone%n"
                                + "indexed %d phrases%n",
                        folder.resolve(Calibration.FILE),
                        fitted.flagAbove(),
                        fitted.flagAbovePlain(),
                        fitted.flagAboveAlone(),
                        phrases));
        return ExitCode.DONE;
    }

    private int teach(Path folder, Path source) throws IOException {
        Path kept = Models.home().resolve("target/fast");
        String done;
        try {
            if (study && wordings) {
                StudyPieces.writeWordings(folder, source, kept, shell.out(), shell.err()::println);
                return ExitCode.DONE;
            }
            if (study) {
                StudyPieces.write(folder, source, real, kept, shell.out(), shell.err()::println);
                return ExitCode.DONE;
            }
            done = fast
                    ? "taught " + StudentTraining.teach(folder, source, real, kept, shell.err()::println)
                    : wordings
                            ? "fitted " + WordingTraining.fit(folder, source, shell.err()::println)
                            : "fitted " + SmallTraining.fit(folder, source, real, kept, shell.err()::println);
        } catch (JsonProcessingException e) {
            throw new CallerMistake("a file of the corpus or of the real text is not JSON Lines");
        } catch (IOException e) {
            throw new CallerMistake(String.valueOf(e.getMessage()));
        }
        Results.write(shell.out(), done + "\n");
        return ExitCode.DONE;
    }
}
