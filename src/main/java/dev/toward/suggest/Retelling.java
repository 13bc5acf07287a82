package dev.toward.suggest;

import dev.toward.annotate.Parsed;
import dev.toward.annotate.ParsedToken;
import dev.toward.cue.BidKind;
import dev.toward.phrase.Sort;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
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
    private static final Set<String> CHARGED = listed("charged");
    private static final Set<String> ROUGH = listed("rough");
    private static final Set<String> OTHERS = listed("others");
    private static final Set<String> OWNERS = listed("owners");
    private static final Set<String> BARE = listed("bare");
    private static final Set<String> US = listed("us");
    private static final Set<String> KIN = listed("kin");
    private static final Set<String> YOU = listed("you");
    private static final Set<String> SUBJECTLESS = listed("subjectless");
    private static final Set<String> OPEN_ENDED = listed("open-ended");
    private static final Set<String> GREAT = listed("great");
    private static final Set<String> WITH_VERB = Set.of("im", "ive", "youre", "youve", "hes", "shes", "theyre");
    private static final Set<String> OWN = Set.of("i", "im", "ive", "we");
    private static final Set<String> WHERE = Set.of("never", "always", "late", "home", "there");
    private static final Set<String> BOTH = Set.of("each", "other", "together", "anymore", "both");
    private static final Set<String> FELT = Set.of("never", "always", "ever", "constantly", "only");
    private static final Set<String> ANOTHER = Set.of("i", "he", "she", "they", "we", "its", "it's");

    /** What may not be said back to somebody in trouble, though it is told: signs of the body, blame of oneself, insults, what is grave. */
    private static final Pattern UNFIT = Pattern.compile(String.join(
            "|",
            LISTS.getOrDefault("unfit", List.of()).stream()
                    .map(p -> "(?:" + p + ")")
                    .toList()));

    private static final Set<String> OBJECTS = Set.of("me", "us");
    private static final Pattern EXCUSING = Pattern.compile("(?:n['’]?t|not) (?:have|need) to\\b| do (?:you|u)$");
    private static final Set<String> BEING = Set.of("am", "was", "were", "are", "im", "i'm", "'m", "’m");
    private static final Set<String> AWAY = listed("away");
    private static final Set<String> SAID_OF_IT = listed("said-of-it");
    private static final int SHORTEST = 2;
    private static final int LONGEST = 11;
    private static final int LONGEST_SUBJECT = 4;
    private static final int MOST_BEFORE = 2;

    private final List<ParsedToken> clause;
    private final BidKind bid;
    private final Set<String> words = new HashSet<>();

    private final boolean subjectless;

    /** Index of the verb after the subject, or -1. */
    private final int verb;

    private Retelling(List<ParsedToken> clause, BidKind bid, boolean opens) {
        this.clause = clause;
        this.bid = bid;
        clause.forEach(t -> words.add(Words.lower(t)));
        this.subjectless = opens && isSubjectless();
        this.verb = subjectless ? 0 : verb();
    }

    static Set<String> listed(String section) {
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
            for (List<ParsedToken> stretch : Telling.clauses(sentence)) {
                Told told = told(stretch, bid);
                if (told != null && told.sort() != Sort.OTHER) {
                    return Optional.of(told);
                }
                first = first == null ? told : first;
            }
        }
        return Optional.ofNullable(first);
    }

    private static @Nullable Told told(List<ParsedToken> stretch, BidKind bid) {
        Retelling retelling = opening(stretch, bid);
        return retelling == null ? null : retelling.told(retelling.verb);
    }

    /** Where a clause begins whose subject can be turned; a name or a sigh may come before it: "Sir I got a 7". Null when none does. */
    static @Nullable Retelling opening(List<ParsedToken> stretch, BidKind bid) {
        for (int from = 0; from <= Math.min(MOST_BEFORE, stretch.size() - SHORTEST); from++) {
            if (from > 0 && !mayComeBefore(stretch.get(from - 1))) {
                return null;
            }
            Retelling retelling = new Retelling(stretch.subList(from, stretch.size()), bid, from == 0);
            if (retelling.verb >= 0) {
                return retelling.clause.size() > LONGEST ? null : retelling;
            }
        }
        return null;
    }

    private static boolean mayComeBefore(ParsedToken token) {
        String pos = token.pos();
        return !Words.negates(token)
                && (pos.startsWith("NN")
                        || pos.equals("UH")
                        || pos.startsWith("RB")
                        || pos.equals("JJ")
                        || pos.equals("FW"));
    }

    List<ParsedToken> clause() {
        return clause;
    }

    Set<String> words() {
        return words;
    }

    /** What comes with the verb and after it. */
    List<ParsedToken> predicate() {
        return clause.subList(verb, clause.size());
    }

    boolean isOwn() {
        return subjectless || OWN.contains(Words.lower(clause.get(0)));
    }

    boolean breaksOff() {
        return OPEN_ENDED.contains(Words.lower(clause.get(clause.size() - 1)));
    }

    boolean isRough() {
        return words.stream().anyMatch(ROUGH::contains);
    }

    /** Whether it says who or what somebody is, and nothing that happened: "she's 31". */
    boolean names() {
        return names(verb);
    }

    /** Whether somebody is called something: "you're so selfish", "i was nothing". */
    boolean judges() {
        return isBe(verb) && judges(verb);
    }

    /** Whether "we" in it may be those two. */
    boolean isOfBoth() {
        return words.stream().anyMatch(US::contains) && !meansOthers();
    }

    String saidToThem() {
        return (subjectless ? "you " : "") + Turning.toThem(clause);
    }

    private @Nullable Told told(int verb) {
        boolean ofYou = words.stream().anyMatch(YOU::contains);
        if (breaksOff()
                || words.stream()
                        .anyMatch(w -> ROUGH.contains(w) || (INWARD.contains(w) && !(ofYou && CHARGED.contains(w))))
                || isOfBoth()
                || clause.subList(verb + 1, clause.size()).stream().anyMatch(Retelling::beginsAnother)
                || runsOn()
                || goesBack()) {
            return null;
        }
        String subject = Words.lower(clause.get(0));
        if (ofYou) {
            boolean charge =
                    bid == BidKind.CONFLICT && YOU.contains(subject) && isFelt(verb) && !judges(verb) && !excuses(verb);
            return charge ? new Told(Turning.toThem(clause), Sort.CHARGE) : null;
        }
        Sort sort = sort(subjectless ? "i" : subject, verb);
        String said = saidToThem();
        return sort == null || (sort == Sort.TROUBLE && isUnfit(said)) ? null : new Told(said, sort);
    }

    /** Whether the other would rather not hear it again, or it is odd to say back, though it is what happened. */
    static boolean isUnfit(String said) {
        return UNFIT.matcher(said.toLowerCase(Locale.ROOT)).find();
    }

    // "I got us tickets" would be "you got you tickets"; "the longest I have ever gone" leans on what it tells of.
    private boolean goesBack() {
        List<ParsedToken> after = clause.subList(verb + 1, clause.size());
        boolean own = isOwn() && after.stream().anyMatch(t -> OBJECTS.contains(Words.lower(t)));
        boolean ever = after.stream().limit(2).anyMatch(t -> Words.lower(t).equals("ever"))
                && clause.stream().noneMatch(Words::negates);
        return own || ever;
    }

    // "You don't have to ask every hour" is an order, "you're not mom" a word on who somebody is.
    private boolean excuses(int verb) {
        String said =
                clause.subList(verb, clause.size()).stream().map(Words::lower).reduce("", (a, b) -> a + " " + b);
        return EXCUSING.matcher(said).find() || words.contains("them");
    }

    private boolean meansOthers() {
        return (bid == BidKind.GOOD_NEWS || bid == BidKind.DISTRESS)
                && words.stream().noneMatch(w -> KIN.contains(w) || BOTH.contains(w));
    }

    private boolean isSubjectless() {
        String first = Words.lower(clause.get(0));
        return SUBJECTLESS.contains(first)
                || (clause.size() > 1 && SUBJECTLESS.contains(first + Words.lower(clause.get(1))))
                || (clause.get(0).pos().matches("VB[DN]")
                        && clause.subList(1, Math.min(clause.size(), 3)).stream()
                                .anyMatch(Retelling::isMine));
    }

    private static boolean isMine(ParsedToken token) {
        return Words.lower(token).equals("my");
    }

    /** Index of the verb after the subject, or -1 when the clause does not begin with a subject that can be turned. */
    private int verb() {
        String first = Words.lower(clause.get(0));
        int at;
        if (WITH_VERB.contains(first)) {
            return 0;
        }
        if (first.equals("i")
                || first.equals("we")
                || first.equals("you")
                || OTHERS.contains(first)
                || BARE.contains(first)) {
            at = 1;
        } else if (OWNERS.contains(first) || clause.get(0).pos().equals("NNP")) {
            at = nounsEnd();
        } else {
            return -1;
        }
        while (at > 0 && at < clause.size() && isBetween(clause.get(at))) {
            at++;
        }
        return at > 0 && at < clause.size() && isFinite(clause.get(at)) ? at : -1;
    }

    // Where the nouns of a subject end: "my best friend", "my mom's doctor".
    private int nounsEnd() {
        int at = 1;
        while (at < clause.size() && at <= LONGEST_SUBJECT && isNominal(clause.get(at))) {
            at++;
        }
        return clause.get(at - 1).pos().startsWith("NN") ? at : -1;
    }

    private static boolean isNominal(ParsedToken token) {
        return token.pos().startsWith("NN")
                || token.pos().startsWith("JJ")
                || (token.pos().equals("POS") && !token.relation().startsWith("aux"));
    }

    private static boolean isBetween(ParsedToken token) {
        return token.pos().startsWith("RB") || Words.lower(token).matches("both|all|literally");
    }

    private static boolean isFinite(ParsedToken token) {
        String pos = token.pos();
        return pos.equals("VBD")
                || pos.equals("VBZ")
                || pos.equals("VBP")
                || pos.equals("MD")
                || Turning.isMended(Words.lower(token));
    }

    /** A second subject inside, or a clause within the clause. */
    static boolean beginsAnother(ParsedToken token) {
        return ANOTHER.contains(Words.lower(token)) || token.pos().startsWith("W");
    }

    /** Whether another sentence follows without a mark: "they went without me it's on her story". */
    boolean runsOn() {
        for (int i = verb + 1; i + 1 < clause.size(); i++) {
            String next = Words.lower(clause.get(i + 1));
            if (Words.lower(clause.get(i)).equals("it") && (next.endsWith("s") && next.length() <= 3)) {
                return true;
            }
        }
        return false;
    }

    // "You never listen" is how it is for them; "you cancelled on me" is so, and no feeling to be heard.
    private boolean isFelt(int verb) {
        boolean past = clause.get(verb).pos().equals("VBD")
                || Words.lower(clause.get(verb)).startsWith("did");
        return words.stream().anyMatch(FELT::contains)
                || (!past && clause.stream().anyMatch(Words::negates));
    }

    // "You're so selfish" is not to be said back, whatever comes before it; "you're never home" may be.
    private boolean judges(int verb) {
        return isBe(verb)
                && clause.subList(verb, clause.size()).stream()
                        .noneMatch(t -> t.pos().equals("VBG") || Words.negates(t) || WHERE.contains(Words.lower(t)));
    }

    private boolean isBe(int verb) {
        String word = Words.lower(clause.get(verb));
        return clause.get(verb).lemma().equals("be") || verb == 0 || word.matches("['’](s|re|m)|hes|shes|theyre|im");
    }

    private @Nullable Sort sort(String subject, int verb) {
        boolean bad = words.stream().anyMatch(BAD::contains);
        boolean denied =
                clause.stream().anyMatch(Words::negates) || words.stream().anyMatch(DENYING::contains);
        boolean it = subject.equals("it") || subject.equals("its");
        if ((it && denied) || (names(verb) && !bad && words.stream().noneMatch(GREAT::contains))) {
            return null;
        }
        boolean own = OWN.contains(subject);
        return switch (bid) {
            case DISTRESS, CONFLICT, HELP -> {
                if (own && !denied && BEING.contains(Words.lower(clause.get(verb))) && isOnlyAway()) {
                    yield null;
                }
                if (bad || denied) {
                    yield !own || (denied ? isUnable(verb) : isBorne(verb)) ? Sort.TROUBLE : null;
                }
                // of what is not plainly bad nobody can tell whether it is what hurts
                yield null;
            }
            // of "it" a good deal is said that is no news
            case GOOD_NEWS -> bad || denied || (it && !isGoodOfIt()) ? null : Sort.GLAD;
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
    private boolean names(int verb) {
        if (!isBe(verb) || verb + 1 >= clause.size() || SUBJECTLESS.contains(Words.lower(clause.get(0)))) {
            return false;
        }
        String next = clause.get(verb + 1).pos();
        return next.equals("DT") || next.equals("CD") || next.startsWith("NN");
    }

    // "I was gone for two minutes": bad of a dog, not of oneself.
    private boolean isOnlyAway() {
        return words.stream().filter(BAD::contains).allMatch(AWAY::contains)
                && words.stream().anyMatch(BAD::contains);
    }

    private boolean isGoodOfIt() {
        return words.stream().anyMatch(w -> GLAD.contains(w) || SAID_OF_IT.contains(w));
    }

    private boolean isBorne(int verb) {
        return clause.subList(verb, Math.min(clause.size(), verb + 3)).stream()
                        .anyMatch(t -> BORNE.contains(Words.lower(t)))
                || Words.lower(clause.get(0)).startsWith("im");
    }

    private boolean isUnable(int verb) {
        return clause.subList(verb, clause.size()).stream()
                .map(Words::lower)
                .anyMatch(w -> UNABLE.contains(w) || BORNE.contains(w));
    }
}
