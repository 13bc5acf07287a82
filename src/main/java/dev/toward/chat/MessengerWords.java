package dev.toward.chat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What Messenger and Instagram themselves write under a person's name, in the languages of {@code messenger-words.txt}. */
final class MessengerWords {
    /** What such a text is. */
    enum Wording {
        ATTACHMENT,
        CALL,
        NOTICE
    }

    private static final int LONGEST = 500;
    private static final String NAME = "\u0001";

    /** Instagram leaves out the first word at times. */
    private static final Pattern REACTION = Pattern.compile("[^\\p{L}\\p{N}]{1,20} to your message");

    private record Entry(Pattern pattern, Wording wording) {}

    private static final WordSections SECTIONS = WordSections.read("messenger-words.txt");
    private static final List<String> SELF = section("self");
    private static final List<String> DELETED_ACCOUNT = section("deleted-account");

    /** By the first word, or by the first after the name. */
    private static final Map<String, List<Entry>> ENTRIES = entries();

    private MessengerWords() {}

    /** What the text is if the app wrote it; null if a person did. */
    static @Nullable Wording of(String text, String sender) {
        if (text.length() > LONGEST) {
            return null;
        }
        String plain = text.strip().toLowerCase(Locale.ROOT);
        if (plain.endsWith(".")) {
            plain = plain.substring(0, plain.length() - 1);
        }
        Wording wording = match(plain);
        if (wording != null) {
            return wording;
        }
        String name = sender.toLowerCase(Locale.ROOT);
        int space = name.indexOf(' ');
        String first = space > 0 ? name.substring(0, space) : name;
        for (String start : Stream.concat(Stream.of(name, first), SELF.stream()).toList()) {
            if (!start.isEmpty() && plain.startsWith(start + " ")) {
                Wording named = match(NAME + plain.substring(start.length()));
                if (named != null) {
                    return named;
                }
            }
        }
        return REACTION.matcher(plain).matches() ? Wording.NOTICE : null;
    }

    /** True for the name that all deleted and blocked accounts bear. */
    static boolean isDeletedAccount(String name) {
        return DELETED_ACCOUNT.contains(name.toLowerCase(Locale.ROOT));
    }

    private static @Nullable Wording match(String text) {
        for (Entry entry : ENTRIES.getOrDefault(key(text), List.of())) {
            if (entry.pattern().matcher(text).matches()) {
                return entry.wording();
            }
        }
        return null;
    }

    private static String key(String text) {
        int start = text.startsWith(NAME + " ") ? 2 : 0;
        int end = text.indexOf(' ', start);
        return end < 0 ? text : text.substring(0, end);
    }

    private static List<String> section(String name) {
        return SECTIONS.section(name);
    }

    private static Map<String, List<Entry>> entries() {
        Map<String, List<Entry>> entries = new HashMap<>();
        for (Wording wording : Wording.values()) {
            for (String line : section(wording.name().toLowerCase(Locale.ROOT))) {
                String text = line.startsWith("name ") ? NAME + line.substring(4) : line;
                String regex =
                        Stream.of(text.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
                String key = key(text.replace("*", " "));
                entries.computeIfAbsent(key, k -> new ArrayList<>())
                        .add(new Entry(Pattern.compile(regex, Pattern.DOTALL), wording));
            }
        }
        return entries;
    }
}
