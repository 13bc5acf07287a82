package dev.toward.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.toward.learn.Proposal;
import dev.toward.phrase.Phrase;
import dev.toward.phrase.PhraseFile;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Proposed phrases as they are shown: numbered from 1, in their order. */
final class ProposalText {
    private static final JsonFactory JSON = new JsonFactory();

    private ProposalText() {}

    /** One a line: number, tab, gesture, tab, words. */
    static String lines(List<Proposal> proposals) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < proposals.size(); i++) {
            Proposal proposal = proposals.get(i);
            lines.append(i + 1)
                    .append('\t')
                    .append(proposal.gesture().id())
                    .append('\t')
                    .append(Columns.printable(proposal.text()))
                    .append('\n');
        }
        return lines.toString();
    }

    /** One a line, with the phrase as it would be kept if all before it were. */
    static String json(List<Proposal> proposals, Collection<Phrase> taken) {
        List<Phrase> all = new ArrayList<>(taken);
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < proposals.size(); i++) {
            Phrase phrase = proposals.get(i).as(all);
            all.add(phrase);
            lines.append(json(i + 1, proposals.get(i), phrase)).append('\n');
        }
        return lines.toString();
    }

    private static String json(int number, Proposal proposal, Phrase phrase) {
        StringWriter out = new StringWriter(512);
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeNumberField("number", number);
            json.writeNumberField("times", proposal.times());
            json.writeNumberField("warmth", Math.round(proposal.warmth() * 100) / 100.0);
            json.writeFieldName("phrase");
            json.writeRawValue(PhraseFile.line(phrase));
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a string does not fail to be written", e);
        }
        return out.toString();
    }

    /** How often it was said, and what it was guessed to fit. */
    static String tags(Proposal proposal) {
        return (proposal.times() == 1 ? "said once" : "said " + proposal.times() + " times") + "; "
                + proposal.gesture().id() + "; answers " + ids(proposal.bids(), b -> b.id()) + "; fits "
                + ids(proposal.situations(), s -> s.id()) + "; " + ids(proposal.registers(), r -> r.id()) + "; "
                + proposal.intensity().id();
    }

    private static <E extends Enum<E>> String ids(Collection<E> some, Function<E, String> id) {
        return some.stream().sorted().map(id).collect(Collectors.joining(", "));
    }
}
