package dev.toward.suggest;

import dev.toward.phrase.Intensity;
import dev.toward.phrase.Meaning;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How heavy a message is by what it means, where no word on a list tells: "decree came thru". Two logistic regressions on the encoder's vector, fitted by
 * {@code bench/gravity.sh} to messages that were read and labelled ({@code corpus/gravity}). Immutable; threads may share it.
 */
final class Gravity {
    private static final String FILE = "gravity.txt";

    /** How probable it must be. Solemn words for a bad day do less harm than breezy ones for a bad year. */
    private static final double GRAVE = 0.5;

    private static final double LIGHT = 0.6;

    private static final Gravity SHIPPED = read(Lexicon.lines(FILE));

    private final Bar grave;
    private final Bar light;

    /** A direction among meanings, and where along it the odds are even. */
    private record Bar(float[] direction, double offset) {
        double probability(Meaning meaning) {
            return 1 / (1 + StrictMath.exp(-(meaning.along(direction) + offset)));
        }
    }

    private Gravity(Bar grave, Bar light) {
        this.grave = grave;
        this.light = light;
    }

    static Gravity shipped() {
        return SHIPPED;
    }

    /** @param lines {@code grave: numbers} and {@code light: numbers}, parted by blanks, the offset first */
    static Gravity read(List<String> lines) {
        return new Gravity(bar("grave", lines), bar("light", lines));
    }

    private static Bar bar(String name, List<String> lines) {
        for (String line : lines) {
            if (line.startsWith(name + ": ")) {
                String[] numbers = line.substring(name.length() + 2).split(" ");
                float[] direction = new float[numbers.length - 1];
                for (int i = 0; i < direction.length; i++) {
                    direction[i] = Float.parseFloat(numbers[i + 1]);
                }
                return new Bar(direction, Double.parseDouble(numbers[0]));
            }
        }
        throw new IllegalStateException(FILE + " has no line for " + name + "; bench/gravity.sh makes it anew");
    }

    /** Of what is answered; in the middle when its meaning is not known, or is another encoder's. */
    Intensity of(@Nullable Meaning meaning) {
        if (meaning == null || meaning.width() != grave.direction().length) {
            return Intensity.MEDIUM;
        }
        if (grave.probability(meaning) > GRAVE) {
            return Intensity.GRAVE;
        }
        return light.probability(meaning) > LIGHT ? Intensity.LIGHT : Intensity.MEDIUM;
    }
}
