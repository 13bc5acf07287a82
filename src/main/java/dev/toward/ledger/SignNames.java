package dev.toward.ledger;

import java.util.Arrays;
import java.util.List;

/**
 * Names of signs that begin alike, by whose words they are of and when these were written ({@code own eve shared}). Put together once, for each message has many; the
 * weights beside {@code events.txt} know them by these very names. Immutable.
 *
 * @param all what every one of them begins with
 * @param word before each word that is one
 * @param acts in the order of {@link Act}
 */
record SignNames(
        String all,
        String any,
        String messages,
        String shared,
        String rare,
        String often,
        String backRare,
        String near,
        String length,
        String begins,
        String word,
        List<OfAct> acts) {
    /**
     * Of what a message does.
     *
     * @param shared of the same in words that it shares with what was told
     * @param rare how little used those are
     */
    record OfAct(String alone, String shared, String rare) {}

    static SignNames of(String all) {
        String begin = all + " ";
        List<OfAct> acts = Arrays.stream(Act.values())
                .map(act -> begin + act.word())
                .map(alone -> new OfAct(alone, alone + ", shared", alone + " rare"))
                .toList();
        return new SignNames(
                all,
                begin + "any",
                begin + "messages",
                begin + "shared",
                begin + "rare",
                begin + "often",
                begin + "back, rare",
                begin + "near",
                begin + "length",
                begin + "begins",
                all + ": ",
                acts);
    }

    OfAct of(Act act) {
        return acts.get(act.ordinal());
    }
}
