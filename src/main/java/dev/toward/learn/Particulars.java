package dev.toward.learn;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Says whether a text names what belongs to one moment alone: a person, a place, a number, a day, a link. In doubt it does. Learns names
 * from who writes and from capitals in the middle of sentences.
 */
final class Particulars {
    private static final Map<String, Set<String>> LISTS = Lists.sections("particular.txt");
    private static final Set<String> EVER = ever();
    private static final Set<String> OPENS = LISTS.getOrDefault("opens", Set.of());
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{M} .,!?;'’–—-]+");
    /** Is a link, speaks of a stretch of time, tells the writer's own story, or takes up what somebody said before. */
    private static final Pattern LEANS = Pattern.compile(
            "(?iu)\\p{L}\\.\\p{L}|\\b(?:this|last|next) (?:time|week|month|year|night|summer|winter|spring|autumn|fall)\\b"
                    + "|\\b(?:that|this|the other|which) ones?\\b|\\bmine\\b|\\b(?:though|tho|either|anyway)[.!?]"
                    + "|(?:^|[.!?] )(?:and |so )?(?:I|we) (?:was|were|had|did|didn't|got|went|said|told|thought|came|made|left)\\b|\\b(?:must|would|could|should) of\\b");

    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?\\n])");

    private final Set<String> names = new HashSet<>();
    private final Set<String> capitals = new HashSet<>();

    /** @param people names of whoever writes, and of the chats they write in */
    Particulars(Collection<String> people) {
        people.forEach(name -> names.addAll(Words.of(name)));
    }

    private static Set<String> ever() {
        Set<String> ever = new TreeSet<>();
        List.of("somebody", "sometime", "number", "swear")
                .forEach(section -> ever.addAll(LISTS.getOrDefault(section, Set.of())));
        return Set.copyOf(ever);
    }

    /** Takes note of the words that a text of the chat writes with a capital in the middle of a sentence. */
    void hear(String text) {
        SENTENCE_END.splitAsStream(text).forEach(sentence -> Words.asWritten(sentence).stream()
                .skip(1)
                .filter(Particulars::isName)
                .forEach(word -> capitals.add(Words.plain(word))));
    }

    /**
     * True when a tidy text surely names something particular, or leans on what was said before it.
     *
     * @param them the first name of whoever is spoken to, which is let pass; empty when not known
     */
    boolean in(String text, String them, Vocabulary common) {
        List<String> words = Words.of(text);
        if (words.isEmpty()
                || !PLAIN.matcher(text).matches()
                || LEANS.matcher(text).find()
                || OPENS.contains(words.get(0))) {
            return true;
        }
        String passed = Words.plain(them);
        for (String word : words) {
            boolean theirs = word.equals(passed);
            if (!theirs
                    && (EVER.contains(word) || EVER.contains(word.replaceFirst("'s$", "")) || isNamed(word, common))) {
                return true;
            }
        }
        return SENTENCE_END
                .splitAsStream(text)
                .flatMap(sentence -> Words.asWritten(sentence).stream().skip(1))
                .anyMatch(word -> isName(word) && !Words.plain(word).equals(passed));
    }

    /** True for what the chat writes as a name. */
    boolean mayName(String word) {
        return names.contains(word) || capitals.contains(word);
    }

    // Somebody may be called Will or Joy: what is a common word too is a name only with a capital, and that is looked
    // at apart.
    private boolean isNamed(String word, Vocabulary common) {
        String owner = word.replaceFirst("'s$", "");
        return mayName(owner) && !common.often(owner);
    }

    private static boolean isName(String word) {
        boolean capital = Character.isUpperCase(word.codePointAt(0));
        boolean writer = word.equals("I") || word.startsWith("I'");
        boolean shouted = word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT));
        return capital && !writer && !shouted;
    }
}
