package dev.toward.annotate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every annotator keeps. */
abstract class AnnotatorContract {
    abstract Annotator annotator();

    @Test
    void tokens_coverAllButWhiteSpace() {
        for (String text :
                List.of("idk,rn… she's FINE 😂😂 (ok?)", "don’t—ever “say” that", "a  b\n\nc", "its only a cold")) {
            assertWhole(text, annotator().annotate(text));
        }
    }

    @Test
    void hostileTexts_areReadAndCovered() {
        for (String text : HostileTexts.small()) {
            assertWhole(text, annotator().annotate(text));
        }
    }

    @Test
    void aMegabyte_takesBoundedTime() {
        for (String text : HostileTexts.large()) {
            Annotated read =
                    assertTimeout(Duration.ofSeconds(60), () -> annotator().annotate(text));
            assertInOrder(text, read);
        }
    }

    @Test
    void threads_readAlike() throws Exception {
        List<String> texts =
                List.of("At least you still have a job.", "u ok? dont cry", "Je suis vraiment désolé pour toi.");
        List<Annotated> alone = texts.stream().map(annotator()::annotate).toList();
        try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
            List<Future<List<Annotated>>> together = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                together.add(pool.submit(
                        () -> texts.stream().map(annotator()::annotate).toList()));
            }
            for (Future<List<Annotated>> one : together) {
                assertEquals(alone, one.get());
            }
        }
    }

    static void assertWhole(String text, Annotated read) {
        assertInOrder(text, read);
        BitSet covered = new BitSet();
        read.tokens().forEach(t -> covered.set(t.span().start(), t.span().end()));
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean blank = Character.isWhitespace(c) || Character.isSpaceChar(c);
            assertEquals(!blank, covered.get(i), "code unit " + i + " of " + text.length());
        }
    }

    private static void assertInOrder(String text, Annotated read) {
        assertEquals(text, read.text());
        int end = 0;
        for (Sentence sentence : read.sentences()) {
            for (Token token : sentence.tokens()) {
                assertTrue(token.span().start() >= end && !token.span().isEmpty(), () -> "token at " + token.span());
                assertTrue(sentence.span().contains(token.span()), () -> "token at " + token.span());
                assertEquals(token.span().in(text), token.text());
                end = token.span().end();
            }
        }
    }
}
