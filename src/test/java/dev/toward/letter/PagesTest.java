package dev.toward.letter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.toward.Analysis;
import dev.toward.Analyzer;
import dev.toward.text.Draft;
import dev.toward.text.Span;
import dev.toward.verdict.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Pages of fiction with cold talk in it, manuals, recipes, reports, minutes: nobody is spoken to, so nobody is warned. The pages in
 * {@code pages} were written for this; each is read whole, as editors send it, and again one paragraph at a time, as LibreOffice does.
 */
class PagesTest {
    private static final Path PAGES = Path.of("src/test/resources/dev/toward/letter/pages");

    /** Flags in ten thousand words. */
    private static final double MOST_WHOLE = 1;

    private static final double MOST_BY_PARAGRAPH = 4;

    @Test
    void pages_flagsAreRare() throws Exception {
        List<String> flags = new ArrayList<>();
        List<String> byParagraph = new ArrayList<>();
        int words = 0;
        int pages = 0;
        try (Analyzer analyzer = Analyzer.builder().models(Path.of("models")).build();
                Stream<Path> files = Files.list(PAGES)) {
            for (Path file : files.sorted().toList()) {
                String page = Files.readString(file, UTF_8);
                pages++;
                words += page.split("\\s+").length;
                flags(analyzer, file, page, flags);
                for (String paragraph : page.split("\\n\\s*\\n")) {
                    flags(analyzer, file, paragraph.strip(), byParagraph);
                }
            }
        }
        System.out.println(pages + " pages, " + words + " words: " + flags.size() + " flags on whole pages, "
                + byParagraph.size() + " by paragraph");
        assertTrue(pages >= 20 && words >= 10_000, pages + " pages, " + words + " words");
        assertTrue(flags.size() <= MOST_WHOLE * words / 10_000, String.join("\n", flags));
        assertTrue(byParagraph.size() <= MOST_BY_PARAGRAPH * words / 10_000, String.join("\n", byParagraph));
    }

    /** What is said to somebody is still heard, however long: pages are quiet because nobody is spoken to. */
    @Test
    void letters_areHeard() throws Exception {
        String plain =
                "The plumber comes at nine, and I will be at the office until six or so. I have put the key where you "
                        + "left it last time, and there is soup in the fridge if you want some. ";
        String talk = (plain + "I also paid the bill that you sent me, so you can tick it off. ").repeat(2);
        List<String> letters = List.of(
                "Hi Sam,\n\n" + plain + "\n\nAt least it was only the car, you always overreact.\n\nBest,\nJo\n",
                "Stop crying about it, it's not a big deal.\n\nOn Tue, 3 Nov 2026, Ana wrote:\n> They let me go today, after nine years.\n",
                "> I got the job!!\n\nok\n",
                talk + "\n\nYou're being way too sensitive about your sister, just get over it already.\n\n" + talk,
                "Dear Ms Okafor,\n\n" + plain.repeat(4)
                        + "\n\nAs for your grief: plenty of people have it worse, so calm down.\n\nKind regards,\nP. Lamb\n");
        List<String> flags = new ArrayList<>();
        try (Analyzer analyzer = Analyzer.builder().models(Path.of("models")).build()) {
            for (String letter : letters) {
                int before = flags.size();
                flags(analyzer, Path.of("letter"), letter, flags);
                assertTrue(flags.size() > before, letter);
            }
        }
        assertTrue(flags.size() <= letters.size() + 1, String.join("\n", flags));
    }

    private static void flags(Analyzer analyzer, Path file, String text, List<String> into) throws IOException {
        for (Passage passage : Letter.read(text, false).passages()) {
            String words = passage.span().in(text);
            Analysis analysis = analyzer.analyze(new Draft(words, passage.bid()));
            for (Finding finding : analysis.verdict().tactics()) {
                int base = passage.span().start();
                Span place =
                        new Span(finding.span().start() + base, finding.span().end() + base);
                if (!passage.repeats(place)) {
                    into.add(file.getFileName() + ": " + finding.tactic().id() + ": "
                            + finding.span().in(words).replace('\n', ' ') + " | " + words.replace('\n', ' '));
                    break;
                }
            }
        }
    }
}
