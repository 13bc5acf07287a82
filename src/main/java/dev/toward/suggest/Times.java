package dev.toward.suggest;

import dev.toward.annotate.Parsed;
import dev.toward.annotate.ParsedToken;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Finds a time in a message at which something that matters is still ahead: "my surgery is tomorrow", "results on Friday". Never
 * one in a sentence that tells of the past, or of nothing but plans.
 */
final class Times {
    private static final Set<String> DAYS =
            Set.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");
    private static final Set<String> AHEAD = Set.of("tomorrow", "tonight");
    private static final Set<String> NOT_AHEAD =
            Set.of("last", "every", "each", "since", "past", "previous", "until", "till");

    private static final Set<String> EVENTS =
            Set.copyOf(Lexicon.sections("things.txt").getOrDefault("test", List.of()));

    private Times() {}

    static Optional<String> in(Parsed message) {
        for (List<ParsedToken> sentence : message.sentences()) {
            boolean past = sentence.stream().anyMatch(t -> t.pos().equals("VBD"));
            boolean event =
                    sentence.stream().anyMatch(t -> EVENTS.contains(t.lemma().toLowerCase(Locale.ROOT)));
            for (int i = 0; event && !past && i < sentence.size(); i++) {
                String word = Words.lower(sentence.get(i));
                String before = i > 0 ? Words.lower(sentence.get(i - 1)) : "";
                if (AHEAD.contains(word) && !negated(sentence, i)) {
                    return Optional.of(word);
                }
                if (DAYS.contains(word)
                        && !NOT_AHEAD.contains(before)
                        && looksAhead(sentence)
                        && !negated(sentence, i)) {
                    return Optional.of(word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean negated(List<ParsedToken> sentence, int at) {
        return sentence.subList(0, at).stream().anyMatch(Words::negates);
    }

    private static boolean looksAhead(List<ParsedToken> sentence) {
        return sentence.stream()
                .anyMatch(t ->
                        t.pos().equals("MD") || t.pos().equals("VBZ") || t.pos().equals("VBP"));
    }
}
