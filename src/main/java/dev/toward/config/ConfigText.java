package dev.toward.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What holds, as a file of settings in TOML: printed as it is, or each value with where it comes from. Every line of it can be put into a file. */
public final class ConfigText {
    private static final int COLUMN = 40;

    private final Configuration configuration;
    private final boolean explained;
    private final StringBuilder out = new StringBuilder();

    private ConfigText(Configuration configuration, boolean explained) {
        this.configuration = configuration;
        this.explained = explained;
    }

    public static String of(Configuration configuration) {
        return new ConfigText(configuration, false).text();
    }

    /** The same, and the files that were read, the one that counts for more first. */
    public static String explained(Configuration configuration) {
        return new ConfigText(configuration, true).text();
    }

    /** One line a value, or a list over several. */
    private record Value(String text, @Nullable String from) {}

    private String text() {
        if (explained) {
            line("# command line, then environment, then these files:", null);
            configuration.files().forEach(file -> line("#   " + file, null));
            Path missing = configuration.missing();
            if (missing != null) {
                line("#   " + missing + " (not there)", null);
            } else if (configuration.files().isEmpty()) {
                line("#   (none)", null);
            }
        }
        for (Key key : Key.values()) {
            if (key == Key.DISABLE) {
                list(key, switches(Key.DISABLE));
            } else if (key == Key.ENABLE) {
                if (explained) {
                    list(key, switches(Key.ENABLE));
                }
            } else if (key.kind() == Key.Kind.WORDS) {
                list(
                        key,
                        configuration.all(key).stream()
                                .map(g -> new Value(g.value(), g.from()))
                                .toList());
            } else {
                single(key);
            }
        }
        return out.toString();
    }

    private List<Value> switches(Key key) {
        List<Value> values = new ArrayList<>();
        configuration.switches().forEach((tactic, given) -> {
            if (given.key() == key) {
                values.add(new Value(tactic.id(), given.from()));
            }
        });
        return values;
    }

    private void single(Key key) {
        Given given = configuration.first(key);
        String value = configuration.word(key);
        if (value == null) {
            line("# " + key.id() + " is not set", null);
            return;
        }
        String shown = key.kind() == Key.Kind.NUMBER ? value : quoted(value);
        line(key.id() + " = " + shown, given == null ? "built in" : given.from());
    }

    private void list(Key key, List<Value> values) {
        if (values.isEmpty() || !explained) {
            line(
                    key.id() + " = ["
                            + values.stream().map(v -> quoted(v.text())).collect(Collectors.joining(", ")) + "]",
                    values.isEmpty() ? "built in" : null);
            return;
        }
        line(key.id() + " = [", null);
        values.forEach(v -> line("  " + quoted(v.text()) + ",", v.from()));
        line("]", null);
    }

    private void line(String text, @Nullable String from) {
        out.append(text);
        if (explained && from != null) {
            out.append(" ".repeat(Math.max(2, COLUMN - text.length())))
                    .append("# ")
                    .append(from);
        }
        out.append('\n');
    }

    /** What a value may hold needs no other escapes. */
    private static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
