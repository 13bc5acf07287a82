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

    private static final double MOST_BY_PARAGRAPH = 10;

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

    private static void flags(Analyzer analyzer, Path file, String text, List<String> into) throws IOException {
        for (Passage passage : Letter.read(text, false).passages()) {
            String words = passage.span().in(text);
            Analysis analysis = analyzer.analyze(new Draft(words, passage.bid()));
            for (Finding finding : analysis.verdict().tactics()) {
                int base = passage.span().start();
                Span place = new Span(finding.span().start() + base, finding.span().end() + base);
                if (!passage.repeats(place)) {
                    into.add(file.getFileName() + ": " + finding.tactic().id() + ": "
                            + finding.span().in(words).replace('\n', ' ') + " | " + words.replace('\n', ' '));
                    break;
                }
            }
        }
    }
}
