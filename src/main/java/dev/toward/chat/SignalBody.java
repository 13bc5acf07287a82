package dev.toward.chat;

import dev.toward.text.Message;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What signal-export writes as one message, with its own marks told from the person's words.
 *
 * @param quote what is quoted above the words; empty without
 * @param text the words, of media the caption
 */
record SignalBody(Message.Kind kind, String quote, String text) {
    private static final int LONGEST_REACTIONS = 2000;

    private static final Pattern ATTACHMENT =
            Pattern.compile("!?\\[[^\\]\\n]{0,500}]\\((?:\\./)?media/[^)\\n]{0,1000}\\)|\\(media not exported\\)");
    private static final Pattern STICKER = Pattern.compile("\\(\\( .{0,50} \\)\\)");
    private static final Pattern REACTIONS = Pattern.compile("^\\(- .+: .+ -\\)\\s*$");
    private static final Pattern CALL = Pattern.compile(
            "^(?:(?:Missed|Incoming|Outgoing|Unanswered|Declined|Cancelled|Group) (?:group )?(?:voice|video|audio )? ?call(?: \\([^)]{1,60}\\))?"
                    + "|(?:voice|video) call \\([^)]{1,60}\\))$",
            Pattern.CASE_INSENSITIVE);

    /** True for a line that only signal-export writes. */
    static boolean isMarked(String line) {
        return ATTACHMENT.matcher(line).find() || isReactions(line) || (line.startsWith("[") && line.endsWith("  "));
    }

    private static boolean isReactions(String line) {
        return line.length() < LONGEST_REACTIONS && REACTIONS.matcher(line).matches();
    }

    /** @param lines the first as it stands behind the name */
    static SignalBody of(List<String> lines) {
        int from = 0;
        StringBuilder quote = new StringBuilder();
        if (lines.get(0).isBlank()) {
            int line = 1;
            while (line < lines.size() && lines.get(line).isBlank()) {
                line++;
            }
            while (line < lines.size() && lines.get(line).startsWith(">")) {
                quote.append(quote.isEmpty() ? "" : "\n")
                        .append(lines.get(line).substring(1).strip());
                line++;
                from = line;
            }
        }
        int to = lines.size();
        while (to > from && (lines.get(to - 1).isBlank() || isReactions(lines.get(to - 1)))) {
            to--;
        }
        StringBuilder text = new StringBuilder();
        for (String line : lines.subList(from, to)) {
            text.append(line.stripTrailing()).append('\n');
        }
        return of(quote.toString().strip(), text.toString().strip());
    }

    private static SignalBody of(String quote, String text) {
        if (text.equals("(This message was deleted)")) {
            return new SignalBody(Message.Kind.DELETED, quote, "");
        }
        if (text.length() < 100 && CALL.matcher(text).matches()) {
            return new SignalBody(Message.Kind.CALL, "", "");
        }
        String words = STICKER.matcher(ATTACHMENT.matcher(text).replaceAll("")).replaceAll("");
        if (words.length() < text.length()) {
            return new SignalBody(Message.Kind.MEDIA, quote, words.strip());
        }
        return new SignalBody(text.isEmpty() ? Message.Kind.UNKNOWN : Message.Kind.TEXT, quote, text);
    }
}
