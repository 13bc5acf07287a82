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
 * Finds a clause in which trouble is heard, where no word of a list tells that it is bad: "he talked about crypto for two hours".
 * Only what others did, or what the one who writes cannot do, and only in the first sentence: what comes later, and what people do
 * in their trouble, is seldom what it is about. Never what is held against the one who answers: nobody says an accusation back.
 */
final class Heard {
    private static final Set<BidKind> TROUBLED = EnumSet.of(BidKind.DISTRESS, BidKind.HELP);
    private static final Set<String> UNSAID = Retelling.listed("unsaid");
    private static final Set<String> SPEECH = Retelling.listed("speech");
    private static final Set<String> VAGUE = Set.of("it", "its", "it's", "that", "this", "there");
    private static final Set<String> CANNOT = Set.of("can't", "cant", "cannot", "ca", "couldn't", "couldnt");
    private static final Set<String> ANSWERS = Set.of("no", "yes");
    private static final double ENOUGH = 0.6;
    private static final int SHORTEST = 3;
    private static final int SHORTEST_SAYING = 5;

    private Heard() {}

    static Optional<Retelling.Told> in(Parsed message, BidKind bid, Hearing hearing) {
        if (!TROUBLED.contains(bid) || message.sentences().isEmpty()) {
            return Optional.empty();
        }
        for (List<ParsedToken> stretch : Telling.stretches(message.sentences().get(0))) {
            Retelling clause = Retelling.opening(stretch, bid);
            if (clause != null
                    && mayBeTold(clause)
                    && !Retelling.isUnfit(clause.saidToThem())
                    && hearing.trouble(Words.span(clause.clause()).in(message.text())) >= ENOUGH) {
                return Optional.of(new Retelling.Told(clause.saidToThem(), Sort.TROUBLE));
            }
        }
        return Optional.empty();
    }

    private static boolean mayBeTold(Retelling retelling) {
        List<ParsedToken> clause = retelling.clause();
        boolean own = retelling.isOwn();
        return clause.size() >= (leavesSayingOpen(retelling.predicate()) ? SHORTEST_SAYING : SHORTEST)
                && !VAGUE.contains(Words.lower(clause.get(0)))
                && !Words.lower(clause.get(0)).startsWith("you")
                && (!own || CANNOT.contains(Words.lower(retelling.predicate().get(0))))
                && !retelling.breaksOff()
                && !retelling.isRough()
                && !retelling.isOfBoth()
                && !retelling.names()
                && !retelling.runsOn()
                && retelling.words().stream().noneMatch(w -> UNSAID.contains(w) || w.startsWith("you"))
                && !hasAnother(retelling.predicate());
    }

    // "He said 7" is half of what there is; "they said no" is all.
    private static boolean leavesSayingOpen(List<ParsedToken> predicate) {
        return isSpeech(predicate) && !ANSWERS.contains(Words.lower(predicate.get(predicate.size() - 1)));
    }

    private static boolean isSpeech(List<ParsedToken> predicate) {
        return predicate.stream().limit(3).map(Words::lower).anyMatch(SPEECH::contains);
    }

    // A clause within the clause hangs together only after a verb of saying: "he told everyone i was cheating".
    private static boolean hasAnother(List<ParsedToken> predicate) {
        boolean speech = isSpeech(predicate);
        return predicate.stream().skip(1).anyMatch(t -> Retelling.beginsAnother(t) && !speech);
    }
}
