package dev.toward.cli;

import dev.toward.learn.Proposal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Asks whoever sits at the terminal about each proposal. The end of input ends it, as {@code q} does; what was accepted stays so. */
final class Asking {
    private final BufferedReader in;
    private final OutputStream out;
    private final Learnt.Accepted accepted;

    Asking(InputStream in, OutputStream out, Learnt.Accepted accepted) {
        this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        this.out = out;
        this.accepted = accepted;
    }

    void about(List<Proposal> proposals) {
        for (int i = 0; i < proposals.size(); i++) {
            Proposal proposal = proposals.get(i);
            say((i + 1) + " of " + proposals.size() + ": " + ProposalText.tags(proposal) + "\n  "
                    + Columns.printable(proposal.text()) + "\n");
            if (!about(proposal)) {
                return;
            }
        }
    }

    /** False when nothing more is to be asked. */
    private boolean about(Proposal proposal) {
        while (true) {
            String answer = ask("Add it? y(es), n(o), e(dit), q(uit): ");
            switch (answer == null ? "q" : answer.strip().toLowerCase(Locale.ROOT)) {
                case "y", "yes" -> {
                    take(proposal);
                    return true;
                }
                case "n", "no" -> {
                    return true;
                }
                case "e", "edit" -> {
                    String words = ask("In these words (nothing leaves it as it was): ");
                    if (words == null) {
                        return false;
                    }
                    if (!words.isBlank() && take(proposal.with(words.strip()))) {
                        return true;
                    }
                }
                case "q", "quit" -> {
                    return false;
                }
                default ->
                    say(
                            "  y adds it, n passes over it, e changes its words first, q ends here and keeps what was added\n");
            }
        }
    }

    private boolean take(Proposal proposal) {
        try {
            accepted.take(proposal);
            return true;
        } catch (CallerMistake e) {
            say("  " + e.line() + "\n");
            return false;
        }
    }

    private @Nullable String ask(String question) {
        say(question);
        try {
            return in.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException("the terminal cannot be read", e);
        }
    }

    private void say(String words) {
        Results.write(out, words);
    }
}
