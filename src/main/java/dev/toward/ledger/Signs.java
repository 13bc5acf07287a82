package dev.toward.ledger;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** What is seen in a piece of a talk, by name, each with a number: what a {@link Weights} is asked about. Not for several threads. */
final class Signs {
    private final Map<String, Double> all = new TreeMap<>();

    /** Adds a sign, or puts it in place of the one of that name. */
    Signs put(String name, double value) {
        if (value == 0) {
            all.remove(name);
        } else {
            all.put(name, value);
        }
        return this;
    }

    /** Adds a sign that is there or is not. */
    Signs put(String name, boolean there) {
        return put(name, there ? 1 : 0);
    }

    /** Adds a sign, unless a larger of that name is there. */
    Signs most(String name, double value) {
        return put(name, Math.max(value, of(name)));
    }

    double of(String name) {
        return all.getOrDefault(name, 0.0);
    }

    /** In the order of their names, so that sums come out alike. */
    Map<String, Double> all() {
        return Collections.unmodifiableMap(all);
    }

    /** How a count or a number of minutes is put: twice as many are one step more, not twice. */
    static double steps(double count) {
        return StrictMath.log(1 + Math.max(0, count));
    }
}
