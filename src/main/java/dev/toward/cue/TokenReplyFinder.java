package dev.toward.cue;

import dev.toward.annotate.Parsed;
import dev.toward.text.Draft;
import dev.toward.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds a bare token as the whole reply ("k", "nice", a thumbs-up) to a bid that carries feeling or news. Without a bid a token
 * is never a cue: most are the right answer to something (taxonomy, rules 1 and 2).
 */
final class TokenReplyFinder implements CueFinder {
    private static final Set<String> TOKENS = Set.of(
            "k",
            "kk",
            "kay",
            "ok",
            "okay",
            "oki",
            "cool",
            "nice",
            "lol",
            "lmao",
            "noted",
            "fine",
            "sure",
            "right",
            "righto",
            "good",
            "great",
            "hm",
            "hmm",
            "mm",
            "mhm",
            "mmhm",
            "oh",
            "ah",
            "yeah",
            "yep",
            "yup",
            "ya",
            "meh",
            "fair",
            "seen",
            "understood",
            "received",
            "lovely",
            "sweet",
            "brill",
            "gj",
            "gn",
            "thx",
            "damn",
            "bummer",
            "yikes",
            "haha",
            "ha",
            "mood",
            "ik",
            "np",
            "nah",
            "awesome",
            "sorted",
            "alright",
            "aight",
            "grand",
            "fab",
            "ace",
            "neat",
            "thanks",
            "cheers",
            "gotcha",
            "idk",
            "dunno",
            "shame",
            "whoops",
            "eh");

    private static final Set<String> PHRASES = Set.of(
            "that's nice",
            "thats nice",
            "that's good",
            "thats good",
            "that's great",
            "thats great",
            "that's cool",
            "thats cool",
            "good for you",
            "how nice",
            "got it",
            "seen it",
            "oh well",
            "oh dear",
            "fair enough",
            "no worries",
            "aye good",
            "best wishes",
            "that's wild",
            "thats wild",
            "good one",
            "nice one",
            "nice 1",
            "good job",
            "well done",
            "that sucks",
            "thats rough",
            "that's rough",
            "too bad",
            "oh right",
            "i see",
            "ah ok",
            "oh ok",
            "yeah ok",
            "gr8",
            "all good",
            "noted thanks",
            "ok great",
            "ok cool",
            "ok good");

    private static final Set<String> EMOJI =
            Set.of("👍", "👌", "🙂", "🆗", "🤷", "😐", "🙄", "👏", "😬", "😕", "🤏", "😂");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}']+");

    /** Thanks that close a message and hold no more than the token before them. */
    private static final Set<String> FILLERS =
            Set.of("x", "xx", "xo", "hun", "hon", "dear", "mate", "bro", "babe", "then", "lol", "haha");

    @Override
    public Tactic tactic() {
        return Tactic.TOKEN_REPLY;
    }

    @Override
    public List<Cue> find(Draft draft, Parsed reply) {
        if (!isToken(draft.text()) && reply.matches(tactic().id()).isEmpty()) {
            return List.of();
        }
        String stripped = draft.text().strip();
        if (stripped.isEmpty() || !Stakes.felt(draft.bid())) {
            return List.of();
        }
        int start = draft.text().indexOf(stripped);
        return List.of(new Cue(tactic(), new Span(start, start + end(stripped)), Set.of()));
    }

    /** A closing full stop is no part of the token. */
    private static int end(String text) {
        int end = text.length();
        while (end > 1 && ".!,".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    private static boolean isToken(String text) {
        String plain = text.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
        if (plain.contains("?")) {
            return false;
        }
        List<String> words = new ArrayList<>();
        for (Matcher m = WORD.matcher(plain); m.find(); ) {
            words.add(collapsed(m.group()));
        }
        if (words.isEmpty()) {
            return EMOJI.stream().anyMatch(plain::contains)
                    && plain.codePoints()
                                    .filter(c -> c > 0x2000 && c != 0xFE0F && c != 0x200D)
                                    .count()
                            <= 3;
        }
        if (words.size() > 4) {
            return false;
        }
        List<String> core = words.stream().filter(w -> !FILLERS.contains(w)).toList();
        if (core.isEmpty()) {
            core = words.subList(0, 1);
        }
        return PHRASES.contains(String.join(" ", core)) || (core.size() <= 2 && TOKENS.containsAll(core));
    }

    private static String collapsed(String word) {
        return word.replaceAll("(.)\\1{2,}", "$1").replaceAll("^(ha){2,}h?$", "haha");
    }
}
