package dev.toward.ledger;

import dev.toward.Analysis;
import dev.toward.cue.BidKind;
import dev.toward.cue.Gesture;
import dev.toward.cue.Tactic;
import dev.toward.text.Author;
import dev.toward.text.Bid;
import dev.toward.text.Message;
import dev.toward.verdict.Scores;
import dev.toward.verdict.Turn;
import dev.toward.verdict.Verdict;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * A bid that may still be answered: what one person wrote until somebody else did. Changed by the thread that follows the
 * talk only, and no longer once it is closed; then any thread may settle it.
 */
final class OpenBid {
    /** Answers beyond these change nothing: a bid with so many was heard. */
    private static final int ANSWERS = 16;

    /** Messages of a burst in which it is looked for what they ask. */
    private static final int HEARD = 8;

    private final Author author;
    private final @Nullable Author pair;
    private @Nullable Author addressed;
    private final List<Message> messages = new ArrayList<>();
    private final List<Said> said = new ArrayList<>();
    private final List<Answer> answers = new ArrayList<>();
    private boolean counted;

    /** @param pair the other one where only two write, else null */
    OpenBid(Author author, @Nullable Author pair) {
        this.author = author;
        this.pair = pair;
    }

    /**
     * One answer.
     *
     * @param message what answered
     * @param analysis null where there were no words
     * @param direct true when the analysis read this bid as what is answered, so that its kind is this bid's kind
     */
    record Answer(
            Message message,
            Author by,
            String id,
            @Nullable Future<Analysis> analysis,
            boolean direct,
            @Nullable Duration gap,
            InReplyTo.Evidence evidence) {
        @Nullable
        Analysis read() throws ExecutionException, InterruptedException {
            return analysis == null ? null : analysis.get();
        }
    }

    /** What became of a bid. */
    record Settled(
            @Nullable BidKind kind,
            Outcome outcome,
            @Nullable Author answeredBy,
            @Nullable Duration gap,
            List<Response> responses) {
        Settled {
            responses = List.copyOf(responses);
        }

        /** The same answers, weighed otherwise; what one person's words did is never more than what came of it. */
        Settled with(@Nullable BidKind otherKind, Outcome other) {
            if (other == Outcome.MISSED) {
                return new Settled(otherKind, other, null, null, List.of());
            }
            List<Response> agreeing = new ArrayList<>();
            for (Response response : responses) {
                boolean agrees = other == Outcome.MET
                        ? response.outcome() != Outcome.ANSWERED || responses.size() > 1
                        : other == Outcome.ANSWERED
                                ? response.outcome() == other
                                : response.outcome() != Outcome.MET && responses.size() > 1;
                agreeing.add(agrees ? response : response.with(other));
            }
            if (!agreeing.isEmpty() && agreeing.stream().noneMatch(r -> r.outcome() == other)) {
                agreeing.set(0, agreeing.get(0).with(other));
            }
            return new Settled(otherKind, other, answeredBy, gap, agreeing);
        }
    }

    Author author() {
        return author;
    }

    /** Whom it was made to, or null in a group where nobody was spoken to. */
    @Nullable
    Author to() {
        return pair != null ? pair : addressed;
    }

    /** The newest message. */
    Message last() {
        return messages.get(messages.size() - 1);
    }

    @Nullable
    LocalDateTime time() {
        return last().time() == null ? null : last().time().clock();
    }

    /** True when its newest message is in the period looked at. */
    boolean isCounted() {
        return counted;
    }

    /** What its author wrote at one stretch, oldest first. */
    List<Said> said() {
        return List.copyOf(said);
    }

    List<Answer> answers() {
        return List.copyOf(answers);
    }

    boolean isAnswered() {
        return !answers.isEmpty();
    }

    /** @param called who is spoken to by name, or null */
    void add(Message message, Said words, boolean inPeriod, @Nullable Author called) {
        addressed = called == null ? addressed : called;
        messages.add(message);
        if (messages.size() > Talk.CONTEXT) {
            messages.remove(0);
        }
        said.add(words);
        if (said.size() > HEARD) {
            said.remove(0);
        }
        counted = inPeriod;
    }

    void answer(
            Message message,
            Author by,
            String id,
            @Nullable Future<Analysis> analysis,
            boolean direct,
            @Nullable Duration gap,
            InReplyTo.Evidence evidence) {
        if (answers.size() < ANSWERS) {
            answers.add(new Answer(message, by, id, analysis, direct, gap, evidence));
        }
    }

    /** It, with what became of it. */
    SettledBid with(Settled settled) {
        return new SettledBid(
                author,
                to(),
                messages,
                settled.kind(),
                settled.outcome(),
                answers.stream().map(Answer::message).toList(),
                settled.answeredBy(),
                settled.gap(),
                settled.responses());
    }

    /** All that was written, as one. */
    Bid whole() {
        return new Bid(messages.stream().map(Message::text).toList());
    }

    /**
     * Says what became of it; waits for the analyses of its answers.
     *
     * @param words of what is settled together
     */
    Settled settle(Outcome ifUnanswered, BidReader reader, Wordbook words)
            throws ExecutionException, InterruptedException {
        Settled ruled = ruled(ifUnanswered, reader, words);
        if (!reader.tellsOdds() || BidSense.isUnreadable(said)) {
            return ruled;
        }
        Settled learnt = LearntBids.shipped().settle(this, ruled, ifUnanswered, reader, words);
        if (!ruled.responses().isEmpty() || answers.isEmpty() || learnt.outcome() == Outcome.MISSED) {
            return learnt;
        }
        // the rules took none of these for an answer
        Map<String, Person> all =
                heard(answers, learnt.kind(), said.stream().map(Said::text).toList(), words);
        Answer first = answers.get(0);
        return new Settled(
                        learnt.kind(),
                        learnt.outcome(),
                        first.by,
                        first.gap,
                        all.values().stream().map(Person::response).toList())
                .with(learnt.kind(), learnt.outcome());
    }

    /** What the rules make of it. */
    Settled ruled(Outcome ifUnanswered, BidReader reader, Wordbook words)
            throws ExecutionException, InterruptedException {
        BidKind read = null;
        List<Answer> answering = new ArrayList<>();
        List<String> texts = said.stream().map(Said::text).toList();
        for (Answer answer : answers) {
            Analysis analysis = answer.read();
            if (read == null && answer.direct && analysis != null) {
                read = analysis.verdict().bid();
            }
            if (!isElsewhere(answer, analysis, texts, words) && !isMoreOfNothing(answer, analysis, answering)) {
                answering.add(answer);
            }
        }
        BidKind kind = BidSense.kind(said, read, !answering.isEmpty(), whole(), reader, words);
        if (answering.isEmpty()) {
            Outcome outcome = answers.isEmpty() ? ifUnanswered : Outcome.MISSED;
            return new Settled(kind, outcome, null, null, List.of());
        }
        Map<String, Person> byPerson = heard(answering, kind, texts, words);
        // One friend's warmth meets a bid, whatever the others in the group wrote.
        List<Heard> heard = byPerson.values().stream().map(p -> p.heard).toList();
        Outcome outcome = heard.contains(Heard.TOWARD) ? Outcome.MET : Collections.max(heard).outcome;
        return new Settled(
                kind,
                outcome,
                answering.get(0).by,
                answering.get(0).gap,
                byPerson.values().stream().map(Person::response).toList());
    }

    private Map<String, Person> heard(List<Answer> some, @Nullable BidKind kind, List<String> bid, Wordbook words)
            throws ExecutionException, InterruptedException {
        Map<String, Person> byPerson = new LinkedHashMap<>();
        for (Answer answer : some) {
            Heard heard = Heard.in(answer.message, answer.read(), kind, bid, words);
            byPerson.computeIfAbsent(answer.by.id(), id -> new Person(answer)).hear(answer, heard);
        }
        return byPerson;
    }

    /** What is added to a message that was no answer, and turns neither way, is none. */
    private static boolean isMoreOfNothing(Answer answer, @Nullable Analysis analysis, List<Answer> answering) {
        return analysis != null
                && answer.evidence != InReplyTo.Evidence.LINK
                && !analysis.draft().bid().isKnown()
                && analysis.verdict() instanceof Verdict.Decided decided
                && decided.turn() == Turn.NONE
                && answering.stream().noneMatch(a -> a.by.id().equals(answer.by.id()));
    }

    static boolean isElsewhere(Answer answer, @Nullable Analysis analysis, List<String> bid, Wordbook words) {
        if (analysis == null
                || answer.evidence == InReplyTo.Evidence.LINK
                || analysis.verdict() instanceof Verdict.Undecided
                || !analysis.draft().bid().isKnown()) {
            return false;
        }
        Bid before = analysis.draft().bid();
        boolean inIt = before.utterances().stream().anyMatch(bid::contains);
        return (analysis.verdict().turn() == Turn.NONE || !inIt)
                && Elsewhere.is(bid, before, inIt, answer.message.text(), answer.gap, words);
    }

    /** One person's answers, heard one after the other. */
    private static final class Person {
        private static final int IDS = 3;

        private final Answer first;
        private final List<String> ids = new ArrayList<>();
        private final Set<Gesture> gestures = EnumSet.noneOf(Gesture.class);
        private final Set<Tactic> tactics = EnumSet.noneOf(Tactic.class);
        private InReplyTo.Evidence evidence;
        private Heard heard = Heard.NOTHING;

        Person(Answer first) {
            this.first = first;
            this.evidence = first.evidence;
        }

        void hear(Answer answer, Heard now) throws ExecutionException, InterruptedException {
            Analysis analysis = answer.read();
            heard = heard.compareTo(now) >= 0 ? heard : now;
            evidence = evidence.compareTo(answer.evidence) <= 0 ? evidence : answer.evidence;
            if (ids.size() < IDS) {
                ids.add(answer.id);
            }
            if (analysis != null) {
                gestures.addAll(analysis.verdict().gestures());
                analysis.verdict().tactics().forEach(found -> tactics.add(found.tactic()));
            }
        }

        Response response() {
            return new Response(
                    first.by, ids, heard.outcome, first.gap, evidence, List.copyOf(gestures), List.copyOf(tactics));
        }
    }

    /**
     * What one person's words did, the later the stronger: a hurt is not undone by the kind half of the same answer, but a
     * bare token, or words that only lean away, followed by warmth were none.
     */
    private enum Heard {
        NOTHING(Outcome.ANSWERED),
        /** A bare token, another topic, or words that the reader would not flag by themselves. */
        LEANS_AWAY(Outcome.TURNED_AWAY),
        TOWARD(Outcome.MET),
        AWAY(Outcome.TURNED_AWAY),
        AGAINST(Outcome.TURNED_AGAINST);

        /** A flag is for few false ones among all messages; after what is felt, less is enough to say that it was not met. */
        private static final double LEANS = 0.4;
        /** The same for warmth. */
        private static final double WARM = 0.35;

        private final Outcome outcome;

        Heard(Outcome outcome) {
            this.outcome = outcome;
        }

        static Heard in(
                Message message,
                @Nullable Analysis analysis,
                @Nullable BidKind kind,
                List<String> bid,
                Wordbook words) {
            if (analysis == null) {
                return NOTHING;
            }
            Verdict verdict = analysis.verdict();
            return switch (verdict.turn()) {
                case TOWARD -> TOWARD;
                case AGAINST -> AGAINST;
                case AWAY ->
                    !verdict.tactics().isEmpty()
                                    && verdict.tactics().stream().allMatch(f -> f.tactic() == Tactic.TOKEN_REPLY)
                            ? LEANS_AWAY
                            : AWAY;
                case NONE -> kind == null ? NOTHING : neutral(message.text(), analysis, kind, bid, words);
            };
        }

        private static Heard neutral(String text, Analysis analysis, BidKind kind, List<String> bid, Wordbook words) {
            boolean beside = analysis.draft().bid().isKnown();
            Scores scores = analysis.verdict().scores();
            if (beside
                    && (BareToken.isToo(words.of(text), kind)
                            || kind.isFelt() && scores.flag() > LEANS
                            || Elsewhere.passesOver(bid, kind, text, words))) {
                return LEANS_AWAY;
            }
            return scores.validating() > WARM || Returned.is(text, kind) ? TOWARD : NOTHING;
        }
    }
}
