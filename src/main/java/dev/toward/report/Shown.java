package dev.toward.report;

import dev.toward.text.Span;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** How values look on the page. The template escapes them; this takes out what escaping leaves alone. */
final class Shown {
    /** Control characters, and marks that turn the direction of whatever follows them. */
    private static final Pattern UNSHOWABLE =
            Pattern.compile("[\\p{Cc}&&[^\\t\\n]]|[\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]");

    static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH);

    private Shown() {}

    static String text(String text) {
        return UNSHOWABLE.matcher(text).replaceAll("");
    }

    static String number(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }

    static String count(long n, String one, String many) {
        return number(n) + " " + (n == 1 ? one : many);
    }

    static String percent(double share) {
        return Math.round(share * 100) + "%";
    }

    /** A waiting time in one unit, as people say it. */
    static String duration(Duration duration) {
        String[] parts = brief(duration).split(" ", -1);
        String unit =
                switch (parts[1]) {
                    case "min" -> "minute";
                    case "h" -> "hour";
                    default -> "day";
                };
        return parts[0].equals("1")
                ? (unit.equals("hour") ? "an " : "a ") + unit + " or so"
                : parts[0] + " " + unit + "s";
    }

    /** A waiting time in one unit, for a narrow column; less than a minute is one. */
    static String brief(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds < 90 * 60) {
            return Math.max(1, Math.round(seconds / 60.0)) + " min";
        }
        if (seconds < 36 * 3600) {
            return Math.round(seconds / 3600.0) + " h";
        }
        return Math.round(seconds / 86400.0) + " d";
    }

    /** An id of the taxonomy in words. */
    static String words(String id) {
        return id.replace('-', ' ');
    }

    /** A text in pieces, those inside any of the spans marked. */
    static List<Map<String, Object>> marked(String text, List<Span> spans) {
        TreeSet<Integer> cuts = new TreeSet<>(List.of(0, text.length()));
        for (Span span : spans) {
            cuts.add(Math.min(span.start(), text.length()));
            cuts.add(Math.min(span.end(), text.length()));
        }
        List<Map<String, Object>> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        boolean mark = false;
        int from = 0;
        for (int to : cuts) {
            Span here = new Span(from, to);
            boolean inside = !here.isEmpty() && spans.stream().anyMatch(s -> s.contains(here));
            if (inside != mark && !piece.isEmpty()) {
                pieces.add(Map.of("text", text(piece.toString()), "mark", mark));
                piece.setLength(0);
            }
            mark = inside;
            piece.append(text, from, to);
            from = to;
        }
        if (!piece.isEmpty()) {
            pieces.add(Map.of("text", text(piece.toString()), "mark", mark));
        }
        return pieces;
    }
}
