package dev.toward.verdict;

import dev.toward.cue.Tactic;
import dev.toward.encode.Reading;
import dev.toward.text.Span;
import java.util.List;

/**
 * The words of a draft that a tactic lies in, by the reader's tags: the run of word pieces with the largest sum of evidence. No run goes
 * over a blank line: paragraphs are said one after the other, and editors mark no place that lies in two.
 */
final class TacticSpan {
    /** A piece under this share of belief speaks against the run it would join. */
    private static final double BAR = 0.3;
    /** How much the belief in another tactic counts for this one: the tags agree on where sooner than on what. */
    private static final double KIN = 0.6;

    private TacticSpan() {}

    /** The span in the draft, cut to whole words; the whole draft without its outer blanks when the tags say nothing. */
    static Span of(String text, Tactic tactic, List<Reading.Tag> tags) {
        double best = 0;
        double sum = 0;
        int from = 0;
        Span found = null;
        for (int i = 0; i < tags.size(); i++) {
            if (sum <= 0
                    || (i > 0
                            && isApart(text, tags.get(i - 1).span(), tags.get(i).span()))) {
                sum = 0;
                from = i;
            }
            sum += evidence(tags.get(i).logits(), tactic) - BAR;
            if (sum > best) {
                best = sum;
                found = new Span(
                        tags.get(from).span().start(), tags.get(i).span().end());
            }
        }
        return found == null ? trimmed(text, Span.of(text)) : trimmed(text, wholeWords(text, found));
    }

    /** True when a blank line stands between two pieces. */
    private static boolean isApart(String text, Span before, Span after) {
        int lines = 0;
        for (int i = before.end(); i < after.start() && lines < 2; i++) {
            char c = text.charAt(i);
            lines = c == '\n' ? lines + 1 : Character.isWhitespace(c) ? lines : 0;
        }
        return lines > 1;
    }

    private static double evidence(float[] logits, Tactic tactic) {
        double most = Double.NEGATIVE_INFINITY;
        for (float logit : logits) {
            most = Math.max(most, logit);
        }
        double all = 0;
        for (float logit : logits) {
            all += Math.exp(logit - most);
        }
        double any = 1 - Math.exp(logits[0] - most) / all;
        double own = Math.exp(logits[1 + tactic.ordinal()] - most) / all;
        return own + KIN * (any - own);
    }

    private static Span wholeWords(String text, Span span) {
        int start = span.start();
        int end = span.end();
        while (start > 0 && isWord(text.charAt(start - 1)) && isWord(text.charAt(start))) {
            start--;
        }
        while (end < text.length() && isWord(text.charAt(end)) && isWord(text.charAt(end - 1))) {
            end++;
        }
        return new Span(start, end);
    }

    /** Without blanks at the ends, and without a comma or colon that only joins it to its neighbours. */
    private static Span trimmed(String text, Span span) {
        int start = span.start();
        int end = span.end();
        while (end > start
                && (Character.isWhitespace(text.charAt(end - 1)) || ",;:.".indexOf(text.charAt(end - 1)) >= 0)) {
            end--;
        }
        while (start < end && (Character.isWhitespace(text.charAt(start)) || ",;:.".indexOf(text.charAt(start)) >= 0)) {
            start++;
        }
        return start == end ? span : new Span(start, end);
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || Character.isSurrogate(c) || c == '\'' || c == '’';
    }
}
