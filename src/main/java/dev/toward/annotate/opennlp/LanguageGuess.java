package dev.toward.annotate.opennlp;

import dev.toward.annotate.Language;
import dev.toward.models.ModelException;
import dev.toward.models.ModelStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Guesses the language of a message. Letters of another script decide at once; otherwise words that English messages are
 * made of speak for English, and only where they are few is the model asked, which takes much short English for something
 * else. Threads may share it.
 */
final class LanguageGuess {
    private static final int PREFIX = 2_000;
    private static final int TOO_FEW_WORDS = 5;

    /** Of the words, how many must be common English ones for the model not to be asked at all. */
    private static final double SURELY_ENGLISH = 0.5;

    /** Between this and the former the model must be very sure, below it the likelier language wins. */
    private static final double HARDLY_ENGLISH = 0.3;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");
    private static final Map<UnicodeScript, String> BY_SCRIPT = new EnumMap<>(Map.ofEntries(
            Map.entry(UnicodeScript.HAN, "zh"),
            Map.entry(UnicodeScript.HIRAGANA, "ja"),
            Map.entry(UnicodeScript.KATAKANA, "ja"),
            Map.entry(UnicodeScript.HANGUL, "ko"),
            Map.entry(UnicodeScript.CYRILLIC, "ru"),
            Map.entry(UnicodeScript.ARABIC, "ar"),
            Map.entry(UnicodeScript.DEVANAGARI, "hi"),
            Map.entry(UnicodeScript.GREEK, "el"),
            Map.entry(UnicodeScript.HEBREW, "he"),
            Map.entry(UnicodeScript.THAI, "th"),
            Map.entry(UnicodeScript.BENGALI, "bn"),
            Map.entry(UnicodeScript.TAMIL, "ta"),
            Map.entry(UnicodeScript.TELUGU, "te"),
            Map.entry(UnicodeScript.GEORGIAN, "ka"),
            Map.entry(UnicodeScript.ARMENIAN, "hy"),
            Map.entry(UnicodeScript.GUJARATI, "gu"),
            Map.entry(UnicodeScript.GURMUKHI, "pa")));

    private final LanguageModel model;
    private final Set<String> english;
    private final Map<String, Set<String>> foreign;

    private LanguageGuess(LanguageModel model, Set<String> english, Map<String, Set<String>> foreign) {
        this.model = model;
        this.english = english;
        this.foreign = foreign;
    }

    static LanguageGuess load(ModelStore models) throws ModelException {
        return new LanguageGuess(LanguageModel.open(models), Set.copyOf(lines("english.txt")), smallWords());
    }

    private static List<String> lines(String resource) {
        try (InputStream in = Objects.requireNonNull(LanguageGuess.class.getResourceAsStream(resource))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Small words by the code that opens their line. */
    private static Map<String, Set<String>> smallWords() {
        Map<String, Set<String>> words = new TreeMap<>();
        for (String line : lines("foreign.txt")) {
            List<String> split = List.of(line.split(" "));
            words.put(split.get(0), Set.copyOf(split.subList(1, split.size())));
        }
        return words;
    }

    Language of(String text) {
        String prefix = text.length() > PREFIX ? text.substring(0, PREFIX) : text;
        Language byScript = byScript(prefix);
        if (byScript != null) {
            return byScript;
        }
        Set<String> words = new HashSet<>();
        int all = 0;
        int known = 0;
        for (Matcher m = WORD.matcher(prefix.replace("'", "")); m.find(); ) {
            String word = m.group().toLowerCase(Locale.ROOT);
            all++;
            if (english.contains(word)) {
                known++;
            }
            words.add(word);
        }
        double share = all == 0 ? 0 : (double) known / all;
        if (words.size() < TOO_FEW_WORDS) {
            return Language.UNDETERMINED;
        }
        if (share >= SURELY_ENGLISH) {
            return new Language("en", share, true);
        }
        Language bySmallWords = bySmallWords(words, share < HARDLY_ENGLISH ? 2 : 3);
        return bySmallWords != null ? bySmallWords : byModel(prefix, share);
    }

    /** The language that most small words belong to, or null when they are too few; the model is weak on short texts. */
    private @Nullable Language bySmallWords(Set<String> words, int atLeast) {
        String most = "";
        long of = 0;
        for (Map.Entry<String, Set<String>> language : foreign.entrySet()) {
            long count = words.stream().filter(language.getValue()::contains).count();
            if (count > of) {
                most = language.getKey();
                of = count;
            }
        }
        return of >= atLeast && of * 4 >= words.size() ? new Language(most, (double) of / words.size(), false) : null;
    }

    private Language byModel(String text, double share) {
        opennlp.tools.langdetect.Language[] guesses = model.predict(text);
        double ours = 0;
        for (opennlp.tools.langdetect.Language guess : guesses) {
            if (guess.getLang().equals("eng")) {
                ours = guess.getConfidence();
            }
        }
        opennlp.tools.langdetect.Language best = guesses[0];
        if (best.getLang().equals("eng")) {
            return new Language("en", best.getConfidence(), true);
        }
        double needed = share < HARDLY_ENGLISH ? 1 : 20;
        boolean other = best.getConfidence() > needed * ours;
        return other ? new Language(iso1(best.getLang()), best.getConfidence(), false) : Language.UNDETERMINED;
    }

    /** The language that most letters' script stands for, or null when most are Latin or there are none. */
    private static @Nullable Language byScript(String text) {
        Map<UnicodeScript, Integer> counts = new EnumMap<>(UnicodeScript.class);
        int letters = 0;
        int others = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (!Character.isLetter(c)) {
                continue;
            }
            letters++;
            UnicodeScript script = UnicodeScript.of(c);
            if (script != UnicodeScript.LATIN && script != UnicodeScript.COMMON && script != UnicodeScript.INHERITED) {
                counts.merge(script, 1, Integer::sum);
                others++;
            }
        }
        if (others * 2 <= letters) {
            return null;
        }
        boolean kana = counts.containsKey(UnicodeScript.HIRAGANA) || counts.containsKey(UnicodeScript.KATAKANA);
        UnicodeScript most = UnicodeScript.COMMON;
        int of = 0;
        for (Map.Entry<UnicodeScript, Integer> entry : counts.entrySet()) {
            if (entry.getValue() > of) {
                most = entry.getKey();
                of = entry.getValue();
            }
        }
        String code = kana ? "ja" : BY_SCRIPT.getOrDefault(most, "und");
        return new Language(code, (double) others / letters, false);
    }

    private static String iso1(String iso3) {
        for (String two : Locale.getISOLanguages()) {
            try {
                if (Locale.of(two).getISO3Language().equals(iso3)) {
                    return two;
                }
            } catch (MissingResourceException e) {
                // that language has no three-letter code; the next may be it
            }
        }
        return iso3.equals("cmn") ? "zh" : iso3;
    }
}
