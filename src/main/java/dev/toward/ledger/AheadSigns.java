package dev.toward.ledger;

import dev.toward.Analysis;
import dev.toward.cue.Gesture;
import dev.toward.phrase.Sort;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The signs by which it shows whether a message tells of something ahead of somebody, or promises something: its words, one by one and two by two, and what is near them. */
final class AheadSigns {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE;
    private static final Pattern TIME = Pattern.compile(
            "\\b(?:tomorrow|tmrw|tmr|tomoz|tonight|today|this (?:week|month|afternoon|evening|weekend|fri|sat)|next|weeks?|month|fortnight|in \\w+ (?:days?|weeks?|months?)"
                    + "|mon(?:day)?|tue(?:s|sday)?|wed(?:s|nesday)?|thu(?:rs|r|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|january|february|march|april|may|june|july|august"
                    + "|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|\\d{1,2}(?:st|nd|rd|th)|weekend|easter|christmas|thanksgiving|xmas|soon)\\b",
            FLAGS);
    private static final Pattern NOUN = Pattern.compile("\\b" + EventNouns.any() + "(?:'?s)?\\b", FLAGS);
    private static final Pattern ASKED_FOR =
            Pattern.compile("\\b(?:(?:can|could|would|will) (?:you|u|ye|ya)|anyone|please|pls)\\b", FLAGS);
    private static final Pattern CLOCK = Pattern.compile("^(?:at )?\\d.*", FLAGS);
    private static final Pattern NAMES = Pattern.compile("\\s\\p{Lu}");
    private static final Set<String> WILL = BareWords.listed("i'll ill il will");
    private static final Set<String> SOMEBODY = BareWords.listed(
            "i i'm im i've ive my me mum mom mum's moms dad dad's nan nan's sister brother son daughter she's he's hes shes we our");
    private static final int SHORT = 3;

    private AheadSigns() {}

    /**
     * @param sentences those of the words
     * @param event what the rules find that is ahead, or null
     * @param promise what they find promised, or null
     */
    static Signs of(
            Words said,
            List<Dated> sentences,
            LocalDateTime now,
            @Nullable Analysis read,
            @Nullable ComingEvent event,
            @Nullable PromiseWords promise) {
        Signs signs = new Signs();
        String text = said.text().replace('’', '\'');
        List<String> words = said.bare();
        signs.put("rule", event != null);
        signs.put("promise", promise != null);
        if (promise != null) {
            signs.put("promise=" + promise.deed(), true);
        }
        when(signs, text, Dated.first(sentences), now);
        signs.put("me", words.stream().anyMatch(BidSigns.ME::contains));
        signs.put("somebody", words.stream().anyMatch(SOMEBODY::contains));
        signs.put("kin", words.stream().anyMatch(AheadSigns::isKin));
        signs.put("you", words.stream().anyMatch(BidSigns.YOU::contains));
        signs.put("us", words.stream().anyMatch(BidSigns.US::contains));
        signs.put("will", words.stream().anyMatch(WILL::contains));
        signs.put("?", text.contains("?"));
        signs.put("last ?", text.strip().endsWith("?"));
        signs.put("!", text.contains("!"));
        signs.put("length", Signs.steps(words.size()) / 2);
        signs.put("short", words.size() <= SHORT);
        signs.put("names", NAMES.matcher(text).find());
        signs.put("takes note", said.takesNote());
        signs.put("notice", said.isNotice());
        signs.put("feels", said.feels());
        signs.put("ritual", said.isRitual());
        said.asked().forEach(asked -> signs.put("asks=" + asked, true));
        if (read != null) {
            read(signs, read);
        }
        String before = "^";
        for (String word : words) {
            signs.put("w " + word, true);
            signs.put("w " + before + " " + word, true);
            before = word;
        }
        signs.put("w " + before + " $", true);
        return signs;
    }

    private static void when(Signs signs, String text, @Nullable Dated first, LocalDateTime now) {
        When when = first == null ? null : first.when();
        boolean noun = NOUN.matcher(text).find();
        int times = 0;
        for (Matcher time = TIME.matcher(text); time.find(); ) {
            times++;
        }
        signs.put("when", when != null);
        signs.put("time", times > 0);
        signs.put("times", Math.min(times, 3) / 2.0);
        signs.put("noun", noun);
        signs.put("noun, when", noun && when != null);
        signs.put("noun, time", noun && times > 0);
        if (first != null && when != null) {
            LocalDate today = now.toLocalDate();
            long days = ChronoUnit.DAYS.between(today, when.from());
            signs.put("today", days <= 0);
            signs.put("tomorrow", days == 1);
            signs.put("this week", days >= 2 && days <= 7);
            signs.put("later", days > 7);
            signs.put("days", Signs.steps(days) / 3);
            signs.put("clock", CLOCK.matcher(when.span().in(first.sentence())).matches());
        }
    }

    private static void read(Signs signs, Analysis read) {
        List<String> before = read.draft().bid().utterances();
        signs.put("before", read.draft().bid().isKnown());
        signs.put("before asks", before.stream().anyMatch(u -> u.contains("?")));
        signs.put(
                "asked for", before.stream().anyMatch(u -> ASKED_FOR.matcher(u).find()));
        signs.put("turn=" + read.verdict().turn(), true);
        signs.put("warm", read.verdict().scores().validating());
        for (Gesture gesture : read.verdict().gestures()) {
            signs.put("gesture=" + gesture.id(), true);
        }
    }

    private static boolean isKin(String word) {
        String bare = word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
        return BidSigns.KIN.contains(bare)
                || bare.endsWith("s") && BidSigns.KIN.contains(bare.substring(0, bare.length() - 1));
    }

    /** What a sentence says is ahead, by its noun alone, as it is said back; "that" where there is none. */
    static ComingEvent event(String sentence, When when) {
        Matcher noun = NOUN.matcher(sentence);
        if (!noun.find()) {
            return new ComingEvent(sentence, "that", "", Sort.OTHER, when);
        }
        String word = noun.group().toLowerCase(Locale.ROOT);
        return new ComingEvent(sentence, "the " + word, word, EventNouns.sort(word), when);
    }
}
