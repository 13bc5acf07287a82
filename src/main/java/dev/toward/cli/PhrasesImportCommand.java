package dev.toward.cli;

import dev.toward.Analyses;
import dev.toward.PackCheck;
import dev.toward.Phrasebook;
import dev.toward.phrase.PackFile;
import dev.toward.phrase.Phrase;
import dev.toward.phrase.PhraseFileException;
import dev.toward.phrase.PhrasePack;
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
            "Adds the phrases of packs to yours, all or none: JSON Lines as 'toward phrases list --json' prints them, or YAML. A phrase",
            "that is itself read as dismissive or minimizing, or has a tag that is not known, is refused with its line; so is a pack with",
            "a test that fails. docs/phrases.md tells how a pack is written."
        })
final class PhrasesImportCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Packs of phrases.")
    private List<String> files = new ArrayList<>();

    @Mixin
    private final Models models;

    private final Shell shell;

    PhrasesImportCommand(Shell shell, Models models) {
        this.shell = shell;
        this.models = models;
    }

    @Override
    public Integer call() throws IOException {
        PackCheck check =
                new PackCheck(files.stream().map(PhrasesImportCommand::read).toList());
        Shelf shelf = new Shelf(shell);
        List<Phrase> own = shelf.with(() -> shelf.own().list());
        // takes no time, so it comes before the models are loaded
        try (Phrasebook.Opened opened = shelf.open(models)) {
            passes(() -> check.ids(own, opened.book().shipped()));
        }
        try (Analyses analyses = models.load()) {
            passes(() -> check.readings(analyses));
        }
        shelf.with(() -> {
            shelf.own().add(check.phrases());
            return check;
        });
        String tests = check.tests() == 0 ? "" : "; tests passed: " + check.tests();
        shell.say("imported " + check.phrases().size() + tests);
        return ExitCode.DONE;
    }

    private interface Check {
        void run() throws IOException;
    }

    private static void passes(Check check) throws IOException {
        try {
            check.run();
        } catch (PhraseFileException e) {
            throw new CallerMistake(e.getMessage() + "; nothing was imported");
        }
    }

    private static PhrasePack read(String name) {
        try {
            return PackFile.read(Path.of(name));
        } catch (PhraseFileException e) {
            throw new CallerMistake(e.getMessage() + "; nothing was imported");
        } catch (IOException e) {
            throw new CallerMistake("cannot read " + name + ": " + Mistakes.reason(e));
        } catch (InvalidPathException e) {
            throw new CallerMistake("one of the files is no path");
        }
    }
}
