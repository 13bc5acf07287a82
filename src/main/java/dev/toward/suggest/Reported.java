package dev.toward.suggest;

import dev.toward.annotate.Parsed;
import dev.toward.annotate.ParsedToken;
import dev.toward.cue.BidKind;
import dev.toward.phrase.Sort;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the clause of a message that most is at stake in, where no word of a list tells whether what it tells of is good or bad.
 * It can be said back only as what was said ("You told me he talked about crypto for two hours"), which takes no side: reflecting
 * in the sense of Rogers (1951).
 */
final class Reported {
    private static final Set<BidKind> HEARD =
            EnumSet.of(BidKind.DISTRESS, BidKind.CONFLICT, BidKind.HELP, BidKind.GOOD_NEWS, BidKind.SHARE);
    private static final Set<String> UNSAID = Retelling.listed("unsaid");
    private static final Set<String> SPEECH = Retelling.listed("speech");
    private static final Set<String> VAGUE = Set.of("it", "its", "it's", "that", "this", "there");
    private static final Set<String> SAYING = Set.of("said", "say", "says");
    private static final Set<String> ANSWERS = Set.of("no", "yes");
    private static final double ENOUGH = 0.35;
    private static final double ANYTHING = 0.1;
    private static final double SURE = 0.9;
    private static final int SHORT = 3;
    private static final int SHORTEST = 3;
    private static final int SHORTEST_SAYING = 5;

    private Reported() {}

    static Optional<Retelling.Told> in(Parsed message, BidKind bid, Hearing hearing) {
        if (!HEARD.contains(bid)) {
            return Optional.empty();
        }
        Retelling best = null;
        double most = bid == BidKind.SHARE ? ANYTHING : ENOUGH;
        for (List<ParsedToken> sentence : message.sentences()) {
            for (List<ParsedToken> stretch : Telling.clauses(sentence)) {
                Retelling clause = Retelling.opening(stretch, bid);
                if (clause != null && mayBeReported(clause)) {
                    double stake = hearing.atStake(Words.span(clause.clause()).in(message.text()));
                    if (stake > most && (clause.clause().size() > SHORT || stake > SURE)) {
                        best = clause;
                        most = stake;
                    }
                }
            }
        }
        return Optional.ofNullable(best).map(c -> new Retelling.Told(c.saidToThem(), Sort.OTHER));
    }

    private static boolean mayBeReported(Retelling retelling) {
        List<ParsedToken> clause = retelling.clause();
        return clause.size() >= (leavesSayingOpen(retelling.predicate()) ? SHORTEST_SAYING : SHORTEST)
                && !VAGUE.contains(Words.lower(clause.get(0)))
                && !retelling.breaksOff()
                && !retelling.isRough()
                && !retelling.names()
                && !retelling.isOfBoth()
                && retelling.words().stream().noneMatch(UNSAID::contains)
                && !((retelling.judges() || isSaying(retelling.predicate())) && isOfThoseTwo(retelling))
                && !hasAnother(retelling.predicate());
    }

    // "He said 7" is half of what there is; "they said no" is all.
    private static boolean leavesSayingOpen(List<ParsedToken> predicate) {
        return isSpeech(predicate) && !ANSWERS.contains(Words.lower(predicate.get(predicate.size() - 1)));
    }

    private static boolean isSpeech(List<ParsedToken> predicate) {
        return predicate.stream().limit(3).map(Words::lower).anyMatch(SPEECH::contains);
    }

    private static boolean isSaying(List<ParsedToken> predicate) {
        return SAYING.contains(Words.lower(predicate.get(0)));
    }

    private static boolean isOfThoseTwo(Retelling retelling) {
        return retelling.isOwn() || Words.lower(retelling.clause().get(0)).startsWith("you");
    }

    // A clause within the clause hangs together only after a verb of saying: "he told everyone i was cheating".
    private static boolean hasAnother(List<ParsedToken> predicate) {
        boolean speech = isSpeech(predicate);
        return predicate.stream().skip(1).anyMatch(t -> Retelling.beginsAnother(t) && !speech);
    }
}
