package dev.toward.chat;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The dates of Discord's CSV and plain text: ISO, or as the exporting computer writes them. */
final class DiscordTime {
    /** {@code 31-Jan-24 06:05 PM} of older versions. */
    private static final Pattern NAMED_MONTH = Pattern.compile("(\\d{1,2})-(\\p{Alpha}{3})-(\\d{2}|\\d{4}) (.+)");

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private DiscordTime() {}

    /** The date as {@link TimeText} reads it, so that a month's name leaves nothing open. */
    static String plain(String written) {
        String clean = Marks.strip(written).strip();
        Matcher named = NAMED_MONTH.matcher(clean);
        int month = named.matches() ? MONTHS.indexOf(named.group(2).toLowerCase(Locale.ROOT)) + 1 : 0;
        if (month == 0) {
            return clean;
        }
        String year = named.group(3).length() == 2 ? "20" + named.group(3) : named.group(3);
        return year + "-" + month + "-" + named.group(1) + " " + named.group(4);
    }
}
