package dev.toward.report;

import dev.toward.Analysis;
import dev.toward.ledger.Entry;
import dev.toward.text.Message;
import dev.toward.verdict.Label;
import dev.toward.verdict.Verdict;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * Every message as a row. A cell that a spreadsheet would take for a formula begins with an apostrophe, and control
 * characters other than tab and line end are shown as U+FFFD.
 */
final class MessagesCsv implements Entry.Sink {
    private static final Pattern FORMULA = Pattern.compile(
            "^[\\s\\p{Cc}\\p{Cf}\\p{Z}]*[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20].*|^[\\t\\r\\n].*", Pattern.DOTALL);
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}&&[^\\t\\r\\n]]");
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader(
                    "platform",
                    "conversation",
                    "conversation_name",
                    "id",
                    "author",
                    "time",
                    "file",
                    "line",
                    "kind",
                    "text",
                    "in_reply_to",
                    "link",
                    "label",
                    "undecided",
                    "validating",
                    "dismissive",
                    "minimizing",
                    "neutral",
                    "turn",
                    "bid",
                    "tactics",
                    "gestures",
                    "language",
                    "model")
            .get();

    private final CSVPrinter rows;

    MessagesCsv(Writer out) throws IOException {
        rows = new CSVPrinter(out, FORMAT);
    }

    @Override
    public void accept(Entry entry) throws IOException {
        Message message = entry.message();
        List<@Nullable Object> row = new ArrayList<>();
        row.add(cell(message.conversation().platform()));
        row.add(cell(message.conversation().id()));
        row.add(cell(message.conversation().name()));
        row.add(cell(message.id()));
        row.add(message.author() == null ? null : cell(message.author().name()));
        row.add(message.time());
        row.add(cell(message.file()));
        row.add(message.line());
        row.add(message.kind().name().toLowerCase(Locale.ROOT));
        row.add(cell(message.text()));
        row.add(
                entry.inReplyTo() == null
                        ? null
                        : cell(String.join(" ", entry.inReplyTo().ids())));
        row.add(entry.inReplyTo() == null ? null : entry.inReplyTo().link().id());
        Analysis analysis = entry.analysis();
        if (analysis != null) {
            Verdict verdict = analysis.verdict();
            row.add(verdict.label().id());
            row.add(
                    verdict instanceof Verdict.Undecided undecided
                            ? undecided.reason().id()
                            : null);
            for (Label label : Label.values()) {
                row.add(String.format(Locale.ROOT, "%.4f", verdict.scores().of(label)));
            }
            row.add(verdict.turn().id());
            row.add(verdict.bid() == null ? null : verdict.bid().id());
            row.add(verdict.tactics().stream()
                    .map(f -> f.tactic().id())
                    .distinct()
                    .collect(Collectors.joining(" ")));
            row.add(verdict.gestures().stream().map(g -> g.id()).distinct().collect(Collectors.joining(" ")));
            row.add(cell(analysis.language()));
            row.add(cell(analysis.provenance().model()));
        }
        while (row.size() < FORMAT.getHeader().length) {
            row.add(null);
        }
        rows.printRecord(row);
    }

    private static String cell(String text) {
        String shown = CONTROLS.matcher(text).replaceAll("\uFFFD");
        return FORMULA.matcher(text).matches() ? "'" + shown : shown;
    }
}
