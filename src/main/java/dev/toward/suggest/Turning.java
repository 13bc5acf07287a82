package dev.toward.suggest;

import dev.toward.annotate.ParsedToken;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Turns what somebody says of themselves, and of the one they say it to, so that it can be said to them: "I was" becomes "you were". */
final class Turning {
    private static final Map<String, String> TO_THEM = Map.ofEntries(
            Map.entry("i", "you"),
            Map.entry("me", "you"),
            Map.entry("my", "your"),
            Map.entry("mine", "yours"),
            Map.entry("myself", "yourself"),
            Map.entry("im", "you're"),
            Map.entry("ive", "you've"),
            Map.entry("we", "you"),
            Map.entry("us", "you"),
            Map.entry("our", "your"),
            Map.entry("ours", "yours"),
            Map.entry("ourselves", "yourselves"),
            Map.entry("you", "I"),
            Map.entry("your", "my"),
            Map.entry("yours", "mine"),
            Map.entry("yourself", "myself"),
            Map.entry("youre", "I'm"),
            Map.entry("youve", "I've"));
    private static final Map<String, String> AFTER_I =
            Map.of("am", "are", "m", "'re", "'m", "'re", "was", "were", "wasnt", "weren't", "ve", "'ve");
    private static final Map<String, String> AFTER_YOU =
            Map.of("are", "am", "'re", "'m", "re", "'m", "were", "was", "ve", "'ve");

    /** A tokenizer may part "cant" in two; together they need their apostrophe. */
    private static final Map<String, String> MENDED = Map.ofEntries(
            Map.entry("cant", "can't"),
            Map.entry("dont", "don't"),
            Map.entry("didnt", "didn't"),
            Map.entry("doesnt", "doesn't"),
            Map.entry("wont", "won't"),
            Map.entry("isnt", "isn't"),
            Map.entry("wasnt", "wasn't"),
            Map.entry("havent", "haven't"),
            Map.entry("hasnt", "hasn't"),
            Map.entry("hadnt", "hadn't"),
            Map.entry("couldnt", "couldn't"),
            Map.entry("werent", "weren't"),
            Map.entry("arent", "aren't"),
            Map.entry("hes", "he's"),
            Map.entry("shes", "she's"),
            Map.entry("theyre", "they're"));

    /** Said for weight, and odd when said back: "I'm just tired". */
    private static final Set<String> STRESSING = Set.of(
            "just",
            "literally",
            "honestly",
            "actually",
            "basically",
            "legit",
            "kinda",
            "clearly",
            "obviously",
            "apparently");

    /** Letters that stand for words, which are loud even where nothing is. */
    private static final Set<String> WRITTEN_SO = Set.of(
            "ER", "ICU", "MRI", "TV", "AC", "HR", "PR", "PB", "JV", "MS", "CT", "IVF", "GED", "PhD", "UK", "US", "NYC",
            "LA");

    private static final Pattern WORD = Pattern.compile("\\b[a-z]+\\b");
    private static final int SHOUTED = 4;

    private Turning() {}

    /** True for a word that stands for a longer one without its apostrophe. */
    static boolean isMended(String word) {
        return MENDED.containsKey(word);
    }

    /** The clause as it is said to them: small first letter, no end mark. */
    static String toThem(List<ParsedToken> clause) {
        StringBuilder text = new StringBuilder();
        String subject = Words.lower(clause.get(0));
        boolean beforeVerb = true;
        int end = -1;
        for (int i = 0; i < clause.size(); i++) {
            ParsedToken token = clause.get(i);
            if (i > 0 && STRESSING.contains(Words.lower(token))) {
                continue;
            }
            text.append(end >= 0 && token.span().start() > end ? " " : "");
            text.append(word(clause, i, beforeVerb ? subject : ""));
            beforeVerb &= i == 0 || !Words.isVerb(token);
            end = token.span().end();
        }
        return mended(text.toString().replace('’', '\''));
    }

    private static String word(List<ParsedToken> clause, int at, String subject) {
        ParsedToken token = clause.get(at);
        String word = Words.lower(token).replace('’', '\'');
        String before = at == 0 ? "" : Words.lower(clause.get(at - 1));
        String verb = subject.equals("i") || before.equals("i")
                ? AFTER_I.get(word)
                : subject.equals("you") || before.equals("you") ? AFTER_YOU.get(word) : null;
        if (at > 0 && verb != null) {
            return verb;
        }
        if (word.equals("you") && at > 0 && !isSubject(clause, at)) {
            return "me";
        }
        String turned = TO_THEM.get(word);
        if (turned != null) {
            return turned;
        }
        boolean kept = token.pos().startsWith("NNP") || at > 0;
        return kept && !isShouted(token.text()) && !isLoud(token, clause) ? token.text() : word;
    }

    // "GOT" and "A" are loud, "TV" and "MRI" are written so; where all is loud a noun is too.
    private static boolean isLoud(ParsedToken token, List<ParsedToken> clause) {
        String text = token.text();
        boolean loud =
                text.equals(text.toUpperCase(Locale.ROOT)) && text.chars().anyMatch(Character::isLetter);
        boolean all = clause.size() > 2
                && clause.stream().allMatch(t -> t.text().equals(t.text().toUpperCase(Locale.ROOT)))
                && !WRITTEN_SO.contains(text);
        boolean word = token.pos().equals("DT") || (!token.pos().startsWith("NN") && text.length() > 1);
        return loud && Character.isLetter(text.charAt(text.length() - 1)) && (all || word) && !text.equals("I");
    }

    private static boolean isSubject(List<ParsedToken> clause, int at) {
        return at + 1 < clause.size()
                && Words.isVerb(clause.get(at + 1))
                && !clause.get(at + 1).pos().equals("VBG");
    }

    private static boolean isShouted(String text) {
        return text.length() >= SHOUTED && text.equals(text.toUpperCase(Locale.ROOT));
    }

    private static String mended(String text) {
        String words = WORD.matcher(text).replaceAll(m -> MENDED.getOrDefault(m.group(), m.group()));
        return words.startsWith("its ") ? "it's " + words.substring(4) : words;
    }
}
