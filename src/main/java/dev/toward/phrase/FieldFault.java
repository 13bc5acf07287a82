package dev.toward.phrase;

import java.util.Locale;

/** A field that is not as it should be. The message names it, unless its name may be something private, and never quotes what is in it. */
final class FieldFault extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final String pointer;

    /** @param pointer JSON pointer (RFC 6901) from the object that was read; need not lead to something that is there */
    FieldFault(String pointer, String message) {
        super(message);
        this.pointer = pointer;
    }

    /** For a field known by its name, as {@code example.slots}. */
    static FieldFault of(String field, String expected) {
        return new FieldFault("/" + field.replace('.', '/'), field.toLowerCase(Locale.ROOT) + ": " + expected);
    }

    String pointer() {
        return pointer;
    }
}
