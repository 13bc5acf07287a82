package dev.toward.annotate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenNlpAnnotatorTest extends AnnotatorContract {
    @Override
    Annotator annotator() {
        return Engines.annotator();
    }

    static Stream<String> foreign() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(OpenNlpAnnotatorTest.class.getResourceAsStream("foreign-messages.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines().filter(line -> !line.startsWith("#")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("foreign")
    void language_foreign(String message) {
        assertFalse(annotator().annotate(message).language().english(), message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ok",
                "k",
                "lol",
                "Xiomara!",
                "whatevs",
                "mardy bum",
                "nowt to do wi me",
                "gonnae no dae that",
                "aye pure dead brilliant",
                "wah so jialat lah",
                "u ok hun",
                "smh fr fr no cap",
                "tbh idk rn ngl",
                "yaar dont take tension",
                "abeg no wahala",
                "finna head out bruh",
                "Siobhán Ó Briain",
                "wagwan fam",
                "sooooo happyyyy",
                "im proper knackered",
                "kya yaar, so late only",
                "tyvm m8",
                "omgggg stoppp",
                "café?",
                "craic was mighty",
                "he dey vex",
                "bless up",
                "defo innit",
                "chur bro",
                "yeah nah",
                "no",
                "👍"
            })
    void language_englishOfAllKinds(String message) {
        assertTrue(annotator().annotate(message).language().english(), message);
    }

    @Test
    void tokens_ofContractions() {
        assertTokens("dont worry its fine", "do", "nt", "worry", "it", "s", "fine");
        assertTokens("Don’t say you'll, it's", "Do", "n’t", "say", "you", "'ll", ",", "it", "'s");
        assertTokens("its tail wagged", "its", "tail", "wagged");
        assertTokens("great👍 thanks", "great", "👍", "thanks");
    }

    @Test
    void sentences_ofMessages() {
        assertSentences("fine. whatever you want", "fine.", "whatever you want");
        assertSentences("did you eat\nim home at 6", "did you eat", "im home at 6");
        assertSentences("Dr. Lunt called at 5 today", "Dr. Lunt called at 5 today");
    }

    private void assertTokens(String text, String... tokens) {
        assertEquals(
                List.of(tokens),
                annotator().annotate(text).tokens().stream().map(Token::text).toList());
    }

    private void assertSentences(String text, String... sentences) {
        assertEquals(
                List.of(sentences),
                annotator().annotate(text).sentences().stream()
                        .map(s -> s.span().in(text))
                        .toList());
    }
}
