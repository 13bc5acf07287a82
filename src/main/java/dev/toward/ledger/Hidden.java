package dev.toward.ledger;

import java.util.Set;

/**
 * What a scan with other names took out of the messages.
 *
 * @param names of those who write, whole and in parts, in lower case
 * @param everyday of these, such as are everyday words too, which may stand where they are written without a capital
 * @param others mentions, mail addresses and telephone numbers, as they were written
 */
public record Hidden(Set<String> names, Set<String> everyday, Set<String> others) {
    public Hidden {
        names = Set.copyOf(names);
        everyday = Set.copyOf(everyday);
        others = Set.copyOf(others);
    }
}
