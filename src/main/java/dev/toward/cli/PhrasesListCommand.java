package dev.toward.cli;

import dev.toward.Phrasebook;
import dev.toward.cue.Gesture;
import dev.toward.phrase.Phrase;
import dev.toward.phrase.PhraseFile;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code toward phrases list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        versionProvider = Toward.Version.class,
        description = "Prints phrases, yours first: id, tab, text.")
final class PhrasesListCommand implements Callable<Integer> {
    @Option(names = "--gesture", paramLabel = "ID", description = "Those of one gesture, as mirror-feeling.")
    private @Nullable String gesture;

    @Option(names = "--own", description = "Yours alone.")
    private boolean ownAlone;

    @Option(names = "--json", description = "Whole phrases, as JSON Lines.")
    private boolean json;

    @Mixin
    private final Models models;

    private final Shell shell;

    PhrasesListCommand(Shell shell, Models models) {
        this.shell = shell;
        this.models = models;
    }

    @Override
    public Integer call() throws IOException {
        Shelf shelf = new Shelf(shell);
        Gesture wanted = Shelf.gesture(gesture);
        List<Phrase> phrases;
        if (ownAlone) {
            phrases = shelf.with(() -> shelf.own().list());
        } else {
            try (Phrasebook.Opened opened = shelf.open(models)) {
                phrases = shelf.with(() -> opened.book().all());
            }
        }
        Results.write(
                shell.out(),
                phrases.stream()
                        .filter(p -> wanted == null || p.gesture() == wanted)
                        .map(p -> (json ? PhraseFile.line(p) : p.id() + "\t" + p.text()) + "\n")
                        .collect(Collectors.joining()));
        return ExitCode.DONE;
    }
}
