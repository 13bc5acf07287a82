package dev.toward.train;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What labelled drafts can be told apart by, to see where a reader is weak. */
public enum Grouping {
    PHENOMENON(Example::phenomenon),
    REGISTER(Example::register),
    RELATIONSHIP(Example::relationship),
    /** Words in the reply. */
    LENGTH(e -> length(e.draft().text())),
    BID(e -> e.bid() == null ? null : e.bid().id()),
    CONTEXT(e -> e.draft().bid().isKnown() ? "with a context" : "without a context"),
    LABEL(e -> e.label() == null ? null : Objects.requireNonNull(e.label()).id());

    /** What has none of it. */
    public static final String NONE = "not given";

    private static final Comparator<String> ORDER = Comparator.comparing((String s) -> s.equals(NONE))
            .thenComparingInt(s -> s.matches("\\d{1,2}\\D.*") ? Integer.parseInt(s.replaceAll("\\D.*", "")) : 0)
            .thenComparing(s -> s);

    private final Function<Example, @Nullable String> key;

    Grouping(Function<Example, @Nullable String> key) {
        this.key = key;
    }

    /** The name on the command line. */
    public String id() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The names on the command line, in order. */
    public static String ids() {
        return Arrays.stream(values()).map(Grouping::id).collect(Collectors.joining(", "));
    }

    /** The group of a draft. */
    public String of(Example example) {
        return Objects.requireNonNullElse(key.apply(example), NONE);
    }

    /** Parts what was read by group, in a fixed order. */
    public Map<String, List<Evaluation.Scored>> part(List<Evaluation.Scored> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(r -> of(r.example()), () -> new TreeMap<>(ORDER), Collectors.toList()));
    }

    private static String length(String text) {
        int words = text.isBlank() ? 0 : text.strip().split("\\s+").length;
        return words <= 3
                ? "1-3 words"
                : words <= 8
                        ? "4-8 words"
                        : words <= 15 ? "9-15 words" : words <= 25 ? "16-25 words" : "26 words and more";
    }

    /** Looks a group up by its name. */
    public static Grouping of(String id) {
        return Arrays.stream(values())
                .filter(g -> g.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such grouping; there are " + ids()));
    }
}
