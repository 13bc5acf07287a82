package dev.toward.annotate.opennlp;

import dev.toward.models.ModelException;
import dev.toward.models.ModelStore;
import dev.toward.text.Span;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import opennlp.tools.tokenize.ThreadSafeTokenizerME;
import opennlp.tools.tokenize.TokenizerModel;

/**
 * Cuts a sentence into tokens. Only pieces that mix letters with other marks are asked of the model; contractions that are
 * typed without an apostrophe are cut as those with one are. Threads may share it.
 */
final class TokenCutter {
    private static final String MODEL = "opennlp-en-ud-ewt-tokens-1.3-2.5.4.bin";

    /** The model's features copy the piece at every character; longer pieces are links, keys and noise. */
    private static final int LONGEST = 60;

    private final ThreadSafeTokenizerME tokenizer;

    private TokenCutter(ThreadSafeTokenizerME tokenizer) {
        this.tokenizer = tokenizer;
    }

    static TokenCutter load(ModelStore models) throws ModelException {
        Path file = models.path(MODEL);
        try {
            return new TokenCutter(new ThreadSafeTokenizerME(new TokenizerModel(file)));
        } catch (IOException e) {
            throw new ModelException("model file " + file + " is not a tokenizer model of OpenNLP", e);
        }
    }

    /** Tokens in order; together they cover all of the sentence but its white space. */
    List<Span> cut(String text, Span sentence) {
        List<Span> tokens = new ArrayList<>();
        int i = sentence.start();
        while (i < sentence.end()) {
            if (SentenceCutter.blank(text.charAt(i))) {
                i++;
                continue;
            }
            int end = i;
            while (end < sentence.end() && !SentenceCutter.blank(text.charAt(end))) {
                end++;
            }
            cutPiece(text, i, end, tokens);
            i = end;
        }
        return Contractions.split(text, tokens);
    }

    /** A piece without white space: runs of words and their marks by the model, runs of other symbols by themselves. */
    private void cutPiece(String text, int start, int end, List<Span> into) {
        int from = start;
        while (from < end) {
            boolean symbol = isSymbol(text.codePointAt(from));
            int to = from;
            while (to < end && isSymbol(text.codePointAt(to)) == symbol) {
                to += Character.charCount(text.codePointAt(to));
            }
            to = Math.min(to, end);
            if (symbol) {
                into.add(new Span(from, to));
            } else {
                cutWords(text, from, to, into);
            }
            from = to;
        }
    }

    private void cutWords(String text, int start, int end, List<Span> into) {
        String piece = text.substring(start, end);
        if (piece.chars().allMatch(Character::isLetterOrDigit) || isLink(piece)) {
            into.add(new Span(start, end));
        } else if (piece.length() > LONGEST) {
            cutByKind(text, start, end, into);
        } else {
            for (opennlp.tools.util.Span span : tokenizer.tokenizePos(piece)) {
                splitMarks(text, start + span.getStart(), start + span.getEnd(), into);
            }
        }
    }

    /** The model leaves marks on words that it has not seen with them, as the comma in "idk,rn". */
    private static void splitMarks(String text, int start, int end, List<Span> into) {
        int from = start;
        while (from < end
                && ",;\"\u201c\u201d()*?!\u2026".indexOf(text.charAt(from)) >= 0
                && end - from > 1
                && hasLetter(text, from, end)) {
            into.add(new Span(from, from + 1));
            from++;
        }
        int to = end;
        while (to > from + 1
                && ",;\"\u201c\u201d()*?!\u2026".indexOf(text.charAt(to - 1)) >= 0
                && hasLetter(text, from, to)) {
            to--;
        }
        into.add(new Span(from, to));
        if (to < end) {
            into.add(new Span(to, end));
        }
    }

    private static boolean hasLetter(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (Character.isLetterOrDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static void cutByKind(String text, int start, int end, List<Span> into) {
        int from = start;
        for (int i = start + 1; i <= end; i++) {
            if (i == end
                    || Character.isLetterOrDigit(text.charAt(i)) != Character.isLetterOrDigit(text.charAt(i - 1))) {
                into.add(new Span(from, i));
                from = i;
            }
        }
    }

    private static boolean isLink(String piece) {
        String lower = piece.toLowerCase(Locale.ROOT);
        return lower.startsWith("http://") || lower.startsWith("https://") || lower.startsWith("www.");
    }

    /** Emoji, dashes and other marks that stand between words without being part of them. */
    private static boolean isSymbol(int c) {
        return switch (Character.getType(c)) {
            case Character.OTHER_SYMBOL,
                    Character.MODIFIER_SYMBOL,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.CONTROL,
                    Character.FORMAT,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK -> true;
            default -> c == '\u2013' || c == '\u2014';
        };
    }
}
