package dev.toward.learn;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The word lists beside this package's classes, in sections headed {@code [name]}, words parted by blanks. */
final class Lists {
    private Lists() {}

    static Map<String, Set<String>> sections(String name) {
        try (InputStream in = Lists.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(
                        "missing from the program: dev/toward/learn/" + name + "; build it anew");
            }
            Map<String, Set<String>> sections = new HashMap<>();
            Set<String> section = new TreeSet<>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                if (line.startsWith("[")) {
                    section = sections.computeIfAbsent(line.substring(1, line.length() - 1), k -> new TreeSet<>());
                } else if (!line.startsWith("#") && !line.isBlank()) {
                    section.addAll(Arrays.asList(line.strip().split("\\s+")));
                }
            }
            return sections;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
