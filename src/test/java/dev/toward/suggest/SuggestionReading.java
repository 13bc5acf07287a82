package dev.toward.suggest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.toward.Analysis;
import dev.toward.Analyzer;
import dev.toward.encode.SentenceEncoder;
import dev.toward.models.ModelStore;
import dev.toward.phrase.PhraseBank;
import dev.toward.phrase.PhraseQuery;
import dev.toward.phrase.ScoredPhrase;
import dev.toward.text.Bid;
import dev.toward.text.Draft;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Prints suggestions to be read by a person: flagged drafts of the development corpus, even over kinds of bid and tactics, each
 * with what it answers and three rewritten drafts. Run by hand with {@code COUNT SEED}; the same seed takes the same drafts.
 */
public final class SuggestionReading {
    private static final ObjectMapper JSON = new ObjectMapper();

    private SuggestionReading() {}

    public static void main(String[] args) throws Exception {
        int count = Integer.parseInt(args[0]);
        List<JsonNode> drafts = evenly(flagged(), new Random(Long.parseLong(args[1])));
        int shown = 0;
        ModelStore store = ModelStore.open(Path.of("models"));
        try (Analyzer analyzer = Analyzer.builder().build();
                SentenceEncoder encoder = SentenceEncoder.open(store);
                PhraseBank bank = PhraseBank.open(Path.of("models", "phrases"), encoder)) {
            for (JsonNode line : drafts) {
                if (shown == count) {
                    break;
                }
                Draft draft = new Draft(line.get("text").asText(), bid(line.get("context")));
                Analysis analysis = analyzer.analyze(draft, 3, null);
                if (analysis.verdict().label().isFlag() && analysis.care() == null) {
                    shown++;
                    print(line, draft, analysis, bank);
                }
            }
        }
    }

    private static void print(JsonNode line, Draft draft, Analysis analysis, PhraseBank bank) {
        Map<String, Double> nearness = nearness(draft, bank);
        System.out.printf(
                "## %s [%s; %s; %s]%n",
                line.get("id").asText(),
                analysis.verdict().bid(),
                line.get("situation").asText(),
                line.get("relationship").asText());
        draft.bid().utterances().forEach(u -> System.out.println("  B: " + u.replace('\n', ' ')));
        System.out.println("  D: " + draft.text().replace('\n', ' '));
        for (Suggestion suggestion : analysis.suggestions()) {
            System.out.println("   > " + suggestion.rewritten().replace('\n', ' ') + "   [" + suggestion.phrase() + " "
                    + Math.round(100 * nearness.getOrDefault(suggestion.phrase(), 0.0)) + "]");
        }
    }

    private static Map<String, Double> nearness(Draft draft, PhraseBank bank) {
        Map<String, Double> nearness = new HashMap<>();
        if (draft.bid().isKnown()) {
            for (ScoredPhrase near : bank.search(PhraseQuery.near(draft.bid().last(), bank.size()))) {
                nearness.put(near.phrase().id(), near.meaning());
            }
        }
        return nearness;
    }

    private static Bid bid(JsonNode context) {
        List<String> utterances = new ArrayList<>();
        if (context.isTextual()) {
            utterances.add(context.asText());
        }
        context.forEach(u -> utterances.add(u.asText()));
        return new Bid(utterances);
    }

    private static List<JsonNode> flagged() throws IOException {
        List<JsonNode> flagged = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("corpus", "labelled", "dev"))) {
            for (Path file : files.sorted().toList()) {
                for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                    JsonNode draft = JSON.readTree(line);
                    String label = draft.get("label").asText();
                    if (label.equals("dismissive") || label.equals("minimizing")) {
                        flagged.add(draft);
                    }
                }
            }
        }
        return flagged;
    }

    /** One of each kind of bid with each tactic, then a second of each, and so on. */
    private static List<JsonNode> evenly(List<JsonNode> drafts, Random random) {
        Collections.shuffle(drafts, random);
        Map<String, Deque<JsonNode>> groups = new TreeMap<>();
        for (JsonNode draft : drafts) {
            String tactic = draft.at("/tactics/0/id").asText();
            groups.computeIfAbsent(draft.get("bid").asText() + " " + tactic, k -> new ArrayDeque<>())
                    .add(draft);
        }
        List<Deque<JsonNode>> turns = new ArrayList<>(groups.values());
        Collections.shuffle(turns, random);
        List<JsonNode> even = new ArrayList<>();
        while (even.size() < drafts.size()) {
            for (Deque<JsonNode> turn : turns) {
                if (!turn.isEmpty()) {
                    even.add(turn.poll());
                }
            }
        }
        return even;
    }
}
