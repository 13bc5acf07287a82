package dev.toward.chat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Words that exports put where people wrote none, in lower case, by their section in a file of the program: {@code [section]}, then a line each. */
record WordSections(String file, Map<String, List<String>> lines) {
    /** @throws IllegalStateException when the program lacks the file */
    static WordSections read(String file) {
        Map<String, List<String>> sections = new HashMap<>();
        try (InputStream in = WordSections.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing from the jar; build it again");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            List<String> section = new ArrayList<>();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith("[") && line.endsWith("]")) {
                    section = sections.computeIfAbsent(line.substring(1, line.length() - 1), k -> new ArrayList<>());
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    section.add(line.toLowerCase(Locale.ROOT));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new WordSections(file, sections);
    }

    /** @throws IllegalStateException when the file lacks the section */
    List<String> section(String name) {
        List<String> section = lines.get(name);
        if (section == null) {
            throw new IllegalStateException(file + ": expected a section [" + name + "]");
        }
        return section;
    }
}
