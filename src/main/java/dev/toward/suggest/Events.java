package dev.toward.suggest;

import dev.toward.annotate.Parsed;
import dev.toward.annotate.ParsedToken;
import dev.toward.cue.BidKind;
import dev.toward.phrase.Sort;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds what happened to them where a whole clause tells of it and no noun does: "they let me go" is the layoff. Only turns of phrase of
 * a list ({@code events.txt}), never one that is denied, asked, wished for, or somebody else's.
 */
final class Events {
    private static final String KIN =
            "mom|mum|mother|dad|father|grandma|grandpa|grandmother|grandfather|nana|nan|gran|granny|sister|brother|son|daughter|husband"
                    + "|wife|aunt|uncle|cousin|friend|best friend|partner|godmother|papa|mama|abuela|abuelo";
    private static final String PET = "dog|cat|puppy|kitten|hamster|rabbit|bird|horse|budgie|pet";
    private static final String THEY =
            "(?:he|she|they|my boss|work|the company|bf|gf|my ex|my (?:boyfriend|girlfriend|husband|wife|partner|boss|manager|landlord))"
                    + "(?: (?:just|finally|both|all|actually))*";
    private static final String I =
            "(?:^|^just|^finally|^so|\\bi|\\bi've|\\bive|\\bwe|\\bwe've|\\bi'm|\\bim)(?: (?:just|finally|also|really|literally|already|have|had))*";
    private static final Pattern UNREAL = Pattern.compile(
            "\\b(?:not|n't|never|if|would|could|almost|nearly|might|wish|hope|hoping|isn't|wasn't|aren't|says?|said|heard|you|your|her|his|their|(?!(?:it|that|there|here|what|today|everything|everyone|nobody)'s)\\w+'s)\\b");

    /** Right before what is told: it is denied, or only feared. */
    private static final Pattern FEARED = Pattern.compile(
            "\\b(?:don't|dont|doesn't|doesnt|didn't|didnt|haven't|havent|hasn't|hasnt|without|scared|terrified|afraid|worried|think|thinks|thought"
                    + "|maybe|what if|hoping|convinced|feels like|in case)"
                    + "(?: (?:i|i'm|im|i've|ive|it's|its|it|is|that|of|he|she|we|he's|hes|she's|shes|they|have|has|got|get|even|a|an|the|any))*\\s*$");

    /** What it is said not to be about. */
    private static final Pattern BESIDE = Pattern.compile("\\b(?:not|isn't|isnt|wasn't|wasnt|care) (?:\\w+ )?about\\b");

    private static final List<Event> KNOWN = Lexicon.lines("events.txt").stream()
            .flatMap(l -> events(l).stream())
            .toList();

    private Events() {}

    /** When something can be named: {@code QUARREL} only to somebody who is reproached. */
    private enum Kind {
        HARD,
        GLAD,
        QUARREL
    }

    /** @param called how it is named back; {@code *} stands for the group of {@code told} that is named so */
    private record Event(Kind kind, Sort sort, String called, Pattern told) {}

    private static List<Event> events(String line) {
        String[] parts = line.split("\\|", 4);
        // bars part alternatives too, so only the first three part the line
        Kind kind = Kind.valueOf(parts[0].strip().toUpperCase(Locale.ROOT));
        Sort sort = Sort.valueOf(parts[1].strip().toUpperCase(Locale.ROOT));
        return Arrays.stream(parts[3].split(";"))
                .map(String::strip)
                .filter(p -> !p.isEmpty())
                .map(p -> new Event(kind, sort, parts[2].strip(), pattern(p)))
                .toList();
    }

    private static Pattern pattern(String words) {
        String regex = words.replace("(", "(?:")
                .replace("[", "(?<named>")
                .replace("]", ")")
                .replaceAll("\\bTHEY\\b", Matcher.quoteReplacement(THEY))
                .replaceAll("\\bKIN\\b", KIN)
                .replaceAll("\\bPET\\b", PET)
                .replaceAll("^I ", Matcher.quoteReplacement(I + " ?"));
        return Pattern.compile((words.startsWith("I ") ? "" : "\\b") + regex + "(?!\\w)");
    }

    /** What happened, as it is named back to them, or nothing when not sure. */
    static Optional<Things.Thing> in(Parsed message, @Nullable BidKind bid) {
        if (bid == null || bid == BidKind.QUESTION || bid == BidKind.NONE) {
            return Optional.empty();
        }
        Kind kind =
                switch (bid) {
                    case GOOD_NEWS, SHARE, AFFECTION, APPRECIATION -> Kind.GLAD;
                    case DISTRESS, CONFLICT, HELP, REPAIR, QUESTION, NONE -> Kind.HARD;
                };
        Optional<Things.Thing> found = told(message, kind);
        return found.isEmpty() && bid == BidKind.CONFLICT ? told(message, Kind.QUARREL) : found;
    }

    private static Optional<Things.Thing> told(Parsed message, Kind kind) {
        // Who is reproached did it, and may be asked why; so these words do not matter in a quarrel.
        boolean quarrel = kind == Kind.QUARREL;
        Pattern unsure = quarrel ? BESIDE : UNREAL;
        for (String sentence : sentences(message, quarrel)) {
            for (Event event : KNOWN) {
                if (event.kind() == kind) {
                    Matcher told = event.told().matcher(sentence);
                    if (told.find() && isSo(sentence.substring(0, told.start()), unsure, quarrel)) {
                        return Optional.of(new Things.Thing(called(event, told), event.sort(), 2));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isSo(String before, Pattern unsure, boolean quarrel) {
        return !unsure.matcher(before).find()
                && (quarrel || !FEARED.matcher(before).find());
    }

    private static String called(Event event, Matcher told) {
        return event.called().contains("*") ? event.called().replace("*", told.group("named")) : event.called();
    }

    private static List<String> sentences(Parsed message, boolean questions) {
        List<String> sentences = new ArrayList<>();
        for (List<ParsedToken> sentence : message.sentences()) {
            if (!sentence.isEmpty()
                    && (questions
                            || !Words.lower(sentence.get(sentence.size() - 1)).endsWith("?"))) {
                int start = sentence.get(0).span().start();
                int end = sentence.get(sentence.size() - 1).span().end();
                sentences.add(
                        Lexicon.plain(message.text().substring(start, end)).strip());
            }
        }
        return sentences;
    }
}
