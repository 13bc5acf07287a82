package dev.toward.chat;

import java.util.Locale;
import java.util.Optional;

/** The order of day, month and year in a written date. */
public enum DateOrder {
    DMY("day-month"),
    MDY("month-day"),
    YMD("year-month-day");

    private final String words;

    DateOrder(String words) {
        this.words = words;
    }

    /** As typed on the command line: {@code dmy}, {@code mdy} or {@code ymd}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<DateOrder> of(String id) {
        for (DateOrder order : values()) {
            if (order.id().equals(id.toLowerCase(Locale.ROOT))) {
                return Optional.of(order);
            }
        }
        return Optional.empty();
    }

    /** As said to a person: {@code day-month}. */
    public String words() {
        return words;
    }
}
