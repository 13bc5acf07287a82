package dev.toward.suggest;

import dev.toward.cue.BidKind;
import dev.toward.cue.Gesture;
import dev.toward.phrase.Phrase;
import dev.toward.verdict.Impression;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What counts for how much when phrases are ranked; read from {@code weights.properties}, {@code gestures.properties} and {@code common.txt}.
 *
 * @param common by id, how far a phrase that would be offered too often is held back
 */
record Weights(
        Map<Part, Double> parts,
        double nearEnough,
        double nearAlone,
        double nearTold,
        double nearCertain,
        double namedWell,
        double nearSeen,
        Map<String, Map<Gesture, Double>> gestures,
        Map<String, Double> common) {
    private static final String UNKNOWN = "unknown";

    static Weights load() {
        return of(shipped());
    }

    /** The numbers that ship, by name. */
    static Properties shipped() {
        return Lexicon.properties("weights.properties");
    }

    /** @throws IllegalArgumentException when a number is missing, or is none; the message names it */
    static Weights of(Properties weights) {
        Properties table = Lexicon.properties("gestures.properties");
        Map<String, Map<Gesture, Double>> gestures = new HashMap<>();
        for (String bid : table.stringPropertyNames()) {
            Map<Gesture, Double> row = new EnumMap<>(Gesture.class);
            for (String cell : table.getProperty(bid).split(",", -1)) {
                String[] pair = cell.strip().split(" ", 2);
                row.put(Gesture.of(pair[0]), Double.valueOf(pair[1]));
            }
            gestures.put(bid, row);
        }
        Map<Part, Double> parts = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            parts.put(part, number(weights, part.id()));
        }
        return new Weights(
                parts,
                number(weights, "near-enough"),
                number(weights, "near-alone"),
                number(weights, "near-told"),
                number(weights, "near-certain"),
                number(weights, "named-well"),
                number(weights, "near-seen"),
                Map.copyOf(gestures),
                listedCommon());
    }

    private static Map<String, Double> listedCommon() {
        Map<String, Double> common = new HashMap<>();
        for (String line : Lexicon.lines("common.txt")) {
            String[] pair = line.split(": ", 2);
            common.put(pair[0], Double.valueOf(pair[1]));
        }
        return Map.copyOf(common);
    }

    double heldBack(Phrase phrase) {
        return common.getOrDefault(phrase.id(), 0.0);
    }

    double of(Part part) {
        return parts.getOrDefault(part, 0.0);
    }

    /** A fit with what a quick look says of it. To name something counts for nothing where people would hardly send it so. */
    Fit with(Fit fit, Impression impression) {
        Map<Part, Double> more = new EnumMap<>(Part.class);
        more.putAll(fit.parts());
        if (impression != Impression.NONE) {
            more.computeIfPresent(Part.NEARNESS, (part, near) -> near * nearSeen);
            if (impression.fits() < namedWell) {
                more.put(Part.NAMED, 0.0);
            }
        }
        more.put(Part.FITS, of(Part.FITS) * impression.fits());
        more.put(Part.SURE, impression.sure() == null ? 0 : of(Part.SURE));
        return Fit.of(fit.phrase(), more);
    }

    private static double number(Properties weights, String name) {
        String value = weights.getProperty(name);
        if (value == null) {
            throw new IllegalArgumentException("weights: " + name + " is missing");
        }
        try {
            return Double.parseDouble(value.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("weights: " + name + ": expected a number, got " + value, e);
        }
    }

    /** How well each gesture answers such a bid; one that is not there never does. */
    Map<Gesture, Double> answering(@Nullable BidKind bid) {
        return gestures.getOrDefault(bid == null ? UNKNOWN : bid.id(), Map.of());
    }
}
