package dev.toward.letter;

import dev.toward.text.Span;

/** A line of a text, without its end, and what it is there for. */
record Line(Span span, String text, Kind kind) {
    enum Kind {
        BLANK,
        /** Said by whoever writes. */
        PROSE,
        /** Said by somebody else, and answered: quoted mail. */
        QUOTED,
        /** Who wrote what is quoted, and when. */
        ATTRIBUTION,
        /** Greeting or farewell, on a line of its own. */
        FRAME,
        /** What nobody says to anybody: code, tables, headings, signatures, what characters say. */
        APART
    }

    Line as(Kind other) {
        return new Line(span, text, other);
    }

    boolean is(Kind other) {
        return kind == other;
    }
}
