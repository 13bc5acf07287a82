package dev.toward.ledger;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** Whose a later message is, beside who told or promised, and what the signs of it are called. */
enum Side {
    OWN("own"),
    OTHER("other");

    private final String word;
    private final SignNames ever;
    private final Map<Stretch, SignNames> during = new EnumMap<>(Stretch.class);
    private final Map<Stretch, SignNames> roughly = new EnumMap<>(Stretch.class);

    Side(String word) {
        this.word = word;
        this.ever = SignNames.of(word);
        for (Stretch stretch : Stretch.values()) {
            during.put(stretch, SignNames.of(word + " " + stretch.word()));
            roughly.put(stretch, SignNames.of(word + " " + stretch.roughly()));
        }
    }

    /** As it stands in the names of signs. */
    String word() {
        return word;
    }

    /** Names of what counts whenever it was written. */
    SignNames ever() {
        return ever;
    }

    SignNames during(Stretch stretch) {
        return Objects.requireNonNull(during.get(stretch));
    }

    /** The same by {@link Stretch#roughly}. */
    SignNames roughly(Stretch stretch) {
        return Objects.requireNonNull(roughly.get(stretch));
    }
}
