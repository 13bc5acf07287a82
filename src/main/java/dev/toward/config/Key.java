package dev.toward.config;

import dev.toward.Tier;
import dev.toward.verdict.Fingerprint;
import dev.toward.verdict.Settings;
import dev.toward.verdict.Strictness;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What can be set, by one name everywhere: {@code allow-host} in a file, {@code --allow-host} as an option, {@code TOWARD_ALLOW_HOST} in the
 * environment. docs/settings.md says what each means.
 */
public enum Key {
    STRICTNESS(Kind.WORD, true, "default", Strictness::of),
    DISABLE(Kind.WORDS, true, null, Settings::named),
    ENABLE(Kind.WORDS, true, null, Settings::named),
    IGNORE(Kind.WORDS, true, null, Fingerprint::parse),
    TIER(Kind.WORD, true, "auto", Key::tier),
    SUGGEST(Kind.NUMBER, true, "3", within(0, 10)),
    HOST(Kind.WORD, false, "127.0.0.1", Key::host),
    PORT(Kind.NUMBER, false, "7070", within(0, 65535)),
    LANGUAGETOOL(Kind.WORD, false, null, Key::address),
    ALLOW_ORIGIN(Kind.WORDS, false, null, Key::host),
    ALLOW_HOST(Kind.WORDS, false, null, Key::host),
    RATE(Kind.NUMBER, false, null, within(0, 100_000)),
    WAITING(Kind.NUMBER, false, null, within(0, 100_000));

    /** What a value looks like. */
    enum Kind {
        WORD,
        NUMBER,
        WORDS
    }

    private final Kind kind;
    private final boolean ofProjects;
    private final @Nullable String builtIn;
    private final Consumer<String> check;

    Key(Kind kind, boolean ofProjects, @Nullable String builtIn, Consumer<String> check) {
        this.kind = kind;
        this.ofProjects = ofProjects;
        this.builtIn = builtIn;
        this.check = check;
    }

    /** The name, as {@code allow-host}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The option, as {@code --allow-host}. */
    public String option() {
        return "--" + id();
    }

    /** The environment's variable, as {@code TOWARD_ALLOW_HOST}. */
    public String variable() {
        return "TOWARD_" + name();
    }

    /** What holds where nobody gives it, or null for what is worked out then. */
    @Nullable
    String builtIn() {
        return builtIn;
    }

    Kind kind() {
        return kind;
    }

    /** True for what a project's file may set: a project that somebody else wrote must not say where texts go, or who may call. */
    boolean isOfProjects() {
        return ofProjects;
    }

    /** @throws IllegalArgumentException for a value that it cannot have; the message says what was expected, and not what there is */
    public void check(String value) {
        check.accept(value);
    }

    static @Nullable Key of(String id) {
        return Arrays.stream(values())
                .filter(k -> k.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    static String all(boolean ofProjects) {
        return Arrays.stream(values())
                .filter(k -> !ofProjects || k.ofProjects)
                .map(Key::id)
                .collect(Collectors.joining(", "));
    }

    private static void tier(String value) {
        if (Arrays.stream(Tier.values()).noneMatch(t -> t.id().equals(value))) {
            throw new IllegalArgumentException("expected fast, auto or full");
        }
    }

    private static void host(String value) {
        if (value.isBlank() || value.length() > 253 || value.chars().anyMatch(c -> c <= ' ' || c == 0x7f)) {
            throw new IllegalArgumentException("expected a name or an address, without spaces");
        }
    }

    private static void address(String value) {
        try {
            URI address = URI.create(value.strip());
            boolean http = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
            if (http && address.getHost() != null && address.getQuery() == null && address.getFragment() == null) {
                return;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new IllegalArgumentException("expected an address, as http://localhost:8081");
    }

    private static Consumer<String> within(int least, int most) {
        return value -> {
            if (!value.matches("[0-9]{1,6}") || Integer.parseInt(value) < least || Integer.parseInt(value) > most) {
                throw new IllegalArgumentException("expected a whole number from " + least + " to " + most);
            }
        };
    }
}
