package dev.toward.report;

import com.samskivert.mustache.Escapers;
import dev.toward.ledger.Outcome;
import dev.toward.text.Message;
import java.time.LocalDate;
import java.util.List;

/**
 * Numbers as the page has them: what opens the messages behind it, or plain where there are none to show. All that is given out is
 * HTML.
 */
final class Numbers {
    private final Evidence evidence;
    private final boolean open;

    /** @param open false when nobody's words may be shown */
    Numbers(Evidence evidence, boolean open) {
        this.evidence = evidence;
        this.open = open;
    }

    /** @param title what is counted, in words, for whoever opens it */
    String of(long n, Evidence.Key key, String title) {
        return n == 0 || !open ? Shown.number(n) : button(Shown.number(n), evidence.reference(key), title);
    }

    /** What the numbers of these keys add up to. */
    String sum(long n, List<Evidence.Key> keys, String title) {
        return n == 0 || !open ? Shown.number(n) : button(Shown.number(n), evidence.reference(keys), title);
    }

    String of(long n, LocalDate monday, List<Outcome> outcomes, String title) {
        return n == 0 || !open ? Shown.number(n) : button(Shown.number(n), evidence.reference(monday, outcomes), title);
    }

    String of(long n, LocalDate day, String title) {
        return n == 0 || !open ? Shown.number(n) : button(Shown.number(n), evidence.reference(day), title);
    }

    /** Something that was made out of the messages, as a median. */
    String of(String shown, Evidence.Key key, String title) {
        return open ? button(shown, evidence.reference(key), title) : Escapers.HTML.escape(shown);
    }

    /**
     * Something that was made out of messages that are at hand.
     *
     * @param all how many there are, of which these are some
     */
    String of(String shown, long all, List<Message> some, String title) {
        return open && !some.isEmpty()
                ? button(shown, evidence.reference(all, some), title)
                : Escapers.HTML.escape(shown);
    }

    private static String button(String shown, int reference, String title) {
        return "<button type=\"button\" class=\"n\" data-behind=\"" + reference + "\" data-title=\""
                + Escapers.HTML.escape(title) + "\">" + Escapers.HTML.escape(shown)
                + "<span class=\"vh\"> – show messages</span></button>";
    }
}
