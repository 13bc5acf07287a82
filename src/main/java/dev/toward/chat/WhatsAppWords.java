package dev.toward.chat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What the WhatsApp apps themselves write, in the languages of {@code whatsapp-words.txt}; all in lower case. */
final class WhatsAppWords {
    private static final Map<String, List<String>> SECTIONS = load();

    static final Set<String> MEDIA = Set.copyOf(new HashSet<>(section("media")));
    static final List<String> MEDIA_ENDING = section("media-ending");
    static final List<String> ATTACHED = section("attached");
    static final List<String> ATTACHED_LABEL = section("attached-label");
    static final List<String> LOCATION = section("location");
    static final List<String> DELETED = section("deleted");
    static final Set<String> EDITED = Set.copyOf(new HashSet<>(section("edited")));
    static final List<String> POLL = section("poll");
    static final List<String> POLL_OPTION = section("poll-option");
    static final List<String> CALL = section("call");
    static final List<String> NOTICE = section("notice");
    static final List<String> NOTICE_VERB = section("notice-verb");
    static final List<String> NAMING = section("naming");
    static final List<String> GROUP = section("group");

    private WhatsAppWords() {}

    static List<String> section(String name) {
        List<String> lines = SECTIONS.get(name);
        if (lines == null) {
            throw new IllegalStateException("whatsapp-words.txt: expected a section [" + name + "]");
        }
        return lines;
    }

    /** True if {@code text}, in lower case, holds one of {@code words}. */
    static boolean holdsOne(String text, List<String> words) {
        for (String word : words) {
            if (text.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private static Map<String, List<String>> load() {
        Map<String, List<String>> sections = new HashMap<>();
        try (InputStream in = WhatsAppWords.class.getResourceAsStream("whatsapp-words.txt")) {
            if (in == null) {
                throw new IllegalStateException("whatsapp-words.txt is missing from the jar; build it again");
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
        return sections;
    }
}
