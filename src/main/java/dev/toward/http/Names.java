package dev.toward.http;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names that callers may call this computer by. A page from elsewhere can have its own name point here (DNS rebinding), and
 * the browser then takes our answers for its own; it still sends that name. Numbers cannot be pointed anywhere.
 */
final class Names {
    private final Set<String> known = new HashSet<>();

    Names(String host, Set<String> more) {
        known.add("localhost");
        known.add(plain(host));
        more.forEach(name -> known.add(plain(name)));
    }

    /** @param authority a name or number, with a port or without */
    boolean know(@Nullable String authority) {
        if (authority == null) {
            return false;
        }
        String name = plain(withoutPort(authority.strip()));
        return known.contains(name) || name.endsWith(".localhost") || isNumber(name);
    }

    /** Only digits are a port: with anything else behind the colon, what stands before it need not be the name. */
    static String withoutPort(String authority) {
        int end = authority.lastIndexOf(':');
        return end >= 0 && authority.substring(end + 1).matches("[0-9]{0,5}") ? authority.substring(0, end) : authority;
    }

    /** An IPv4 address in four parts, or an IPv6 address in brackets. */
    private static boolean isNumber(String name) {
        if (name.startsWith("[") && name.endsWith("]")) {
            return name.length() > 3
                    && name.substring(1, name.length() - 1).matches("[0-9a-f:.%]+")
                    && name.contains(":");
        }
        String[] parts = name.split("\\.", -1);
        for (String part : parts) {
            if (!part.matches("[0-9]{1,3}") || Integer.parseInt(part) > 255) {
                return false;
            }
        }
        return parts.length == 4;
    }

    private static String plain(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        String bracketed = lower.contains(":") && !lower.startsWith("[") ? "[" + lower + "]" : lower;
        return bracketed.endsWith(".") ? bracketed.substring(0, bracketed.length() - 1) : bracketed;
    }
}
