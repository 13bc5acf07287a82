package dev.toward.annotate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every parser keeps. */
abstract class ParserContract {
    abstract Parser parser();

    abstract Annotator annotator();

    Parsed parse(String text) {
        return parser().parse(annotator().annotate(text));
    }

    @Test
    void tokens_areThoseOfTheAnnotator() {
        for (String text :
                List.of("At least you still have a job, could be worse.", "dont be silly, it’s “fine”", "ok")) {
            Annotated read = annotator().annotate(text);
            List<String> parsed = parser().parse(read).sentences().stream()
                    .flatMap(List::stream)
                    .map(t -> t.text() + t.span())
                    .toList();
            assertEquals(read.tokens().stream().map(t -> t.text() + t.span()).toList(), parsed);
        }
    }

    @Test
    void heads_areInTheSentence() {
        for (List<ParsedToken> sentence : parse(
                        "She told me that you cried. ".repeat(40) + "no end " + "and on ".repeat(200))
                .sentences()) {
            assertTrue(sentence.stream().anyMatch(t -> t.head() == -1));
            for (ParsedToken token : sentence) {
                assertTrue(token.head() >= -1 && token.head() < sentence.size());
            }
        }
    }

    @Test
    void hostileTexts_areParsed() {
        for (String text : HostileTexts.small()) {
            assertEquals(text, parse(text).text());
        }
    }

    @Test
    void aMegabyte_takesBoundedTime() {
        for (String text : HostileTexts.large()) {
            Annotated read = annotator().annotate(text);
            assertTimeout(Duration.ofSeconds(120), () -> parser().parse(read));
        }
    }

    @Test
    void threads_parseAlike() throws Exception {
        List<String> texts = List.of(
                "At least you still have a job, could be worse.",
                "calm down it's only a cold",
                "he told you to get over it");
        List<Parsed> alone = texts.stream().map(this::parse).toList();
        try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
            List<Future<List<Parsed>>> together = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                together.add(pool.submit(() -> texts.stream().map(this::parse).toList()));
            }
            for (Future<List<Parsed>> one : together) {
                assertEquals(alone, one.get());
            }
        }
    }
}
