package dev.toward.ledger;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ObjDoubleConsumer;

/** What is seen in a piece of a talk, by name, each with a number: what a {@link Weights} is asked about. Not for several threads. */
final class Signs {
    private final Map<String, Double> all = new HashMap<>();

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
    SortedMap<String, Double> all() {
        return new TreeMap<>(all);
    }

    /** Hands on each, in no order. */
    void forEach(ObjDoubleConsumer<String> each) {
        all.forEach(each::accept);
    }

    /** How a count or a number of minutes is put: twice as many are one step more, not twice. */
    static double steps(double count) {
        return StrictMath.log(1 + Math.max(0, count));
    }
}
