package dev.toward.cue;

import dev.toward.annotate.Parsed;
import dev.toward.text.Draft;
import dev.toward.text.Span;
import java.util.List;

/**
 * Finds a reply that opens with "anyway" or its like and a question, beside a bid that carries feeling or news. Whether other
 * replies keep to the subject is not told by their words; the reader decides that.
 */
final class TopicChangeFinder implements CueFinder {
    @Override
    public Tactic tactic() {
        return Tactic.TOPIC_CHANGE;
    }

    @Override
    public List<Cue> find(Draft draft, Parsed reply) {
        if (!Stakes.felt(draft.bid())) {
            return List.of();
        }
        return reply.matches(tactic().id()).stream()
                .map(match -> new Cue(tactic(), clause(reply, match.span()), Guards.of(reply, match.span())))
                .toList();
    }

    private static Span clause(Parsed reply, Span match) {
        Place place = Place.of(reply, match);
        int end = place.sentence().get(place.last()).span().end();
        for (int i = place.last(); i < place.sentence().size(); i++) {
            if (place.word(i).codePoints().anyMatch(Character::isLetterOrDigit)) {
                end = place.sentence().get(i).span().end();
            }
        }
        return new Span(match.start(), end);
    }
}
