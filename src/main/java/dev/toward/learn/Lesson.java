package dev.toward.learn;

import dev.toward.Analyses;
import dev.toward.encode.Encoder;
import dev.toward.learn.Likeness.Print;
import dev.toward.ledger.OwnAnswers;
import dev.toward.ledger.OwnAnswers.Answer;
import dev.toward.ledger.Progress;
import dev.toward.phrase.Phrase;
import dev.toward.text.Draft;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Proposes phrases out of what somebody answered others with: short, clearly validating, and tied to nobody. Nothing is kept, and nothing
 * that others wrote comes out. The same messages give the same proposals, however many processors there are.
 *
 * <p>An answer is taken whole where it is one or two sentences that fit anywhere; else those of its sentences are that do.
 */
public final class Lesson {
    /** How many messages are read before progress is told again. */
    private static final int STEP = 64;

    private final Analyses analyses;
    private final Encoder encoder;
    private final List<Phrase> shipped;
    private final List<Phrase> own;

    /**
     * @param shipped phrases whose words are known to be common
     * @param own those that are kept already
     */
    public Lesson(Analyses analyses, Encoder encoder, Collection<Phrase> shipped, Collection<Phrase> own) {
        this.analyses = analyses;
        this.encoder = encoder;
        this.shipped = List.copyOf(shipped);
        this.own = List.copyOf(own);
    }

    /**
     * The proposals, those first that were said most often, and of these the warmest.
     *
     * @param me as in {@link OwnAnswers#by}
     * @param limit how many at most, 1 or more
     * @throws dev.toward.ledger.UnknownNameException when nobody has that name
     */
    public List<Proposal> from(OwnAnswers answers, String me, int limit, Progress progress) throws IOException {
        Set<String> people = new HashSet<>(answers.names());
        people.addAll(answers.chats());
        Particulars particulars = new Particulars(people);
        List<Answer> said = new ArrayList<>();
        answers.by(me, answer -> {
            said.add(answer);
            particulars.hear(answer.text());
            answer.bid().utterances().forEach(particulars::hear);
        });
        Vocabulary common = new Vocabulary(shipped);
        List<Warm> warm = read(said, new WarmAnswers(analyses, particulars, common), progress);
        Habits habits = new Habits(warm, common, particulars);
        return chosen(sayings(warm.stream().filter(habits::hold).toList()), limit);
    }

    private static List<Warm> read(List<Answer> said, WarmAnswers reader, Progress progress) {
        List<Warm> warm = new ArrayList<>();
        for (int from = 0; from < said.size(); from += STEP) {
            int to = Math.min(from + STEP, said.size());
            // a parallel stream keeps the order
            warm.addAll(IntStream.range(from, to)
                    .parallel()
                    .mapToObj(i -> reader.in(said.get(i)))
                    .flatMap(List::stream)
                    .toList());
            progress.at(to, said.size());
        }
        return warm;
    }

    /** What was said in the same words, together; of an answer that is there as a whole the sentences are not. */
    private static List<Saying> sayings(List<Warm> warm) {
        // answers may be equal, and each counts
        Set<Answer> whole = Collections.newSetFromMap(new IdentityHashMap<>());
        Map<List<String>, Saying> sayings = new LinkedHashMap<>();
        for (Warm one : warm) {
            if (one.whole()) {
                whole.add(one.answer());
            } else if (whole.contains(one.answer())) {
                continue;
            }
            sayings.merge(Print.of(one.text()).words(), new Saying(one), (before, again) -> {
                before.take(again);
                return before;
            });
        }
        return new ArrayList<>(sayings.values());
    }

    private List<Proposal> chosen(List<Saying> sayings, int limit) {
        Likeness likeness = new Likeness(encoder);
        List<Print> kept = new ArrayList<>();
        shipped.forEach(p -> kept.add(Print.of(p.text())));
        own.forEach(p -> kept.add(Print.of(p.text())));
        List<Proposal> chosen = new ArrayList<>();
        for (Saying saying : together(sayings, likeness)) {
            if (chosen.size() == limit) {
                break;
            }
            Proposal proposal = saying.proposal();
            if (!likeness.anyLike(Print.of(proposal.text()), kept) && isWarmItself(proposal)) {
                chosen.add(proposal);
            }
        }
        return chosen;
    }

    /** Near copies as one, counted together. */
    private static List<Saying> together(List<Saying> sayings, Likeness likeness) {
        sayings.sort(Saying.OFTEN_AND_WARM_FIRST);
        Map<Print, Saying> apart = new LinkedHashMap<>();
        for (Saying saying : sayings) {
            Print print = Print.of(saying.words().text());
            apart.entrySet().stream()
                    .filter(e -> likeness.alike(print, e.getKey()))
                    .findFirst()
                    .ifPresentOrElse(e -> e.getValue().take(saying), () -> apart.put(print, saying));
        }
        List<Saying> together = new ArrayList<>(apart.values());
        together.sort(Saying.OFTEN_AND_WARM_FIRST);
        return together;
    }

    /** As an answer to the example that it would be kept with, it must not turn away. */
    private boolean isWarmItself(Proposal proposal) {
        List<Phrase> taken = new ArrayList<>(own);
        taken.addAll(shipped);
        Phrase phrase = proposal.as(taken);
        return !analyses.analyze(
                        Draft.of(phrase.inItsExample(), phrase.example().context()), 0, null)
                .verdict()
                .label()
                .isFlag();
    }
}
