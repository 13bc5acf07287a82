package dev.toward.cue;

import dev.toward.annotate.Parsed;
import dev.toward.annotate.ParsedToken;
import dev.toward.text.Draft;
import dev.toward.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds a kind half of a sentence that is taken back: "I hear you, but you're overdoing it". Needs both: words of
 * understanding (heard.tokens), and behind a "but" words that judge, order or shrink.
 */
final class InvalidatingButFinder implements CueFinder {
    private static final Set<String> TURNS = Set.of("but", "however", "though", "still");
    private static final Set<String> TAKES_BACK = Set.of(
            Tactic.INVALIDATING_BUT.id(),
            Tactic.FEELING_JUDGMENT.id(),
            Tactic.FEELING_ORDER.id(),
            Tactic.SHRINKING.id(),
            Tactic.BLAME.id(),
            Tactic.COMPARISON.id(),
            Tactic.PERCEPTION_DENIAL.id(),
            Tactic.NORMALIZING_AWAY.id());

    @Override
    public Tactic tactic() {
        return Tactic.INVALIDATING_BUT;
    }

    @Override
    public List<Cue> find(Draft draft, Parsed reply) {
        List<Cue> cues = new ArrayList<>();
        List<Parsed.Match> heard = reply.matches("heard");
        if (heard.isEmpty()) {
            return cues;
        }
        int kind = heard.get(0).span().end();
        for (List<ParsedToken> sentence : reply.sentences()) {
            for (int i = 0; i < sentence.size(); i++) {
                ParsedToken token = sentence.get(i);
                if (token.span().start() >= kind && TURNS.contains(token.text().toLowerCase(Locale.ROOT))) {
                    Span rest = new Span(token.span().start(), end(sentence));
                    if (takesBack(reply, rest)) {
                        cues.add(new Cue(tactic(), rest, Guards.of(reply, token.span())));
                    }
                    break;
                }
            }
        }
        return cues;
    }

    private static boolean takesBack(Parsed reply, Span rest) {
        return reply.matches().stream()
                .anyMatch(match -> TAKES_BACK.contains(match.pattern())
                        && rest.contains(match.span())
                        && Guards.of(reply, match.span()).isEmpty());
    }

    /** The end of the sentence's words, without the marks that close it. */
    private static int end(List<ParsedToken> sentence) {
        for (int i = sentence.size() - 1; i > 0; i--) {
            if (sentence.get(i).text().codePoints().anyMatch(Character::isLetterOrDigit)) {
                return sentence.get(i).span().end();
            }
        }
        return sentence.get(0).span().end();
    }
}
