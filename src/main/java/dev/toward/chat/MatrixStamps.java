package dev.toward.chat;

import dev.toward.text.Timestamp;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The dates that lines of Element's text begin with: with the name of the month in the language of whoever exported, and from older versions
 * in numbers only. The latter look like WhatsApp's, so they count in a file that Element has named. Immutable.
 */
final class MatrixStamps {
    private static final int LONGEST = 60;
    private static final String CLOCK = "(\\d{1,2}):(\\d{2})(?::(\\d{2}))?(?: ?([AaPp])\\.?[Mm]\\.?)?";
    private static final Pattern DAY_FIRST =
            Pattern.compile("(?:[A-Za-z]{2,9},? )?(\\d{1,2})\\.? ([A-Za-z]{3,9})\\.?,? (\\d{4}),?(?: at)? " + CLOCK);
    private static final Pattern MONTH_FIRST =
            Pattern.compile("(?:[A-Za-z]{2,9},? )?([A-Za-z]{3,9})\\.? (\\d{1,2}),? (\\d{4}),?(?: at)? " + CLOCK);
    private static final String SECONDS = "\\p{Nd}{1,2}[:.]\\p{Nd}{2}[:.]\\p{Nd}{2}";
    // not all write the month as a word: some put one letter after each number
    private static final Pattern OTHER_LANGUAGE =
            Pattern.compile("(?=.*\\p{L}.*\\p{L})(?=.*(?<!\\p{Nd})\\p{Nd}{4}(?!\\p{Nd}))(?:.*[^\\p{Nd}:.]" + SECONDS
                    + "\\)?|" + SECONDS + "[^\\p{Nd}:.].*)");
    /** Beside the name of a day: whoever parts numbers by dots writes the day first. */
    private static final Pattern DOTTED = Pattern.compile("\\d{1,2}\\. ?\\d{1,2}\\. ?\\d{4}");

    /** The start of a line, taken apart. */
    record Header(@Nullable Timestamp time, String rest) {}

    private final LocalDate today;
    private final @Nullable DateOrder numbers;

    private MatrixStamps(LocalDate today, @Nullable DateOrder numbers) {
        this.today = today;
        this.numbers = numbers;
    }

    /** For a first look: the order of numbers does not matter yet. */
    static MatrixStamps at(Source source, LocalDate today) {
        return new MatrixStamps(today, isNamed(source) ? DateOrder.DMY : null);
    }

    /** Goes through the file to learn whether the day or the month comes first, where they are numbers. */
    static MatrixStamps learnt(Source source, ReadOptions options, Delivery delivery) throws IOException {
        DateEvidence dates = new DateEvidence();
        Shape shape = null;
        if (isNamed(source)) {
            try (Lines lines = Lines.of(source.open())) {
                for (String raw = lines.next(); raw != null; raw = lines.next()) {
                    Stamp stamp = numeric(plainSpaces(Marks.strip(raw)));
                    if (stamp != null) {
                        shape = Shape.of(stamp, false, '-');
                        dates.add(stamp);
                    }
                    lines.passRest();
                }
            }
        }
        if (shape == null) {
            return at(source, options.today());
        }
        DateEvidence.Decision decision = dates.decide(shape, options.dateOrder(), options.today());
        if (decision.guessed()) {
            delivery.warning("every date could be day-month or month-day; read as "
                    + decision.order().words() + "; --date-order decides");
        }
        return new MatrixStamps(options.today(), decision.order());
    }

    /** {@code matrix - ROOM - Chat Export - 2024-01-31T17-05-09.000Z.txt}, or in a folder or zip of such a name. */
    private static boolean isNamed(Source source) {
        return source.name().contains(" - Chat Export - ");
    }

    /** What a line begins with; null for one that goes on with a message. */
    @Nullable
    Header header(String raw) {
        String line = plainSpaces(raw);
        int end = line.indexOf(" - ");
        if (end < 0 || end > LONGEST) {
            return null;
        }
        String written = line.substring(0, end);
        String rest = raw.substring(end + 3);
        Matcher dayFirst = DAY_FIRST.matcher(written);
        if (dayFirst.matches() && EnglishDate.month(dayFirst.group(2)) > 0) {
            return english(dayFirst, dayFirst.group(2), dayFirst.group(1), rest);
        }
        Matcher monthFirst = MONTH_FIRST.matcher(written);
        if (monthFirst.matches() && EnglishDate.month(monthFirst.group(1)) > 0) {
            return english(monthFirst, monthFirst.group(1), monthFirst.group(2), rest);
        }
        if (OTHER_LANGUAGE.matcher(written).matches()) {
            ProseDate date = ProseDate.of(written, DOTTED.matcher(written).find() ? DateOrder.DMY : null);
            return date == null || date.guessed()
                    ? null
                    : new Header(TimeText.plausible(new Timestamp.Wall(date.clock()), today), rest);
        }
        Stamp stamp = numbers == null ? null : numeric(line);
        var clock = stamp == null || numbers == null ? null : stamp.time(numbers, today);
        return stamp == null ? null : new Header(clock == null ? null : new Timestamp.Wall(clock), rest);
    }

    private static @Nullable Stamp numeric(String line) {
        Stamp stamp = line.isEmpty() || !Character.isDigit(line.charAt(0)) ? null : Stamp.at(line, 0);
        return stamp != null && stamp.isPossible() && line.startsWith(" - ", stamp.end()) ? stamp : null;
    }

    private Header english(Matcher matcher, String month, String day, String rest) {
        LocalDate date = EnglishDate.day(matcher.group(3), month, day);
        LocalTime time = EnglishDate.time(
                EnglishDate.hour(matcher.group(4), matcher.group(7)), matcher.group(5), matcher.group(6));
        boolean real = date != null && date.getYear() >= 1990 && !date.isAfter(today.plusDays(2));
        return new Header(real && date != null && time != null ? new Timestamp.Wall(date.atTime(time)) : null, rest);
    }

    /** The narrow spaces that dates are written with; those of the words stay. */
    private static String plainSpaces(String line) {
        int end = Math.min(line.length(), LONGEST);
        StringBuilder plain = new StringBuilder(line);
        for (int i = 0; i < end; i++) {
            if (Marks.isSpace(line.charAt(i))) {
                plain.setCharAt(i, ' ');
            }
        }
        return plain.toString();
    }
}
