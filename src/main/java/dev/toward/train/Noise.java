package dev.toward.train;

import java.util.List;
import java.util.Map;
import java.util.Random;

/** What phones, haste and habit do to text, as {@code src/train/python/noise.py} does it to the reader's drafts. For one thread. */
final class Noise {
    private static final List<Map.Entry<String, String>> SHORT = List.of(
            Map.entry("you", "u"),
            Map.entry("are", "r"),
            Map.entry("your", "ur"),
            Map.entry("because", "bc"),
            Map.entry("right now", "rn"),
            Map.entry("though", "tho"),
            Map.entry("people", "ppl"),
            Map.entry("please", "pls"),
            Map.entry("okay", "ok"),
            Map.entry("going to", "gonna"),
            Map.entry("want to", "wanna"),
            Map.entry("with", "w"),
            Map.entry("to be honest", "tbh"),
            Map.entry("i don't know", "idk"));

    private static final int SHORTEST_TYPO = 6;

    private final Random random;

    Noise(Random random) {
        this.random = random;
    }

    /** The text as somebody else might have typed it; now and then the same. */
    String on(String text) {
        String typed = text;
        if (random.nextInt(4) == 0) {
            Map.Entry<String, String> shorter = SHORT.get(random.nextInt(SHORT.size()));
            typed = typed.replaceFirst("(?i) " + shorter.getKey() + " ", " " + shorter.getValue() + " ");
        }
        if (random.nextInt(3) == 0) {
            typed = typed.replaceFirst("[.!]+$", "");
        } else if (random.nextInt(8) == 0) {
            typed = typed.replaceFirst("[.]$", List.of("!", "...", "").get(random.nextInt(3)));
        }
        if (random.nextInt(4) == 0) {
            typed = typed.replaceAll("['\u2019]", "");
        }
        if (random.nextInt(7) == 0) {
            typed = typed.replaceAll("[,.;:]", "");
        }
        if (random.nextInt(5) == 0 && typed.length() > SHORTEST_TYPO) {
            typed = slipped(typed);
        }
        return typed.isBlank() ? text : typed;
    }

    private String slipped(String text) {
        StringBuilder typed = new StringBuilder(text);
        int at = 1 + random.nextInt(text.length() - 3);
        if (Character.isSurrogate(text.charAt(at)) || Character.isSurrogate(text.charAt(at + 1))) {
            return text;
        }
        switch (random.nextInt(3)) {
            case 0 -> {
                typed.setCharAt(at, text.charAt(at + 1));
                typed.setCharAt(at + 1, text.charAt(at));
            }
            case 1 -> typed.deleteCharAt(at);
            default -> typed.insert(at, text.charAt(at));
        }
        return typed.toString();
    }
}
