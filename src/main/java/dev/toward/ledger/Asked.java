package dev.toward.ledger;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a sentence asks for: something about the one who is asked, advice or a favour, company, or how and when things are done
 * (taxonomy, section 3: logistics are no bid). Told by turns of phrase; chats leave out question marks.
 */
enum Asked {
    /** It is no question. */
    NOTHING,
    /** Times, places, things, who comes, errands. */
    LOGISTICS,
    /** How the other one is, what they did, felt, think. */
    ABOUT_THEM,
    /** Advice, or a favour that takes more than an errand. */
    HELP,
    /** To do something together. */
    COMPANY,
    /** A question with no sign of any. */
    UNTOLD;

    private static final int FLAGS = Pattern.CASE_INSENSITIVE;
    private static final String YOU = "(?:you|u|ya|y'all|yous)";

    private static final Pattern ASKS = Pattern.compile(
            "\\?\\W*$|^\\W*(?:(?:so|and|but|ok|okay|hey|hi|oh|well|btw|also|um|random|quick question|question|guys|morning|wait|now|sorry|thanks|yes|no) *[,:!]* +)*"
                    + "(?:(?:what|who|whos|which|why|how|hows|whose|did|do|does|are|is|was|were|have|has|can|could|will|would|should|shall)\\b(?!'t)"
                    + "|wanna\\b|want to\\b|fancy\\b|any (?:idea|news|chance|tips|advice|recommendations|update|luck)|any(?:one|body) |guess what|u ok|"
                    + YOU
                    + " (?:ok|awake|alright|around|free|home|up)\\b)"
                    + "|^\\W*(?:when|where)\\b(?:\\W+\\w+){1,6}\\W*$"
                    + "|^\\W*\\w+[,!]? (?:(?:can|could|would|will|did|are|do) " + YOU
                    + "\\b|how (?:are|is|did|was|were)\\b|what (?:are|do|did|is|time)\\b)",
            FLAGS);
    /** "What a day", "how lovely", "have fun", "will do": none asks. */
    private static final Pattern EXCLAIMS = Pattern.compile(
            "^\\W*(?:what (?:a|an|the) |how (?:lovely|nice|cute|sweet|awful|exciting|annoying|rude|weird|funny|kind|wonderful|amazing|horrible|cool|sad)\\b"
                    + "|have (?:a|an|fun|to)\\b|had |will (?:do|get|be|bring|send|call|let|try)\\b|do (?:it|not)\\b|did (?:it|the|my|a|some)\\b|could (?:murder|do|not)\\b|can (?:do|not)\\b"
                    + "|which (?:is|was|means|i)\\b|who knew|what i\\b|how (?:he|she|they|it) |was (?:so|really|not|at|in)\\b|is (?:so|it just|what)\\b|are (?:so)\\b)[^?]*$",
            FLAGS);
    /** To do something together; more than an offer to help. */
    private static final Pattern INVITES = Pattern.compile(
            "(?:^|[.!?,] *)(?:so |and |hey )?(?:wanna|want to|fancy|come (?:over|round|with))\\b", FLAGS);

    private static final Pattern CARES = Pattern.compile(
            "\\bhow (?:are|r|is|was|were|did|have|has|'?s|come)\\b(?!.*\\b(?:we (?:getting|doing|paying)|do i|that spelt|that spelled)\\b)|\\bhow'?s\\b|\\bhow'?d\\b|\\bhow do(?:es)? "
                    + YOU + " feel|\\bhow about " + YOU + "|\\bwhat about " + YOU
                    + "|\\b(?:are|r)? ?" + YOU
                    + " (?:feeling|ok|okay|alright|all right|good|well|awake|better|nervous|excited|mad|angry|upset|worried|happy|coping|managing|surviving|holding|still up|up for)\\b"
                    + "|\\b(?:everything|all) (?:ok|okay|good|alright|well)\\b|\\bwhat'?s (?:up|wrong|new|going on|happening|the matter|on your mind|it like)\\b"
                    + "|\\bwhat (?:happened|is (?:up|wrong|going on|it like)|was it like|did " + YOU
                    + " (?:think|do|say|feel|make|wear|see|learn|dream)|do " + YOU
                    + " (?:think|feel|like|love|miss))\\b"
                    + "|\\b(?:did|do|have|had) " + YOU
                    + " (?:manage to )?(?:sleep|slept|get (?:any|some|enough|home|there|through|much|the job|in\\b|your results|to (?:sleep|rest|see))|have (?:a |any )?(?:good|nice|fun|nap|rest)|enjoy|like|rest|eat|eaten|watch|see|ever|miss|hear|survive|feel|remember when|tell (?:him|her|them|your)|meet|make it)\\b"
                    + "|\\b(?:any|head|feeling|back|leg|knee|throat|tummy) better\\b|\\bhow did .* go\\b|\\bdid (?:it|he|she|they|the \\w+|your \\w+) (?:go|get back|work|say|call|come back|like|go ok)\\b"
                    + "|\\bany news\\b|^\\W*so\\W*\\?+|\\btell me (?:everything|all|more|about)\\b|\\bguess what\\b|\\bwho is (?:it|he|she)\\b|\\bwhy\\b"
                    + "|\\b(?:where (?:are|r) " + YOU
                    + " from|did " + YOU + " grow up)\\b|\\bbest (?:bit|part)\\b|\\bhow (?:many|much|long) .* " + YOU
                    + " (?:sleep|feel)|\\bis (?:your \\w+|he|she|everyone|everybody) (?:ok|okay|alright|any better|better|home|well)\\b|\\bare (?:they|we) (?:ok|okay|alright|good)\\b",
            FLAGS);
    private static final Pattern HELPS = Pattern.compile(
            "\\bany (?:idea|ideas|tips|advice|recommendations?|suggestions?|thoughts)\\b|\\bhow (?:do|would|can|should) (?:i|you|u|we|one)\\b(?! feel)|\\bhow to\\b|\\bwhat (?:should|shall|would|do|can|else can) i\\b|\\bshould i\\b"
                    + "|\\bwhat would " + YOU + " do\\b|(?<!what )\\bdo " + YOU
                    + " (?:think|reckon|know (?:how|a|any|someone|anyone|if it))\\b|\\bam i\\b"
                    + "|\\b(?:does )?(?:any(?:one|body)|someone|somebody) (?:know|remember|have|got|want|recommend|able|lend|else)\\b|\\bdoes anyone\\b|\\banyone (?:got|know|want)\\b"
                    + "|\\b(?:can|could|would|will) (?:" + YOU
                    + "|someone|anyone|somebody) (?:please |pls |just |maybe |possibly )?(?:help|explain|show|teach|listen|talk|come (?:with|over|round)|stay|sit|cover|look (?:at|over)|read|proofread|give me a (?:hand|lift|ride|hug)|be there|swap|advise|have a look|mind|watch|lend|walk|tell me (?:how|what|if))\\b"
                    + "|\\bhelp me\\b|\\b(?:give|lend) me a hand\\b|\\bfavou?r\\b|\\bis it (?:normal|weird|wrong|bad|just me|ok|okay)\\b|\\bwhich (?:one|is better|would|do you (?:prefer|like|think))\\b"
                    + "|\\b(?:want|wanna|fancy|up for|feel like|(?:do|would|did) " + YOU
                    + " (?:want|like|fancy|mind)) (?:(?:to|me to|a|an|some) )?(?:\\w+ ){0,3}?(?:with me|with us|together|over|round|company|walk|coffee|tea|drink|pint|lunch|dinner|breakfast|brunch|talk|chat|call|hug|some (?:tonight|tomorrow)|come|go|bring you|do something|hang|watch|join|meet|rant|vent|help|hand|soup)\\b"
                    + "|\\bare " + YOU
                    + " (?:free|around|about) .*\\b(?:with me|to (?:talk|come|help|go|look)|for a)\\b|\\bcan (?:i|we) (?:please |pls |just )?(?:talk|call|come|tell|ask|borrow|vent|rant|finish|start over)\\b",
            FLAGS);
    private static final Pattern ARRANGES = Pattern.compile(
            "\\bwhat (?:time|day|date|size|number|address|room|platform|channel|colou?r)\\b|^\\W*(?:\\w+\\W+){0,2}(?:when|where|whos|who's|who is (?:in|coming|driving|bringing)|which (?!one|is better|would))\\b"
                    + "|\\bhow (?:much|many|long|far|big|late|early|often)\\b|\\bwhat(?:'s| is| was| are)? (?:the|our|ur|your) (?:time|address|code|password|pin|number|name|plan|date|wifi|eta|email|size|surname|password|order|budget|postcode|zip)\\b"
                    + "|\\bwhat (?:are|do|shall|should|did|were) we\\b|\\b(?:can|could|shall|should|will|are|do|did|is|were|do) we\\b(?! (?:please |pls |just |ever )?(?:ok|okay|good|still friends|talk|alright|fighting|finish|start over|going to get past|discuss))"
                    + "|\\b(?:do|did|have|has) " + YOU
                    + " (?:still |already |ever )?(?:have|got|need|want|bring|take|pay|book|booked|lock|feed|order|ordered|buy|post|send|sent|pick|put|turn|leave|left|check|print|move|find|finish|submit|sign|reply|seen? (?:my|the)|know (?:where|when|if|what time|the|who))\\b(?! (?:a |any |to )?(?:talk|help|company|chat|hug|me\\b|someone|to ))"
                    + "|\\b(?:can|could|will|would|cld) (?:" + YOU
                    + "|someone|anyone|somebody) (?:please |pls |plz |just |maybe |also |quickly |possibly )*(?:grab|get|send|bring|check|book|pick|order|forward|print|put|take|buy|feed|let|lock|leave|post|drop|text|pass|save|share|remind|move|turn|close|open|reply|confirm|sign|add|update|ring|call|do|make|collect|fetch|email|pay|transfer|water|set|find|see if|ask)\\b"
                    + "|\\b" + YOU
                    + " (?:home|there|in|free|around|coming|near|here|at|on (?:your|ur) way|outside|left)\\W*$|\\beta\\b|\\b(?:still )?on for\\b|\\banyone (?:in|coming|driving|free|around|home|seen)\\b|\\bneed anything\\b|\\banything (?:from|at) the\\b"
                    + "|\\b(?:are|r) " + YOU
                    + " (?:still )?(?:coming|going|bringing|driving|working|in\\b|home|joining|around|picking|leaving|ready|on (?:your|the))\\b|\\bdid "
                    + YOU
                    + " (?:get|ask|see) (?:the|my|that|his|her)\\b|\\bwhat are " + YOU + " bringing\\b"
                    + "|^\\W*(?:is|are|was|were|does|do|has|have) (?:the|there|it|this|that|my|these|those|dinner|practice|school|work|class)\\b|\\bcan i (?:get|have|use|park|leave|take|bring|drop)\\b|\\bshall i (?:get|bring|book|order|put|pick|leave|meet)\\b|\\bsee (?:you|u) (?:at|then|there|on)\\b"
                    + "|\\bis (?:the|it|that|there|this|everyone (?:in|coming)|anyone (?:in|coming|home))\\b(?! (?:normal|weird|wrong|bad|just me))",
            FLAGS);
    private static final Pattern MENTION = Pattern.compile("^\\W*@\\S+\\s+");
    private static final Pattern THEM = Pattern.compile("\\b(?:" + YOU + "|your|ur|yours|urself|yourself)\\b", FLAGS);
    private static final int BARE_QUESTION = 4;

    /** What one sentence asks. */
    static Asked in(String sentence) {
        String plain =
                MENTION.matcher(sentence.replace('’', '\'')).replaceFirst("").toLowerCase(Locale.ROOT);
        if (!asks(plain) || EXCLAIMS.matcher(plain).lookingAt()) {
            return NOTHING;
        }
        if (HELPS.matcher(plain).find()) {
            return INVITES.matcher(plain).find() ? COMPANY : HELP;
        }
        if (CARES.matcher(plain).find()) {
            return ABOUT_THEM;
        }
        if (ARRANGES.matcher(plain).find()) {
            return LOGISTICS;
        }
        if (THEM.matcher(plain).find()) {
            return ABOUT_THEM;
        }
        return BareWords.of(plain).size() <= BARE_QUESTION ? LOGISTICS : UNTOLD;
    }

    /** Without a question mark only its beginning can show it. */
    private static boolean asks(String plain) {
        return plain.indexOf('?') >= 0
                ? ASKS.matcher(plain).find()
                : ASKS.matcher(plain).lookingAt();
    }
}
