package dev.toward.ledger;

import dev.toward.cue.BidKind;
import java.util.List;
import java.util.Set;

/** An answer so bare that nothing in it takes up what was felt: "k", "lol", "seen it". Thanks and "no worries" are more than that. */
final class BareToken {
    private static final int MOST_WORDS = 3;
    private static final Set<String> BARE = BareWords.listed(
            "k kk ok okay oki okey kay lol lmao lmfao rofl nice cool sure right fine whatever hm hmm mm mhm oh ah meh eh fair yep yeah yup"
                    + " seen it i see saw that idk dunno noted good for you u x haha hah interesting true alright and so");
    private static final Set<String> NOTE = BareWords.listed(
            "k kk ok okay oki okey kay lol lmao lmfao rofl nice cool sure right fine whatever hm hmm mm mhm meh eh fair yep yeah yup"
                    + " seen see saw idk dunno noted interesting true alright good");
    /** To thanks and warm words a plain yes or a laugh is an answer. */
    private static final Set<String> COLD =
            BareWords.listed("k kk ok okay kay lol lmao whatever hm hmm mm meh eh idk dunno noted seen fine");

    private BareToken() {}

    /** Whether the words alone are too little for what was said. */
    static boolean isToo(String text, BidKind kind) {
        return isToo(new Words(text), kind);
    }

    static boolean isToo(Words said, BidKind kind) {
        if (said.hasQuestionMark() || said.text().contains("!")) {
            return false;
        }
        List<String> words = said.bare();
        if (words.isEmpty() || words.size() > MOST_WORDS || !BARE.containsAll(words)) {
            return false;
        }
        return switch (kind) {
            case DISTRESS, GOOD_NEWS, CONFLICT -> words.stream().anyMatch(NOTE::contains);
            case APPRECIATION, AFFECTION, REPAIR -> words.stream().anyMatch(COLD::contains);
            case SHARE -> words.contains("seen") || words.equals(List.of("k"));
            case QUESTION, HELP, NONE -> false;
        };
    }
}
