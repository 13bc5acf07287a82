package dev.toward.ledger;

import java.util.List;
import java.util.Set;

/**
 * Short words that take note of what was said and bring nothing of their own: "ok", "ta", "haha true", "yes please, thank you". Thanks that
 * name what they are for are no acknowledgement.
 */
final class Acknowledgement {
    private static final int MOST_WORDS = 8;

    private static final Set<String> TAKES_NOTE = BareWords.listed(
            "ok okay okey oki k kk okie alright right fine yes yep yup yeah yea ya ye yh aye sure no nope nah not never "
                    + "cool nice great good perfect lovely brilliant excellent awesome amazing grand sweet sound fab super sorted done deal noted booked "
                    + "ordered paid sent got gotcha understood agreed same ditto true fair exactly indeed totally absolutely definitely obviously "
                    + "obvs ofc course thanks thank thx ty tysm cheers ta tnx thankyou please pls plz welcome np nw worries problem "
                    + "anytime always haha hahaha hahahaha hah ha hehe lol lmao lmfao rofl omg oh ooh ah aah aw aww ahh hm hmm hmmm mm mhm mmm wow whoa phew yay "
                    + "woo woohoo hooray yikes oof ugh bless classic legend genius hero star angel omw coming soon later in out me too x xx xxx xo xoxo "
                    + "see will do can't cant wait that's thats it's its it is all for you u so much very well then too a an the of i i'll i'm im "
                    + "one mins min minutes two five ten 2 5 10 both either neither maybe perhaps possibly probably guess suppose think hope know "
                    + "wicked ace smashing jolly mate love babe hun honey darling dear pal bro dude sis boss captain nurse chef man girl "
                    + "point works fits idea plan thing kidding joking jk be there now and but or yet");

    /** What must be among them, else a sentence of small words ("I love you so much") would be one. */
    private static final Set<String> NOTE = BareWords.listed(
            "ok okay okey oki k kk okie alright right fine yes yep yup yeah yea ya ye yh aye sure no nope nah cool nice great good perfect lovely brilliant excellent "
                    + "awesome amazing grand sweet sound fab super sorted done deal noted booked ordered paid sent gotcha understood agreed same ditto true fair "
                    + "exactly indeed totally absolutely definitely obviously obvs ofc course thanks thank thx ty tysm cheers ta tnx thankyou np nw "
                    + "worries problem anytime always haha hahaha hahahaha hah ha hehe lol lmao lmfao rofl omg oh ooh ah aah aw aww ahh hm hmm hmmm mm mhm mmm "
                    + "wow whoa phew yay woo woohoo hooray yikes oof bless classic legend genius omw wicked ace smashing maybe perhaps possibly probably "
                    + "in out coming me both either neither kidding");

    private static final Set<String> WARM = Set.of("love", "hope", "sorry", "miss");

    private Acknowledgement() {}

    static boolean is(String text) {
        return new Words(text).takesNote();
    }

    /** @param words of a text without a question mark */
    static boolean is(List<String> words) {
        if (words.isEmpty()) {
            return true;
        }
        return words.size() <= MOST_WORDS
                && TAKES_NOTE.containsAll(words)
                && words.stream().anyMatch(NOTE::contains)
                && !(words.size() > 2 && words.contains("you") && words.stream().anyMatch(WARM::contains));
    }
}
