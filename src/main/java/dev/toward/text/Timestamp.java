package dev.toward.text;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** When a message was sent: a moment where the format says which, else the wall clock of a phone in no stated zone. */
public sealed interface Timestamp {
    /** What a clock showed; UTC for a moment. Good for order and gaps within one conversation. */
    LocalDateTime clock();

    /** A wall clock without a zone; never converted. */
    record Wall(LocalDateTime clock) implements Timestamp {
        @Override
        public String toString() {
            return DateTimes.ISO_SECONDS.format(clock);
        }
    }

    /** A point in time. */
    record Moment(Instant instant) implements Timestamp {
        @Override
        public LocalDateTime clock() {
            return LocalDateTime.ofEpochSecond(instant.getEpochSecond(), instant.getNano(), ZoneOffset.UTC);
        }

        @Override
        public String toString() {
            return DateTimes.ISO_SECONDS.format(clock()) + "Z";
        }
    }
}
