package dev.toward.ledger;

import java.util.regex.Pattern;

/** A statement of when, where and what, as people who share a day send one another: "on my way", "6pm, I'll bring the plates", "parcel for you". */
final class Notice {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE;
    private static final String TIME =
            "(?:\\d{1,2}[.:]\\d{2}|\\d{1,2} ?(?:am|pm|ish|o'?clock)|(?:at|by|till?|until|between|from|to) \\d{1,2}|noon|midnight|half (?:past )?\\w+|quarter (?:to|past) \\w+|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|tomorrow|tmrw|tonight)";
    private static final Pattern SAYS = Pattern.compile(
            "^\\W*(?:(?:ok|so|hey|hi|btw|just|fyi|nearly|almost|sorry|thanks|thank you|yes|yep|yeah|cool|great|perfect|no worries|sure)[,.!]* )*(?:on (?:my|our|the) way|omw|(?:i'?m |im |we'?re )?(?:here\\b(?!'|’| (?:is|are|you|comes|we))|outside|home|leaving|running (?:\\w+ )?late|parked|on the (?:bus|train|tube)|at the \\w+|stuck in traffic)|be there|there in|see (?:you|u|ya)|eta|back (?:at|in|by)|off to|just (?:parked|left|landed|arrived))\\b"
                    + "|^\\W*" + TIME
                    + "[,.] |^\\W*(?:fyi|reminder|ps|p\\.s\\.)\\b|\\b(?:parcel|package|delivery|key|keys|spare key|post|mail|charger|link|list|code|password|agenda|invite|invoice|form) (?:is|are|for|came|arrived|under|in the|on the)\\b"
                    + "|^\\W*(?:(?:ok|so|thanks|thank you|yes|yep|yeah|cool|great|perfect|sure)[,.!]* )*(?:i'?ll|i will|i can|i'?m going to|gonna|will|let'?s|lets|we'?ll|we can|don'?t forget|remember to|remind me|please|pls|can do|could do|it'?s at|starts at|meet (?:at|me|you)) (?:\\w+ ){0,6}?.{0,40}$"
                    + "|^\\W*(?:the )?(?:\\w+ ){1,4}(?:comes?|goes|go|opens?|closes?|starts?|ends?|leaves?|arrives?|is|are|moved|needs?|wants?) (?:\\w+ ){0,5}?(?:out |on |at |by |between |to |until |till |from |in |back )*"
                    + TIME + "\\b",
            FLAGS);
    /** Where one of these stands, more is said than when and where. */
    private static final Pattern FEELS = Pattern.compile(
            "\\b(?:miss|love|loved|hate|scared|nervous|worried|terrified|dreading|sad|cry|crying|happy|excited|so proud|proud|afraid|sick|hurts?|hurting|awful|horrible|finally|can'?t (?:wait|believe|even|sleep|stop|cope|do this)|grateful|congrat\\w*|funeral|hospital|surgery|died|dying|lost|alone|lonely|exhausted|shattered|tired|ugh|argh|anxious|stressed|panic\\w*|gutted|devastated|furious|annoyed|over the moon|thrilled|dream|amazing|beautiful|gorgeous|lovely|wedding|birthday|baby|interview|exam|results|biopsy|scan|pregnant|engaged|promoted|won|passed|failed|fired|redundant)\\b|!{2,}|😢|😭|🥺|❤|🎉",
            FLAGS);

    private Notice() {}

    static boolean is(String text) {
        return new Words(text).isNotice();
    }

    /** Whether it says when and where, whatever else stands in it. */
    static boolean says(String text) {
        return SAYS.matcher(text.replace('’', '\'')).find();
    }

    /** Whether a feeling or an event of somebody's life stands in the words. */
    static boolean tellsMore(String text) {
        return FEELS.matcher(text.replace('’', '\'')).find();
    }
}
