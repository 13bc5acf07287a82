package dev.toward.suggest;

import dev.toward.text.Span;

/**
 * The part of a draft that gives way, and how what comes in its place is joined to what stays.
 *
 * @param span what gives way, in the draft as given
 * @param lead comes first in its place: what ends the part of the sentence that stays, or nothing
 * @param tail comes last in its place: the gap to what follows, with words of the draft that stay, or nothing
 * @param midSentence whether the words follow a comma that stays, and so begin small
 * @param open whether a full stop at the end of the words is left off, as the writer does
 */
record Cut(Span span, String lead, String tail, boolean midSentence, boolean open) {
    static Cut whole(String draft, boolean open) {
        Span span = trimmed(draft);
        return new Cut(span, "", "", false, open);
    }

    /** All but the blanks around it. */
    static Span trimmed(String draft) {
        int start = 0;
        int end = draft.length();
        while (start < end && Character.isWhitespace(draft.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(draft.charAt(end - 1))) {
            end--;
        }
        return new Span(start, end);
    }

    /** True when nothing of the draft stays. */
    boolean isWhole(String draft) {
        return span.equals(trimmed(draft)) && tail.isEmpty();
    }

    /** What stands in place of the span once {@code words}, in the writer's style already, are put in. */
    String around(String words) {
        String joined = words;
        if (open && joined.endsWith(".") && !joined.endsWith("..")) {
            joined = joined.substring(0, joined.length() - 1);
        }
        return lead + joined + tail;
    }

    /** The whole draft with the span replaced. */
    String rewrite(String draft, String replacement) {
        return draft.substring(0, span.start()) + replacement + draft.substring(span.end());
    }
}
