package dev.toward.cli;

import dev.toward.chat.ChatExportException;
import dev.toward.chat.Inspection;
import dev.toward.chat.Skipped;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code toward inspect}: what exports hold, before any analysis. */
@Command(
        name = "inspect",
        mixinStandardHelpOptions = true,
        versionProvider = Toward.Version.class,
        description =
                "Says what chat exports hold, before any analysis: chats, people, messages, and what could not be read.")
final class InspectCommand implements Callable<Integer> {
    private static final int SHOWN = 10;

    @Mixin
    private Exports exports = new Exports();

    @Option(names = "--json", description = "Print it as a line of JSON.")
    private boolean json;

    private final Shell shell;

    InspectCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws IOException {
        Inspection inspection;
        try {
            inspection = exports.reading().inspect(exports.paths());
        } catch (ChatExportException e) {
            throw new CallerMistake(String.valueOf(e.getMessage()));
        }
        Results.write(shell.out(), json ? inspection.toJson() + "\n" : plainly(inspection));
        return ExitCode.DONE;
    }

    private static String plainly(Inspection inspection) {
        StringBuilder out = new StringBuilder();
        for (Inspection.Chat chat : inspection.chats()) {
            line(out, "%s (%s, %s)", Printable.of(chat.name()), inspection.format(), chat.kind());
            line(
                    out,
                    "  %,d messages, %,d notices, %,d explicit replies",
                    chat.messages(),
                    chat.system(),
                    chat.explicitReplies());
            String first = chat.first();
            String last = chat.last();
            if (first != null && last != null) {
                line(out, "  from %s to %s", first, last);
            }
            chat.authors().forEach((name, count) -> line(out, "  %,9d  %s", count, Printable.of(name)));
        }
        if (inspection.chats().size() > 1) {
            line(
                    out,
                    "in all: %,d messages, %,d notices",
                    inspection.totals().messages(),
                    inspection.totals().system());
        }
        if (inspection.skippedCount() > 0) {
            line(out, "left out: %,d", inspection.skippedCount());
            inspection.skipped().stream().limit(SHOWN).forEach(s -> line(out, "  %s", place(s)));
        }
        inspection.warnings().forEach(w -> line(out, "mind: %s", w));
        return out.toString();
    }

    static String place(Skipped skipped) {
        return Printable.of(skipped.file()) + (skipped.line() > 0 ? ", line " + skipped.line() : "") + ": "
                + skipped.reason();
    }

    private static void line(StringBuilder out, String form, Object... values) {
        out.append(String.format(Locale.ROOT, form, values)).append('\n');
    }
}
