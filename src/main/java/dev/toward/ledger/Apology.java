package dev.toward.ledger;

import java.util.regex.Pattern;

/** Words that own a fault of the writer's: "sorry I snapped", "my fault". To be sorry for somebody is none. */
final class Apology {
    private static final Pattern OWNS = Pattern.compile(
            "\\b(?:sorry|apologies)(?:,? )(?:that |if |but )?(?:i|i'm|i've|for (?!you|him|her|them|your)|about (?:my|the way|what i|before|earlier|that|last|yesterday|it))\\b"
                    + "|\\bmy (?:fault|bad)\\b|\\bi apologi[sz]e\\b|\\bi was (?:wrong|out of order|unfair|rude|mean|a (?:jerk|dick|prat|cow|pain))\\b|\\byou'?re right\\b.*\\bsorry\\b",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private Apology() {}

    static boolean is(String text) {
        return OWNS.matcher(text.replace('’', '\'')).find();
    }
}
