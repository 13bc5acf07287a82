package dev.toward.learn;

import dev.toward.cue.BidKind;
import dev.toward.phrase.Slot;
import dev.toward.phrase.Sort;
import dev.toward.suggest.SaidBack;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An answer with slots in place of the details that stand in the message it answers too, turned: their name, their word for how they
 * feel, the thing it is about. Only where this is sure; each slot once.
 *
 * @param sort of the thing, or null where there is no such slot
 */
record Turned(String text, @Nullable Sort sort) {
    private static final Map<String, String> FEELINGS = SaidBack.feelings();
    private static final Set<String> SAID = Set.copyOf(FEELINGS.values());
    private static final Set<String> STRESSES = Set.of(
            "so",
            "really",
            "very",
            "just",
            "pretty",
            "kinda",
            "quite",
            "super",
            "absolutely",
            "completely",
            "totally",
            "still",
            "too",
            "all",
            "this",
            "that",
            "a",
            "bit",
            "honestly",
            "extremely",
            "incredibly");
    private static final Set<String> HEARD = Set.of("sounds", "sound", "sounded", "seem", "look");
    private static final Set<String> OF_YOU =
            Set.of("be", "are", "you're", "feel", "feeling", "felt", "getting", "been");
    private static final Set<String> OF_ME = Set.of("i'm", "im", "am", "feel", "feeling", "been", "so", "getting");
    private static final Set<String> NEGATIONS =
            Set.of("not", "never", "no", "don't", "dont", "isn't", "wasn't", "ain't", "hardly", "if");
    private static final Set<String> AFTER_THING = Set.of(
            "is", "was", "will", "went", "goes", "sounds", "must", "has", "and", "to", "too", "so", "at", "with", "yet",
            "today");
    private static final Map<String, List<String>> TURNED_FROM =
            Map.of("your", List.of("my"), "the", List.of("a", "an", "the"), "that", List.of("this", "that"));
    private static final Set<String> TO_YOU = Set.of(
            "you",
            "you're",
            "you've",
            "you'll",
            "you'd",
            "your",
            "yours",
            "yourself",
            "hey",
            "oh",
            "aw",
            "sorry",
            "hugs");
    private static final Set<String> BEFORE_OTHERS = Set.of(
            "to", "for", "with", "about", "of", "and", "or", "from", "by", "at", "than", "like", "on", "is", "was",
            "so", "very", "the", "my", "our", "your", "not", "love", "miss", "see", "tell", "ask", "call", "give",
            "told", "asked", "saw", "text", "let", "poor", "as");
    private static final int LONGEST = 3;
    private static final Pattern WORD = Pattern.compile("\\{?[\\p{L}\\p{M}'-]+}?");

    /** A word and where it stands. */
    private record Word(String plain, int start, int end) {}

    /**
     * Turns what can be turned; nothing where a detail is left that would have had to be.
     *
     * @param text tidy
     * @param bid the message that it answers
     * @param them the first name of whoever is spoken to; empty when not known
     */
    static Optional<Turned> of(String text, String bid, BidKind kind, String them) {
        String named = them.isEmpty() ? text : named(text, them);
        if (named == null) {
            return Optional.empty();
        }
        String felt = felt(named, bid);
        return felt == null ? Optional.empty() : Optional.of(thing(felt, bid, kind));
    }

    /** Their name as it calls them, at either end of a sentence; null where it stands otherwise, as in "give it to Ann". */
    private static @Nullable String named(String text, String them) {
        String name = Pattern.quote(them);
        Matcher any =
                Pattern.compile("(?iu)(?<![\\p{L}'-])" + name + "(?![\\p{L}-])").matcher(text);
        if (!any.find()) {
            return text;
        }
        int start = any.start();
        int end = any.end();
        if (any.find()) {
            return null;
        }
        String before = text.substring(0, start);
        String after = text.substring(end);
        boolean opens = before.isEmpty() || before.matches("(?s).*[.!?] ");
        boolean closes = after.matches("(?s)[.!?,].*");
        boolean apart = before.endsWith(", ") && closes;
        boolean calls = opens && closes || apart || closes && isSaidTo(before);
        return calls ? before + slot(Slot.NAME) + after : null;
    }

    /** What comes before a name without a comma speaks to somebody, and does not go on to speak of somebody. */
    private static boolean isSaidTo(String before) {
        List<Word> words = words(
                before.substring(before.strip().replaceFirst("[^.!?]*$", "").length()));
        return !words.isEmpty()
                && !BEFORE_OTHERS.contains(words.get(words.size() - 1).plain())
                && words.stream().anyMatch(w -> TO_YOU.contains(w.plain()));
    }

    /** Null where the text says how they feel in a word that they did not use. */
    private static @Nullable String felt(String text, String bid) {
        List<Word> words = words(text);
        for (int i = 0; i < words.size(); i++) {
            int length = feeling(words, i);
            if (length == 0 || !isOfYou(words, i)) {
                continue;
            }
            String said = joined(words, i, length);
            String meant = FEELINGS.getOrDefault(said, said);
            if (!isFelt(words(bid), meant)) {
                return null;
            }
            return text.substring(0, words.get(i).start())
                    + slot(Slot.FEELING)
                    + text.substring(words.get(i + length - 1).end());
        }
        return text;
    }

    private static int feeling(List<Word> words, int at) {
        for (int length = Math.min(LONGEST, words.size() - at); length > 0; length--) {
            String said = joined(words, at, length);
            if (FEELINGS.containsKey(said) || SAID.contains(said)) {
                return length;
            }
        }
        return 0;
    }

    private static boolean isOfYou(List<Word> words, int at) {
        int link = stressed(words, at);
        if (link < 0) {
            return false;
        }
        String word = words.get(link).plain();
        return HEARD.contains(word)
                || (OF_YOU.contains(word)
                        && words.subList(0, link + 1).stream()
                                .anyMatch(w ->
                                        w.plain().equals("you") || w.plain().equals("you're")));
    }

    /** They say of themselves that they feel so, in that word or another of the same meaning. */
    private static boolean isFelt(List<Word> bid, String meant) {
        for (int i = 0; i < bid.size(); i++) {
            int length = feeling(bid, i);
            int link = stressed(bid, i);
            if (length > 0
                    && meant.equals(FEELINGS.get(joined(bid, i, length)))
                    && link >= 0
                    && OF_ME.contains(bid.get(link).plain())
                    && bid.subList(Math.max(0, link - LONGEST), i).stream()
                            .noneMatch(w -> NEGATIONS.contains(w.plain()))) {
                return true;
            }
        }
        return false;
    }

    /** The word before, past those that only stress. */
    private static int stressed(List<Word> words, int at) {
        int i = at - 1;
        while (i > 0 && STRESSES.contains(words.get(i).plain())) {
            i--;
        }
        return i;
    }

    private static Turned thing(String text, String bid, BidKind kind) {
        List<Word> words = words(text);
        List<String> theirs = words(bid).stream().map(Word::plain).toList();
        for (int i = 0; i < words.size() - 1; i++) {
            List<String> from = TURNED_FROM.getOrDefault(words.get(i).plain(), List.of());
            for (int length = Math.min(LONGEST, words.size() - 1 - i); length > 0; length--) {
                int head = i + length;
                Sort sort = SaidBack.sort(words.get(head).plain(), kind);
                if (sort != null
                        && endsThere(text, words, head)
                        && stands(theirs, from, joined(words, i + 1, length))) {
                    return new Turned(
                            text.substring(0, words.get(i).start())
                                    + slot(Slot.THING)
                                    + text.substring(words.get(head).end()),
                            sort);
                }
            }
        }
        return new Turned(text, null);
    }

    private static boolean endsThere(String text, List<Word> words, int head) {
        int end = words.get(head).end();
        return end == text.length()
                || ".,!?;".indexOf(text.charAt(end)) >= 0
                || (head + 1 < words.size()
                        && AFTER_THING.contains(words.get(head + 1).plain()));
    }

    private static boolean stands(List<String> theirs, List<String> determiners, String nouns) {
        String all = " " + String.join(" ", theirs) + " ";
        return determiners.stream().anyMatch(d -> all.contains(" " + d + " " + nouns + " "));
    }

    private static String slot(Slot slot) {
        return "{" + slot.id() + "}";
    }

    private static List<Word> words(String text) {
        List<Word> words = new ArrayList<>();
        Matcher word = WORD.matcher(text.replace('’', '\''));
        while (word.find()) {
            words.add(new Word(word.group().toLowerCase(Locale.ROOT), word.start(), word.end()));
        }
        return words;
    }

    private static String joined(List<Word> words, int at, int length) {
        String[] joined = new String[length];
        Arrays.setAll(joined, i -> words.get(at + i).plain());
        return String.join(" ", joined);
    }
}
