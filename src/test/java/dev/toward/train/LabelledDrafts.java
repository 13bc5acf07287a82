package dev.toward.train;

import dev.toward.text.Bid;
import dev.toward.text.Draft;
import dev.toward.verdict.Label;
import dev.toward.verdict.Scores;
import dev.toward.verdict.Turn;
import dev.toward.verdict.Verdict;
import java.util.List;
import java.util.Set;

/** Labelled drafts and verdicts for tests, made up. */
final class LabelledDrafts {
    private LabelledDrafts() {}

    static Example draft(String context, String text, Label label, Label alt, Label second) {
        Bid bid = context == null ? new Bid(List.of()) : Bid.of(context);
        return new Example(
                "t-1",
                new Draft(text, bid),
                label,
                alt,
                List.of(),
                Set.of(),
                null,
                null,
                "friend",
                "texting",
                null,
                second);
    }

    static Example draft(String context, String text, Label label) {
        return draft(context, text, label, null, null);
    }

    static Evaluation.Scored scored(Label label, Label said, double probability) {
        double rest = (1 - probability) / 3;
        double[] p = {rest, rest, rest, rest};
        p[said.ordinal()] = probability;
        Verdict verdict =
                new Verdict.Decided(said, new Scores(p[0], p[1], p[2], p[3]), Turn.NONE, null, List.of(), List.of());
        return new Evaluation.Scored(draft(null, "fine by me", label), verdict);
    }
}
