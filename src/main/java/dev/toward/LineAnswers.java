package dev.toward;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What a batch answers to each of its lines: a verdict, or what is wrong with the line, in the same bytes on every surface.
 * Threads may share it.
 */
public final class LineAnswers {
    private final Analyses analyses;
    private final int suggestions;
    private final Tier tier;
    private final Faults faults;

    /** Told of a line that could not be answered for a fault of ours. Called from any thread. */
    @FunctionalInterface
    public interface Faults {
        void at(long line, Throwable thrown);
    }

    /** @param suggestions how many warmer wordings are offered for a draft */
    public LineAnswers(Analyses analyses, int suggestions, Tier tier, Faults faults) {
        this.analyses = analyses;
        this.suggestions = suggestions;
        this.tier = tier;
        this.faults = faults;
    }

    /** The answer in UTF-8, with its line's end. Never throws for what a line holds. */
    public byte[] of(Lines.Line line) {
        return (answer(line) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** What is answered to a line that could not be taken in, with its line's end. */
    public static byte[] missing(long number, String why) {
        return (error(number, why) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private String answer(Lines.Line line) {
        if (line.isTooLong()) {
            return error(line.number(), "longer than 1 MiB");
        }
        try {
            DraftJson.Asked asked = DraftJson.readLine(line.bytes(), suggestions);
            return AnalysisJson.line(asked.by(analyses, tier), asked.id());
        } catch (DraftJson.NotJson e) {
            return error(line.number(), e.getMessage());
        } catch (DraftJson.Unexpected e) {
            return error(line.number(), (e.pointer().isEmpty() ? "" : e.pointer() + ": ") + e.getMessage());
        } catch (RuntimeException | StackOverflowError e) {
            faults.at(line.number(), e);
            return error(line.number(), "a fault in toward");
        }
    }

    /** Our messages need no escapes: they hold nothing but our own plain words. */
    private static String error(long line, @Nullable String error) {
        return "{\"line\":" + line + ",\"error\":\"" + error + "\"}";
    }
}
