package dev.toward.suggest;

import dev.toward.annotate.Parsed;
import dev.toward.annotate.ParsedToken;
import dev.toward.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Grammar enough for the tests: sentences end at marks and line ends, words of a short list have their tag, all others are
 * nouns, determiners hang on the last noun of their row, nouns and small words on the verb before them or the next one.
 */
final class TinyParser {
    private static final Pattern TOKEN = Pattern.compile(
            "(?i)\\.\\.\\.|[.!?]+|\\w+(?=n['’]t\\b)|n['’]t\\b|['’](?:s|m|re|ve|d|ll)\\b|[\\p{L}\\p{N}]+(?:-[\\p{L}\\p{N}]+)*|[^\\s]");
    private static final Map<String, String> TAGS = tags();

    private TinyParser() {}

    private static Map<String, String> tags() {
        Map<String, String> tags = new HashMap<>();
        put(tags, "PRP", "i you he she it we they me him us them yourself");
        put(tags, "PRP$", "my your his their our her");
        put(tags, "DT", "the a an this that no every some");
        put(tags, "VBP", "'m am are 're have 've feel think know hear hate want need love do m miss");
        put(tags, "VBZ", "is 's has sounds wants gets sucks starts says knows");
        put(
                tags,
                "VB",
                "be calm cheer stop call get bring see pick tell worry go make try pass say meet come find quit");
        put(tags, "VBD", "was were had got lost said told died did went left went cried yelled");
        put(tags, "VBN", "been gone overdone worn");
        put(tags, "VBG", "feeling being overdoing overreacting crying going getting");
        put(tags, "MD", "will can could would should might 'll 'd wo ca");
        put(
                tags,
                "JJ",
                "tired sad angry excited happy scared low exhausted hard stupid new big sensitive sure proud mad");
        put(tags, "RB", "so really not n't never just still again too very now even then here");
        put(tags, "IN", "if because at of about with for on after before out");
        put(tags, "CC", "and but or");
        put(tags, "NNP", "sam");
        return tags;
    }

    private static void put(Map<String, String> tags, String tag, String words) {
        for (String word : words.split(" ")) {
            tags.put(word, tag);
        }
    }

    static Parsed parse(String text) {
        List<List<ParsedToken>> sentences = new ArrayList<>();
        List<Span> spans = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        int last = 0;
        while (matcher.find()) {
            if (!spans.isEmpty() && text.substring(last, matcher.start()).contains("\n")) {
                sentences.add(sentence(text, spans));
                spans.clear();
            }
            spans.add(new Span(matcher.start(), matcher.end()));
            last = matcher.end();
            if (matcher.group().matches("[.!?]+") && !matcher.group().equals("...")) {
                sentences.add(sentence(text, spans));
                spans.clear();
            }
        }
        if (!spans.isEmpty()) {
            sentences.add(sentence(text, spans));
        }
        return new Parsed(text, sentences, List.of());
    }

    private static List<ParsedToken> sentence(String text, List<Span> spans) {
        List<String> words = spans.stream().map(s -> s.in(text)).toList();
        List<String> tags = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            tags.add(tag(words, i));
        }
        List<ParsedToken> tokens = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            int head = head(tags, i);
            String relation = tags.get(i).startsWith("JJ") && head > i ? "amod" : head < 0 ? "root" : "dep";
            tokens.add(new ParsedToken(words.get(i), spans.get(i), tags.get(i), lemma(words.get(i)), head, relation));
        }
        return tokens;
    }

    private static String lemma(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return lower.equals("said") || lower.equals("says") ? "say" : lower;
    }

    private static String tag(List<String> words, int i) {
        String word = words.get(i).toLowerCase(Locale.ROOT).replace('’', '\'');
        if (word.equals("'s")
                && i + 1 < words.size()
                && i > 0
                && !TAGS.containsKey(words.get(i - 1).toLowerCase(Locale.ROOT))
                && !TAGS.containsKey(words.get(i + 1).toLowerCase(Locale.ROOT))) {
            return "POS";
        }
        if (!Character.isLetterOrDigit(word.codePointAt(0)) && word.charAt(0) != '\'') {
            return ".";
        }
        return TAGS.getOrDefault(word, Character.isUpperCase(words.get(i).charAt(0)) && i > 0 ? "NNP" : "NN");
    }

    private static int head(List<String> tags, int i) {
        String tag = tags.get(i);
        if (tag.equals("DT") || tag.equals("PRP$") || tag.equals("JJ") || tag.equals("POS") || tag.startsWith("NN")) {
            int end = i;
            while (end + 1 < tags.size()
                    && (tags.get(end + 1).startsWith("NN")
                            || tags.get(end + 1).equals("JJ")
                            || tags.get(end + 1).equals("POS"))) {
                end++;
            }
            if (end > i && tags.get(end).startsWith("NN")) {
                return end;
            }
        }
        for (int back = i - 1; back >= 0; back--) {
            if (tags.get(back).startsWith("VB")) {
                return back;
            }
        }
        for (int on = i + 1; on < tags.size(); on++) {
            if (tags.get(on).startsWith("VB")) {
                return on;
            }
        }
        return -1;
    }
}
