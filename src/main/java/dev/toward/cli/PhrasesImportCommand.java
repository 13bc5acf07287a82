package dev.toward.cli;

import dev.toward.Analyses;
import dev.toward.phrase.Phrase;
import dev.toward.phrase.PhraseFile;
import dev.toward.phrase.PhraseFileException;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code toward phrases import}. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        versionProvider = Toward.Version.class,
        description = {
            "Adds the phrases of files to yours, all or none: JSON Lines as 'toward phrases list --json' prints them. A phrase that is",
            "itself read as dismissive or minimizing, or has a tag that is not known, is refused with its line."
        })
final class PhrasesImportCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files of phrases.")
    private List<String> files = new ArrayList<>();

    @Mixin
    private final Models models;

    private final Shell shell;

    PhrasesImportCommand(Shell shell, Models models) {
        this.shell = shell;
        this.models = models;
    }

    @Override
    public Integer call() {
        List<Phrase> phrases = new ArrayList<>();
        List<String> places = new ArrayList<>();
        for (String name : files) {
            for (Phrase phrase : read(name)) {
                phrases.add(phrase);
                places.add(name + ", " + phrase.id());
            }
        }
        try (Analyses analyses = models.load()) {
            for (int i = 0; i < phrases.size(); i++) {
                String cold = Shelf.cold(analyses, phrases.get(i));
                if (cold != null) {
                    throw new CallerMistake(places.get(i) + ": " + cold + "; nothing was imported");
                }
            }
        }
        Shelf shelf = new Shelf(shell);
        shelf.with(() -> {
            shelf.own().add(phrases);
            return phrases;
        });
        shell.say("imported " + phrases.size());
        return ExitCode.DONE;
    }

    private static List<Phrase> read(String name) {
        try {
            return PhraseFile.read(Path.of(name));
        } catch (PhraseFileException e) {
            throw new CallerMistake(e.getMessage() + "; nothing was imported");
        } catch (IOException e) {
            throw new CallerMistake("cannot read " + name + ": " + Mistakes.reason(e));
        } catch (InvalidPathException e) {
            throw new CallerMistake("one of the files is no path");
        }
    }
}
