package dev.toward.cli;

import dev.toward.chat.DateOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is said on the command line of phrases that are to be learnt from a chat. */
final class Learning {
    @Option(
            names = "--learn-from",
            paramLabel = "EXPORT",
            description =
                    "A chat export, file, folder or zip; may be repeated. Instead of TEXT, phrases are proposed from your own warm messages in it.")
    private List<Path> exports = new ArrayList<>();

    @Option(names = "--me", paramLabel = "NAME", description = "With --learn-from: who you are in the chat.")
    private @Nullable String me;

    @Option(
            names = "--limit",
            paramLabel = "N",
            converter = WholeNumber.Phrases.class,
            description = "With --learn-from: how many to propose at most; 20 unless given.")
    private @Nullable Integer limit;

    @Option(
            names = "--yes-to",
            paramLabel = "1,3,7",
            description = "With --learn-from: adds the proposals of these numbers and asks nothing.")
    private @Nullable String yesTo;

    @Option(
            names = "--accept",
            paramLabel = "all",
            description = "With --learn-from: adds all that is proposed and asks nothing.")
    private @Nullable String accept;

    @Option(names = "--json", description = "With --learn-from: prints the proposals as JSON Lines and adds nothing.")
    private boolean json;

    @Option(
            names = "--date-order",
            paramLabel = "ORDER",
            converter = Exports.Order.class,
            description = "With --learn-from: dmy, mdy or ymd, where the export leaves open which number is the day.")
    private @Nullable DateOrder dateOrder;

    /** What becomes of the proposals. */
    sealed interface Then {
        /** They are printed, or asked about where somebody is there to answer. */
        record Show() implements Then {}

        record PrintJson() implements Then {}

        record AddAll() implements Then {}

        /** @param numbers from 1, ascending, each once */
        record Add(List<Integer> numbers) implements Then {}
    }

    boolean isAsked() {
        return !exports.isEmpty();
    }

    /** An option that means nothing without {@code --learn-from} and was given, or null. */
    @Nullable
    String stray() {
        return me != null
                ? "--me"
                : limit != null
                        ? "--limit"
                        : yesTo != null
                                ? "--yes-to"
                                : accept != null
                                        ? "--accept"
                                        : json ? "--json" : dateOrder != null ? "--date-order" : null;
    }

    List<Path> exports() {
        return exports;
    }

    @Nullable
    DateOrder dateOrder() {
        return dateOrder;
    }

    String me() {
        if (me == null || me.isBlank()) {
            throw new CallerMistake(
                    "--me: expected your name in the chat, for only your own messages are learnt from; 'toward inspect EXPORT' lists the names");
        }
        return me;
    }

    int limit() {
        return limit == null ? 20 : limit;
    }

    Then then() {
        if ((json ? 1 : 0) + (accept == null ? 0 : 1) + (yesTo == null ? 0 : 1) > 1) {
            throw new CallerMistake("expected one of --json, --accept and --yes-to, not several");
        }
        if (accept != null && !accept.equals("all")) {
            throw new CallerMistake("--accept: expected all; --yes-to takes numbers");
        }
        return json
                ? new Then.PrintJson()
                : accept != null ? new Then.AddAll() : yesTo != null ? new Then.Add(numbers(yesTo)) : new Then.Show();
    }

    private static List<Integer> numbers(String given) {
        if (!given.matches("\\s*[1-9][0-9]{0,3}(?:\\s*,\\s*[1-9][0-9]{0,3})*\\s*")) {
            throw new CallerMistake("--yes-to: expected numbers of proposals with commas between, as 1,3,7");
        }
        return List.of(given.strip().split("\\s*,\\s*")).stream()
                .map(Integer::valueOf)
                .distinct()
                .sorted()
                .toList();
    }
}
