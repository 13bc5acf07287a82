package dev.toward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.toward.cue.BidKind;
import dev.toward.cue.Tactic;
import dev.toward.models.ModelException;
import dev.toward.suggest.Suggestion;
import dev.toward.text.Bid;
import dev.toward.text.Draft;
import dev.toward.text.Span;
import dev.toward.verdict.Finding;
import dev.toward.verdict.Label;
import dev.toward.verdict.Turn;
import dev.toward.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole of it, on the models that ship. */
class AnalyzerTest {
    private final Analyzer analyzer = Shipped.ANALYZER;

    @Test
    void analyze_aBrightSideAndAComparison() {
        String text = "At least you still have a job, could be worse.";
        Analysis analysis = analyzer.analyze(Draft.of(text, "They let me go today. Nine years."), 3, null);
        assertEquals(Label.MINIMIZING, analysis.verdict().label());
        assertEquals(Turn.AWAY, analysis.verdict().turn());
        assertEquals(BidKind.DISTRESS, analysis.verdict().bid());
        Map<Tactic, Span> spans =
                analysis.verdict().tactics().stream().collect(Collectors.toMap(Finding::tactic, Finding::span));
        assertEquals(Map.of(Tactic.AT_LEAST, new Span(0, 29), Tactic.COMPARISON, new Span(31, 45)), spans);
        assertEquals(3, analysis.suggestions().size());
        assertEquals(
                3,
                analysis.suggestions().stream()
                        .map(Suggestion::gesture)
                        .distinct()
                        .count());
    }

    /** The same words after another message may be another thing. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "get milk? | ok | NEUTRAL",
                "I got the job!! | ok | DISMISSIVE",
                "what time is dinner | 7 | NEUTRAL",
                "my grandma died this morning | I'm so sorry. Do you want me to come over? | VALIDATING",
                "i think i failed the exam | calm down, it's just a test | DISMISSIVE",
            })
    void analyze_inContext(String context, String text, Label label) {
        assertEquals(label, analyzer.analyze(Draft.of(text, context)).verdict().label());
    }

    @Test
    void analyze_withoutContext() {
        assertEquals(
                Label.DISMISSIVE,
                analyzer.analyze(Draft.of("You're overreacting")).verdict().label());
        for (String token : List.of("ok", "nice", "lol", "k", "thanks")) {
            assertEquals(
                    Label.NEUTRAL, analyzer.analyze(Draft.of(token)).verdict().label(), token);
        }
    }

    @Test
    void analyze_suggestsNothingForWhatIsFine() {
        Analysis analysis = analyzer.analyze(Draft.of("see you at 6", "dinner at yours?"), 3, null);
        assertEquals(List.of(), analysis.suggestions());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t", "...", "?!", "\u0000\u0001\u0002", "\uD83D", "👍", "🙃🙃"})
    void analyze_withoutWords(String text) {
        Analysis analysis = analyzer.analyze(Draft.of(text), 3, null);
        assertEquals(new Verdict.Undecided(Verdict.Reason.NO_WORDS), analysis.verdict());
        assertEquals(List.of(), analysis.suggestions());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Das ist doch nicht so schlimm, morgen lachst du darüber.",
                "Ce n'est pas si grave, tu en trouveras un autre.",
                "Да ладно тебе, ничего страшного не случилось",
                "そんなに気にしないで、大丈夫だよ",
            })
    void analyze_anotherLanguage(String text) {
        assertEquals(
                new Verdict.Undecided(Verdict.Reason.NOT_ENGLISH),
                analyzer.analyze(Draft.of(text)).verdict());
    }

    @Test
    void analyze_aMegabyte() {
        String text = "so we went to the shop and bought some bread. ".repeat(23_000);
        Analysis analysis = analyzer.analyze(Draft.of(text, "how was your weekend?"), 3, null);
        assertFalse(analysis.verdict().label().isFlag());
        assertFalse(analyzer.analyze(Draft.of("sounds good", text))
                .verdict()
                .label()
                .isFlag());
        String cold = "thanks for the list. ".repeat(30) + "calm down, you're being so dramatic about this.";
        Analysis far = analyzer.analyze(Draft.of(cold, "I was really hurt by what he said at dinner"), 3, null);
        assertTrue(far.verdict().label().isFlag());
        far.verdict()
                .tactics()
                .forEach(f ->
                        assertTrue(f.span().start() >= cold.indexOf("calm down"), "the cold words are at the end"));
        far.suggestions().forEach(s -> assertKept(cold, s));
    }

    @Test
    void analyze_loneSurrogatesAmongWords() {
        String text = "at least\uD83D it wasn't the whole car\uDE00";
        Analysis analysis = analyzer.analyze(Draft.of(text, "someone hit my car \uD83D"), 3, null);
        analysis.verdict().tactics().forEach(f -> assertTrue(f.span().end() <= text.length()));
        assertTrue(AnalysisJson.line(analysis).contains("\"label\""));
    }

    @Test
    void analyze_danger() {
        Analysis analysis = analyzer.analyze(
                Draft.of("you'll be fine, it'll pass", "I don't want to be alive anymore. I have the pills here."),
                3,
                null);
        assertNotNull(analysis.care());
        assertTrue(analysis.care().message().contains("988"));
        analysis.suggestions().forEach(s -> assertTrue(s.phrase().contains("/care-"), s.phrase()));
        assertNull(
                analyzer.analyze(Draft.of("ok", "this commute is killing me")).care());
    }

    /** Nothing that is offered would itself be flagged, and nothing outside the span is touched. */
    @Test
    void suggestions_readAgain() {
        for (Draft draft : flagged()) {
            for (Suggestion suggestion : analyzer.analyze(draft, 3, "Sam").suggestions()) {
                assertKept(draft.text(), suggestion);
                Verdict again =
                        analyzer.analyze(draft.with(suggestion.rewritten())).verdict();
                assertFalse(again.label().isFlag(), suggestion.phrase());
            }
        }
    }

    private static void assertKept(String text, Suggestion s) {
        assertEquals(
                text.substring(0, s.span().start())
                        + s.text()
                        + text.substring(s.span().end()),
                s.rewritten());
    }

    @Test
    void analyze_theSameBytesOnManyThreadsAndFromAnotherLoad() throws IOException {
        List<String> once = lines(analyzer, flagged().stream());
        assertEquals(
                once,
                lines(analyzer, IntStream.range(0, flagged().size()).parallel().mapToObj(flagged()::get)));
        try (Analyzer other = Analyzer.builder().models(Path.of("models")).build()) {
            assertEquals(once, lines(other, flagged().stream()));
        }
    }

    private static List<String> lines(Analyses analyses, Stream<Draft> drafts) {
        return drafts.map(d -> AnalysisJson.line(analyses.analyze(d, 3, null))).toList();
    }

    private static List<Draft> flagged() {
        return List.of(
                Draft.of("At least you still have a job, could be worse.", "They let me go today. Nine years."),
                Draft.of("k", "I got the job!!"),
                Draft.of("calm down", "he cancelled on me again and I'm so angry"),
                Draft.of(
                        "you're being dramatic. dinner's at 7",
                        "my mom's surgery got moved again and I can't stop crying"),
                Draft.of("just get another one", "we had to put Biscuit down this morning"),
                Draft.of("well it's a small company", "they offered me the role!"),
                Draft.of("You're overreacting."),
                Draft.of("everything happens for a reason", "the test came back negative again"));
    }

    @Test
    void bid_ofAMessageOnItsOwn() {
        assertEquals(BidKind.DISTRESS, analyzer.bid(Bid.of("my dad is back in hospital and I'm scared")));
        assertNull(analyzer.bid(Bid.of("...")));
        assertNull(analyzer.bid(Bid.UNKNOWN));
    }

    @Test
    void build_withADamagedModel(@TempDir Path folder) throws IOException {
        for (String name : List.of("MANIFEST", "verdict.json")) {
            Files.copy(Path.of("models", name), folder.resolve(name));
        }
        Files.writeString(folder.resolve("reader.onnx"), "not a model");
        ModelException e = assertThrows(
                ModelException.class, () -> Analyzer.builder().models(folder).build());
        assertTrue(e.getMessage().contains("model file " + folder), e.getMessage());
    }

    @Test
    void build_withoutModels(@TempDir Path folder) {
        ModelException e = assertThrows(
                ModelException.class, () -> Analyzer.builder().models(folder).build());
        assertEquals(
                "no model manifest at " + folder.resolve("MANIFEST")
                        + "; give the folder with --models or TOWARD_MODELS",
                e.getMessage());
    }

    @Test
    void reachOut_hasWordsForEveryOccasion() throws IOException {
        Set<String> shipped = new HashSet<>();
        Shipped.ANALYZER.phrases().shipped().forEach(phrase -> shipped.add(phrase.id()));
        assertTrue(shipped.containsAll(AskingPhrases.ids()), "an id of follow-ups.txt is no phrase");
        for (Occasion occasion : Occasion.values()) {
            AskingAfter words = Shipped.ANALYZER.reachOut(occasion, "seed");
            assertNotNull(words, occasion.id());
            assertFalse(words.text().contains("{"), words.text());
            assertEquals(words, Shipped.ANALYZER.reachOut(occasion, "seed"));
        }
    }
}
