package dev.toward;

import dev.toward.phrase.Phrase;
import dev.toward.phrase.Slot;
import dev.toward.phrase.Sort;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The phrases that ask after something told of earlier, or come unasked: {@code follow-ups.txt} says which. Threads may share it. */
final class AskingPhrases {
    private final Map<String, List<Phrase>> byOccasion = new HashMap<>();

    AskingPhrases(Collection<Phrase> shipped) {
        Map<String, Phrase> byId = new HashMap<>();
        shipped.forEach(phrase -> byId.put(phrase.id(), phrase));
        for (String line : lines()) {
            String[] parts = line.split(" ", 3);
            Phrase phrase = byId.get(parts[2]);
            if (phrase != null) {
                byOccasion
                        .computeIfAbsent(parts[0] + " " + parts[1], o -> new ArrayList<>())
                        .add(phrase);
            }
        }
    }

    /** The ids that the list names. */
    static List<String> ids() {
        return lines().stream().map(line -> line.split(" ", 3)[2]).distinct().toList();
    }

    private static List<String> lines() {
        try (InputStream in = Objects.requireNonNull(
                        AskingPhrases.class.getResourceAsStream("follow-ups.txt"), "follow-ups.txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Nullable
    AskingAfter word(String thing, @Nullable String time, Sort sort, boolean over, String seed) {
        Map<Slot, String> fillings = new EnumMap<>(Slot.class);
        fillings.put(Slot.THING, thing);
        if (time != null) {
            fillings.put(Slot.TIME, time);
        }
        return word((over ? "over " : "ahead ") + sort.id(), fillings, seed);
    }

    @Nullable
    AskingAfter word(Occasion occasion, String seed) {
        return word(occasion.id() + " any", Map.of(), seed);
    }

    private @Nullable AskingAfter word(String occasion, Map<Slot, String> fillings, String seed) {
        List<Phrase> fitting = byOccasion.getOrDefault(occasion, List.of()).stream()
                .filter(phrase -> fillings.keySet().containsAll(phrase.slots()))
                .toList();
        if (fitting.isEmpty()) {
            return null;
        }
        Phrase phrase = fitting.get(Math.floorMod(seed.hashCode(), fitting.size()));
        return new AskingAfter(phrase.wording().fill(fillings, UnaryOperator.identity()), phrase.id());
    }
}
