package dev.toward;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.languagetool.JLanguageTool;
import org.languagetool.Languages;
import org.languagetool.rules.Rule;
import org.languagetool.rules.RuleMatch;

/**
 * A judge of grammar that is not ours: LanguageTool, American English, by its rules alone. It takes seconds to load and serves one
 * thread at a time, so all tests share this one. It finds what breaks a rule it has, not all that a reader would stumble over.
 *
 * <p>What it is asked for: grammar and agreement, words taken for one another, misspelt forms of little words, prepositions that do
 * not go with their word; and by single rules <i>a</i> before a vowel, a word twice, full stops and blanks out of place, brackets and
 * quotes left open, and a sentence without its capital. What is not asked: its taste (style, redundancy, repetition, hyphens,
 * capitals of brands) and its commas, which it wants after <i>Of course</i> and <i>Oh</i> and before each <i>and</i>, where
 * people who write to one another have none.
 */
final class GrammarJudge {
    private static final Set<String> CATEGORIES = Set.of("GRAMMAR", "CONFUSED_WORDS", "TYPOS", "COLLOCATIONS");

    private static final Set<String> CAPITALS = Set.of("UPPERCASE_SENTENCE_START", "I_LOWERCASE");

    private static final Set<String> RULES = Set.of(
            "UPPERCASE_SENTENCE_START",
            "EN_A_VS_AN",
            "ENGLISH_WORD_REPEAT_RULE",
            "DOUBLE_PUNCTUATION",
            "COMMA_PERIOD",
            "COMMA_PARENTHESIS_WHITESPACE",
            "CONSECUTIVE_SPACES",
            "SENTENCE_WHITESPACE",
            "EN_UNPAIRED_BRACKETS",
            "EN_UNPAIRED_QUOTES");

    /** Rules of those categories that were wrong wherever they spoke up about phrases and rewritten drafts. */
    private static final Set<String> WRONG = Set.of(
            // a dictionary: names, nana, blindsided
            "MORFOLOGIK_RULE_EN_US",
            // "If it would help, we could …" is courtesy, not a condition
            "CONDITIONAL_CLAUSE",
            // takes the you of "about that photo from you" and "what happened to you" for your
            "YOUR_YOU_2",
            // a trademark; people write wifi
            "WIFI");

    private static final JLanguageTool TOOL = new JLanguageTool(Languages.getLanguageForShortCode("en-US"));

    private GrammarJudge() {}

    /**
     * A mistake.
     *
     * @param rule LanguageTool's id of the rule that it breaks
     * @param words the words that do, in lower case
     */
    record Finding(String rule, String words) {
        @Override
        public String toString() {
            return rule + " (" + words + ")";
        }
    }

    /** The mistakes in a text, in their order. */
    static List<Finding> findings(String text) {
        List<Finding> findings = new ArrayList<>();
        for (RuleMatch match : matches(text)) {
            if (isAsked(match.getRule())) {
                String words = text.substring(match.getFromPos(), match.getToPos());
                findings.add(new Finding(match.getRule().getId(), words.toLowerCase(Locale.ROOT)));
            }
        }
        return findings;
    }

    /**
     * The mistakes in a rewritten draft, anywhere in it, that the draft had not. Capitals are asked of no one whose draft has none.
     */
    static List<Finding> newFindings(String draft, String rewritten) {
        Set<Finding> had = new HashSet<>(findings(draft));
        boolean lowerCase = draft.equals(draft.toLowerCase(Locale.ROOT));
        return findings(rewritten).stream()
                .filter(f -> !had.contains(f) && !(lowerCase && CAPITALS.contains(f.rule())))
                .toList();
    }

    private static boolean isAsked(Rule rule) {
        return (CATEGORIES.contains(rule.getCategory().getId().toString()) || RULES.contains(rule.getId()))
                && !WRONG.contains(rule.getId());
    }

    private static List<RuleMatch> matches(String text) {
        synchronized (TOOL) {
            try {
                return TOOL.check(text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
