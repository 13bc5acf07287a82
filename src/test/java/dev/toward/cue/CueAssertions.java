package dev.toward.cue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.toward.annotate.Engines;
import dev.toward.text.Bid;
import dev.toward.text.Draft;
import java.util.ArrayList;
import java.util.List;

/** One line a case: a bid (or "" when nothing is known of it), and a reply with the words that are to be found in brackets. */
final class CueAssertions {
    private CueAssertions() {}

    static void assertCue(Tactic tactic, String bid, String marked) {
        String text = marked.replace("[", "").replace("]", "");
        StringBuilder found = new StringBuilder(text);
        List<Cue> cues = new ArrayList<>(standing(tactic, bid, text));
        for (int i = cues.size() - 1; i >= 0; i--) {
            found.insert(cues.get(i).span().end(), ']')
                    .insert(cues.get(i).span().start(), '[');
        }
        assertEquals(marked, found.toString(), tactic.id());
    }

    static void assertNothing(Tactic tactic, String bid, String text) {
        assertEquals(List.of(), standing(tactic, bid, text), () -> tactic.id() + " in: " + text);
    }

    static Draft draft(String bid, String text) {
        return new Draft(text, bid.isEmpty() ? Bid.UNKNOWN : Bid.of(bid));
    }

    static List<Cue> all(String bid, String text) {
        return Cues.find(draft(bid, text), Engines.parse(text));
    }

    private static List<Cue> standing(Tactic tactic, String bid, String text) {
        return all(bid, text).stream()
                .filter(c -> c.tactic() == tactic && c.stands())
                .toList();
    }
}
