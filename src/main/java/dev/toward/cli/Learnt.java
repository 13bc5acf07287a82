package dev.toward.cli;

import dev.toward.Analyses;
import dev.toward.ColdPhrase;
import dev.toward.Phrasebook;
import dev.toward.chat.ChatExportException;
import dev.toward.chat.ChatExports;
import dev.toward.chat.ReadOptions;
import dev.toward.learn.Lesson;
import dev.toward.learn.Proposal;
import dev.toward.ledger.OwnAnswers;
import dev.toward.ledger.UnknownNameException;
import dev.toward.phrase.Phrase;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Phrases out of the user's own warm messages: proposed, and those that they accept added as {@code phrases add} adds any. What is
 * proposed goes to standard output alone; no line on standard error repeats any of it.
 */
final class Learnt {
    private final Shell shell;
    private final Models models;
    private final Learning learning;
    private final Shelf shelf;

    Learnt(Shell shell, Models models, Learning learning) {
        this.shell = shell;
        this.models = models;
        this.learning = learning;
        this.shelf = new Shelf(shell);
    }

    int call() throws IOException {
        String me = learning.me();
        Learning.Then then = learning.then();
        Notes notes = new Notes();
        OwnAnswers answers = answers(notes);
        if (!answers.knows(me)) {
            throw new CallerMistake(new UnknownNameException().getMessage() + near(me, answers.names()));
        }
        try (Phrasebook.Opened opened = shelf.open(models);
                Analyses analyses = models.load()) {
            List<Phrase> own = shelf.with(() -> opened.book().own());
            List<Phrase> taken = shelf.with(() -> opened.book().all());
            Lesson lesson = new Lesson(analyses, opened.encoder(), taken.subList(own.size(), taken.size()), own);
            ProgressLine progress = new ProgressLine(shell);
            List<Proposal> proposals = lesson.from(answers, me, learning.limit(), progress);
            progress.done();
            notes.tell(shell);
            if (proposals.isEmpty()) {
                shell.say(
                        "found no words to learn: no answer of yours there is clearly warm, short, tied to nobody, and new");
                return ExitCode.DONE;
            }
            add(accepted(proposals, then, new Accepted(analyses, taken)));
            return ExitCode.DONE;
        }
    }

    private OwnAnswers answers(Notes notes) {
        ChatExports reading = ChatExports.with(ReadOptions.defaults().withDateOrder(learning.dateOrder()));
        try {
            return OwnAnswers.in(sink -> reading.read(learning.exports(), notes.reading(sink)));
        } catch (ChatExportException e) {
            throw new CallerMistake(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new CallerMistake("the chat export cannot be read: " + Mistakes.reason(e));
        }
    }

    // Only names near to the one that was typed are told, and a number that stands for a name is none.
    private static String near(String me, List<String> names) {
        List<String> lower = Nearby.of(
                me.strip().toLowerCase(Locale.ROOT),
                names.stream().map(n -> n.toLowerCase(Locale.ROOT)).toList());
        List<String> near = names.stream()
                .filter(n -> lower.contains(n.toLowerCase(Locale.ROOT))
                        && n.codePoints().anyMatch(Character::isLetter))
                .map(Printable::of)
                .toList();
        return near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?";
    }

    private List<Phrase> accepted(List<Proposal> proposals, Learning.Then then, Accepted accepted) {
        switch (then) {
            case Learning.Then.PrintJson() ->
                Results.write(shell.out(), ProposalText.json(proposals, accepted.taken()));
            case Learning.Then.AddAll() -> proposals.forEach(accepted::take);
            case Learning.Then.Add some -> {
                List<Integer> numbers = some.numbers();
                int last = numbers.get(numbers.size() - 1);
                if (last > proposals.size()) {
                    throw new CallerMistake("--yes-to: there is no proposal " + last + ", the last is "
                            + proposals.size() + "; nothing was added");
                }
                numbers.forEach(n -> accepted.take(proposals.get(n - 1)));
            }
            case Learning.Then.Show() -> {
                if (isAnswered()) {
                    new Asking(shell.in(), shell.out(), accepted).about(proposals);
                } else {
                    Results.write(shell.out(), ProposalText.lines(proposals));
                    shell.say("nothing was added; the same call with --yes-to 1,3 or --accept all adds");
                }
            }
        }
        return accepted.phrases();
    }

    /** Whether somebody sits at both ends; the launcher tells, for up to JDK 21 Java cannot. */
    private static boolean isAnswered() {
        return Boolean.getBoolean("toward.terminal") && Boolean.getBoolean("toward.terminal.in");
    }

    private void add(List<Phrase> phrases) {
        if (phrases.isEmpty()) {
            return;
        }
        shelf.with(() -> {
            shelf.own().add(phrases);
            return phrases;
        });
        Results.write(shell.out(), phrases.stream().map(p -> p.id() + "\n").collect(Collectors.joining()));
    }

    /** What was said yes to, each with an id that neither those there nor the others have. */
    static final class Accepted {
        private final Analyses analyses;
        private final List<Phrase> taken;
        private final List<Phrase> phrases = new ArrayList<>();

        Accepted(Analyses analyses, List<Phrase> taken) {
            this.analyses = analyses;
            this.taken = List.copyOf(taken);
        }

        /** @throws CallerMistake when the words are no phrase, or turn away themselves */
        void take(Proposal proposal) {
            List<Phrase> all = new ArrayList<>(phrases);
            all.addAll(taken);
            Phrase phrase;
            try {
                phrase = proposal.as(all);
            } catch (IllegalArgumentException e) {
                throw new CallerMistake(String.valueOf(e.getMessage()));
            }
            ColdPhrase cold = ColdPhrase.in(phrase, analyses);
            if (cold != null) {
                throw new CallerMistake(cold.why() + "; it was not added");
            }
            phrases.add(phrase);
        }

        List<Phrase> taken() {
            return taken;
        }

        List<Phrase> phrases() {
            return List.copyOf(phrases);
        }
    }
}
