package dev.toward.cli;

import dev.toward.phrase.PackFile;
import dev.toward.phrase.PackForm;
import dev.toward.phrase.Phrase;
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
        description = "Writes your phrases as a pack, as 'toward phrases import' reads it.")
final class PhrasesExportCommand implements Callable<Integer> {
    @Option(names = "--out", paramLabel = "FILE", description = "Where to; standard output unless given.")
    private @Nullable String out;

    @Option(
            names = "--format",
            paramLabel = "FORM",
            converter = PackFormName.class,
            description = "jsonl or yaml; what the file's name ends in unless given, else jsonl.")
    private @Nullable PackForm format;

    private final Shell shell;

    PhrasesExportCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        Shelf shelf = new Shelf(shell);
        List<Phrase> phrases = shelf.with(() -> shelf.own().list());
        try (Destination destination = Destination.of(out, shell.out())) {
            destination.write(PackFile.text(phrases, form()).getBytes(StandardCharsets.UTF_8));
            destination.complete();
        }
        return ExitCode.DONE;
    }

    private PackForm form() {
        if (format != null) {
            return format;
        }
        return out == null ? PackForm.JSONL : PackForm.byName(out).orElse(PackForm.JSONL);
    }
}
