package dev.toward.learn;

import dev.toward.encode.Encoder;
import dev.toward.phrase.Slot;
import dev.toward.phrase.Wording;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Says which texts are near copies: the same words but for those that only stress, or the same meaning and many words. */
final class Likeness {
    /** As near as this, two short sentences ask or say the same. */
    private static final double COSINE = 0.9;
    /** Texts that share less than this part of their words are not held against each other. */
    private static final double SHARED = 0.4;

    private static final Set<String> STRESSES = Set.of(
            "so",
            "really",
            "just",
            "very",
            "oh",
            "aw",
            "aww",
            "ah",
            "honestly",
            "hey",
            "yeah",
            "yes",
            "wow",
            "too",
            "super",
            "truly",
            "well");
    private static final Map<Slot, String> FILLINGS = new EnumMap<>(Map.of(
            Slot.NAME,
            "Sam",
            Slot.FEELING,
            "tired",
            Slot.THING,
            "that",
            Slot.TIME,
            "tomorrow",
            Slot.EVENT,
            "it went that way"));

    private final Encoder encoder;
    private final Map<String, float[]> vectors = new HashMap<>();

    Likeness(Encoder encoder) {
        this.encoder = encoder;
    }

    /** A text as it is held against others. */
    record Print(String text, List<String> words, Set<String> once) {
        static Print of(String text) {
            List<String> words =
                    Words.of(filled(text)).stream().map(w -> w.replace("'", "")).toList();
            List<String> telling =
                    words.stream().filter(w -> !STRESSES.contains(w)).toList();
            List<String> kept = telling.isEmpty() ? words : telling;
            return new Print(text, kept, Set.copyOf(kept));
        }
    }

    boolean anyLike(Print one, Collection<Print> others) {
        return others.stream().anyMatch(other -> alike(one, other));
    }

    boolean alike(Print one, Print other) {
        return one.words().equals(other.words())
                || (shared(one, other) >= SHARED && cosine(vector(one.text()), vector(other.text())) >= COSINE);
    }

    private static double shared(Print one, Print other) {
        long both = one.once().stream().filter(other.once()::contains).count();
        return both / (double) (one.once().size() + other.once().size() - both);
    }

    private float[] vector(String text) {
        return vectors.computeIfAbsent(text, t -> encoder.vector(filled(t)));
    }

    private static String filled(String text) {
        return Wording.of(text).fill(FILLINGS);
    }

    private static double cosine(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
