package dev.toward.suggest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** The word lists that lie beside this package's classes, and the plain form in which words are looked up in them. */
final class Lexicon {
    private Lexicon() {}

    static InputStream open(String name) {
        InputStream in = Lexicon.class.getResourceAsStream(name);
        if (in == null) {
            throw new IllegalStateException("missing from the program: dev/toward/suggest/" + name + "; build it anew");
        }
        return in;
    }

    /** The lines of a list that say something. */
    static List<String> lines(String name) {
        try (InputStream in = open(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Properties properties(String name) {
        Properties properties = new Properties();
        try (InputStream in = open(name)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    /** A list of lines {@code key: term, term}; the terms in the form of {@link #plain}. */
    static Map<String, Set<String>> terms(String name) {
        Map<String, Set<String>> terms = new LinkedHashMap<>();
        for (String line : lines(name)) {
            int colon = line.indexOf(':');
            Set<String> some = terms.computeIfAbsent(line.substring(0, colon), k -> new TreeSet<>());
            items(line.substring(colon + 1)).forEach(item -> some.add(" " + item + " "));
        }
        return terms;
    }

    /** A list in sections, each headed {@code [name]}; items stand between commas or on lines of their own. */
    static Map<String, List<String>> sections(String name) {
        Map<String, List<String>> sections = new LinkedHashMap<>();
        List<String> section = new ArrayList<>();
        for (String line : lines(name)) {
            if (line.startsWith("[")) {
                section = sections.computeIfAbsent(line.substring(1, line.length() - 1), k -> new ArrayList<>());
            } else {
                section.addAll(items(line));
            }
        }
        return sections;
    }

    private static List<String> items(String line) {
        List<String> items = new ArrayList<>();
        for (String item : line.split(",", -1)) {
            if (!item.isBlank()) {
                items.add(item.strip());
            }
        }
        return items;
    }

    /** Words only, lower case, straight apostrophes, one space before, between and after. */
    static String plain(String text) {
        StringBuilder plain = new StringBuilder(" ");
        text.toLowerCase(Locale.ROOT).replace('’', '\'').codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c) || c == '\'' || c == '-') {
                plain.appendCodePoint(c);
            } else if (plain.charAt(plain.length() - 1) != ' ') {
                plain.append(' ');
            }
        });
        if (plain.charAt(plain.length() - 1) != ' ') {
            plain.append(' ');
        }
        return plain.toString();
    }

    /** True when one of the terms stands in a text that went through {@link #plain}. */
    static boolean anyIn(Set<String> terms, String plain) {
        return terms.stream().anyMatch(plain::contains);
    }
}
