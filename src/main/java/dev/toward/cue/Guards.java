package dev.toward.cue;

import dev.toward.annotate.Parsed;
import dev.toward.cue.Cue.Guard;
import dev.toward.text.Span;
import java.util.EnumSet;
import java.util.Set;

/** All guards, weighed on one place in a draft. */
final class Guards {
    private Guards() {}

    static Set<Guard> of(Parsed reply, Span span) {
        Set<Guard> guards = EnumSet.noneOf(Guard.class);
        Place place = Place.of(reply, span);
        if (QuotedGuard.holds(reply, span, place)) {
            guards.add(Guard.QUOTED);
        }
        if (NegatedGuard.holds(place)) {
            guards.add(Guard.NEGATED);
        }
        if (AboutWriterGuard.holds(place)) {
            guards.add(Guard.ABOUT_WRITER);
        }
        return guards;
    }
}
