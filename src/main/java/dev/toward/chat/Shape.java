package dev.toward.chat;

/**
 * How the headers of a file look. Padding is no part of it, for it varies inside one file.
 *
 * @param yearAt which number of the date has four digits, 2 also when none has
 * @param tail what stands between time and author: a dash, a colon or a space
 */
record Shape(
        boolean bracket, char separator, int yearAt, int yearDigits, boolean seconds, boolean dayPeriod, char tail) {
    static Shape of(Stamp stamp, boolean bracket, char tail) {
        return new Shape(
                bracket,
                stamp.separator(),
                stamp.yearAt(),
                stamp.yearDigits(),
                stamp.seconds() >= 0,
                stamp.period() != null,
                tail);
    }
}
