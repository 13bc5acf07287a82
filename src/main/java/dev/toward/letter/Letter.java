package dev.toward.letter;

import dev.toward.letter.Line.Kind;
import dev.toward.text.Bid;
import dev.toward.text.Span;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A text as the one reads it to whom it goes: what in it is said to them, and what of theirs it answers. Mail with quoted lines,
 * a chat message, a page of a book or a manual: quotations, signatures, code and tables are nobody's answer, and a page that speaks to
 * nobody has no passages at all.
 *
 * @param passages what is said to somebody, in order, none overlapping
 * @param them the first name of the one who is greeted, or null
 */
public record Letter(List<Passage> passages, @Nullable String them) {
    /** Words that are read as one, blank lines and all. */
    private static final int ONE_LOOK = 80;

    private static final int LONG_PARAGRAPH = 100;
    private static final int PIECE = 60;
    private static final int MOST_PASSAGES = 200;

    public Letter {
        passages = List.copyOf(passages);
    }

    /** @param sent true when it is known that the text goes to somebody: there is a recipient, or a message that it answers */
    public static Letter read(String text, boolean sent) {
        List<Line> lines = Lines.of(text);
        Frame frame = Frame.take(lines);
        List<Quoted> quoted = Quoted.of(lines);
        boolean answers = lines.stream().anyMatch(l -> l.is(Kind.ATTRIBUTION)) || opensWithQuotation(lines);
        List<Paragraph> paragraphs = paragraphs(text, lines);
        boolean letter = sent || frame.greets() || answers;
        if (!letter && !speaks(text, paragraphs)) {
            return new Letter(List.of(), frame.them());
        }
        List<Paragraph> said = paragraphs.stream()
                .filter(p -> sent
                        || !Address.tells(
                                Citations.left(text, p.span()),
                                !Citations.of(text, p.span()).isEmpty()))
                .filter(p -> hasWords(Citations.left(text, p.span())))
                .toList();
        boolean plain =
                said.size() == paragraphs.size() && lines.stream().allMatch(l -> l.is(Kind.PROSE) || l.is(Kind.BLANK));
        return new Letter(passages(text, said, plain, letter ? quoted : List.of()), frame.them());
    }

    private record Paragraph(Span span, int line) {}

    private static List<Passage> passages(String text, List<Paragraph> said, boolean plain, List<Quoted> quoted) {
        if (said.isEmpty()) {
            return List.of();
        }
        Span all = said.get(0).span().join(said.get(said.size() - 1).span());
        if (words(text, all) <= ONE_LOOK && (plain || isWhole(text, said))) {
            Span span = plain ? Span.of(text) : all;
            return List.of(passage(text, span, said.get(0).line(), quoted, true));
        }
        List<Passage> passages = new ArrayList<>();
        for (Paragraph paragraph : said) {
            for (Span piece : pieces(text, paragraph.span())) {
                if (passages.size() < MOST_PASSAGES) {
                    passages.add(passage(text, piece, paragraph.line(), quoted, passages.isEmpty()));
                }
            }
        }
        return passages;
    }

    /** Nothing but blank lines lies between them. */
    private static boolean isWhole(String text, List<Paragraph> said) {
        for (int i = 1; i < said.size(); i++) {
            if (!text.substring(said.get(i - 1).span().end(), said.get(i).span().start())
                    .isBlank()) {
                return false;
            }
        }
        return true;
    }

    private static Passage passage(String text, Span span, int line, List<Quoted> quoted, boolean opens) {
        Bid bid = quoted.isEmpty() ? Bid.UNKNOWN : quoted.get(0).bid();
        for (Quoted block : quoted) {
            if (block.first() < line) {
                bid = block.bid();
            }
        }
        return new Passage(span, bid, Citations.of(text, span), opens);
    }

    private static boolean speaks(String text, List<Paragraph> paragraphs) {
        return Address.of(paragraphs.stream()
                        .map(p -> Citations.left(text, p.span()))
                        .toList())
                .speaks();
    }

    /** Quoted lines come before anything that is said. */
    private static boolean opensWithQuotation(List<Line> lines) {
        for (Line line : lines) {
            if (line.is(Kind.QUOTED)) {
                return true;
            }
            if (line.is(Kind.PROSE) || line.is(Kind.APART)) {
                return false;
            }
        }
        return false;
    }

    private static List<Paragraph> paragraphs(String text, List<Line> lines) {
        List<Paragraph> paragraphs = new ArrayList<>();
        int from = -1;
        for (int i = 0; i <= lines.size(); i++) {
            boolean prose = i < lines.size() && lines.get(i).is(Kind.PROSE);
            boolean item = prose && lines.get(i).text().matches("\\s*(?:[-*+\u2022]|\\d{1,3}[.)])\\s.*");
            if (from >= 0 && (!prose || item)) {
                Span span = lines.get(from).span().join(lines.get(i - 1).span());
                paragraphs.add(new Paragraph(trimmed(text, span), from));
                from = -1;
            }
            if (prose && from < 0) {
                from = i;
            }
        }
        return paragraphs;
    }

    /** A long paragraph in pieces of whole sentences, so that one cold sentence is not drowned by its neighbours. */
    private static List<Span> pieces(String text, Span paragraph) {
        if (words(text, paragraph) <= LONG_PARAGRAPH) {
            return List.of(paragraph);
        }
        BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ENGLISH);
        String words = paragraph.in(text);
        sentences.setText(words);
        List<Span> pieces = new ArrayList<>();
        int from = 0;
        int last = 0;
        for (int end = sentences.next(); end != BreakIterator.DONE; end = sentences.next()) {
            if (last > from && words(words, new Span(from, end)) > PIECE) {
                pieces.add(trimmed(text, new Span(paragraph.start() + from, paragraph.start() + last)));
                from = last;
            }
            last = end;
        }
        pieces.add(trimmed(text, new Span(paragraph.start() + from, paragraph.end())));
        return pieces.stream().filter(p -> !p.isEmpty()).toList();
    }

    private static int words(String text, Span span) {
        int words = 0;
        boolean in = false;
        for (int i = span.start(); i < span.end(); i++) {
            boolean space = Character.isWhitespace(text.charAt(i));
            words += in || space ? 0 : 1;
            in = !space;
        }
        return words;
    }

    private static boolean hasWords(String text) {
        return text.codePoints()
                .anyMatch(c -> Character.isLetterOrDigit(c) || Character.getType(c) == Character.OTHER_SYMBOL);
    }

    private static Span trimmed(String text, Span span) {
        int start = span.start();
        int end = span.end();
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return new Span(start, end);
    }
}
