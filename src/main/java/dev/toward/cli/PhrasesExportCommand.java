package dev.toward.cli;

import dev.toward.phrase.Phrase;
import dev.toward.phrase.PhraseFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code toward phrases export}. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        versionProvider = Toward.Version.class,
        description = "Writes your phrases as JSON Lines, as 'toward phrases import' reads them.")
final class PhrasesExportCommand implements Callable<Integer> {
    @Option(names = "--out", paramLabel = "FILE", description = "Where to; standard output unless given.")
    private @Nullable String out;

    private final Shell shell;

    PhrasesExportCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        Shelf shelf = new Shelf(shell);
        List<Phrase> phrases = shelf.with(() -> shelf.own().list());
        try (Destination destination = Destination.of(out, shell.out())) {
            phrases.forEach(p -> destination.write((PhraseFile.line(p) + "\n").getBytes(StandardCharsets.UTF_8)));
            destination.complete();
        }
        return ExitCode.DONE;
    }
}
