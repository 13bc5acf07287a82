package dev.toward.spark;

import java.io.Serializable;
import java.util.Locale;

/**
 * What the job is asked for.
 *
 * @param models a folder on every node, or the name under which {@code --archives} ships it
 * @param rows how many records a bucket holds at most, about; a bucket is what one task does, and what a resumed run skips
 * @param suggestions how many warmer wordings, 0 to 10
 */
record JobOptions(Kind kind, String in, String out, Format format, String models, int rows, int suggestions)
        implements Serializable {
    static final String USAGE =
            "usage: drafts|messages|ledger --in PATH --out FOLDER [--format jsonl|parquet] [--models DIR]"
                    + " [--rows N] [--suggest 0-10]";
    private static final int ROWS = 20_000;

    enum Kind {
        /** {@code id, text, context}. */
        DRAFTS,
        /** {@code conversation, id, author, time, text}. */
        MESSAGES,
        /** The same, and the ledger of each conversation. */
        LEDGER
    }

    enum Format {
        JSONL,
        PARQUET
    }

    static JobOptions parse(String... args) {
        if (args.length % 2 == 0) {
            throw new CallerMistake(USAGE);
        }
        Kind kind = one(Kind.class, "the first argument", args[0]);
        String in = "";
        String out = "";
        String format = "";
        String models = "models";
        int rows = ROWS;
        int suggestions = 0;
        for (int i = 1; i < args.length; i += 2) {
            String value = args[i + 1];
            switch (args[i]) {
                case "--in" -> in = value;
                case "--out" -> out = value;
                case "--format" -> format = value;
                case "--models" -> models = value;
                case "--rows" -> rows = number("--rows", value, 1, 10_000_000);
                case "--suggest" -> suggestions = number("--suggest", value, 0, 10);
                default -> throw new CallerMistake("unknown option " + args[i] + "; " + USAGE);
            }
        }
        if (in.isEmpty() || out.isEmpty()) {
            throw new CallerMistake("--in and --out are needed; " + USAGE);
        }
        if (format.isEmpty()) {
            format = in.endsWith(".parquet") ? "parquet" : "jsonl";
        }
        return new JobOptions(kind, in, out, one(Format.class, "--format", format), models, rows, suggestions);
    }

    private static <E extends Enum<E>> E one(Class<E> type, String option, String value) {
        for (E each : type.getEnumConstants()) {
            if (each.name().toLowerCase(Locale.ROOT).equals(value)) {
                return each;
            }
        }
        throw new CallerMistake(option + ": there is no " + value + "; " + USAGE);
    }

    private static int number(String option, String value, int least, int most) {
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new CallerMistake(option + ": expected " + least + " to " + most + ", got " + value);
    }
}
