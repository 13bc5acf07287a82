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

    private static final Pattern APOSTROPHES = Pattern.compile("['\u2019\u2018\u02BC]");
    private static final Pattern OTHERS = Pattern.compile("[^\\p{L}\\p{N}?!.,]+");
    private static final List<Pattern> DANGER = patterns("danger.txt");
    private static final List<Pattern> IDIOMS = patterns("danger-idioms.txt");

    /** Which of them could match at all: most messages have no word of theirs. */
    private static final Literals POSSIBLE = Literals.of(lines("danger.txt"));

    private static final Literals POSSIBLE_IDIOMS = Literals.of(lines("danger-idioms.txt"));

    private DangerFinder() {}

    /** True when any message of the bid, or the draft, suggests it. */
    public static boolean suggestsDanger(Draft draft) {
        return suggestsDanger(draft.bid()) || suggestsDanger(draft.text());
    }

    public static boolean suggestsDanger(Bid bid) {
        return bid.utterances().stream().anyMatch(DangerFinder::suggestsDanger);
    }

    public static boolean suggestsDanger(String text) {
        String plain = plain(text.length() > MOST ? text.substring(0, MOST) : text);
        // what is taken out as an idiom leaves no letters that were not there before
        long possible = POSSIBLE.possible(plain);
        if (possible == 0) {
            return false;
        }
        long idioms = POSSIBLE_IDIOMS.possible(plain);
        for (int i = 0; i < IDIOMS.size(); i++) {
            if ((idioms & 1L << i) != 0) {
                plain = IDIOMS.get(i).matcher(plain).replaceAll("_");
            }
        }
        for (int i = 0; i < DANGER.size(); i++) {
            if ((possible & 1L << i) != 0 && DANGER.get(i).matcher(plain).find()) {
                return true;
            }
        }
        return false;
    }

    /** In lower case, without apostrophes, a blank for whatever is neither letter, digit nor one of four marks. */
    static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                return anyPlain(text);
            }
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '?' || c == '!' || c == '.' || c == ',') {
                plain.append(c);
            } else if (c >= 'A' && c <= 'Z') {
                plain.append((char) (c + 32));
            } else if (c != '\'' && (plain.isEmpty() || plain.charAt(plain.length() - 1) != ' ')) {
                plain.append(' ');
            }
        }
        return plain.toString();
    }

    private static String anyPlain(String text) {
        return OTHERS.matcher(APOSTROPHES.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(""))
                .replaceAll(" ");
    }

    private static List<String> lines(String name) {
        return Cues.resource(name)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    private static List<Pattern> patterns(String name) {
        return lines(name).stream()
                .map(line -> Pattern.compile("(?<![a-z0-9])(?:" + line + ")(?![a-z0-9])"))
                .toList();
    }
}
