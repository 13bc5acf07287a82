package dev.toward.phrase;

import java.util.Locale;

/** A gap in a phrase that the moment fills; in the text it stands in braces, as {@code {thing}}. */
public enum Slot {
    /** Their first name. */
    NAME,
    /** An adjective that can follow "sounds" or "feel": tired, excited. */
    FEELING,
    /** A noun phrase with its determiner, as said to them: "your mom's surgery". */
    THING,
    /** "Friday", "tomorrow". */
    TIME,
    /** What they told of, as a clause said to them: "your car broke down". */
    EVENT;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
