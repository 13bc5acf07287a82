package dev.toward.letter;

import dev.toward.letter.Line.Kind;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Greeting and farewell: who is spoken to, and that somebody is.
 *
 * @param greets true when it begins or ends as a letter does
 * @param them the first name of the one who is greeted, or null
 */
record Frame(boolean greets, @Nullable String them) {
    private static final String HELLO =
            "(?:hi|hey|hello|hiya|heya|dear|(?:good )?(?:morning|afternoon|evening)|greetings)";
    private static final Pattern GREETING =
            Pattern.compile("(?iu)\\s*" + HELLO + "(?:[ ,]+(?<name>[^.?!,\\n]{1,40}?))?\\s*[,!.:\u2013\u2014-]*\\s*");
    private static final Pattern NAMED =
            Pattern.compile("\\s*(?<name>\\p{Lu}\\p{Ll}+(?: (?:and|&) \\p{Lu}\\p{Ll}+)?)\\s*,\\s*");
    private static final Pattern OPENS =
            Pattern.compile("(?iu)\\s*" + HELLO + "\\s+(?<name>\\p{L}{2,20})\\s*[,!\u2013\u2014-].*", Pattern.DOTALL);
    private static final Pattern FAREWELL =
            Pattern.compile("(?iu)\\s*(?:(?:with )?(?:kind(?:est)?|best|warm(?:est)?|many|lots of|all my) )?"
                    + "(?:regards|wishes|thanks|best|cheers|sincerely|love|yours(?: \\w+)?|take care|thank you|all the best|warmly|respectfully|hugs|x{1,6}|(?:xo)+x?)"
                    + "(?<end>[,.!\u2013\u2014-]*)\\s*");
    private static final Set<String> NOT_A_NAME = Set.of(
            "all",
            "there",
            "team",
            "everyone",
            "everybody",
            "folks",
            "guys",
            "sir",
            "madam",
            "both",
            "again",
            "you",
            "friends",
            "mr",
            "mrs",
            "ms",
            "dr");
    private static final int AFTER_FAREWELL = 5;
    private static final int SHORT = 60;

    /** Finds both, and marks their lines. */
    static Frame take(List<Line> lines) {
        boolean greets = false;
        String them = null;
        int first = next(lines, 0);
        if (first >= 0) {
            String text = lines.get(first).text();
            Matcher alone = GREETING.matcher(text);
            Matcher named = NAMED.matcher(text);
            Matcher inLine = OPENS.matcher(text);
            boolean more = next(lines, first + 1) >= 0;
            if (more && text.length() <= SHORT && (alone.matches() || named.matches())) {
                greets = true;
                them = name(alone.matches() ? alone.group("name") : named.group("name"));
                lines.set(first, lines.get(first).as(Kind.FRAME));
            } else if (inLine.matches()) {
                greets = true;
                them = name(inLine.group("name"));
            }
        }
        return new Frame(farewell(lines, greets) || greets, them);
    }

    private static boolean farewell(List<Line> lines, boolean greeted) {
        int after = 0;
        for (int i = lines.size() - 1; i > 0 && after <= AFTER_FAREWELL; i--) {
            Line line = lines.get(i);
            if (!line.is(Kind.PROSE)) {
                continue;
            }
            Matcher farewell = FAREWELL.matcher(line.text());
            if (farewell.matches() && hasProse(lines, i)) {
                if (after == 0 && !greeted && !farewell.group("end").startsWith(",")) {
                    return false;
                }
                for (int j = i; j < lines.size(); j++) {
                    if (lines.get(j).is(Kind.PROSE)) {
                        lines.set(j, lines.get(j).as(Kind.FRAME));
                    }
                }
                return true;
            }
            if (line.text().length() > SHORT) {
                return false;
            }
            after++;
        }
        return false;
    }

    private static boolean hasProse(List<Line> lines, int before) {
        int first = next(lines, 0);
        return first >= 0 && first < before;
    }

    private static int next(List<Line> lines, int from) {
        for (int i = from; i < lines.size(); i++) {
            if (lines.get(i).is(Kind.PROSE)) {
                return i;
            }
        }
        return -1;
    }

    private static @Nullable String name(@Nullable String given) {
        if (given == null) {
            return null;
        }
        String name = given.strip();
        boolean one = name.matches("\\p{Lu}[\\p{L}'-]{1,20}");
        return one && !NOT_A_NAME.contains(name.toLowerCase(java.util.Locale.ROOT)) ? name : null;
    }
}
