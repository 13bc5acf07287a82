package dev.toward.chat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the WhatsApp apps themselves write, in the languages of {@code whatsapp-words.txt}; all in lower case. */
final class WhatsAppWords {
    private static final WordSections SECTIONS = WordSections.read("whatsapp-words.txt");

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
        return SECTIONS.section(name);
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
}
