package dev.toward.ledger;

import dev.toward.cue.BidKind;
import java.util.regex.Pattern;

/** Warm words given back ("miss you too", "same here", "anytime"), a laugh shared, an invitation gladly taken: short, and yet they meet the bid. */
final class Returned {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE;
    private static final Pattern GIVEN_BACK = Pattern.compile(
            "\\b(?:too|same here|likewise|anytime|any time|always|my (?:pleasure|honou?r)|you'?re welcome|love (?:you|u|it|that|our)|missed? (?:you|u)|aw+|so glad|here for (?:you|u)|what (?:friends|sisters|brothers) are for)\\b",
            FLAGS);
    private static final Pattern LAUGHS_ALONG = Pattern.compile(
            "\\b(?:haha+|hahaha\\w*|lol|lmao|i know|same|love (?:it|that|this)|omg)\\b.*!|[!]{2,}|😂|🤣|😍", FLAGS);
    private static final Pattern TAKEN = Pattern.compile(
            "\\b(?:yes|yeah|yep|god yes|please|would (?:you|u) really)\\b.*\\b(?:please|thank|thanks|kind|love|amazing|lovely|perfect|best|saviour|angel|hero)\\b|\\byes+!|\\b(?:i'?d|would) love\\b",
            FLAGS | Pattern.DOTALL);

    private Returned() {}

    static boolean is(String text, BidKind kind) {
        String plain = text.replace('’', '\'');
        return switch (kind) {
            case AFFECTION, APPRECIATION -> GIVEN_BACK.matcher(plain).find();
            case SHARE, GOOD_NEWS -> LAUGHS_ALONG.matcher(plain).find();
            case HELP -> TAKEN.matcher(plain).find();
            case DISTRESS, QUESTION, REPAIR, CONFLICT, NONE -> false;
        };
    }
}
