package dev.toward.letter;

import dev.toward.letter.Line.Kind;
import dev.toward.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Cuts a text into lines, and tells from their shape what each is there for. Stateless. */
final class Lines {
    private static final Pattern FENCE = Pattern.compile("\\s{0,3}(?:```|~~~).*");
    private static final Pattern CODE =
            Pattern.compile("(?:\\$ |//|/\\*|#include|#!|<[/!?a-zA-Z][^>]*>$|\\\\[a-z]+[\\[{]|at [\\w.$]+\\().*"
                    + "|.*(?:[{}]|=>|\\(\\)|\\]\\))|.*[=(].*;"
                    + "|[\\w.-]+\\s?=\\s?\\S+|\\w+(?:[._-]\\w+)+:\\s\\S+(?:\\s+#.*)?"
                    + "|(?:def|class|function|public|private|static|const) .*[({=].*[){};:]"
                    + "|(?:let|var|import|package) .*;|(?:SELECT|INSERT|UPDATE|CREATE|FROM|WHERE|JOIN) .*");
    private static final Pattern TABLE = Pattern.compile("\\s*+\\|.*\\|\\s*+|\\s*+[|+:=-]{4,}+[|+:=\\s-]*+");
    private static final Pattern HEADING = Pattern.compile("#{1,6}\\s.*|={3,}\\s*|-{3,}\\s*|\\*{3,}\\s*|_{3,}\\s*");
    private static final Pattern REFERENCE =
            Pattern.compile("\\s*\\[\\^?[\\w-]{1,30}\\]:?\\s.*|\\s*(?:doi|DOI|ISBN|RFC|See also):?\\s.*");
    private static final Pattern DASHED_SPEECH = Pattern.compile("\\s*[\u2014\u2013\u2015]\\s*\\p{L}.*");
    private static final Pattern SPEAKER = Pattern.compile(
            "\\s*(?:\\[?\\d{1,2}:\\d\\d(?::\\d\\d)?\\]?\\s*)?\\*{0,2}\\p{Lu}[\\p{L}.'-]{0,20}(?: \\p{Lu}[\\p{L}.'-]{0,20}){0,2}\\*{0,2}:\\*{0,2}\\s+\\S.*");
    private static final Pattern QUOTED = Pattern.compile("\\s{0,3}>.*");
    private static final Pattern ATTRIBUTION = Pattern.compile(
            "\\s*(?:(?:On|Am|Le|El) .{4,160}|[^.!?]{2,100}) (?:wrote|writes|a \u00e9crit|schrieb|escribi\u00f3)\\s?:\\s*");
    private static final Pattern ATTRIBUTION_OPENS = Pattern.compile("\\s*On .{4,120}");
    private static final Pattern ATTRIBUTION_ENDS = Pattern.compile(".{0,120}wrote\\s?:\\s*");
    private static final Pattern FORWARDED = Pattern.compile(
            "\\s*-{2,}\\s*(?:Original|Forwarded) [Mm]essage\\s*-{2,}\\s*|\\s*Begin forwarded message:\\s*");
    private static final Pattern HEADER =
            Pattern.compile("\\s*\\*?(?:From|Sent|Date|To|Cc|CC|Subject|Reply-To):\\*?\\s.*");
    private static final Pattern DEVICE = Pattern.compile(
            "\\s*(?:Sent from (?:my|Mail|Yahoo|Outlook) .*|Sent from my .*|Get Outlook for .*|Sent with .{1,30})\\s*");
    private static final int SPEAKERS = 2;

    private Lines() {}

    static List<Line> of(String text) {
        List<Line> lines = cut(text);
        code(lines);
        quotedMail(lines);
        speech(lines);
        return lines;
    }

    private static List<Line> cut(String text) {
        List<Line> lines = new ArrayList<>();
        int start = 0;
        while (start <= text.length()) {
            int end = start;
            while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
                end++;
            }
            String line = text.substring(start, end);
            lines.add(new Line(new Span(start, end), line, line.isBlank() ? Kind.BLANK : Kind.PROSE));
            boolean both = end + 1 < text.length() && text.charAt(end) == '\r' && text.charAt(end + 1) == '\n';
            start = end + (both ? 2 : 1);
        }
        return lines;
    }

    private static void code(List<Line> lines) {
        boolean fenced = false;
        boolean front = lines.size() > 2 && lines.get(0).text().strip().equals("---");
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            String text = line.text();
            boolean fence = FENCE.matcher(text).matches();
            if (fence || fenced || front) {
                lines.set(i, line.as(Kind.APART));
                front = front && !(i > 0 && text.strip().equals("---"));
                fenced ^= fence;
            } else if (line.is(Kind.PROSE) && isApart(lines, i)) {
                lines.set(i, line.as(Kind.APART));
            }
        }
    }

    private static boolean isApart(List<Line> lines, int i) {
        String text = lines.get(i).text();
        boolean indented = text.startsWith("    ") || text.startsWith("\t");
        boolean afterGap = i > 0 && !lines.get(i - 1).is(Kind.PROSE);
        String bare = text.strip();
        return (indented && afterGap)
                || HEADING.matcher(text).matches()
                || TABLE.matcher(text).matches()
                || REFERENCE.matcher(text).matches()
                || DEVICE.matcher(text).matches()
                || (text.length() < 200
                        && CODE.matcher(bare).matches()
                        && !HEADER.matcher(text).matches()
                        && !bare.contains(" wrote"));
    }

    private static void quotedMail(List<Line> lines) {
        boolean rest = false;
        boolean signature = false;
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (rest) {
                lines.set(
                        i, HEADER.matcher(line.text()).matches() ? line.as(Kind.ATTRIBUTION) : quotedUnlessBlank(line));
                continue;
            }
            if (line.is(Kind.APART)
                    && !FORWARDED.matcher(line.text()).matches()
                    && !line.text().stripTrailing().equals("--")) {
                continue;
            }
            if (QUOTED.matcher(line.text()).matches()) {
                lines.set(i, line.as(Kind.QUOTED));
                signature = false;
                continue;
            }
            int attribution = attribution(lines, i);
            if (attribution > 0 || FORWARDED.matcher(line.text()).matches() || isHeaderBlock(lines, i)) {
                int end = Math.max(1, attribution);
                for (int j = i; j < i + end; j++) {
                    lines.set(j, lines.get(j).as(Kind.ATTRIBUTION));
                }
                i += end - 1;
                // where quoted lines are not marked, all that follows is quoted
                rest = !nextIsQuoted(lines, i + 1);
                signature = false;
            } else if (line.text().equals("-- ") || line.text().equals("--")) {
                signature = i > 0;
                lines.set(i, line.as(Kind.APART));
            } else if (signature && line.is(Kind.PROSE)) {
                lines.set(i, line.as(Kind.APART));
            }
        }
    }

    private static Line quotedUnlessBlank(Line line) {
        return line.is(Kind.BLANK) ? line : line.as(Kind.QUOTED);
    }

    /** How many lines say who wrote what follows; they are wrapped by some programs. */
    private static int attribution(List<Line> lines, int i) {
        String text = lines.get(i).text();
        if (ATTRIBUTION.matcher(text).matches()
                && (ATTRIBUTION_OPENS.matcher(text).matches() || nextIsQuoted(lines, i + 1))) {
            return 1;
        }
        if (ATTRIBUTION_OPENS.matcher(text).matches() && !lines.get(i).is(Kind.BLANK)) {
            for (int j = i + 1;
                    j < Math.min(lines.size(), i + 3) && !lines.get(j).is(Kind.BLANK);
                    j++) {
                if (ATTRIBUTION_ENDS.matcher(lines.get(j).text()).matches() && nextIsQuoted(lines, j + 1)) {
                    return j - i + 1;
                }
            }
        }
        return 0;
    }

    private static boolean nextIsQuoted(List<Line> lines, int from) {
        for (int i = from; i < lines.size(); i++) {
            if (!lines.get(i).is(Kind.BLANK)) {
                return QUOTED.matcher(lines.get(i).text()).matches();
            }
        }
        return false;
    }

    private static boolean isHeaderBlock(List<Line> lines, int i) {
        int count = 0;
        for (int j = i; j < lines.size() && HEADER.matcher(lines.get(j).text()).matches(); j++) {
            count++;
        }
        return count >= 3;
    }

    private static void speech(List<Line> lines) {
        long speakers = lines.stream()
                .filter(l -> l.is(Kind.PROSE) && SPEAKER.matcher(l.text()).matches())
                .count();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            boolean said = DASHED_SPEECH.matcher(line.text()).matches()
                    || (speakers >= SPEAKERS && SPEAKER.matcher(line.text()).matches());
            if (line.is(Kind.PROSE) && said) {
                lines.set(i, line.as(Kind.APART));
            }
        }
    }
}
