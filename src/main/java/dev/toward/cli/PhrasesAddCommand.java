package dev.toward.cli;

import dev.toward.Analyses;
import dev.toward.ColdPhrase;
import dev.toward.Phrasebook;
import dev.toward.cue.BidKind;
import dev.toward.cue.Gesture;
import dev.toward.cue.Tactic;
import dev.toward.phrase.Intensity;
import dev.toward.phrase.Phrase;
import dev.toward.phrase.Phrases;
import dev.toward.phrase.Register;
import dev.toward.phrase.Situation;
import dev.toward.phrase.TagKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code toward phrases add}. */
@Command(
        name = "add",
        mixinStandardHelpOptions = true,
        versionProvider = Toward.Version.class,
        description = {
            "Adds a phrase of your own, one or two whole sentences. {name}, {feeling}, {thing} and {time} in it stand for what is found in",
            "the message: their first name, their word for how they feel, what it is about, when it is.",
            "With --learn-from EXPORT --me NAME it proposes phrases from your own warm messages in a chat, and adds only those you accept:",
            "on a terminal it asks about each, else it prints them with their numbers for --yes-to. Nothing that others wrote is kept."
        })
final class PhrasesAddCommand implements Callable<Integer> {
    @Parameters(arity = "0..*", paramLabel = "TEXT", description = "The phrase; words are joined by spaces.")
    private List<String> words = new ArrayList<>();

    @Option(names = "--gesture", paramLabel = "ID", description = "What it does, as mirror-feeling; needed with TEXT.")
    private @Nullable String gesture;

    @Option(
            names = "--bid",
            paramLabel = "ID",
            description =
                    "What it answers, as distress. May be repeated; what phrases of its gesture mostly answer unless given.")
    private List<String> bids = new ArrayList<>();

    @Option(names = "--situation", paramLabel = "ID", description = "Parts of life it fits, as work. Any unless given.")
    private List<String> situations = new ArrayList<>();

    @Option(
            names = "--register",
            paramLabel = "ID",
            description = "tender, plain, playful, work or formal. tender and plain unless given.")
    private List<String> registers = new ArrayList<>();

    @Option(
            names = "--heals",
            paramLabel = "ID",
            description = "Tactics it is good in place of, as at-least. Any unless given.")
    private List<String> heals = new ArrayList<>();

    @Option(names = "--intensity", paramLabel = "ID", description = "light, medium or grave; medium unless given.")
    private @Nullable String intensity;

    @Option(
            names = "--for",
            paramLabel = "MESSAGE",
            description = "A message that it answers well; it is offered for such as that first.")
    private @Nullable String example;

    @Mixin
    private final Learning learning = new Learning();

    @Mixin
    private final Models models;

    private final Shell shell;

    PhrasesAddCommand(Shell shell, Models models) {
        this.shell = shell;
        this.models = models;
    }

    @Override
    public Integer call() throws IOException {
        if (learning.isAsked()) {
            if (!words.isEmpty() || gesture != null || isTagged()) {
                throw new CallerMistake("--learn-from finds the words and guesses their tags; give neither with it");
            }
            return new Learnt(shell, models, learning).call();
        }
        if (learning.stray() != null) {
            throw new CallerMistake(learning.stray() + " is for --learn-from; give that too, or leave it out");
        }
        if (words.isEmpty() || gesture == null) {
            throw new CallerMistake("give the phrase and its --gesture, or --learn-from EXPORT --me NAME;"
                    + " toward phrases add --help tells more");
        }
        Shelf shelf = new Shelf(shell);
        Gesture what = Shelf.tag("--gesture", gesture, TagKind.GESTURE);
        List<BidKind> answers = Shelf.tags("--bid", bids, TagKind.BID);
        List<Situation> fits = Shelf.tags("--situation", situations, TagKind.SITUATION);
        List<Register> manner = Shelf.tags("--register", registers, TagKind.REGISTER);
        List<Tactic> replaces = Shelf.tags("--heals", heals, TagKind.TACTIC);
        Intensity weight =
                Shelf.tag("--intensity", intensity == null ? Intensity.MEDIUM.id() : intensity, TagKind.INTENSITY);
        Phrase phrase;
        try (Phrasebook.Opened opened = shelf.open(models)) {
            phrase = shelf.with(() -> new Phrases(opened.book().all())
                    .like(String.join(" ", words), what, answers, fits, replaces, manner, weight, example));
        }
        try (Analyses analyses = models.load()) {
            ColdPhrase cold = ColdPhrase.in(phrase, analyses);
            if (cold != null) {
                throw new CallerMistake(cold.why() + "; it was not added");
            }
        }
        shelf.with(() -> {
            shelf.own().add(List.of(phrase));
            return phrase;
        });
        Results.write(shell.out(), phrase.id() + "\n");
        return ExitCode.DONE;
    }

    private boolean isTagged() {
        return example != null
                || intensity != null
                || !(bids.isEmpty() && situations.isEmpty() && registers.isEmpty() && heals.isEmpty());
    }
}
