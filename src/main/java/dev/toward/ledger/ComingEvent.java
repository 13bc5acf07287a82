package dev.toward.ledger;

import dev.toward.phrase.Sort;
import java.time.LocalDateTime;
import java.util.List;
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
            "(?<![\\p{L}\\p{N}'])(?:\\b(?<det>my|our|the|a|an|another|his|her|their|this|that)\\s+|\\b(?:my\\s+|the\\s+)?(?<kin>"
                    + KIN
                    + ")(?:'?s)\\s+|\\b(?<name>\\p{Lu}\\p{Ll}+)'s\\s+)?"
                    + "(?<mods>(?:(?!(?:my|the|a|an|his|her|their|our|and|for|to|on|in|at|is|was|have|has|got|with|about|next|this|before|after|i|i'm|im"
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
    private static final Pattern ITS_TIME = Pattern.compile(
            "^\\W*(?:it'?s |its |that'?s |he'?s in |she'?s in |i'?m in |they said |they'?ve got me in |goes in )?(?:on |at |next |this |in |the |tomorrow|tmrw|mon|tue|wed|thu|fri|sat|sun|\\d)",
            FLAGS);
    private static final Pattern NAMED = Pattern.compile(
            "\\b(?!He\\b|She\\b|It\\b|They\\b|We\\b|You\\b|That\\b|This\\b|Who\\b|What\\b)(?<who>\\p{Lu}\\p{Ll}+) (?:has|has got|is having|gets|starts|got|goes for)\\b");
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
                "\\b(?:see|seeing|meet|meeting|meeting with|call with|chat with|appointment with) (?:the|my|our|her|his|a) (?:consultant|doctor|dr|gp|midwife|nurse|specialist|surgeon|dentist|oncologist|therapist|counsellor|counselor|physio)\\b",
                "the appointment",
                "appointment",
                Sort.TEST),
        turn(
                "\\b(?:see|seeing|meet|meeting|meeting with|call with|chat with) (?:the |my |our )?(?:solicitor|lawyer|bank|head ?teacher|head|teacher|landlord|boss|manager|hr|union|social worker|adviser|advisor|investors?|client)\\b",
                "the meeting",
                "meeting",
                Sort.TEST),
        turn(
                "\\b(?:having|getting|gets|get|has) (?:my|his|her|their|the) (?:\\w+ ){1,2}(?:out|removed|checked|looked at|scanned|taken out|off)\\b",
                "the appointment",
                "appointment",
                Sort.TEST),
        turn(
                "\\b(?:i'?m |im |i am |gonna |going to |i'?ll |i will |have to |need to |got to |gotta )(?:ask|asking) (?:for (?:a |that |the )?(?:raise|rise|promotion|transfer|extension|time off)|(?:him|her|them) out|my (?:boss|manager|dad|mum|mom|parents))",
                "that talk",
                "talk",
                Sort.TEST),
        turn(
                "\\b(?:they|the bank|hr|the council|the hospital|the surgeon|the doctor|the vet|the school|uni|the uni|the landlord|the agent|the recruiter|she|he)(?:'?ll| will| are| is| should| said they'?d| said they'?ll)?(?: going to| gonna)? (?:let (?:me|us) know|get back to (?:me|us)|decide|deciding|announce|announcing|tell (?:me|us) (?:if|whether))\\b",
                "the news",
                "news",
                Sort.TEST),
        turn(
                "\\b(?:viewing|see|seeing|looking at|look at|going to see) (?:a|the|that|another|two|three) (?:flats?|houses?|place|apartment|room)\\b",
                "the viewing",
                "viewing",
                Sort.TEST),
        turn("\\b(?:in|at|to|have|got|i've got|goes to) court\\b|^\\W*court\\b", "court", "court", Sort.TEST),
        turn(
                "\\b(?:my|his|her|the|'s) first (?:shift|week|lesson|session|class|gig|match|game|solo|race|swim|night|rehearsal)\\b|^\\W*first (?:shift|lesson|session|class|gig|match|game|race|rehearsal)\\b",
                "that first one",
                "first",
                Sort.GLAD),
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
        return in(Dated.all(text, now), now);
    }

    /** The same of a message whose sentences are known. */
    static @Nullable ComingEvent in(List<Dated> sentences, LocalDateTime now) {
        for (Dated one : sentences) {
            ComingEvent event = in(one, now);
            if (event != null) {
                return event;
            }
        }
        return inTwo(sentences, now);
    }

    private static @Nullable ComingEvent in(Dated one, LocalDateTime now) {
        if (one.when() == null && one.sentence().indexOf(',') < 0) {
            return null;
        }
        if (!isTold(one.sentence())) {
            return clause(one.sentence(), now);
        }
        return one.when() == null ? null : at(one.sentence(), one.when());
    }

    /** "They gave me a date for my scan. it's the 14th": the thing in one sentence, the time in the next. */
    private static @Nullable ComingEvent inTwo(List<Dated> sentences, LocalDateTime now) {
        for (int i = 0; i + 1 < sentences.size(); i++) {
            String thing = sentences.get(i).sentence();
            String time = sentences.get(i + 1).sentence();
            if (ITS_TIME.matcher(time).lookingAt() && isOwn(thing) && isTold(thing) && isTold(time)) {
                ComingEvent event = told(thing + " " + time, now);
                if (event != null) {
                    return event;
                }
            }
        }
        return null;
    }

    /** "My interview is on Thursday, can you have the kids?": what is arranged around it does not take it back. */
    private static @Nullable ComingEvent clause(String sentence, LocalDateTime now) {
        String[] clauses = sentence.split(",\\s*");
        for (String clause : clauses) {
            When when = clauses.length > 1 ? When.in(clause, now) : null;
            if (when != null && isTold(clause) && isOwn(clause)) {
                ComingEvent event = at(clause, when);
                if (event != null) {
                    return event;
                }
            }
        }
        return null;
    }

    private static boolean isOwn(String words) {
        return OWN.matcher(words).find() || KIN_BEFORE.matcher(words).find();
    }

    private static boolean isTold(String sentence) {
        return !sentence.endsWith("?")
                && !BETWEEN_US.matcher(sentence).find()
                && !OFF.matcher(sentence).find();
    }

    private static @Nullable ComingEvent told(String sentence, LocalDateTime now) {
        When when = When.in(sentence, now);
        return when == null ? null : at(sentence, when);
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
                ofKin
                        ? "your " + kin.group("kin").toLowerCase(Locale.ROOT) + "'s " + rest
                        : ofNamed(sentence, thing, rest);
            case "" ->
                // "dentist tomorrow ugh": bare, and nobody else spoken of
                ofKin ? "your " + kin.group("kin").toLowerCase(Locale.ROOT) + "'s " + noun : "the " + noun;
            default ->
                ofKin && !OWN.matcher(sentence.substring(0, thing.start())).find()
                        ? "your " + kin.group("kin").toLowerCase(Locale.ROOT) + "'s " + rest
                        : "the " + rest;
        };
    }

    /** "Kuba has his scan on Friday". */
    private static @Nullable String ofNamed(String sentence, Matcher thing, String rest) {
        Matcher name = NAMED.matcher(sentence.substring(0, thing.start()));
        return name.find() ? name.group("who") + "'s " + rest : null;
    }

    private static String key(String noun) {
        String plain = noun.toLowerCase(Locale.ROOT);
        String[] words = plain.split("\\s+");
        return plain.startsWith("meeting with") || plain.startsWith("big ") ? "meeting" : words[words.length - 1];
    }
}
