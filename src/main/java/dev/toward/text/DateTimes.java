package dev.toward.text;

import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How times are written out. */
final class DateTimes {
    static final DateTimeFormatter ISO_SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

    private DateTimes() {}
}
