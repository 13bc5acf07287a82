package dev.toward.chat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A line of an IRC log, without its time.
 *
 * @param nick who speaks or acts, or changes the name; null for other events
 * @param text the words; of a change of name the new one
 */
record IrcLine(What what, @Nullable String nick, String text) {
    /** What sort of line it is. */
    enum What {
        TALK,
        /** {@code nick: text}, which only some bridges write; any sentence with a colon looks so. */
        COLON,
        RENAMED,
        LEFT,
        EVENT
    }

    private static final String NICK = "[^\\s<>@+%&~!:*,#][^\\s<>!:*,]{0,63}";
    private static final Pattern ANGLE =
            Pattern.compile("^<[@+%&~! ]{0,3}(" + NICK + ")(?:![^\\s>]{1,200})?>(?:\\s(.*)|$)");
    private static final Pattern NOTICE = Pattern.compile("^-(" + NICK + "?)(?:\\([^\\s)]{1,200}\\))?- (.*)$");
    private static final Pattern ACTION = Pattern.compile("^\\s?\\*\\s?(" + NICK + ")\\s(.*)$");
    private static final Pattern COLON_TALK = Pattern.compile("^(" + NICK + "): (.*)$");
    private static final Pattern COLUMN = Pattern.compile("^[@+%&~!]?(" + NICK + ")$");
    private static final Pattern STARRED = Pattern.compile("^(?:\\*{3}|-!-|-->|<--|--|=!=)(?:\\s+(.*)|$)");
    private static final Pattern RENAMING =
            Pattern.compile("^(\\S{1,64}) (?:\\[\\S{1,200}] )?(?:is|are) now known as (\\S{1,64}?)\\.?$");
    private static final Pattern LEAVING =
            Pattern.compile("^(\\S{1,64}) (?:[\\[(]\\S{1,200}[])] )?(?:has (?:quit|left)|was kicked)\\b.*$");

    /** What programs write after a star, where a person's action could stand too. */
    private static final Pattern PROGRAM = Pattern.compile(
            "^(?:\\S{1,64} (?:[\\[(]\\S{1,200}[])] )?(?:has (?:joined|left|quit|kicked|set|changed)(?: [#&+!(\\[]| the (?:channel|topic)"
                    + "|:|$).*|is now known as \\S+|are now known as \\S+|sets? (?:mode|the (?:topic|channel)).*|(?:gives|removes) (?:channel|voice).*"
                    + "|changes topic to .*|was kicked (?:by|from) .*)|Now talking (?:in|on) .*|Topic (?:is|for) .*|Set by .*|Disconnected.*"
                    + "|Attempting to .*|Rejoined channel .*|Channel .* created on .*|No such nick.*)$");

    /**
     * Reads a line; null when it is none of an IRC log.
     *
     * @param timed whether a time stood before it: without one, columns may be those of any table
     */
    static @Nullable IrcLine of(String rest, boolean timed) {
        int tab = rest.indexOf('\t');
        if (tab >= 0 && timed) {
            IrcLine column = column(rest.substring(0, tab).strip(), rest.substring(tab + 1));
            if (column != null) {
                return column;
            }
        }
        Matcher angle = ANGLE.matcher(rest);
        if (angle.matches()) {
            return talk(angle);
        }
        Matcher starred = STARRED.matcher(rest);
        if (starred.matches()) {
            return event(starred.group(1) == null ? "" : starred.group(1));
        }
        Matcher notice = NOTICE.matcher(rest);
        if (notice.matches()) {
            return talk(notice);
        }
        Matcher action = ACTION.matcher(rest);
        if (action.matches()) {
            return acts(action.group(1) + " " + action.group(2), action);
        }
        Matcher colon = COLON_TALK.matcher(rest);
        return colon.matches()
                ? new IrcLine(What.COLON, colon.group(1), colon.group(2).strip())
                : null;
    }

    /** WeeChat's {@code nick TAB text}, and HexChat's {@code <nick> TAB text}. */
    private static @Nullable IrcLine column(String first, String text) {
        switch (first) {
            case "-->", "<--", "--", "=!=", "***", "" -> {
                return event(text);
            }
            case "*" -> {
                Matcher action = ACTION.matcher("* " + text);
                return action.matches() ? acts(text, action) : event(text);
            }
            default -> {
                Matcher column = COLUMN.matcher(first);
                return column.matches() ? new IrcLine(What.TALK, column.group(1), text.strip()) : null;
            }
        }
    }

    private static IrcLine talk(Matcher matcher) {
        return new IrcLine(
                What.TALK,
                matcher.group(1),
                matcher.group(2) == null ? "" : matcher.group(2).strip());
    }

    private static IrcLine acts(String whole, Matcher action) {
        return PROGRAM.matcher(whole).matches()
                ? event(whole)
                : new IrcLine(What.TALK, action.group(1), action.group(2).strip());
    }

    private static IrcLine event(String text) {
        Matcher renaming = RENAMING.matcher(text);
        if (renaming.matches()) {
            return new IrcLine(What.RENAMED, renaming.group(1), renaming.group(2));
        }
        Matcher leaving = LEAVING.matcher(text);
        return leaving.matches()
                ? new IrcLine(What.LEFT, leaving.group(1), text.strip())
                : new IrcLine(What.EVENT, null, text.strip());
    }

    /** Without the codes for colour, bold and the like. */
    static String plain(String line) {
        int first = 0;
        while (first < line.length() && (line.charAt(first) >= ' ' || line.charAt(first) == '\t')) {
            first++;
        }
        if (first == line.length()) {
            return line;
        }
        StringBuilder plain = new StringBuilder(line.length()).append(line, 0, first);
        for (int i = first; i < line.length(); i++) {
            char c = line.charAt(i);
            switch (c) {
                case '\u0003' -> i = afterColour(line, i + 1) - 1;
                case '\u0002', '\u000F', '\u0011', '\u0016', '\u001D', '\u001E', '\u001F' -> {
                    // shows as nothing
                }
                default -> plain.append(c);
            }
        }
        return plain.toString();
    }

    private static int afterColour(String line, int from) {
        int end = digits(line, from);
        return end > from && end < line.length() && line.charAt(end) == ',' && digits(line, end + 1) > end + 1
                ? digits(line, end + 1)
                : end;
    }

    private static int digits(String line, int from) {
        int end = from;
        while (end < line.length() && end < from + 2 && line.charAt(end) >= '0' && line.charAt(end) <= '9') {
            end++;
        }
        return end;
    }
}
