package dev.toward.annotate.opennlp;

import dev.toward.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts contractions, which the tokenizer's model leaves whole: "don't" into "do" and "n't", "it's" into "it" and "'s"; typed in
 * a hurry too: "dont" into "do" and "nt", "im" into "i" and "m".
 */
final class Contractions {
    /** The word, and how many letters of it stand before the cut. */
    private static final Map<String, Integer> CUT = Map.ofEntries(
            Map.entry("dont", 2),
            Map.entry("cant", 2),
            Map.entry("wont", 2),
            Map.entry("isnt", 2),
            Map.entry("wasnt", 3),
            Map.entry("didnt", 3),
            Map.entry("doesnt", 4),
            Map.entry("couldnt", 5),
            Map.entry("wouldnt", 5),
            Map.entry("shouldnt", 6),
            Map.entry("arent", 3),
            Map.entry("werent", 4),
            Map.entry("havent", 4),
            Map.entry("hasnt", 3),
            Map.entry("hadnt", 3),
            Map.entry("aint", 2),
            Map.entry("mustnt", 4),
            Map.entry("im", 1),
            Map.entry("ive", 1),
            Map.entry("youre", 3),
            Map.entry("youve", 3),
            Map.entry("youll", 3),
            Map.entry("youd", 3),
            Map.entry("theyre", 4),
            Map.entry("theyve", 4),
            Map.entry("theyll", 4),
            Map.entry("thats", 4),
            Map.entry("theres", 5),
            Map.entry("whats", 4),
            Map.entry("hes", 2),
            Map.entry("shes", 3),
            Map.entry("itll", 2),
            Map.entry("thatll", 4),
            Map.entry("whos", 3),
            Map.entry("heres", 4),
            Map.entry("ure", 1),
            Map.entry("gonna", 3),
            Map.entry("wanna", 3),
            Map.entry("gotta", 3),
            Map.entry("cannot", 3),
            Map.entry("itd", 2),
            Map.entry("couldve", 5),
            Map.entry("shouldve", 6),
            Map.entry("wouldve", 5));

    /** After "its" these show that "it's" was meant; else it may be the possessive. */
    private static final Set<String> AFTER_ITS = Set.of(
            "a",
            "an",
            "the",
            "just",
            "only",
            "not",
            "so",
            "ok",
            "okay",
            "fine",
            "gonna",
            "going",
            "all",
            "no",
            "been",
            "too",
            "very",
            "really",
            "like",
            "nothing",
            "hardly",
            "literally",
            "always",
            "never",
            "probably",
            "pretty",
            "one",
            "kinda",
            "still",
            "called",
            "what",
            "good",
            "bad",
            "hard",
            "easy",
            "normal",
            "natural",
            "because",
            "cos",
            "cause",
            "my",
            "your",
            "ur",
            "his",
            "her",
            "our",
            "their",
            "that",
            "how",
            "about",
            "in",
            "on",
            "for",
            "over",
            "done",
            "meant",
            "part",
            "two",
            "three",
            "better",
            "worse",
            "sad",
            "dumb",
            "silly",
            "stupid",
            "weird",
            "awful",
            "horrible");

    private static final int LONGEST = 24;
    private static final Pattern WITH_APOSTROPHE = Pattern.compile("\\p{L}+?(n't|'(?:s|re|m|ve|ll|d))");

    private Contractions() {}

    static List<Span> split(String text, List<Span> tokens) {
        List<Span> split = new ArrayList<>(tokens.size() + 4);
        for (int i = 0; i < tokens.size(); i++) {
            Span token = tokens.get(i);
            int at = token.length() > LONGEST || token.length() < 2 ? 0 : cutOf(text, tokens, i);
            if (at == 0) {
                split.add(token);
            } else {
                split.add(new Span(token.start(), token.start() + at));
                split.add(new Span(token.start() + at, token.end()));
            }
        }
        return split;
    }

    private static int cutOf(String text, List<Span> tokens, int i) {
        String word = lower(text, tokens.get(i));
        if (word.equals("its")) {
            return i + 1 < tokens.size() && AFTER_ITS.contains(lower(text, tokens.get(i + 1))) ? 2 : 0;
        }
        Matcher m = WITH_APOSTROPHE.matcher(word);
        return m.matches() ? m.start(1) : CUT.getOrDefault(word, 0);
    }

    private static String lower(String text, Span span) {
        return span.in(text).toLowerCase(Locale.ROOT).replace('\u2019', '\'');
    }
}
