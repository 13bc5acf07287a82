package dev.toward.cue;

import dev.toward.text.Bid;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Says whether a bid carries feeling or news, by its words (stakes.txt): only then is a bare token, or another subject, too
 * little. Careful on the side of no: a question or an errand that happens to hold such a word is not meant.
 */
final class Stakes {
    private static final Pattern FELT = Pattern.compile(Cues.resource("stakes.txt")
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .collect(Collectors.joining("|", "(?<![a-z])(?:", ")(?![a-z])")));
    private static final Pattern FACES = Pattern.compile("[😭😢😞😔💔😩😫🥺🎉🥳🎊🙌😍]|!{2,}");
    private static final Pattern ERRAND = Pattern.compile(
            "^(?:can|could|would|will) (?:you|u|someone)\\b|\\bplease (?:send|bring|check|confirm|update)\\b");

    private Stakes() {}

    static boolean felt(Bid bid) {
        if (!bid.isKnown()) {
            return false;
        }
        String last = bid.last().toLowerCase(Locale.ROOT).replace('\u2019', '\'');
        boolean asks = last.strip().endsWith("?") || ERRAND.matcher(last).find();
        return FELT.matcher(last).find() || (!asks && FACES.matcher(last).find());
    }
}
