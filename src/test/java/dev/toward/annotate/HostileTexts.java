package dev.toward.annotate;

import java.util.List;
import java.util.Random;

/** Texts that nobody means to send, and somebody does. */
final class HostileTexts {
    private static final int MEGABYTE = 1 << 20;

    private HostileTexts() {}

    static List<String> small() {
        return List.of(
                "",
                " ",
                "\n\n\n",
                "\t\u00a0\u200b",
                "\ud83d",
                "\ude00\ud83d at least \ud800",
                "\u0000\u0001\u0002 binary \uffff\ufffe",
                "\u202eesrever",
                "'''\"\"\"\u201c\u2018",
                "it's 'its' ''s n't 'll",
                "(((((((((",
                "a".repeat(5_000),
                "?!".repeat(2_000),
                "👍🏽👨‍👩‍👧‍👦❤️".repeat(50),
                "Z̸̡̛a̴͝l̵g̶o̷ text here",
                noise(4_000, 7));
    }

    static List<String> large() {
        return List.of(
                "x".repeat(MEGABYTE),
                ".".repeat(MEGABYTE),
                "don't ".repeat(MEGABYTE / 6),
                "at least you still have a job, ".repeat(MEGABYTE / 31),
                noise(MEGABYTE, 8));
    }

    private static String noise(int length, long seed) {
        Random dice = new Random(seed);
        StringBuilder noise = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            noise.append((char) dice.nextInt(0x10000));
        }
        return noise.toString();
    }
}
