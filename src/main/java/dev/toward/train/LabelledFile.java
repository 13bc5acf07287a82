package dev.toward.train;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.toward.cue.BidKind;
import dev.toward.cue.Gesture;
import dev.toward.cue.Tactic;
import dev.toward.text.Bid;
import dev.toward.text.Draft;
import dev.toward.text.Span;
import dev.toward.verdict.Label;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads labelled drafts: JSON Lines in the form that {@code corpus/README.md} describes. */
public final class LabelledFile {
    private static final JsonMapper JSON = new JsonMapper();

    private LabelledFile() {}

    /** All files of a folder, by name. */
    public static List<Example> readAll(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.list(folder)) {
            files = found.filter(f -> f.toString().endsWith(".jsonl")).sorted().toList();
        }
        List<Example> examples = new ArrayList<>();
        for (Path file : files) {
            examples.addAll(read(file));
        }
        return examples;
    }

    /**
     * One file.
     *
     * @throws IOException that names the file and line of the first fault
     */
    public static List<Example> read(Path file) throws IOException {
        List<Example> examples = new ArrayList<>();
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            int number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (line.isBlank()) {
                    continue;
                }
                try {
                    examples.add(example(JSON.readTree(line)));
                } catch (JsonProcessingException e) {
                    throw new IOException(file + ", line " + number + ": not JSON", e);
                } catch (IllegalArgumentException e) {
                    throw new IOException(file + ", line " + number + ": " + e.getMessage(), e);
                }
            }
        }
        return examples;
    }

    private static Example example(JsonNode node) {
        String text = node.path("text").asText();
        List<Example.Marked> tactics = new ArrayList<>();
        for (JsonNode tactic : node.path("tactics")) {
            String quote = tactic.path("quote").asText();
            int at = text.indexOf(quote);
            if (at < 0 || quote.isEmpty()) {
                throw new IllegalArgumentException("the quote of a tactic does not stand in the text");
            }
            tactics.add(new Example.Marked(Tactic.of(tactic.path("id").asText()), new Span(at, at + quote.length())));
        }
        Set<Gesture> gestures = EnumSet.noneOf(Gesture.class);
        node.path("gestures").forEach(g -> gestures.add(Gesture.of(g.asText())));
        String label = text(node, "label");
        String alt = text(node, "alt");
        String bid = text(node, "bid");
        String second = text(node, "second");
        return new Example(
                node.path("id").asText(),
                new Draft(text, bid(node.path("context"))),
                label == null ? null : Label.of(label),
                alt == null ? null : Label.of(alt),
                tactics,
                gestures,
                bid == null ? null : BidKind.of(bid),
                text(node, "situation"),
                text(node, "relationship"),
                text(node, "register"),
                text(node, "phenomenon"),
                second == null ? null : Label.of(second));
    }

    private static Bid bid(JsonNode context) {
        if (context.isTextual()) {
            return Bid.of(context.asText());
        }
        List<String> utterances = new ArrayList<>();
        context.forEach(c -> utterances.add(c.asText()));
        return new Bid(utterances);
    }

    private static @Nullable String text(JsonNode node, String field) {
        return node.hasNonNull(field) ? node.get(field).asText() : null;
    }
}
