package dev.toward.suggest;

import dev.toward.annotate.ParsedToken;
import dev.toward.text.Span;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Small questions to tokens. */
final class Words {
    private static final Set<String> NEGATIONS = Set.of(
            "not", "n't", "n’t", "nt", "never", "no", "nobody", "nothing", "none", "neither", "nor", "without",
            "hardly", "barely", "cannot", "cant", "dont", "isnt", "aint", "wasnt", "wont", "didnt", "doesnt", "arent");
    private static final Set<String> SUBJECT_I = Set.of("i", "im", "i'm", "i’m", "ive", "i've", "i’ve");

    private Words() {}

    static String lower(ParsedToken token) {
        return token.text().toLowerCase(Locale.ROOT);
    }

    static boolean isWord(ParsedToken token) {
        return token.text().codePoints().anyMatch(Character::isLetterOrDigit);
    }

    static boolean isVerb(ParsedToken token) {
        return token.pos().startsWith("VB") || token.pos().equals("MD");
    }

    static boolean negates(ParsedToken token) {
        String word = lower(token);
        return NEGATIONS.contains(word) || word.endsWith("n't") || word.endsWith("n’t");
    }

    static boolean isWriter(ParsedToken token) {
        return SUBJECT_I.contains(lower(token));
    }

    static Span span(List<ParsedToken> tokens) {
        return new Span(
                tokens.get(0).span().start(),
                tokens.get(tokens.size() - 1).span().end());
    }
}
