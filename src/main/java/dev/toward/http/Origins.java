package dev.toward.http;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The web pages that may ask, by where they come from: this computer, browser extensions, Obsidian, and those that are named. */
final class Origins {
    private static final List<String> EXTENSIONS =
            List.of("chrome-extension://", "moz-extension://", "safari-web-extension://");

    /** Programs on this computer whose windows are web pages: Obsidian, on a desk and on a phone. No site can take these names. */
    private static final Set<String> PROGRAMS = Set.of("app://obsidian.md", "capacitor://localhost");

    private final Set<String> named = new HashSet<>();

    Origins(Set<String> more) {
        more.forEach(origin -> named.add(plain(origin)));
    }

    /** @param authority what the request called this server, so that its own page may ask it */
    boolean know(String origin, @Nullable String authority) {
        String plain = plain(origin);
        if (named.contains(plain)
                || PROGRAMS.contains(plain)
                || EXTENSIONS.stream().anyMatch(plain::startsWith)) {
            return true;
        }
        int scheme = plain.indexOf("://");
        if (scheme < 0 || !plain.startsWith("http")) {
            return false;
        }
        String from = plain.substring(scheme + 3);
        return from.equals(authority == null ? null : authority.toLowerCase(Locale.ROOT))
                || isHere(Names.withoutPort(from));
    }

    private static boolean isHere(String host) {
        return host.equals("localhost")
                || host.endsWith(".localhost")
                || host.equals("127.0.0.1")
                || host.equals("[::1]");
    }

    private static String plain(String origin) {
        String lower = origin.strip().toLowerCase(Locale.ROOT);
        return lower.endsWith("/") ? lower.substring(0, lower.length() - 1) : lower;
    }
}
