package dev.toward.annotate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.toward.annotate.corenlp.CoreNlpParser;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CoreNlpParserTest extends ParserContract {
    @Override
    Parser parser() {
        return Engines.parser();
    }

    @Override
    Annotator annotator() {
        return Engines.annotator();
    }

    @Test
    void grammar_ofAPlainSentence() {
        List<ParsedToken> tokens = parse("She was crying").sentences().get(0);
        assertEquals(new ParsedToken("crying", tokens.get(2).span(), "VBG", "cry", -1, "root"), tokens.get(2));
        assertEquals("nsubj", tokens.get(0).relation());
        assertEquals(2, tokens.get(0).head());
    }

    @Test
    void grammar_ofATypedSentence() {
        List<ParsedToken> tokens = parse("u shouldnt cry").sentences().get(0);
        assertEquals("nsubj", tokens.get(0).relation());
        assertEquals("not", tokens.get(2).lemma().replace("n't", "not"));
    }

    @Test
    void parseOnly_givesTheSameTreeAndNoMatches() {
        for (String text : List.of(
                "At least you still have a job, could be worse.",
                "u shouldnt cry. calm down!!",
                "it's fine, don't’t worry",
                "")) {
            Parsed whole = parser().parse(annotator().annotate(text));
            Parsed tree = parser().parseOnly(annotator().annotate(text));
            assertEquals(whole.sentences(), tree.sentences());
            assertEquals(List.of(), tree.matches());
        }
    }

    @Test
    void clause_endsBeforeCommaAndSentenceEnd() {
        assertMatch("at-least", "At least you still have a job", "At least you still have a job, could be worse.");
        assertMatch("at-least", "at least it wasn't stolen", "at least it wasn't stolen but call me");
        assertMatch("at-least", "at least you’ve got your mum", "at least you’ve got your mum 😊");
        assertMatch("at-least", "at least nobody laughed", "\"at least nobody laughed\" is no help");
    }

    @Test
    void patterns_faulty() {
        IllegalArgumentException thrown = assertThrows(
                IllegalArgumentException.class,
                () -> CoreNlpParser.load(Engines.models(), Map.of("x.tokens", "# fine\ncalm down\n(never closed")));
        assertEquals(
                "pattern file x.tokens, line 3: expected a TokensRegex over words, got '(never closed'",
                thrown.getMessage());
    }

    @Test
    void load_isSilent() throws Exception {
        PrintStream err = System.err;
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
        try {
            Parser one = CoreNlpParser.load(Engines.models(), Map.of("one.semgrex", "{lemma:cry}=cry"));
            Parsed parsed = one.parse(annotator().annotate("stop crying"));
            assertEquals("crying", parsed.matches("one").get(0).span().in("stop crying"));
        } finally {
            System.setErr(err);
        }
        assertTrue(written.toString(StandardCharsets.UTF_8).isEmpty());
    }

    private void assertMatch(String pattern, String words, String text) {
        assertEquals(
                List.of(words),
                parse(text).matches(pattern).stream()
                        .map(m -> m.span().in(text))
                        .toList());
    }
}
