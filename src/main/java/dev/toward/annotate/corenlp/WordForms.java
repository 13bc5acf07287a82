package dev.toward.annotate.corenlp;

import dev.toward.annotate.Token;
import edu.stanford.nlp.ling.CoreLabel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The forms of words that CoreNLP's models were made from, for those that people type: quotes, "u", "dont", "sooo". */
final class WordForms {
    /** Two of a letter are spelling, three are voice. */
    private static final Pattern DRAWN_OUT = Pattern.compile("([A-Za-z])\\1{2,}");

    private static final Map<String, String> SHORT = Map.ofEntries(
            Map.entry("u", "you"),
            Map.entry("ya", "you"),
            Map.entry("r", "are"),
            Map.entry("ur", "your"),
            Map.entry("n", "and"),
            Map.entry("i", "I"),
            Map.entry("urself", "yourself"),
            Map.entry("yourslef", "yourself"),
            Map.entry("atleast", "at least"),
            Map.entry("ppl", "people"),
            Map.entry("bc", "because"),
            Map.entry("cuz", "because"),
            Map.entry("cos", "because"),
            Map.entry("tho", "though"),
            Map.entry("abt", "about"),
            Map.entry("smth", "something"),
            Map.entry("y", "why"),
            Map.entry("rly", "really"),
            Map.entry("jsut", "just"),
            Map.entry("jus", "just"),
            Map.entry("thru", "through"),
            Map.entry("ull", "you'll"),
            Map.entry("evryone", "everyone"),
            Map.entry("im", "I'm"),
            Map.entry("wat", "what"),
            Map.entry("wot", "what"),
            Map.entry("yr", "your"),
            Map.entry("til", "till"),
            Map.entry("pls", "please"),
            Map.entry("plz", "please"),
            Map.entry("tmrw", "tomorrow"),
            Map.entry("coulda", "could"),
            Map.entry("gon", "going"),
            Map.entry("wan", "want"),
            Map.entry("got", "got"),
            Map.entry("dose", "does"));

    private static final Set<String> BEFORE_NT = Set.of(
            "do", "ca", "wo", "is", "was", "did", "does", "could", "would", "should", "are", "were", "have", "has",
            "had", "ai", "must");
    private static final Set<String> BEFORE_S =
            Set.of("it", "that", "he", "she", "what", "there", "who", "here", "where", "how", "let");

    private WordForms() {}

    /** A label a token, in order, its word in the form that the tagger and the parser know. */
    static List<CoreLabel> labels(List<Token> tokens) {
        boolean shouted = tokens.size() > 2
                && tokens.stream().map(Token::text).noneMatch(t -> t.chars().anyMatch(Character::isLowerCase));
        List<CoreLabel> labels = new ArrayList<>(tokens.size());
        String before = "";
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            String form = form(token.text(), before, shouted);
            CoreLabel label = new CoreLabel();
            label.setWord(form);
            label.setValue(form);
            label.setIndex(i + 1);
            label.setBeginPosition(token.span().start());
            label.setEndPosition(token.span().end());
            labels.add(label);
            before = form.toLowerCase(Locale.ROOT);
        }
        return labels;
    }

    /** Turns the labels, once tagged and parsed, to the form that patterns are written in: lower case. */
    static void toMatch(List<CoreLabel> labels) {
        for (CoreLabel label : labels) {
            String lower = label.word().toLowerCase(Locale.ROOT);
            label.setWord(lower);
            label.setValue(lower);
        }
    }

    private static String form(String text, String before, boolean shouted) {
        String form = text.replace('\u2019', '\'').replace('\u2018', '\'').replace('\u02BC', '\'');
        if (form.equals("\u201c") || form.equals("\u201d")) {
            return "\"";
        }
        if (form.equals("\u2026")) {
            return "...";
        }
        if (form.equals("\u2013") || form.equals("\u2014")) {
            return "--";
        }
        form = DRAWN_OUT.matcher(form).replaceAll("$1");
        if (shouted) {
            form = form.toLowerCase(Locale.ROOT);
        }
        String lower = form.toLowerCase(Locale.ROOT);
        String whole = SHORT.get(lower);
        if (whole != null && whole.indexOf(' ') < 0) {
            return lower.equals("r") && !isPerson(before) && !before.isEmpty() ? form : whole;
        }
        return switch (lower) {
            case "nt" -> BEFORE_NT.contains(before) ? "n't" : form;
            case "re" -> isPerson(before) ? "'re" : form;
            case "m" -> before.equals("i") ? "'m" : form;
            case "s" -> BEFORE_S.contains(before) ? "'s" : form;
            case "ve", "ll", "d" -> before.isEmpty() ? form : "'" + lower;
            case "na" -> before.equals("going") || before.equals("want") ? "to" : form;
            case "ta" -> before.equals("got") ? "to" : form;
            default -> form;
        };
    }

    private static boolean isPerson(String word) {
        return word.equals("you")
                || word.equals("we")
                || word.equals("they")
                || word.equals("who")
                || word.equals("what");
    }
}
