package dev.toward.cue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.toward.train.Example;
import dev.toward.train.LabelledFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LiteralsTest {
    private static List<String> expressions(String file) {
        return Cues.resource(file)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    @Test
    void needed_ofWhatMustStandInARow() {
        assertEquals(List.of(List.of(Set.of("not worth living"))), Literals.needed("not worth living"));
        assertEquals(
                List.of(List.of(Set.of("suicid"))), Literals.needed("suicid(?:e|al)"), "too short to be looked for");
        assertEquals(
                List.of(List.of(Set.of("take", "took"), Set.of("life"))),
                Literals.needed("(?:take|took) (?:my|his) (?:own )?life"));
        assertEquals(List.of(List.of(Set.of("kms")), List.of()), Literals.needed("kms|a?b?c?"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            i want to kill myself              | true
            where do you want to eat           | false
            she took all her sleeping pills    | true
            he took the bins out               | false
            """)
    void possible_byWordsThatItNeeds(String text, boolean possible) {
        assertEquals(possible, Literals.of(expressions("danger.txt")).possible(text) != 0);
    }

    /** Whatever matches was thought possible: in drafts, and where words of the expressions are thrown together. */
    @ParameterizedTest
    @ValueSource(strings = {"danger.txt", "danger-idioms.txt"})
    void possible_neverLeavesOutWhatMatches(String file) throws IOException {
        List<String> expressions = expressions(file);
        Literals literals = Literals.of(expressions);
        List<Pattern> patterns = expressions.stream().map(Pattern::compile).toList();
        List<String> texts = new ArrayList<>();
        for (String split : List.of("train", "dev", "test")) {
            for (Example example : LabelledFile.readAll(Path.of("corpus/labelled/" + split))) {
                texts.add(DangerFinder.plain(example.draft().text()));
                texts.add(DangerFinder.plain(example.draft().bid().last()));
            }
        }
        for (String expression : expressions) {
            for (int pick = 0; pick < 12; pick++) {
                texts.add(sample(expression, pick));
            }
        }
        int matched = 0;
        for (String text : texts) {
            long possible = literals.possible(text);
            for (int i = 0; i < patterns.size(); i++) {
                if (patterns.get(i).matcher(text).find()) {
                    matched++;
                    assertTrue((possible & 1L << i) != 0, "expression " + (i + 1));
                }
            }
        }
        assertTrue(matched > 200, "matched only " + matched);
    }

    /** Some text after an expression: one choice of each group, what may be missing left out or in. */
    private static String sample(String expression, int pick) {
        String text = expression.replaceAll("\\(\\?![^)]*\\)", "");
        for (int i = 0; i < 8; i++) {
            java.util.regex.Matcher group =
                    Pattern.compile("\\(\\?:([^()]*)\\)(\\?|\\{0,\\d\\}\\??)?").matcher(text);
            StringBuilder next = new StringBuilder();
            while (group.find()) {
                String[] choices = group.group(1).split("\\|", -1);
                String chosen = group.group(2) != null && pick % 3 == 0 ? "" : choices[pick % choices.length];
                group.appendReplacement(next, java.util.regex.Matcher.quoteReplacement(chosen));
            }
            text = group.appendTail(next).toString();
        }
        String[] ways = text.split("\\|", -1);
        return ways[pick % ways.length]
                .replaceAll("(.)\\?", pick % 2 == 0 ? "$1" : "")
                .replace("\\w+", "word")
                .replace("$", "")
                .replaceAll("\\[(.)[^]]*\\]", "$1")
                .replace("\\", "");
    }

    @Test
    void plain_theSameOverAsciiAndBeyond() {
        for (String text : List.of("I don't  KNOW -- why?!", "", "  a,b.c;d", "tab\tand\nline", "100% (sure)")) {
            assertEquals(
                    text.toLowerCase(java.util.Locale.ROOT)
                            .replaceAll("['\u2019\u2018\u02BC]", "")
                            .replaceAll("[^\\p{L}\\p{N}?!.,]+", " "),
                    DangerFinder.plain(text));
        }
        assertEquals("ich weiß nicht", DangerFinder.plain("Ich weiß nicht"));
    }
}
