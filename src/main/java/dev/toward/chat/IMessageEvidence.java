package dev.toward.chat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a first pass over a text of imessage-exporter learns: who writes, for a date alone does not tell a message from a pasted
 * line; and the lines of replies, which stand in the file twice. One counter a name, one 64-bit key a line of a reply.
 */
final class IMessageEvidence {
    static final String ANSWERS = "This message responded to an earlier message.";
    static final String ME = "Me";

    private static final int NAMES_KEPT = 10_000;
    private static final int LINES_KEPT = 10_000;
    private static final Pattern NUMBER_OR_MAIL = Pattern.compile("\\+?[\\d ()-]{5,}|[^\\s@]+@[^\\s@]+");
    private static final Pattern NAME = Pattern.compile("[^.!?,;:]{1,60}");
    private static final int LONGEST_NAME_WORDS = 5;

    private final Map<String, Integer> names = new HashMap<>();
    private final LongCounts replyLines = new LongCounts();
    private final List<Long> block = new ArrayList<>();
    private long odd;

    static IMessageEvidence of(Source source) throws IOException {
        IMessageEvidence evidence = new IMessageEvidence();
        try (Lines lines = Lines.of(source.open())) {
            boolean afterBlank = true;
            boolean afterDate = false;
            for (String raw = lines.next(); raw != null; raw = lines.next()) {
                String line = Marks.strip(raw);
                if (afterDate && !line.isBlank()) {
                    evidence.name(Marks.name(line));
                }
                evidence.line(line);
                IMessageDate date = afterBlank ? IMessageDate.at(line, 0) : null;
                afterDate = date != null && date.isAll(line);
                if (afterDate) {
                    evidence.block.clear();
                }
                afterBlank = line.isBlank();
                lines.passRest();
            }
            evidence.odd = lines.odd();
        }
        return evidence;
    }

    private void name(String name) {
        if (names.size() < NAMES_KEPT || names.containsKey(name)) {
            names.merge(name, 1, Integer::sum);
        }
    }

    private void line(String line) {
        if (line.equals(ANSWERS)) {
            block.forEach(replyLines::add);
            block.clear();
        } else if (!line.isBlank() && block.size() < LINES_KEPT) {
            block.add(LongCounts.hash(0, line.strip()));
        }
    }

    /** True when the line below a date can be who wrote: somebody who writes more than once, or a name by its look. */
    boolean isSender(String line) {
        String name = Marks.name(line);
        return names.getOrDefault(name, 0) > 1
                || name.equals(ME)
                || NUMBER_OR_MAIL.matcher(name).matches()
                || (NAME.matcher(name).matches() && name.split(" ", -1).length <= LONGEST_NAME_WORDS);
    }

    /** True when the line stands in a message that answers another. */
    boolean isOfReply(String line) {
        return replyLines.contains(LongCounts.hash(0, line.strip()));
    }

    /** How many seem to write. */
    int people() {
        return (int) names.keySet().stream().filter(this::isSender).count();
    }

    /** How many lines are no UTF-8. */
    long odd() {
        return odd;
    }
}
