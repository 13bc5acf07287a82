package dev.toward.ledger;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells whether a message speaks to somebody by name. Names that are merely spoken of are none. */
final class Address {
    private static final String CLOSE = ",:;!?. \n";

    private Address() {}

    /** How the text calls somebody, or null when it does not. */
    static InReplyTo.@Nullable Evidence of(String text, String name) {
        String said = text.strip().toLowerCase(Locale.ROOT);
        String whole = name.strip().toLowerCase(Locale.ROOT);
        String first = whole.split("[\\s_.]+", 2)[0];
        if (first.length() < 2) {
            return null;
        }
        if (mentions(said, whole) || mentions(said, first)) {
            return InReplyTo.Evidence.MENTION;
        }
        return calls(said, whole) || calls(said, first) ? InReplyTo.Evidence.NAME : null;
    }

    private static boolean mentions(String said, String name) {
        int at = said.indexOf("@" + name);
        return at >= 0 && !goesOn(said, at + 1 + name.length());
    }

    /** "Ben, when is it?", "when is it, Ben?", "Ben!!" */
    private static boolean calls(String said, String name) {
        if (said.startsWith(name) && !goesOn(said, name.length())) {
            return said.length() == name.length() || ",:!?".indexOf(said.charAt(name.length())) >= 0;
        }
        int end = said.length();
        while (end > 0
                && (CLOSE.indexOf(said.charAt(end - 1)) >= 0 || !Character.isLetterOrDigit(said.charAt(end - 1)))) {
            end--;
        }
        String open = said.substring(0, end);
        if (!open.endsWith(name)) {
            return false;
        }
        String before = open.substring(0, open.length() - name.length());
        return before.endsWith(", ") || before.endsWith(",");
    }

    private static boolean goesOn(String said, int at) {
        return at < said.length() && (Character.isLetterOrDigit(said.charAt(at)) || said.charAt(at) == '\'');
    }
}
