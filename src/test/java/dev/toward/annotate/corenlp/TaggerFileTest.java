package dev.toward.annotate.corenlp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.tagger.maxent.MaxentTagger;
import edu.stanford.nlp.util.logging.RedwoodConfiguration;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tagger over mapped tables gives the tags of CoreNLP's own. */
class TaggerFileTest {
    private static final Path FILE = Path.of("models/english-left3words-distsim.tagger");

    @Test
    void open_everyTagIsThatOfCoreNlp() throws IOException {
        RedwoodConfiguration.empty().apply();
        ByteBuffer bytes = TaggerFile.convert(FILE);
        MaxentTagger ours = TaggerFile.open(bytes);
        MaxentTagger theirs = new MaxentTagger(FILE.toString());
        List<String> sentences = new ArrayList<>(List.of(
                "",
                "I saw the man with the telescope .",
                "UGH fine whatever lol !!!",
                "3 of 4 people's 2nd-hand e-mails cost $ 12.50",
                "naïve 😀 \uD83D straße ß İ ﬁ NA 'NA' Зачем ты so?",
                "xqzzt blorfing unglorped Wug-like O'Zzyx"));
        ObjectMapper json = new ObjectMapper();
        try (Stream<Path> files = Files.list(Path.of("corpus/labelled/dev"))) {
            for (Path file : files.sorted().toList()) {
                for (String line : Files.readAllLines(file)) {
                    sentences.add(json.readTree(line).get("text").asText());
                }
            }
        }
        assertTrue(sentences.size() > 1000, "only " + sentences.size());
        for (String sentence : sentences) {
            assertEquals(tags(theirs, sentence), tags(ours, sentence), sentence);
        }
    }

    private static List<String> tags(MaxentTagger tagger, String sentence) {
        List<CoreLabel> labels = Stream.of(sentence.split("(?=[.,!?;'])|\\s+"))
                .filter(w -> !w.isBlank())
                .map(CoreLabel::wordFromString)
                .toList();
        tagger.tagCoreLabels(labels);
        return labels.stream().map(CoreLabel::tag).toList();
    }

    @Test
    void wordMap_holdsWhatIsInTheTableAndNothingElse() {
        List<String> words = IntStream.range(0, 500).mapToObj(i -> "w" + i * 7).toList();
        Map<String, Integer> map = new WordMap<>(WordTable.of(words), i -> i);
        assertEquals(499, map.get("w3493"));
        assertTrue(map.containsKey("w0"));
        assertNull(map.get("w1"));
        assertNull(map.get(null));
        assertThrows(UnsupportedOperationException.class, map::entrySet);
    }
}
