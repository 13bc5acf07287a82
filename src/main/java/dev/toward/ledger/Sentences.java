package dev.toward.ledger;

import java.util.ArrayList;
import java.util.List;

/** Cuts messages into sentences by their marks; people in chats use lines and dashes as well. Pieces keep their end marks. */
final class Sentences {
    private Sentences() {}

    static List<String> of(String text) {
        String plain = text.replace('’', '\'').replace('‘', '\'');
        List<String> sentences = new ArrayList<>();
        for (String piece : plain.split("(?<=[.!?…])\\s+|\\R+|\\s+[–—-]\\s+|;\\s+", -1)) {
            if (!piece.isBlank()) {
                sentences.add(piece.strip());
            }
        }
        return sentences;
    }
}
