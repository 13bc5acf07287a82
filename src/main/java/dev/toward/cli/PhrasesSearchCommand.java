package dev.toward.cli;

import dev.toward.Phrasebook;
import dev.toward.cue.Gesture;
import dev.toward.phrase.PhraseFile;
import dev.toward.phrase.PhraseQuery;
import dev.toward.phrase.ScoredPhrase;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code toward phrases search}. */
@Command(
        name = "search",
        mixinStandardHelpOptions = true,
        versionProvider = Toward.Version.class,
        description =
                "Finds phrases that answer a message, by its words and by its meaning, best first: id, tab, text.")
final class PhrasesSearchCommand implements Callable<Integer> {
    @Parameters(
            arity = "1..*",
            paramLabel = "MESSAGE",
            description = "The message to answer; words are joined by spaces.")
    private List<String> words = new ArrayList<>();

    @Option(names = "--gesture", paramLabel = "ID", description = "Those of one gesture, as mirror-feeling.")
    private @Nullable String gesture;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "10",
            converter = WholeNumber.Phrases.class,
            description = "How many at most; 10 unless given.")
    private int limit;

    @Option(names = "--json", description = "Whole phrases, as JSON Lines.")
    private boolean json;

    @Mixin
    private final Models models;

    private final Shell shell;

    PhrasesSearchCommand(Shell shell, Models models) {
        this.shell = shell;
        this.models = models;
    }

    @Override
    public Integer call() throws IOException {
        Gesture wanted = Shelf.gesture(gesture);
        PhraseQuery query =
                PhraseQuery.near(String.join(" ", words), limit).gestures(wanted == null ? Set.of() : Set.of(wanted));
        try (Phrasebook.Opened opened = new Shelf(shell).open(models)) {
            Results.write(
                    shell.out(),
                    opened.book().search(query).stream()
                            .map(ScoredPhrase::phrase)
                            .map(p -> (json ? PhraseFile.line(p) : p.id() + "\t" + p.text()) + "\n")
                            .collect(Collectors.joining()));
        }
        return ExitCode.DONE;
    }
}
