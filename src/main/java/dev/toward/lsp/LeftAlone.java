package dev.toward.lsp;

import dev.toward.match.Match;
import dev.toward.match.Rule;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The wordings that the user wants to hear no more of, until the editor ends. They are kept as digests. Threads may share it. */
final class LeftAlone {
    private static final int LENGTH = 32;

    private final Set<String> marks = ConcurrentHashMap.newKeySet();

    /** What tells these words under this rule from all others; neither case nor white space matters. */
    static String mark(Rule rule, String words) {
        String plain = words.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((rule.id() + "\n" + plain).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    void add(String mark) {
        marks.add(mark);
    }

    /** The same without what is left alone. */
    Reading without(Reading reading) {
        return marks.isEmpty()
                ? reading
                : new Reading(
                        reading.text(),
                        reading.matches().stream()
                                .filter(match -> !isIn(reading, match))
                                .toList());
    }

    private boolean isIn(Reading reading, Match match) {
        return marks.contains(mark(match.rule(), reading.words(match)));
    }
}
