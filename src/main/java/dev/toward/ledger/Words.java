package dev.toward.ledger;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The words of one message, with what is asked of them again and again: the bare words, their stems, the sentences and what each asks, whether they only take
 * note. Each is found when it is first asked for, and then known for as long as whoever made this keeps it. Not for several threads.
 */
final class Words {
    private final String text;
    private @Nullable List<String> bare;
    private @Nullable Set<String> stems;
    private @Nullable List<String> sentences;
    private @Nullable List<Asked> asked;
    private @Nullable Asked whole;
    private @Nullable Boolean takesNote;
    private @Nullable Boolean ritual;
    private @Nullable Boolean notice;
    private @Nullable Boolean feels;

    Words(String text) {
        this.text = text;
    }

    /** As written. */
    String text() {
        return text;
    }

    List<String> bare() {
        if (bare == null) {
            bare = BareWords.of(text);
        }
        return bare;
    }

    Set<String> stems() {
        if (stems == null) {
            stems = Stems.of(bare());
        }
        return stems;
    }

    List<String> sentences() {
        if (sentences == null) {
            sentences = Sentences.of(text);
        }
        return sentences;
    }

    /** What each of the sentences asks. */
    List<Asked> asked() {
        if (asked == null) {
            asked = sentences().stream().map(Asked::in).toList();
        }
        return asked;
    }

    /** What the message asks when it is taken for one sentence. */
    Asked askedAsOne() {
        if (whole == null) {
            whole = sentences().equals(List.of(text)) ? asked().get(0) : Asked.in(text);
        }
        return whole;
    }

    boolean asksSomething() {
        return asked().stream().anyMatch(a -> a != Asked.NOTHING);
    }

    boolean hasQuestionMark() {
        return text.contains("?");
    }

    /** Whether it is an {@link Acknowledgement}. */
    boolean takesNote() {
        if (takesNote == null) {
            takesNote = !hasQuestionMark() && Acknowledgement.is(bare());
        }
        return takesNote;
    }

    /** Whether it is a {@link Ritual}. */
    boolean isRitual() {
        if (ritual == null) {
            ritual = !hasQuestionMark() && Ritual.is(bare());
        }
        return ritual;
    }

    /** Whether it is a {@link Notice}. */
    boolean isNotice() {
        if (notice == null) {
            notice = Notice.says(text) && !feels();
        }
        return notice;
    }

    /** Whether a feeling or an event of somebody's life stands in them. */
    boolean feels() {
        if (feels == null) {
            feels = Notice.tellsMore(text);
        }
        return feels;
    }
}
