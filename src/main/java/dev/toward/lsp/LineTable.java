package dev.toward.lsp;

import dev.toward.text.Span;
import java.util.Arrays;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;

/**
 * Where the lines of a text begin, and so which offset a position is. Lines end in LF, CRLF or CR, as the protocol has it. Positions past the
 * end of a line are its end, lines past the end of the text are the end of the text, and none is ever within a surrogate pair.
 */
final class LineTable {
    private final String text;
    private final Encoding encoding;
    private final int[] starts;

    LineTable(String text, Encoding encoding) {
        this.text = text;
        this.encoding = encoding;
        int[] found = new int[64];
        int lines = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean ends = c == '\n' || (c == '\r' && !(i + 1 < text.length() && text.charAt(i + 1) == '\n'));
            if (ends) {
                if (lines == found.length) {
                    found = Arrays.copyOf(found, 2 * lines);
                }
                found[lines++] = i + 1;
            }
        }
        this.starts = Arrays.copyOf(found, lines);
    }

    int offset(Position position) {
        int line = Math.max(0, position.getLine());
        if (line >= starts.length) {
            return text.length();
        }
        int at = starts[line];
        int end = end(line);
        int left = position.getCharacter();
        while (at < end && left > 0) {
            int codePoint = text.codePointAt(at);
            left -= encoding.units(codePoint);
            if (left < 0) {
                return at;
            }
            at += Character.charCount(codePoint);
        }
        return at;
    }

    /** Where a line ends, without what ends it. */
    private int end(int line) {
        int end = line + 1 < starts.length ? starts[line + 1] : text.length();
        int start = starts[line];
        if (line + 1 < starts.length) {
            end--;
            if (end > start && text.charAt(end) == '\n' && text.charAt(end - 1) == '\r') {
                end--;
            }
        }
        return end;
    }

    Position position(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        int line = found >= 0 ? found : -found - 2;
        int column = 0;
        int at = starts[line];
        while (at < offset) {
            int codePoint = text.codePointAt(at);
            at += Character.charCount(codePoint);
            if (at <= offset) {
                column += encoding.units(codePoint);
            }
        }
        return new Position(line, column);
    }

    Range range(Span span) {
        return new Range(position(span.start()), position(span.end()));
    }

    Span span(Range range) {
        int start = offset(range.getStart());
        return new Span(start, Math.max(start, offset(range.getEnd())));
    }
}
