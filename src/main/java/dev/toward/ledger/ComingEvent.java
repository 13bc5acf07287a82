package dev.toward.ledger;

import dev.toward.phrase.Sort;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something of the writer's own, or of somebody close to them, that a sentence says is ahead: "my presentation is on Tuesday", "mum's
 * surgery next week". Never what the two arrange between them ("see you Tuesday"), what is asked, or what is off.
 *
 * @param said the sentence
 * @param thing as it is said back: "your presentation"
 * @param key the bare noun, by which later messages name it
 */
record ComingEvent(String said, String thing, String key, Sort sort, When when) {
    private static final String KIN =
            "mum|mom|mam|mama|dad|father|mother|nan|nana|gran|grandma|granny|grandad|grandpa|sister|brother|son|daughter|husband|wife"
                    + "|boyfriend|girlfriend|partner|aunt|auntie|uncle|cousin|flatmate|roommate|best friend|dog|cat|puppy|kitten|baby|kid";
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final Pattern THING = Pattern.compile(
            "(?:\\b(?<det>my|our|the|a|an|another|his|her|their|this|that)\\s+|\\b(?:my\\s+|the\\s+)?(?<kin>" + KIN
                    + ")(?:'?s)\\s+|\\b(?<name>\\p{Lu}\\p{Ll}+)'s\\s+)?"
                    + "(?<mods>(?:(?!(?:my|the|a|an|and|for|to|on|in|at|is|was|have|has|got|with|about|next|this|before|after|i|i'm|im"
                    + "|tomorrow|today|tonight|no|not|you|you'll|we|we'll|i'll|they|they'll|he|she|doing|having|if|so|but|or)\\b)[\\p{L}'-]+\\s+){0,3}?)"
                    + "\\b(?<noun>" + EventNouns.any()
                    + "s?)\\b(?!\\s+(?:prep|revision|notes|dress|stuff|shopping|presents?|gifts?|cards?|cake|practice|season|invites?|outfit|results?\\b(?<!results)))",
            FLAGS);
    private static final Pattern KIN_BEFORE = Pattern.compile("\\b(?:my\\s+)?(?<kin>" + KIN + ")(?:'s)?\\b", FLAGS);
    private static final Pattern BETWEEN_US = Pattern.compile(
            "\\b(?:see (?:you|u|ya)|meet(?:ing)? (?:you|u|up)|pick (?:you|u)|are (?:you|u)|r u|can (?:you|u|we)|could (?:you|we)"
                    + "|do (?:you|u|we)|let'?s|lets|shall we|wanna|we should|we could|we can|you'?re|your|ur|yours|you have|you've"
                    + "|we'?re meeting|join us|good luck|hope (?:your|the|it))\\b",
            FLAGS);
    private static final Pattern OFF = Pattern.compile(
            "\\b(?:if|cancell?ed|called off|postponed|don'?t have|haven'?t got|no (?:exam|class|interview|meeting|appointment)s?"
                    + "|might|maybe|thinking of|thinking about|wish i|watch(?:ing)?|(?:we|i|you|they|he|she)'?ll test)\\b",
            FLAGS);
    private static final Pattern OWN = Pattern.compile("\\b(?:i|i'm|im|i've|ive|i'll|my|me|we|we're|our)\\b", FLAGS);

    /** Turns of phrase with no noun of the list, and what they are called. */
    private record Turn(Pattern words, String thing, String key, Sort sort) {}

    private static final Turn[] TURNS = {
        turn(
                "\\bi(?:'m| am)?\\s*(?:start|starting)(?: (?:at|in|on|my|the|a|new|job|work))+",
                "your new job",
                "job",
                Sort.GLAD),
        turn(
                "\\b(?:i|we)(?:'ll| will| should)?\\s*(?:find out|hear back|get the results?|hear (?:if|whether|about))",
                "the news",
                "news",
                Sort.TEST),
        turn(
                "\\b(?:i|we)(?:'m|'re| am| are|m)?\\s*(?:moving|move) (?:house|in|out|flat|into|to)",
                "the move",
                "move",
                Sort.TEST),
        turn(
                "\\b(?:i|we)(?:'m|'re| am| are|m)?\\s*(?:fly(?:ing)?|driv(?:e|ing)|travel(?:l?ing)?|off|going|go|leav(?:e|ing)) (?:up |down |out |over |away |back )?(?:to|for)"
                        + " (?:\\p{Lu}\\p{Ll}+|my parents|a conference|the conference)",
                "your trip",
                "trip",
                Sort.GLAD),
        turn(
                "\\b(?:mum|mom|dad|nan|gran|grandma|grandad|grandpa)(?:'s| is)? (?:goes|going|go|back|having to go) (?:in|into hospital|in for|to hospital|under)",
                "the hospital",
                "hospital",
                Sort.TEST),
        turn(
                "\\bi(?:'m| am|m)?\\s*(?:presenting|performing|pitching|being assessed|being inspected)",
                "your presentation",
                "presentation",
                Sort.TEST),
        turn(
                "\\bi(?:'m| am|m)?\\s*(?:sit|sitting|resit|resitting|take|taking) (?:my|the)\\b",
                "your exam",
                "exam",
                Sort.TEST),
        turn(
                "\\b(?:i(?:'m| am|m|'ve got to| have to| need to)?|gonna)\\s*(?:tell|telling|talk(?:ing)? to|speak(?:ing)? to|confront(?:ing)?) (?:my|the|him|her|them) ?(?:mum|mom|dad|boss|manager|parents|landlord|ex|sister|brother)?",
                "that talk",
                "talk",
                Sort.TEST),
    };

    private static Turn turn(String words, String thing, String key, Sort sort) {
        return new Turn(Pattern.compile(words, FLAGS), thing, key, sort);
    }

    /** What the first sentence that tells of something ahead tells, or null. */
    static @Nullable ComingEvent in(String text, LocalDateTime now) {
        for (String sentence : Sentences.of(text)) {
            if (!sentence.endsWith("?")
                    && !BETWEEN_US.matcher(sentence).find()
                    && !OFF.matcher(sentence).find()) {
                When when = When.in(sentence, now);
                if (when != null) {
                    ComingEvent event = at(sentence, when);
                    if (event != null) {
                        return event;
                    }
                }
            }
        }
        return null;
    }

    private static @Nullable ComingEvent at(String sentence, When when) {
        Matcher thing = THING.matcher(sentence);
        while (thing.find()) {
            String noun = thing.group("noun");
            String called = called(sentence, thing, when);
            if (called != null) {
                return new ComingEvent(sentence, called, key(noun), EventNouns.sort(noun), when);
            }
        }
        for (Turn turn : TURNS) {
            if (turn.words().matcher(sentence).find()) {
                return new ComingEvent(sentence, turn.thing(), turn.key(), turn.sort(), when);
            }
        }
        return null;
    }

    private static @Nullable String called(String sentence, Matcher thing, When when) {
        if (thing.start("noun") >= when.span().start()
                && thing.end("noun") <= when.span().end()) {
            return null;
        }
        String noun = thing.group("noun").toLowerCase(Locale.ROOT);
        String mods = thing.group("mods").replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        if (mods.contains("mum'") || mods.contains("mom'") || mods.contains("dad'")) {
            mods = "";
        }
        String rest = (mods + noun).strip();
        if (thing.group("kin") != null) {
            return "your " + thing.group("kin").toLowerCase(Locale.ROOT) + "'s " + rest;
        }
        if (thing.group("name") != null) {
            return thing.group("name") + "'s " + rest;
        }
        String det = thing.group("det") == null ? "" : thing.group("det").toLowerCase(Locale.ROOT);
        Matcher kin = KIN_BEFORE.matcher(sentence.substring(0, thing.start()));
        boolean ofKin = kin.find();
        return switch (det) {
            case "my", "our" -> "your " + rest;
            case "his", "her", "their" ->
                ofKin ? "your " + kin.group("kin").toLowerCase(Locale.ROOT) + "'s " + rest : null;
            case "" ->
                // "dentist tomorrow ugh": bare, and nobody else spoken of
                ofKin ? "your " + kin.group("kin").toLowerCase(Locale.ROOT) + "'s " + noun : "the " + noun;
            default ->
                ofKin && !OWN.matcher(sentence.substring(0, thing.start())).find()
                        ? "your " + kin.group("kin").toLowerCase(Locale.ROOT) + "'s " + rest
                        : "the " + rest;
        };
    }

    private static String key(String noun) {
        String plain = noun.toLowerCase(Locale.ROOT);
        String[] words = plain.split("\\s+");
        return plain.startsWith("meeting with") || plain.startsWith("big ") ? "meeting" : words[words.length - 1];
    }
}
