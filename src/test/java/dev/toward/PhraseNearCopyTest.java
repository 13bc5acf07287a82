package dev.toward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.toward.encode.SentenceEncoder;
import dev.toward.models.ModelException;
import dev.toward.models.ModelStore;
import dev.toward.phrase.Phrase;
import dev.toward.phrase.PhraseFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * No phrase says again, in nearly the same words, what another says; whoever is offered both has one choice less.
 *
 * <p>Two texts are near-copies when they share {@value #SAME_WORDS} of their words (as sets, by Jaccard's measure; case and
 * punctuation do not count), or {@value #MANY_WORDS} of them and nearly all their meaning, a cosine of {@value #SAME_MEANING}. Each
 * slot counts as a word. A name counts for nothing: the same sentence said to somebody is the same sentence. Fewer words alone
 * would not do (<i>how proud you are of it</i> shares most of <i>how tired you are of it</i>), nor would meaning alone; at these
 * bounds every pair that was found was a true copy.
 */
class PhraseNearCopyTest {
    private static final double SAME_WORDS = 0.9;
    private static final double MANY_WORDS = 0.5;
    private static final double SAME_MEANING = 0.88;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}']+|\\{\\p{L}+\\}");
    private static final Pattern TO_SOMEBODY = Pattern.compile(",? ?\\{name\\},?");

    private static SentenceEncoder encoder;

    private final Map<String, float[]> vectors = new HashMap<>();

    @BeforeAll
    static void open() throws ModelException {
        encoder = SentenceEncoder.open(ModelStore.open(Path.of("models")));
    }

    @AfterAll
    static void close() {
        encoder.close();
    }

    @Test
    void phrase_isNoNearCopyOfAnother() throws IOException {
        List<Phrase> phrases = PhraseFile.readFolder(Path.of("corpus", "phrases"));
        List<Set<String>> words = phrases.stream().map(p -> words(p.text())).toList();
        List<String> copies = new ArrayList<>();
        for (int i = 0; i < phrases.size(); i++) {
            for (int j = 0; j < i; j++) {
                double shared = shared(words.get(i), words.get(j));
                if (areCopies(shared, phrases.get(i).text(), phrases.get(j).text())) {
                    copies.add(shown(phrases.get(j)) + " | " + shown(phrases.get(i)));
                }
            }
        }
        assertEquals(List.of(), copies);
    }

    @Test
    void copies_byWords() {
        assertTrue(areCopies("No wonder you're {feeling}.", "no wonder you're {feeling}, {name}!"));
        assertTrue(areCopies("How are you, {name}, apart from {thing}?", "Apart from {thing}, how are you?"));
    }

    @Test
    void copies_byMeaning() {
        assertTrue(areCopies("You sound really {feeling}.", "{name}, you sound so {feeling}."));
        assertTrue(areCopies("I appreciate you coming back to this.", "I appreciate you coming back to it."));
    }

    @Test
    void copies_notWhenAWordThatCountsDiffers() {
        assertFalse(areCopies("I can hear how proud you are of {thing}.", "I can hear how tired you are of {thing}."));
        assertFalse(areCopies("I love the way you see {thing}.", "I love the way you love {thing}."));
        assertFalse(areCopies("Hooray for {thing}!", "I'm so happy about {thing}."));
    }

    private boolean areCopies(String one, String other) {
        return areCopies(shared(words(one), words(other)), one, other);
    }

    private boolean areCopies(double shared, String one, String other) {
        return shared >= SAME_WORDS || shared >= MANY_WORDS && cosine(vector(one), vector(other)) >= SAME_MEANING;
    }

    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>();
        Matcher word = WORD.matcher(toNobody(text).toLowerCase(Locale.ROOT));
        while (word.find()) {
            words.add(word.group());
        }
        return words;
    }

    private static String toNobody(String text) {
        return TO_SOMEBODY.matcher(text).replaceAll("").strip();
    }

    private static double shared(Set<String> one, Set<String> other) {
        int both = 0;
        for (String word : one) {
            if (other.contains(word)) {
                both++;
            }
        }
        return both / (double) (one.size() + other.size() - both);
    }

    /** What a text means, with something in its slots that says nothing. */
    private float[] vector(String text) {
        return vectors.computeIfAbsent(
                text,
                t -> encoder.vector(toNobody(t)
                        .replace("{thing}", "that")
                        .replace("{feeling}", "that way")
                        .replace("{time}", "then")));
    }

    private static double cosine(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    private static String shown(Phrase phrase) {
        return phrase.id() + ": " + phrase.text();
    }
}
