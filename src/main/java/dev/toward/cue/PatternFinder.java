package dev.toward.cue;

import dev.toward.annotate.Parsed;
import dev.toward.annotate.ParsedToken;
import dev.toward.text.Draft;
import dev.toward.text.Span;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds a tactic that words and grammar show: what its pattern file finds, with the guards weighed. Finds of the file
 * {@code TACTIC-if-felt} are words that are harmless over errands; they count where the bid carries feeling or news, or, when
 * no bid is known, where the draft speaks to somebody; never where it speaks of the writer alone.
 */
record PatternFinder(Tactic tactic) implements CueFinder {
    private static final Set<String> THEM = Set.of("you", "u", "your", "ur", "yours", "yourself", "youre");
    private static final Set<String> WRITER = Set.of("i", "my", "me", "mine", "im", "we", "our", "us");

    @Override
    public List<Cue> find(Draft draft, Parsed reply) {
        Stream<Span> always = spans(reply, tactic.id());
        boolean toThem = speaks(reply, THEM);
        boolean felt = draft.bid().isKnown() ? Stakes.felt(draft.bid()) && (toThem || !speaks(reply, WRITER)) : toThem;
        Stream<Span> found = felt ? Stream.concat(always, spans(reply, tactic.id() + "-if-felt")) : always;
        return found.collect(Collectors.toCollection(TreeSet::new)).stream()
                .map(span -> new Cue(tactic, span, Guards.of(reply, span)))
                .filter(cue -> !cue.stands() || !ThirdPerson.isOrdered(tactic, Place.of(reply, cue.span())))
                .toList();
    }

    private static Stream<Span> spans(Parsed reply, String pattern) {
        return reply.matches(pattern).stream().map(Parsed.Match::span);
    }

    private static boolean speaks(Parsed reply, Set<String> persons) {
        return reply.sentences().stream()
                .flatMap(List::stream)
                .map(ParsedToken::text)
                .anyMatch(word -> persons.contains(word.toLowerCase(Locale.ROOT)));
    }
}
