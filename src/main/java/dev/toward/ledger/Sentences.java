package dev.toward.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Cuts messages into sentences by their marks; people in chats use lines and dashes as well. Pieces keep their end marks. */
final class Sentences {
    private static final Pattern CUTS = Pattern.compile("(?<=[.!?…])\\s+|\\R+|\\s+[–—-]\\s+|;\\s+");
    private static final String LINES = "\n\u000B\f\r\u0085\u2028\u2029";
    private static final String BEFORE_SPACE = ".!?…;–—-";

    private Sentences() {}

    static List<String> of(String text) {
        String plain = text.replace('’', '\'').replace('‘', '\'');
        if (!mayBeCut(plain)) {
            return plain.isBlank() ? List.of() : List.of(plain.strip());
        }
        List<String> sentences = new ArrayList<>();
        for (String piece : CUTS.split(plain, -1)) {
            if (!piece.isBlank()) {
                sentences.add(piece.strip());
            }
        }
        return sentences;
    }

    /** False where no cut can be: most messages are one sentence, and need no search. */
    private static boolean mayBeCut(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (LINES.indexOf(c) >= 0
                    || (c == ' ' || c == '\t') && i > 0 && BEFORE_SPACE.indexOf(text.charAt(i - 1)) >= 0) {
                return true;
            }
        }
        return false;
    }
}
