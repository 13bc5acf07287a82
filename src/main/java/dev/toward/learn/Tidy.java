package dev.toward.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes whole sentences of what was typed in haste: pictures go, capitals, full stops and the commonest apostrophes come. */
final class Tidy {
    private static final Map<String, String> APOSTROPHES = Map.ofEntries(
            Map.entry("i", "I"),
            Map.entry("im", "I'm"),
            Map.entry("i'm", "I'm"),
            Map.entry("ive", "I've"),
            Map.entry("i've", "I've"),
            Map.entry("i'll", "I'll"),
            Map.entry("i'd", "I'd"),
            Map.entry("id", "I'd"),
            Map.entry("u", "you"),
            Map.entry("youre", "you're"),
            Map.entry("youve", "you've"),
            Map.entry("youll", "you'll"),
            Map.entry("thats", "that's"),
            Map.entry("whats", "what's"),
            Map.entry("heres", "here's"),
            Map.entry("dont", "don't"),
            Map.entry("cant", "can't"),
            Map.entry("didnt", "didn't"),
            Map.entry("doesnt", "doesn't"),
            Map.entry("isnt", "isn't"),
            Map.entry("wasnt", "wasn't"),
            Map.entry("arent", "aren't"),
            Map.entry("havent", "haven't"),
            Map.entry("wouldnt", "wouldn't"),
            Map.entry("couldnt", "couldn't"));
    private static final Pattern PICTURES =
            Pattern.compile("[\\p{So}\\p{Sk}\\p{Cf}\\p{M}\\p{Cs}&&[^^`´]]|[\\uFE00-\\uFE0F]");
    private static final Pattern FACES =
            Pattern.compile("(?<=^|\\s)(?:<3+|[:;=]-?[)(DPpoO/|]|:'\\(|[xX]{2,}|[xX](?=$))(?=\\s|$)");
    private static final Pattern WORD = Pattern.compile("[\\p{L}'’]+");
    private static final Pattern BETWEEN_SENTENCES = Pattern.compile("(?<=[.!?])\\s+");

    private Tidy() {}

    /** The sentences of a message, each with a capital in front and a mark at its end; none when nothing is left. */
    static List<String> sentences(String message) {
        List<String> sentences = new ArrayList<>();
        message.lines().forEach(line -> {
            String bare = FACES.matcher(PICTURES.matcher(line).replaceAll(" ")).replaceAll(" ");
            String marked = bare.replaceAll("(?:…|\\.{2,})", ". ")
                    .replaceAll("\\?[?!]+|!+\\?[?!]*", "?")
                    .replaceAll("!{2,}", "!")
                    .replace('’', '\'')
                    .replaceAll("\\s+", " ")
                    .replaceAll(" (?=[.,!?])", "")
                    .strip();
            for (String sentence : BETWEEN_SENTENCES.split(marked)) {
                if (sentence.codePoints().anyMatch(Character::isLetter)) {
                    sentences.add(whole(sentence.replaceFirst("[\\s,;:–—-]+$", "")));
                }
            }
        });
        return sentences;
    }

    private static String whole(String sentence) {
        String spelt = WORD.matcher(sentence).replaceAll(word -> {
            String written = word.group();
            return Matcher.quoteReplacement(APOSTROPHES.getOrDefault(written.toLowerCase(Locale.ROOT), written));
        });
        int second = spelt.offsetByCodePoints(0, 1);
        String opened = spelt.substring(0, second).toUpperCase(Locale.ROOT) + spelt.substring(second);
        return ".!?".indexOf(opened.charAt(opened.length() - 1)) >= 0 ? opened : opened + ".";
    }
}
