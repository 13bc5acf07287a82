package dev.toward.phrase;

import dev.toward.cue.Gesture;
import dev.toward.text.Draft;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a pack promises: that for a draft, with the pack's phrases among the user's own, all of these are offered. Immutable; threads may
 * share it.
 *
 * @param draft what is about to be sent, with what it answers
 * @param offers what must be among the wordings that are offered; one or more
 * @param suggest how many wordings are asked for, 1 to {@value #MOST}
 * @param them the first name of the one who is answered, or null when not known
 */
public record PackTest(
        Draft draft,
        List<Offer> offers,
        int suggest,
        @Nullable String them) {
    /** So many wordings are asked for unless a test says otherwise; as many as a check shows. */
    public static final int USUAL = 3;

    /** The most that can be asked for. */
    public static final int MOST = 10;

    public PackTest {
        offers = List.copyOf(offers);
    }

    /** Something that must be offered. */
    public sealed interface Offer {
        /** Whether a wording made of this phrase, with this gesture, is what was meant. */
        boolean isMetBy(String phrase, Gesture does);

        /** The id, as the test writes it. */
        String id();
    }

    /** One phrase. */
    public record OfPhrase(String id) implements Offer {
        @Override
        public boolean isMetBy(String phrase, Gesture does) {
            return id.equals(phrase);
        }
    }

    /** Any phrase of a gesture. */
    public record OfGesture(Gesture gesture) implements Offer {
        @Override
        public boolean isMetBy(String phrase, Gesture does) {
            return gesture == does;
        }

        @Override
        public String id() {
            return gesture.id();
        }
    }
}
