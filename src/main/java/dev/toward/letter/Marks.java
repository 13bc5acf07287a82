package dev.toward.letter;

import dev.toward.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the writer of a text asks in the text itself to be left alone, where the program they write in has no other way. Each mark has a line of its
 * own, bare or as a comment:
 *
 * <pre>
 * &lt;!-- toward:off --&gt;                              from here to toward:on, or to the end
 * toward:on
 * # toward:ignore-next at-least -- she asked for it    the next paragraph, and of it only these tactics
 * </pre>
 *
 * A mark that is quoted ({@code > toward:off}) is none: it was meant for another text.
 *
 * @param lines of the marks themselves, which are nobody's words
 * @param parts that are left alone, in order
 */
public record Marks(List<Span> lines, List<Part> parts) {
    private static final Pattern MARK =
            Pattern.compile("[ \\t]*+(?:<!--|/\\*|//|#|%|;|--|\\[[\\w/]{1,20}\\]:[ \\t]*#[ \\t]*\\()?[ \\t]*+"
                    + "toward:(?<what>off|on|ignore-next)"
                    + "(?<names>(?:[ \\t]+[a-z]+(?:-[a-z]+)*+(?:[ \\t]*,[ \\t]*[a-z]+(?:-[a-z]+)*+)*+)?+)"
                    + "(?:[ \\t]+--[ \\t].*?)?[ \\t]*(?:-->|\\*/|\\))?[ \\t]*");

    /**
     * A stretch that is left alone.
     *
     * @param names of tactics, or of labels, that are not told there; none for all
     */
    public record Part(Span span, Set<String> names) {
        public Part {
            names = Set.copyOf(names);
        }
    }

    public Marks {
        lines = List.copyOf(lines);
        parts = List.copyOf(parts);
    }

    /** Looks for marks; in most texts there are none. */
    public static Marks of(String text) {
        return text.contains("toward:") ? new Search(text).found() : new Marks(List.of(), List.of());
    }

    public boolean isEmpty() {
        return lines.isEmpty();
    }

    /** True where nothing is read: a mark, or a part of which nothing is told. */
    public boolean leavesOut(int at) {
        return lines.stream().anyMatch(line -> holds(line, at))
                || parts.stream().anyMatch(part -> part.names().isEmpty() && holds(part.span(), at));
    }

    private static boolean holds(Span span, int at) {
        return span.start() <= at && at < span.end();
    }

    /** True for words that are not told of, or of which some are not. */
    public boolean silence(Span place, String tactic, String label) {
        return parts.stream()
                .anyMatch(part -> part.span().overlaps(place)
                        && (part.names().isEmpty()
                                || part.names().contains(tactic)
                                || part.names().contains(label)));
    }

    /** The text with spaces where it {@link #leavesOut}; every other place stays where it was. */
    public String blanked(String text) {
        if (isEmpty()) {
            return text;
        }
        StringBuilder blanked = new StringBuilder(text);
        lines.forEach(line -> blank(blanked, line));
        parts.stream().filter(part -> part.names().isEmpty()).forEach(part -> blank(blanked, part.span()));
        return blanked.toString();
    }

    private static void blank(StringBuilder text, Span span) {
        for (int i = span.start(); i < span.end(); i++) {
            if (text.charAt(i) != '\n' && text.charAt(i) != '\r') {
                text.setCharAt(i, ' ');
            }
        }
    }

    /** Goes through a text once, line by line. */
    private static final class Search {
        private final String text;
        private final List<Span> lines = new ArrayList<>();
        private final List<Part> parts = new ArrayList<>();
        private final List<Open> open = new ArrayList<>();
        private int lastWords = -1;

        /** A part that has begun; one of a paragraph ends with it. */
        private record Open(int from, Set<String> names, boolean paragraph) {}

        Search(String text) {
            this.text = text;
        }

        Marks found() {
            int start = 0;
            while (start <= text.length()) {
                int end = start;
                while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
                    end++;
                }
                line(new Span(start, end));
                start = end + 1;
            }
            close(text.length(), List.copyOf(open));
            parts.sort((a, b) -> a.span().compareTo(b.span()));
            return new Marks(lines, parts);
        }

        private void line(Span line) {
            String words = line.in(text);
            Matcher mark = MARK.matcher(words);
            if (!words.contains("toward:") || !mark.matches()) {
                if (!words.isBlank()) {
                    lastWords = line.end();
                } else {
                    closeParagraphs(line.start());
                }
                return;
            }
            lines.add(line);
            closeParagraphs(line.start());
            String names = mark.group("names").strip();
            switch (mark.group("what")) {
                case "off" -> open.add(new Open(line.end(), names(names), false));
                case "ignore-next" -> open.add(new Open(line.end(), names(names), true));
                default ->
                    close(
                            line.start(),
                            open.stream().filter(o -> !o.paragraph()).toList());
            }
        }

        /** Those that have begun: before its first words, blank lines and other marks may stand. */
        private void closeParagraphs(int end) {
            close(
                    end,
                    open.stream()
                            .filter(o -> o.paragraph() && lastWords > o.from())
                            .toList());
        }

        private void close(int end, List<Open> ended) {
            for (Open part : ended) {
                if (part.from() < end) {
                    parts.add(new Part(new Span(part.from(), end), part.names()));
                }
            }
            open.removeAll(ended);
        }

        private static Set<String> names(String names) {
            return names.isEmpty() ? Set.of() : Set.of(names.split("[ \\t]*,[ \\t]*"));
        }
    }
}
