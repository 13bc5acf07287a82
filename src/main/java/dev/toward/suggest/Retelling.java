package dev.toward.suggest;

import dev.toward.annotate.Parsed;
import dev.toward.annotate.ParsedToken;
import dev.toward.cue.BidKind;
import dev.toward.phrase.Sort;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds a small clause in a message that tells what happened, and turns it to its writer: "my car broke down" becomes "your car
 * broke down", "you never listen to me" becomes "I never listen to you". Only plain clauses with a subject that can be turned for
 * sure; never what is asked, wished for, thought, or hard on somebody.
 */
final class Retelling {
    private static final Map<String, List<String>> LISTS = Lexicon.sections("retelling.txt");
    private static final Set<String> BAD = listed("bad");
    private static final Set<String> DENYING = listed("denying");
    private static final Set<String> GLAD = listed("glad");
    private static final Set<String> BORNE = listed("borne");
    private static final Set<String> UNABLE = listed("unable");
    private static final Set<String> INWARD = listed("inward");
    private static final Set<String> ROUGH = listed("rough");
    private static final Set<String> OPENING = listed("opening");
    private static final Set<String> ENDING = listed("ending");

    private static final Set<String> OTHERS =
            Set.of("he", "she", "they", "it", "nobody", "everyone", "everybody", "someone", "somebody");
    /** Said without a determiner where both know who is meant. */
    private static final Set<String> BARE = Set.of(
            "insurance",
            "coach",
            "judge",
            "landlord",
            "doctor",
            "doc",
            "lawyer",
            "teacher",
            "boss",
            "hr",
            "work",
            "management",
            "school",
            "mom",
            "mum",
            "dad",
            "grandma",
            "grandpa",
            "nana",
            "baby",
            "customs",
            "immigration",
            "dr");

    private static final Set<String> OWNERS = Set.of("my", "our", "the", "this", "that", "his", "her", "their");
    /** Whoever tells of "us" to somebody who was not there means others; in a family that may not be so. */
    private static final Set<String> US = Set.of("we", "us", "our", "ours", "ourselves");

    private static final Set<String> KIN = Set.of(
            "mom",
            "mum",
            "dad",
            "mother",
            "father",
            "grandma",
            "grandpa",
            "grandmother",
            "grandfather",
            "gran",
            "nan",
            "nana",
            "aunt",
            "uncle",
            "auntie",
            "cousin",
            "sister",
            "brother",
            "son",
            "daughter",
            "baby",
            "kids",
            "family",
            "parents");
    private static final Set<String> YOU =
            Set.of("you", "your", "yours", "yourself", "youre", "you're", "you’re", "you've", "you’ve", "youve");
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
            Map.entry("couldnt", "couldn't"),
            Map.entry("werent", "weren't"),
            Map.entry("arent", "aren't"),
            Map.entry("hadnt", "hadn't"),
            Map.entry("hes", "he's"),
            Map.entry("shes", "she's"),
            Map.entry("theyre", "they're"));
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}'’-]+|\\d{1,3}(?:k|th|st|nd|rd|am|pm)?");
    /** Verbs before which "I" is left out, and what then comes before them. */
    private static final Set<String> SUBJECTLESS = Set.of(
            "got",
            "failed",
            "lost",
            "missed",
            "broke",
            "had",
            "passed",
            "won",
            "finished",
            "made",
            "ran",
            "can't",
            "cant",
            "couldn't",
            "couldnt",
            "didn't",
            "didnt",
            "finally",
            "spilled",
            "fell",
            "bombed",
            "aced",
            "landed");

    /** What comes after is told as it was felt. */
    private static final Set<String> FEELS_LIKE = Set.of("i feel like", "i felt like", "it feels like", "it felt like");

    /** Whom the message speaks to, where it stands last. */
    private static final Set<String> VOCATIVE = Set.of(
            "mum",
            "mom",
            "mam",
            "ma",
            "dad",
            "ate",
            "kuya",
            "mate",
            "bro",
            "sis",
            "hun",
            "hon",
            "babe",
            "honey",
            "dear",
            "guys",
            "girl",
            "man",
            "dude",
            "fam",
            "everyone",
            "love",
            "darling",
            "sir",
            "kid");

    private static final Pattern UNMENDED = Pattern.compile("\\b[a-z]+\\b");
    private static final Set<String> GREAT =
            Set.of("twins", "boy", "girl", "pregnant", "engaged", "married", "finalist", "winner");
    private static final int TELLING = 3;
    private static final int SHORTEST = 2;
    private static final int LONGEST = 11;
    private static final int LONGEST_SUBJECT = 4;

    /** A clause that ends in one of these broke off, or leans on what was said before. */
    private static final Set<String> OPEN_ENDED = Set.of(
            "do", "does", "did", "is", "am", "are", "was", "were", "have", "has", "had", "can", "will", "n't", "n’t",
            "to", "the", "a", "my", "his", "her", "their", "of", "not", "'s", "'re", "'m", "very", "too", "also",
            "didnt", "dont", "doesnt", "cant", "wont", "isnt", "wasnt", "that", "just", "even", "nt", "at", "m", "re",
            "s", "im", "hes", "shes", "theyre", "youre", "ve", "’s", "’re", "’m");

    private Retelling() {}

    private static Set<String> listed(String section) {
        return Set.copyOf(new HashSet<>(LISTS.getOrDefault(section, List.of())));
    }

    /** What is told of, as it is said to them: small first letter, no end mark. */
    record Told(String text, Sort sort) {}

    /** What is most worth telling back, or nothing when not sure. */
    static Optional<Told> in(Parsed message, @Nullable BidKind bid) {
        if (bid == null || bid == BidKind.QUESTION || bid == BidKind.REPAIR || bid == BidKind.APPRECIATION) {
            return Optional.empty();
        }
        Told first = null;
        for (List<ParsedToken> sentence : message.sentences()) {
            if (sentence.isEmpty() || isAsked(sentence)) {
                continue;
            }
            for (List<ParsedToken> clause : clauses(sentence)) {
                Told told = told(clause, bid);
                if (told != null && told.sort() != Sort.OTHER) {
                    return Optional.of(told);
                }
                first = first == null ? told : first;
            }
        }
        return Optional.ofNullable(first);
    }

    private static boolean isAsked(List<ParsedToken> sentence) {
        return Words.lower(sentence.get(sentence.size() - 1)).endsWith("?");
    }

    /** Stretches between marks and linking words, without what merely opens or trails off. */
    private static List<List<ParsedToken>> clauses(List<ParsedToken> sentence) {
        List<List<ParsedToken>> clauses = new ArrayList<>();
        List<ParsedToken> clause = new ArrayList<>();
        boolean told = false;
        boolean linked = false;
        for (int at = 0; at < sentence.size(); at++) {
            ParsedToken token = sentence.get(at);
            String word = Words.lower(token);
            if (clause.size() == 3 && FEELS_LIKE.contains(said(clause))) {
                clause.clear();
                told = false;
            }
            boolean opens = clause.isEmpty() && OPENING.contains(word);
            boolean mark = !PLAIN.matcher(token.text()).matches();
            if (mark || (told && ends(sentence, at, clause))) {
                add(clauses, clause, linked);
                clause = new ArrayList<>();
                told = false;
                linked = !mark && !word.equals("and") && !word.equals("but") && !word.equals("so");
            } else if (!opens) {
                clause.add(token);
                told |= Words.isVerb(token);
            }
        }
        add(clauses, clause, linked);
        return clauses;
    }

    // "so hard" goes on, "so I left" does not.
    private static boolean ends(List<ParsedToken> sentence, int at, List<ParsedToken> clause) {
        String word = Words.lower(sentence.get(at));
        String next = at + 1 < sentence.size() ? sentence.get(at + 1).pos() : "";
        boolean degree = word.equals("so") && (next.startsWith("JJ") || next.startsWith("RB"));
        return ENDING.contains(word) && !degree && !isFeltLike(clause, word);
    }

    private static boolean isFeltLike(List<ParsedToken> clause, String word) {
        return word.equals("like")
                && clause.size() == 2
                && clause.get(1).lemma().equals("feel");
    }

    private static String said(List<ParsedToken> clause) {
        return clause.stream().map(Words::lower).collect(Collectors.joining(" "));
    }

    // "because he left" leans on what stood before, and is told less surely.
    private static void add(List<List<ParsedToken>> clauses, List<ParsedToken> clause, boolean linked) {
        if (!linked && clause.size() >= SHORTEST && clause.size() <= LONGEST) {
            clauses.add(clause);
        }
    }

    private static @Nullable Told told(List<ParsedToken> clause, BidKind bid) {
        dropVocative(clause);
        boolean subjectless = !clause.isEmpty() && isSubjectless(clause);
        int verb = clause.size() < SHORTEST ? -1 : subjectless ? 0 : verb(clause);
        if (verb < 0) {
            return null;
        }
        Set<String> words = new HashSet<>();
        clause.forEach(t -> words.add(Words.lower(t)));
        boolean ofYou = words.stream().anyMatch(YOU::contains);
        if (OPEN_ENDED.contains(Words.lower(clause.get(clause.size() - 1)))
                || words.stream().anyMatch(w -> ROUGH.contains(w) || INWARD.contains(w))
                || (words.stream().anyMatch(US::contains) && !meansOthers(words, bid))
                || clause.subList(verb + 1, clause.size()).stream().anyMatch(Retelling::beginsAnother)) {
            return null;
        }
        String subject = Words.lower(clause.get(0));
        if (ofYou) {
            boolean charge = bid == BidKind.CONFLICT && YOU.contains(subject) && !judges(clause, verb);
            return charge ? new Told(turned(clause), Sort.CHARGE) : null;
        }
        Sort sort = sort(words, subjectless ? "i" : subject, clause, verb, bid);
        return sort == null ? null : new Told((subjectless ? "you " : "") + turned(clause), sort);
    }

    private static void dropVocative(List<ParsedToken> clause) {
        int last = clause.size() - 1;
        if (last > 1 && VOCATIVE.contains(Words.lower(clause.get(last)))) {
            String before = clause.get(last - 1).pos();
            if (!before.startsWith("PRP$")
                    && !before.equals("DT")
                    && !before.equals("IN")
                    && !before.equals("TO")
                    && !before.startsWith("JJ")
                    && !before.startsWith("VB")) {
                clause.remove(last);
            }
        }
    }

    private static boolean meansOthers(Set<String> words, BidKind bid) {
        return (bid == BidKind.GOOD_NEWS || bid == BidKind.DISTRESS)
                && words.stream().noneMatch(KIN::contains);
    }

    private static boolean isSubjectless(List<ParsedToken> clause) {
        String first = Words.lower(clause.get(0));
        String second = clause.size() > 1 ? first + Words.lower(clause.get(1)) : first;
        return SUBJECTLESS.contains(first) || SUBJECTLESS.contains(second);
    }

    /** Index of the verb that the subject is followed by, or -1 when the clause does not begin with a subject that can be turned. */
    private static int verb(List<ParsedToken> clause) {
        String first = Words.lower(clause.get(0));
        int at;
        if (Set.of("im", "ive", "youre", "youve", "hes", "shes", "theyre").contains(first)) {
            return 0;
        }
        if (first.equals("i") || first.equals("we") || first.equals("you") || OTHERS.contains(first)) {
            at = 1;
        } else if (BARE.contains(first)) {
            at = 1;
        } else if (OWNERS.contains(first) || clause.get(0).pos().equals("NNP")) {
            at = first.equals("that") || first.equals("this") ? 0 : nounsEnd(clause);
            at = at == 0 ? nounsEnd(clause) : at;
        } else {
            return -1;
        }
        while (at > 0 && at < clause.size() && isBetween(clause.get(at))) {
            at++;
        }
        return at > 0 && at < clause.size() && isFinite(clause.get(at)) ? at : -1;
    }

    // Where the nouns of a subject end: "my best friend", "my mom's doctor".
    private static int nounsEnd(List<ParsedToken> clause) {
        int at = 1;
        while (at < clause.size() && at <= LONGEST_SUBJECT && isNominal(clause.get(at))) {
            at++;
        }
        boolean noun = clause.get(at - 1).pos().startsWith("NN");
        return noun ? at : -1;
    }

    private static boolean isNominal(ParsedToken token) {
        return token.pos().startsWith("NN")
                || token.pos().startsWith("JJ")
                || (token.pos().equals("POS") && !token.relation().startsWith("aux"));
    }

    private static boolean isBetween(ParsedToken token) {
        return token.pos().startsWith("RB")
                || Words.lower(token).equals("both")
                || Words.lower(token).equals("all");
    }

    private static boolean isFinite(ParsedToken token) {
        String pos = token.pos();
        return pos.equals("VBD")
                || pos.equals("VBZ")
                || pos.equals("VBP")
                || pos.equals("MD")
                || MENDED.containsKey(Words.lower(token));
    }

    // A second subject inside, or a clause within the clause.
    private static boolean beginsAnother(ParsedToken token) {
        String word = Words.lower(token);
        return word.equals("i")
                || word.equals("he")
                || word.equals("she")
                || word.equals("they")
                || word.equals("we")
                || token.pos().startsWith("W");
    }

    // "You're so selfish" is not to be said back, whatever comes before it; "you're never home" may be.
    private static boolean judges(List<ParsedToken> clause, int verb) {
        boolean is = clause.get(verb).lemma().equals("be")
                || verb == 0
                || Words.lower(clause.get(verb)).startsWith("'");
        return is
                && clause.subList(verb, clause.size()).stream()
                        .noneMatch(t -> t.pos().equals("VBG")
                                || Words.negates(t)
                                || Set.of("never", "always", "late", "home", "there")
                                        .contains(Words.lower(t)));
    }

    private static @Nullable Sort sort(
            Set<String> words, String subject, List<ParsedToken> clause, int verb, BidKind bid) {
        boolean bad = words.stream().anyMatch(BAD::contains);
        boolean denied =
                clause.stream().anyMatch(Words::negates) || words.stream().anyMatch(DENYING::contains);
        boolean it = subject.equals("it") || subject.equals("its");
        boolean names = says(clause, verb);
        if (it && denied || names && !bad && words.stream().noneMatch(GREAT::contains)) {
            return null;
        }
        boolean own = subject.equals("i") || subject.equals("im") || subject.equals("ive") || subject.equals("we");
        return switch (bid) {
            case DISTRESS, CONFLICT, HELP -> {
                boolean borne = !own || (denied ? unable(clause, verb) : borne(clause, verb));
                boolean glad = !bad && !denied && words.stream().anyMatch(GLAD::contains);
                if (bad || denied) {
                    yield borne ? Sort.TROUBLE : null;
                }
                // what others did is worth coming back to, good or bad
                boolean telling = !it && clause.size() > TELLING;
                yield own || !telling || bid != BidKind.DISTRESS ? null : Sort.OTHER;
            }
            case GOOD_NEWS -> bad || denied ? null : Sort.GLAD;
            case SHARE, AFFECTION, NONE -> {
                if (bad || denied) {
                    yield null;
                }
                yield words.stream().anyMatch(GLAD::contains) && bid != BidKind.NONE ? Sort.GLAD : Sort.OTHER;
            }
            case QUESTION, REPAIR, APPRECIATION -> null;
        };
    }

    // "It was the bank", "he's nine": it says who or what, and nothing that happened.
    private static boolean says(List<ParsedToken> clause, int verb) {
        boolean is = clause.get(verb).lemma().equals("be")
                || Words.lower(clause.get(verb)).matches("['’]?(s|re|m)|hes|shes|theyre|im");
        if (!is || verb + 1 >= clause.size()) {
            return false;
        }
        String next = clause.get(verb + 1).pos();
        return next.equals("DT") || next.equals("CD") || next.startsWith("NN");
    }

    private static boolean borne(List<ParsedToken> clause, int verb) {
        return clause.subList(verb, Math.min(clause.size(), verb + 3)).stream()
                        .anyMatch(t -> BORNE.contains(Words.lower(t)))
                || Words.lower(clause.get(0)).startsWith("im");
    }

    private static boolean unable(List<ParsedToken> clause, int verb) {
        return clause.subList(verb, clause.size()).stream()
                .anyMatch(t -> UNABLE.contains(Words.lower(t)) || BORNE.contains(Words.lower(t)));
    }

    private static String turned(List<ParsedToken> clause) {
        StringBuilder text = new StringBuilder();
        int end = -1;
        boolean toYou = false;
        boolean toI = false;
        for (int i = 0; i < clause.size(); i++) {
            ParsedToken token = clause.get(i);
            String word = Words.lower(token);
            boolean apart = end >= 0 && token.span().start() > end;
            text.append(apart ? " " : "");
            text.append(turned(token, word, i == 0, toYou, toI));
            toYou = i == 0 ? word.equals("i") : toYou && !Words.isVerb(token);
            toI = i == 0 ? word.equals("you") : toI && !Words.isVerb(token);
            end = token.span().end();
        }
        return mended(text.toString().replace('’', '\''));
    }

    // A tokenizer parts "cant" in two, and together they need their apostrophe.
    private static String mended(String text) {
        String words = UNMENDED.matcher(text).replaceAll(m -> MENDED.getOrDefault(m.group(), m.group()));
        return words.startsWith("its ") ? "it's " + words.substring(4) : words;
    }

    private static String turned(ParsedToken token, String word, boolean first, boolean afterI, boolean afterYou) {
        if (afterI && (word.equals("am") || word.equals("m") || word.equals("'m") || word.equals("’m"))) {
            return word.equals("am") ? "are" : "'re";
        }
        if (afterI && word.equals("ve")) {
            return "'ve";
        }
        if (afterI && (word.equals("was") || word.equals("wasnt"))) {
            return word.equals("was") ? "were" : "weren't";
        }
        if (afterYou && (word.equals("are") || word.equals("'re") || word.equals("’re"))) {
            return word.equals("are") ? "am" : "'m";
        }
        if (afterYou && word.equals("were")) {
            return "was";
        }
        if (word.equals("you") && !first) {
            return "me";
        }
        String turned = TO_THEM.get(word);
        if (turned != null) {
            return turned;
        }
        String mended = MENDED.get(word);
        if (mended != null) {
            return mended;
        }
        boolean name = token.pos().startsWith("NNP") || !first;
        return name && !isShouted(token) ? token.text() : word.toLowerCase(Locale.ROOT);
    }

    private static boolean isShouted(ParsedToken token) {
        return token.text().length() > 3 && token.text().equals(token.text().toUpperCase(Locale.ROOT));
    }
}
