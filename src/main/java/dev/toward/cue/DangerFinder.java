package dev.toward.cue;

import dev.toward.text.Bid;
import dev.toward.text.Draft;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Says whether a bid or a draft suggests danger to somebody's life: talk of suicide or self-harm, an overdose, violence by
 * someone close. By words alone (danger.txt), with idioms of killing and dying (danger-idioms.txt) taken out before. It would
 * rather ask once too often. Stateless; threads may share it.
 */
public final class DangerFinder {
    /** Nobody's life hangs on what stands behind this many characters alone, and the time stays bounded. */
    private static final int MOST = 20_000;

    private static final List<Pattern> DANGER = patterns("danger.txt");
    private static final List<Pattern> IDIOMS = patterns("danger-idioms.txt");

    private DangerFinder() {}

    /** True when any message of the bid, or the draft, suggests it. */
    public static boolean suggestsDanger(Draft draft) {
        return suggestsDanger(draft.bid()) || suggestsDanger(draft.text());
    }

    public static boolean suggestsDanger(Bid bid) {
        return bid.utterances().stream().anyMatch(DangerFinder::suggestsDanger);
    }

    public static boolean suggestsDanger(String text) {
        String plain = (text.length() > MOST ? text.substring(0, MOST) : text)
                .toLowerCase(Locale.ROOT)
                .replaceAll("['\u2019\u2018\u02BC]", "")
                .replaceAll("[^\\p{L}\\p{N}?!.,]+", " ");
        for (Pattern idiom : IDIOMS) {
            plain = idiom.matcher(plain).replaceAll("_");
        }
        for (Pattern danger : DANGER) {
            if (danger.matcher(plain).find()) {
                return true;
            }
        }
        return false;
    }

    private static List<Pattern> patterns(String name) {
        return Cues.resource(name)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> Pattern.compile("(?<![a-z0-9])(?:" + line + ")(?![a-z0-9])"))
                .toList();
    }
}
