package dev.toward.http.languagetool;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What another LanguageTool says of a text, as far as it has the form that clients rely on: what has not would be taken for our own words, and
 * clients fail on it.
 *
 * @param matches each at a place in the text, with a message and a rule
 * @param language or null, as are the others, where nobody was asked or nothing of that form was told
 * @param incomplete why something is missing, or null
 */
record Theirs(
        List<JsonNode> matches,
        @Nullable JsonNode language,
        @Nullable JsonNode sentenceRanges,
        @Nullable JsonNode extendedSentenceRanges,
        @Nullable JsonNode ignoreRanges,
        @Nullable String incomplete) {
    private static final String STRANGE = "The LanguageTool behind did not answer as a LanguageTool does.";

    Theirs {
        matches = List.copyOf(matches);
    }

    /** @param length of the text as it was sent */
    static Theirs of(Upstream.Answer answer, int length) {
        JsonNode json = answer.answer();
        if (json == null) {
            return new Theirs(List.of(), null, null, null, null, answer.incomplete());
        }
        List<JsonNode> matches = new ArrayList<>();
        json.path("matches").forEach(match -> {
            if (isMatch(match, length)) {
                matches.add(match);
            }
        });
        boolean whole = json.path("matches").isArray()
                && matches.size() == json.get("matches").size();
        return new Theirs(
                matches,
                part(json, "language", Theirs::isLanguage),
                part(json, "sentenceRanges", ranges -> isListOf(ranges, Theirs::isPair)),
                part(json, "extendedSentenceRanges", ranges -> isListOf(ranges, JsonNode::isObject)),
                part(json, "ignoreRanges", ranges -> isListOf(ranges, JsonNode::isObject)),
                whole ? answer.incomplete() : STRANGE);
    }

    private static boolean isMatch(JsonNode match, int length) {
        JsonNode offset = match.path("offset");
        JsonNode marked = match.path("length");
        return offset.isInt()
                && marked.isInt()
                && offset.intValue() >= 0
                && marked.intValue() >= 0
                && marked.intValue() <= length - offset.intValue()
                && match.path("message").isTextual()
                && match.at("/rule/id").isTextual();
    }

    private static boolean isLanguage(JsonNode language) {
        return language.path("name").isTextual() && language.path("code").isTextual();
    }

    private static boolean isPair(JsonNode range) {
        return range.isArray()
                && range.size() == 2
                && range.get(0).isInt()
                && range.get(1).isInt();
    }

    private static boolean isListOf(JsonNode list, Predicate<JsonNode> form) {
        return list.isArray() && list.valueStream().allMatch(form);
    }

    private static @Nullable JsonNode part(JsonNode json, String field, Predicate<JsonNode> form) {
        JsonNode part = json.path(field);
        return form.test(part) ? part : null;
    }

    /** True for a language as {@code /v2/languages} lists them. */
    static boolean isListedLanguage(JsonNode language) {
        return isLanguage(language) && language.path("longCode").isTextual();
    }

    /** True for a rule as {@code /v2/configinfo} lists them. */
    static boolean isListedRule(JsonNode rule) {
        return rule.path("ruleId").isTextual();
    }
}
