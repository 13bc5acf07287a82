package dev.toward.cue;

import dev.toward.annotate.Parsed;
import dev.toward.text.Draft;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All finders of traces, and the pattern files that they need: the one place to touch when a finder or a file is added. */
public final class Cues {
    /** By tactic, in alphabetical order. */
    private static final List<CueFinder> FINDERS = List.of(
            new PatternFinder(Tactic.AT_LEAST),
            new PatternFinder(Tactic.BLAME),
            new PatternFinder(Tactic.BRUSH_OFF),
            new PatternFinder(Tactic.COMPARISON),
            new PatternFinder(Tactic.DEFENSIVE),
            new PatternFinder(Tactic.FAITH_BYPASS),
            new PatternFinder(Tactic.FEELING_JUDGMENT),
            new PatternFinder(Tactic.FEELING_ORDER),
            new PatternFinder(Tactic.FORCED_POSITIVITY),
            new PatternFinder(Tactic.INTERROGATION),
            new InvalidatingButFinder(),
            new PatternFinder(Tactic.JOY_SHRINK),
            new PatternFinder(Tactic.MOCKERY),
            new PatternFinder(Tactic.NORMALIZING_AWAY),
            new PatternFinder(Tactic.PERCEPTION_DENIAL),
            new PatternFinder(Tactic.REPLACEABLE),
            new PatternFinder(Tactic.SELF_SHIFT),
            new PatternFinder(Tactic.SHRINKING),
            new PatternFinder(Tactic.SHUT_DOWN),
            new PatternFinder(Tactic.TIME_HEALS),
            new TokenReplyFinder(),
            new TopicChangeFinder(),
            new PatternFinder(Tactic.UNASKED_FIX));

    private static final List<String> FILES = List.of(
            "at-least-if-felt.tokens",
            "at-least.tokens",
            "blame.tokens",
            "brush-off-if-felt.tokens",
            "brush-off.tokens",
            "comparison-if-felt.tokens",
            "comparison.tokens",
            "defensive.tokens",
            "faith-bypass-if-felt.tokens",
            "faith-bypass.tokens",
            "feeling-judgment.tokens",
            "feeling-order.semgrex",
            "feeling-order.tokens",
            "forced-positivity.tokens",
            "heard.tokens",
            "interrogation.tokens",
            "invalidating-but.tokens",
            "joy-shrink.tokens",
            "mockery.tokens",
            "normalizing-away-if-felt.tokens",
            "normalizing-away.tokens",
            "perception-denial.tokens",
            "replaceable-if-felt.tokens",
            "replaceable.tokens",
            "self-shift.tokens",
            "shrinking-if-felt.tokens",
            "shrinking.tokens",
            "shut-down.tokens",
            "time-heals.tokens",
            "token-reply.tokens",
            "topic-change.tokens",
            "unasked-fix.semgrex",
            "unasked-fix.tokens",
            "words.tokens");

    private Cues() {}

    public static List<CueFinder> finders() {
        return FINDERS;
    }

    /** The text of each pattern file by its name, as the parser takes them. */
    public static Map<String, String> patternFiles() {
        Map<String, String> files = new TreeMap<>();
        for (String name : FILES) {
            files.put(name, resource(name));
        }
        return files;
    }

    /** What all finders find in a draft, by place; guarded traces too. */
    public static List<Cue> find(Draft draft, Parsed reply) {
        List<Cue> cues = new ArrayList<>();
        for (CueFinder finder : FINDERS) {
            cues.addAll(finder.find(draft, reply));
        }
        cues.sort(Comparator.comparing(Cue::span).thenComparing(Cue::tactic));
        return List.copyOf(cues);
    }

    /** A text that lies beside these classes. */
    static String resource(String name) {
        try (InputStream in = Cues.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no resource dev/toward/cue/" + name + "; the jar is not whole");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
