package dev.toward.cli;

import dev.toward.Analyses;
import dev.toward.Phrasebook;
import dev.toward.cue.Gesture;
import dev.toward.models.ModelException;
import dev.toward.phrase.DataFolder;
import dev.toward.phrase.OwnPhrases;
import dev.toward.phrase.Phrase;
import dev.toward.phrase.PhraseFileException;
import dev.toward.text.Draft;
import dev.toward.verdict.Verdict;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the commands on phrases share: where they are, and that none gets in which is cold itself. */
final class Shelf {
    private final Path data;

    Shelf(Shell shell) {
        try {
            this.data = DataFolder.of(shell.environment());
        } catch (InvalidPathException e) {
            throw new CallerMistake("your data folder is no path; set TOWARD_DATA to one");
        }
    }

    OwnPhrases own() {
        return new OwnPhrases(data);
    }

    Phrasebook.Opened open(Models models) {
        try {
            return Phrasebook.open(models.folder(), data);
        } catch (ModelException e) {
            throw new CallerMistake(String.valueOf(e.getMessage()));
        }
    }

    interface Attempt<T> {
        T run() throws IOException;
    }

    /** Does something with the user's own phrases; what goes wrong is said with the file. */
    <T> T with(Attempt<T> attempt) {
        try {
            return attempt.run();
        } catch (PhraseFileException e) {
            throw new CallerMistake("your own phrases in " + data + " cannot be read: " + e.getMessage());
        } catch (IOException e) {
            throw new CallerMistake("your own phrases in " + data + " cannot be used: " + Mistakes.reason(e));
        } catch (IllegalArgumentException e) {
            throw new CallerMistake(String.valueOf(e.getMessage()));
        }
    }

    /** Why a phrase may not be offered, or null when it may: as an answer to its own example it must not turn away. */
    static @Nullable String cold(Analyses analyses, Phrase phrase) {
        Verdict verdict = analyses.analyze(
                        Draft.of(phrase.inItsExample(), phrase.example().context()), 0, null)
                .verdict();
        if (!verdict.label().isFlag()) {
            return null;
        }
        String tactics =
                verdict.tactics().stream().map(t -> t.tactic().id()).distinct().collect(Collectors.joining(", "));
        return "as an answer to its example the phrase is read as "
                + verdict.label().id() + " (" + tactics + ")";
    }

    static @Nullable Gesture gesture(@Nullable String id) {
        return id == null ? null : tag("--gesture", id, List.of(Gesture.values()), Gesture::id);
    }

    static <T> T tag(String option, String id, Collection<T> known, java.util.function.Function<T, String> name) {
        return known.stream()
                .filter(t -> name.apply(t).equals(id))
                .findFirst()
                .orElseThrow(() -> new CallerMistake(
                        option + ": expected one of " + known.stream().map(name).collect(Collectors.joining(", "))));
    }

    static <E extends Enum<E>> List<E> tags(
            String option, List<String> ids, Class<E> kind, java.util.function.Function<E, String> name) {
        return ids.stream()
                .flatMap(i -> Arrays.stream(i.split(",")))
                .map(i -> tag(option, i.strip(), List.of(kind.getEnumConstants()), name))
                .distinct()
                .toList();
    }
}
