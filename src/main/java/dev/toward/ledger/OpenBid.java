package dev.toward.ledger;

import dev.toward.Analysis;
import dev.toward.cue.BidKind;
import dev.toward.cue.Tactic;
import dev.toward.text.Author;
import dev.toward.text.Bid;
import dev.toward.text.Message;
import dev.toward.verdict.Verdict;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    private final Author author;
    private final List<Message> messages = new ArrayList<>();
    private final List<Answer> answers = new ArrayList<>();
    private boolean counted;

    OpenBid(Author author) {
        this.author = author;
    }

    /**
     * One answer.
     *
     * @param message what answered
     * @param analysis null where there were no words
     * @param direct true when the analysis read this bid as what is answered, so that its kind is this bid's kind
     */
    private record Answer(
            Message message,
            Author by,
            @Nullable Future<Analysis> analysis,
            boolean direct,
            @Nullable Duration gap) {}

    /** What became of a bid. */
    record Settled(
            @Nullable BidKind kind,
            Outcome outcome,
            @Nullable Author answeredBy,
            @Nullable Duration gap) {}

    Author author() {
        return author;
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

    boolean isAnswered() {
        return !answers.isEmpty();
    }

    void add(Message message, boolean inPeriod) {
        messages.add(message);
        if (messages.size() > Talk.CONTEXT) {
            messages.remove(0);
        }
        counted = inPeriod;
    }

    void answer(
            Message message, Author by, @Nullable Future<Analysis> analysis, boolean direct, @Nullable Duration gap) {
        if (answers.size() < ANSWERS) {
            answers.add(new Answer(message, by, analysis, direct, gap));
        }
    }

    /** It, with what became of it. */
    SettledBid with(Settled settled) {
        return new SettledBid(
                author,
                messages,
                settled.kind(),
                settled.outcome(),
                answers.stream().map(Answer::message).toList(),
                settled.answeredBy(),
                settled.gap());
    }

    /** Says what became of it; waits for the analyses of its answers. */
    Settled settle(Outcome ifUnanswered, BidReader reader) throws ExecutionException, InterruptedException {
        BidKind kind = null;
        Map<String, Heard> byPerson = new LinkedHashMap<>();
        for (Answer answer : answers) {
            Analysis analysis = answer.analysis == null ? null : answer.analysis.get();
            if (kind == null && answer.direct && analysis != null) {
                kind = analysis.verdict().bid();
            }
            byPerson.merge(answer.by.id(), Heard.in(analysis), (a, b) -> a.compareTo(b) >= 0 ? a : b);
        }
        if (kind == null) {
            kind = reader.kind(new Bid(messages.stream().map(Message::text).toList()));
        }
        if (answers.isEmpty()) {
            return new Settled(kind, ifUnanswered, null, null);
        }
        // One friend's warmth meets a bid, whatever the others in the group wrote.
        Outcome outcome =
                byPerson.containsValue(Heard.TOWARD) ? Outcome.MET : Collections.max(byPerson.values()).outcome;
        return new Settled(kind, outcome, answers.get(0).by, answers.get(0).gap);
    }

    /**
     * What one person's words did, the later the stronger: a hurt is not undone by the kind half of the same answer, but a
     * bare token that was followed by warmth was no bare token.
     */
    private enum Heard {
        NOTHING(Outcome.ANSWERED),
        TOKEN(Outcome.TURNED_AWAY),
        TOWARD(Outcome.MET),
        AWAY(Outcome.TURNED_AWAY),
        AGAINST(Outcome.TURNED_AGAINST);

        private final Outcome outcome;

        Heard(Outcome outcome) {
            this.outcome = outcome;
        }

        static Heard in(@Nullable Analysis analysis) {
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
                            ? TOKEN
                            : AWAY;
                case NONE -> NOTHING;
            };
        }
    }
}
