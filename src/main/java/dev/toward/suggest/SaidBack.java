package dev.toward.suggest;

import dev.toward.cue.BidKind;
import dev.toward.phrase.Sort;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words of a message that may be said back to whoever wrote it, as the lists of feelings and things have them. */
public final class SaidBack {
    private static final Map<String, List<String>> NOUNS = Lexicon.sections("things.txt");
    private static final Map<String, String> FEELINGS = feelingsOfTheList();

    private SaidBack() {}

    private static Map<String, String> feelingsOfTheList() {
        Map<String, String> feelings = new HashMap<>();
        Lexicon.sections("feelings.txt")
                .values()
                .forEach(items -> items.forEach(item -> {
                    String[] pair = item.split(": ", 2);
                    feelings.put(pair[0], pair[1]);
                }));
        return Map.copyOf(feelings);
    }

    /** Feelings as people write them of themselves, each with the word that may be said back. */
    public static Map<String, String> feelings() {
        return FEELINGS;
    }

    /** The sort of thing that a noun, in the singular and lower case, names in a message of a kind; null when it is not named back. */
    public static @Nullable Sort sort(String noun, BidKind bid) {
        return switch (bid) {
            case DISTRESS, CONFLICT, HELP, REPAIR ->
                is("trouble", noun) ? Sort.TROUBLE : is("test", noun) ? Sort.TEST : is("lost", noun) ? Sort.LOST : null;
            case GOOD_NEWS -> is("glad", noun) || is("won", noun) ? Sort.GLAD : null;
            case SHARE, AFFECTION, APPRECIATION -> is("glad", noun) ? Sort.GLAD : null;
            case QUESTION, NONE -> null;
        };
    }

    private static boolean is(String section, String noun) {
        return NOUNS.getOrDefault(section, List.of()).contains(noun);
    }
}
