package dev.toward.ledger;

import dev.toward.text.Message;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something that the writer says they will do for the one they write to: "I'll call you tomorrow", "will send you the photos".
 *
 * @param said the sentence
 * @param day by when; some days later where no word tells
 */
record PromiseWords(String said, Deed deed, LocalDate day) {
    private static final int DAYS = 3;
    private static final int FLAGS = Pattern.CASE_INSENSITIVE;
    private static final String WILL =
            "\\b(?:i'?ll|i will|i'?m (?:gonna|going to)|i can|gonna|will|let me|i promise (?:to|i'?ll)|promise i'?ll|remind me to)\\s+"
                    + "(?:(?:definitely|just|also|try to|try and|def|totally|deffo|properly|probably) )*";
    private static final List<String> BEGINNINGS =
            List.of("ll", "gonna", "going to", "i can", "let me", "promise", "remind me");
    private static final String SPOKEN =
            "(?:good|nice|lovely|great) (?:talk|chat|call|to hear your voice|talking|chatting|to talk)|missed my call|when we (?:spoke|talked)|our (?:call|chat)|after our|hearing your voice";
    private static final String NEVER = "(?!)";
    private static final Pattern UNSURE = Pattern.compile("\\b(?:if|unless|maybe|might)\\b|\\?\\s*$", FLAGS);

    /** What kind of thing is promised, and by what it shows later that it was done. */
    enum Deed {
        CALL(
                "(?:call|ring|phone|facetime|video call|give (?:you|u|ya) a (?:call|ring|bell)) ?(?:you|u|ya)?\\b(?! (?:the|my|him|her|them))",
                "(?:just (?:called|rang|tried)|tried (?:calling|ringing|to call|you)|calling (?:you|u|now)|ringing (?:you|u|now)|on the phone|"
                        + SPOKEN + ")",
                "(?:missed (?:your|ur) call|thanks? (?:you )?for (?:calling|ringing|the call|last night|talking|listening)|"
                        + SPOKEN + ")"),
        SEND(
                "(?:send|forward|email|share|text (?:you|u) (?:the|a|it|my)|drop (?:you|u) (?:the|a)|post|whatsapp) (?:(?:you|u|ya|it|them|that|those|the|a|an|over|some|my|pics?|photos?|along|across)\\b)",
                "(?:(?:have |just |i'?ve |'ve )?sent|here (?:it is|they are|you (?:go|are)|u go)|here'?s|attached|emailed|forwarded|there you go|posted|https?://|www\\.)",
                "(?:(?:got|received) (?:it|them|your|the)|arrived|came through|thanks? (?:you )?(?:so much )?for sending)"),
        TELL(
                "(?:let (?:you|u|ya) know|get back to (?:you|u)|keep (?:you|u) posted|tell (?:you|u) (?:all|everything|how|when|what|more)|report back|update (?:you|u))\\b",
                "(?:ok so|update|turns out|they said|he said|she said|it was so|it went|just heard|found out|confirmed|booked|i can|i can't|we're|news)",
                NEVER),
        BRING(
                "(?:bring (?:you|u|your|it|them|that|those|back|over|round|some over)|lend|drop (?:it|them|that|off|round|over|by)|return|give (?:you|u) (?:it|them|the|your|back)|pick (?:you|u|it|that|some) up|make (?:you|u)|bake|cook (?:you|u|for)"
                        + "|come (?:by|over|round|visit|and|up|down|with)|pop (?:by|over|round|in)|visit|swing by|help (?:you|u)|(?:take|drive) (?:you|u|mum|mom|dad|nan|him|her|them)|look after|stay with|sit with)\\b",
                "(?:brought|dropped|left (?:it|them)|on my way|omw|outside|i'?m here|just parked|be there in|leaving now|took (?:him|her|them|mum|mom|dad|nan))",
                "(?:thanks?|thank you)(?: (?:you|again|both|so much|a million|loads|x))* for (?:coming|bringing|lending|popping|dropping|helping|making|visiting|taking|driving|having|the (?:lift|help|soup|dinner|food|visit|company)|today|yesterday|last night)"
                        + "|(?:good|nice|lovely|great) (?:to see|seeing) (?:you|u)"),
        PAY(
                "(?:pay (?:you|u)|transfer|venmo|paypal|settle up|owe)\\b",
                "(?:sent|paid|transferred|venmo'?d)",
                "(?:got it|thanks for the (?:money|transfer)|received)"),
        LOOK(
                "(?:check|(?:have|take) a (?:proper )?(?:look|word)|look (?:it|that|them|into|for|up|at)|ask (?:my|the|him|her|them|around|at|about|mum|mom|dad|nan)|find (?:you|out|the|that|it)|dig (?:it|them|that|out)|get (?:onto|on to|it (?:done|sorted|fixed))"
                        + "|(?:book|order|sort|fix|chase|cancel|renew|arrange|organi[sz]e|print|mend|finish|return) (?:it|the|us|a|them|that|this|those|one|my|your|out)|do (?:it|that|them|the)|write (?:you|it|that|the|up)|read (?:it|your|the)"
                        + "|(?:ring|call|phone|speak to|talk to|email|text|message) (?:mum|mom|dad|nan|gran|granny|grandma|grandad|her|him|them))\\b",
                "(?:checked|looked|had a (?:look|word)|asked|found|booked|ordered|sorted|fixed|mended|chased|cancell?ed|renewed|arranged|organi[sz]ed|printed|finished|returned|dug|wrote|written|read it|turns out|rang|called|spoke|talked|emailed|texted|messaged"
                        + "|did it|(?:it'?s|all|that'?s) done|(?:they|he|she|mum|mom|dad|nan) said)",
                "(?:thanks?|thank you)(?: (?:you|again|so much|loads|x))* for (?:booking|sorting|fixing|ringing|calling|asking|checking|doing|ordering|chasing|finding|arranging|writing|reading|looking)");

        private final Pattern promised;
        private final Pattern done;
        private final Pattern thanked;

        /**
         * @param done by what words of their own
         * @param thanked by what words of anybody else's
         */
        Deed(String promised, String done, String thanked) {
            this.promised = Pattern.compile(WILL + promised, FLAGS);
            this.done = Pattern.compile("\\b" + done, FLAGS);
            this.thanked = Pattern.compile("\\b(?:" + thanked + ")", FLAGS);
        }

        /** Whether a later message shows that it was done. */
        boolean isDoneBy(Message message, boolean own) {
            if (message.kind() == Message.Kind.CALL) {
                return this == CALL;
            }
            if (message.kind() == Message.Kind.MEDIA) {
                return own && (this == SEND || this == LOOK);
            }
            String text = message.text().replace('’', '\'').toLowerCase(Locale.ROOT);
            return own
                    ? !promised.matcher(text).find() && done.matcher(text).find()
                    : thanked.matcher(text).find();
        }
    }

    static @Nullable PromiseWords in(String text, LocalDateTime now) {
        return in(Dated.all(text, now), now);
    }

    /** The same of a message whose sentences are known. */
    static @Nullable PromiseWords in(List<Dated> sentences, LocalDateTime now) {
        for (Dated one : sentences) {
            String sentence = one.sentence();
            if (!mayPromise(sentence) || UNSURE.matcher(sentence).find()) {
                continue;
            }
            for (Deed deed : Deed.values()) {
                Matcher promised = deed.promised.matcher(sentence);
                if (promised.find() && isToThem(sentence, promised, deed)) {
                    When when = one.when();
                    LocalDate day = when == null ? now.toLocalDate().plusDays(DAYS) : when.to();
                    return new PromiseWords(sentence, deed, day);
                }
            }
        }
        return null;
    }

    /** False where none of the words stands with which every promise begins; to look for them costs little. */
    private static boolean mayPromise(String sentence) {
        String lower = sentence.toLowerCase(Locale.ROOT);
        return BEGINNINGS.stream().anyMatch(lower::contains);
    }

    /** Whether a text with the words of any promise would be looked at for it. */
    static boolean isLookedFor(String text) {
        return mayPromise(text)
                || Arrays.stream(Deed.values())
                        .noneMatch(deed -> deed.promised.matcher(text).find());
    }

    /** "You will send it", "he will call", "can I call": only the writer's own word counts. */
    private static boolean isToThem(String sentence, Matcher promised, Deed deed) {
        String before = sentence.substring(0, promised.start()).toLowerCase(Locale.ROOT);
        String words = promised.group().toLowerCase(Locale.ROOT);
        boolean bare = words.startsWith("will") || words.startsWith("gonna");
        if (bare && !before.isBlank() && !before.matches("(?s).*(?:^|[,.!]|\\b(?:ok|and|yes|yeah|so|but|i))\\s*$")) {
            return false;
        }
        if (deed == Deed.CALL) {
            return words.matches("(?s).*\\b(?:you|u|ya)\\b.*");
        }
        return true;
    }
}
