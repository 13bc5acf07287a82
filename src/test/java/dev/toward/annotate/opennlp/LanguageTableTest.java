package dev.toward.annotate.opennlp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.toward.models.ModelStore;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import org.junit.jupiter.api.Test;

/** The table guesses what the model guesses, to the bit. */
class LanguageTableTest {
    private static final List<String> TEXTS = List.of(
            "",
            "ok",
            "lol",
            "that must have been a long day for you",
            "das war bestimmt ein langer Tag",
            "bonne nuit",
            "¿qué tal?",
            "спокойной ночи",
            "おやすみ",
            "تصبح على خير",
            "hahaha nooo wayyy",
            "see you at 6 \ud83d\ude42",
            "\ud83d\udc4d\ud83d\udc4d",
            "\ud83d",
            "12345",
            "a".repeat(500),
            "na ja, whatever",
            "mañana tbh");

    @Test
    void predict_asTheModel() throws Exception {
        LanguageDetectorME model = new LanguageDetectorME(
                new LanguageDetectorModel(Path.of("models/langdetect-183.bin").toFile()));
        LanguageModel table = LanguageModel.open(ModelStore.open(Path.of("models")));
        for (String text : TEXTS) {
            Language[] expected = model.predictLanguages(text);
            Language[] found = table.predict(text);
            assertEquals(codes(expected), codes(found), text);
            assertArrayEquals(confidences(expected), confidences(found), text);
        }
    }

    private static List<String> codes(Language[] languages) {
        return Arrays.stream(languages).map(Language::getLang).toList();
    }

    private static double[] confidences(Language[] languages) {
        return Arrays.stream(languages).mapToDouble(Language::getConfidence).toArray();
    }
}
