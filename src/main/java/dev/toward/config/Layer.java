package dev.toward.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What one place gives: a file, the environment, the command line. */
final class Layer {
    private Layer() {}

    /** @throws ConfigException when the same name is to be told and not to be told */
    static void check(List<Given> givens) throws ConfigException {
        for (Given given : givens) {
            if (given.key() == Key.DISABLE
                    && givens.stream()
                            .anyMatch(g -> g.key() == Key.ENABLE && g.value().equals(given.value()))) {
                throw new ConfigException(
                        given.from(), "expected a name in enable or in disable, and this one is in both");
            }
        }
    }

    /** What the environment gives; a variable that is empty gives nothing. */
    static List<Given> ofEnvironment(Map<String, String> environment) throws ConfigException {
        List<Given> givens = new ArrayList<>();
        for (Key key : Key.values()) {
            String value = environment.getOrDefault(key.variable(), "").strip();
            if (value.isEmpty()) {
                continue;
            }
            List<String> values = key.kind() == Key.Kind.WORDS ? parts(value) : List.of(value);
            for (String each : values) {
                try {
                    key.check(each);
                } catch (IllegalArgumentException e) {
                    throw new ConfigException(key.variable(), String.valueOf(e.getMessage()));
                }
                givens.add(new Given(key, each, key.variable()));
            }
        }
        check(givens);
        return givens;
    }

    /** The parts of a comma list. */
    static List<String> parts(String list) {
        return Arrays.stream(list.split(",", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
