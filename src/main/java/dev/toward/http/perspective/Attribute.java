package dev.toward.http.perspective;

import dev.toward.cue.Gesture;
import dev.toward.verdict.Label;
import dev.toward.verdict.Verdict;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What can be asked for, each with what it is computed from. What a verdict says nothing of is not here. */
public enum Attribute {
    DISMISSIVE(Label.DISMISSIVE),
    MINIMIZING(Label.MINIMIZING),
    VALIDATING(Label.VALIDATING),
    COMPASSION_EXPERIMENTAL(
            Gesture.ACKNOWLEDGE,
            Gesture.MIRROR_FEELING,
            Gesture.NORMALIZE,
            Gesture.PRESENCE,
            Gesture.OFFER_HELP,
            Gesture.AFFECTION),
    CURIOSITY_EXPERIMENTAL(Gesture.INVITE, Gesture.CARING_QUESTION, Gesture.FOLLOW_UP),
    RESPECT_EXPERIMENTAL(Gesture.ACKNOWLEDGE, Gesture.APPRECIATE, Gesture.COMPLIMENT, Gesture.REPAIR),
    AFFINITY_EXPERIMENTAL(Gesture.NORMALIZE, Gesture.AFFECTION, Gesture.WARM_GREETING);

    private final Label label;
    private final Set<Gesture> gestures;

    Attribute(Label label) {
        this.label = label;
        this.gestures = Set.of();
    }

    Attribute(Gesture... gestures) {
        this.label = Label.VALIDATING;
        Set<Gesture> set = EnumSet.noneOf(Gesture.class);
        Collections.addAll(set, gestures);
        this.gestures = Collections.unmodifiableSet(set);
    }

    /** By its name, with a version or without; null when it is none of these. */
    static @Nullable Attribute of(String name) {
        int at = name.indexOf('@');
        String plain = at < 0 ? name : name.substring(0, at);
        for (Attribute attribute : values()) {
            if (attribute.name().equals(plain)) {
                return attribute;
            }
        }
        return null;
    }

    /** 0 to 1. */
    double score(Verdict verdict) {
        boolean shown = gestures.isEmpty() || verdict.gestures().stream().anyMatch(gestures::contains);
        return shown ? verdict.scores().of(label) : 0;
    }

    /** True where the small student, which names no gestures, cannot answer. */
    boolean needsGestures() {
        return !gestures.isEmpty();
    }

    /** What it is computed from, in plain words. */
    public String computedFrom() {
        String probability = "The probability of the label " + label.id();
        if (gestures.isEmpty()) {
            return probability + ".";
        }
        return probability + " where one of these gestures is found: "
                + gestures.stream().map(Gesture::id).collect(Collectors.joining(", ")) + "; else 0.";
    }
}
