package dev.toward.cli;

import dev.toward.Phrasebook;
import dev.toward.cue.Gesture;
import dev.toward.models.ModelException;
import dev.toward.phrase.DataFolder;
import dev.toward.phrase.OwnPhrases;
import dev.toward.phrase.PhraseFileException;
import dev.toward.phrase.TagKind;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the commands on phrases share: where they are, and how tags are written in options. */
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

    static @Nullable Gesture gesture(@Nullable String id) {
        return id == null ? null : tag("--gesture", id, TagKind.GESTURE);
    }

    static <E extends Enum<E>> E tag(String option, String id, TagKind<E> kind) {
        try {
            return kind.of(id);
        } catch (IllegalArgumentException e) {
            throw new CallerMistake(option + ": " + e.getMessage());
        }
    }

    static <E extends Enum<E>> List<E> tags(String option, List<String> ids, TagKind<E> kind) {
        return ids.stream()
                .flatMap(i -> Arrays.stream(i.split(",")))
                .map(i -> tag(option, i.strip(), kind))
                .distinct()
                .toList();
    }
}
