package dev.toward.cli;

import dev.toward.DraftJson;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Whole numbers within bounds, as options take them. What was given instead is not repeated. */
abstract class WholeNumber implements ITypeConverter<Integer> {
    private final int least;
    private final int most;

    private WholeNumber(int least, int most) {
        this.least = least;
        this.most = most;
    }

    /** How many warmer wordings. */
    static final class Suggestions extends WholeNumber {
        Suggestions() {
            super(0, DraftJson.MOST_SUGGESTIONS);
        }
    }

    /** How many phrases. */
    static final class Phrases extends WholeNumber {
        Phrases() {
            super(1, 1000);
        }
    }

    /** How many threads. */
    static final class Threads extends WholeNumber {
        Threads() {
            super(1, 1024);
        }
    }

    /** How many requests, to wait or to come in a second. */
    static final class Requests extends WholeNumber {
        Requests() {
            super(0, 100_000);
        }
    }

    /** A TCP port; 0 means any that is free. */
    static final class Port extends WholeNumber {
        Port() {
            super(0, 65535);
        }
    }

    @Override
    public Integer convert(String value) {
        // Six digits hold every bound, and keep the parser from overflowing.
        if (value.matches("[0-9]{1,6}")) {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw new TypeConversionException("expected a whole number from " + least + " to " + most);
    }
}
