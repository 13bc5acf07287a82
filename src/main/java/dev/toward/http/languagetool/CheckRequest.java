package dev.toward.http.languagetool;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.toward.cue.Tactic;
import dev.toward.letter.Marks;
import dev.toward.match.Match;
import dev.toward.match.Rule;
import dev.toward.match.Wanted;
import dev.toward.text.Bid;
import dev.toward.text.Span;
import dev.toward.verdict.Fingerprint;
import dev.toward.verdict.Settings;
import dev.toward.verdict.Strictness;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks at {@code /v2/check}.
 *
 * @param language as the client set it, or null to find out
 * @param preferredVariants for a language that is found out
 * @param bid what the text answers, where the request says so itself; {@link Bid#UNKNOWN} where it may stand in the text
 * @param them the first name of the recipient, or null
 * @param addressed true when the request says that the text goes to somebody
 * @param wantsWhole whether to tell what is said of the whole text
 * @param wantsSentences whether to tell what is said of sentences
 * @param settings that the request sets otherwise
 * @param compact whether to answer in few words
 * @param takesIncomplete whether part of an answer is better than none when time runs out
 */
public record CheckRequest(
        MarkedText text,
        @Nullable LanguageCode language,
        List<String> preferredVariants,
        Bid bid,
        @Nullable String them,
        boolean addressed,
        RuleSwitches switches,
        boolean wantsWhole,
        boolean wantsSentences,
        Settings.Change settings,
        boolean compact,
        boolean takesIncomplete) {
    /** The longest text, in UTF-16 code units and without markup. */
    public static final int MOST_CHARACTERS = 40_000;

    /** Fields that are ours: another LanguageTool has no use for them. */
    public static final Set<String> OURS = Set.of("context", "them", "strictness", "ignore", "callback");

    private static final Set<String> LEVELS = Set.of(
            "default",
            "picky",
            "academic",
            "clarity",
            "professional",
            "creative",
            "customer",
            "jobapp",
            "objective",
            "elegant");
    private static final Map<String, String> OLD_NAMES = Map.of(
            "enabled", "enabledRules",
            "disabled", "disabledRules",
            "preferredvariants", "preferredVariants",
            "autodetect", "language=auto");
    private static final JsonMapper JSON = new JsonMapper();

    public static CheckRequest of(Form form) throws Refused {
        for (Map.Entry<String, String> old : OLD_NAMES.entrySet()) {
            if (form.has(old.getKey())) {
                throw new Refused("You specified '" + old.getKey() + "' but the parameter is now called '"
                        + old.getValue() + "' in v2 of the API.");
            }
        }
        MarkedText text = text(form);
        String given = form.text("language");
        if (given.isBlank()) {
            throw new Refused("Missing 'language' parameter, e.g. 'language=en-US', or 'language=auto'.");
        }
        boolean auto = given.equals("auto");
        LanguageCode language = auto ? null : LanguageCode.of(given);
        if (!auto && form.has("noopLanguages")) {
            throw new Refused("You specified 'noopLanguages' but didn't specify 'language=auto'.");
        }
        account(form);
        if (form.has("callback")) {
            throw new Refused("'callback' is not answered here.");
        }
        RuleSwitches switches = RuleSwitches.of(form);
        String level = form.has("level") ? form.text("level") : "default";
        if (!LEVELS.contains(level)) {
            throw new Refused("'level' must be 'default' or 'picky'.");
        }
        String mode = form.has("mode") ? form.text("mode") : "all";
        if (!Set.of("all", "textLevelOnly", "allButTextLevelOnly").contains(mode)) {
            throw new Refused("'mode' must be one of 'all', 'textLevelOnly', 'allButTextLevelOnly'.");
        }
        if (text.plain().length() > MOST_CHARACTERS) {
            throw new Refused(
                    413,
                    "Your text exceeds the limit of " + MOST_CHARACTERS + " characters (it's "
                            + text.plain().length() + " characters). Please submit a shorter text.");
        }
        Bid bid = bid(form, text);
        return new CheckRequest(
                text,
                language,
                form.list("preferredVariants"),
                bid,
                them(form, text),
                bid.isKnown() || text.metaData("EmailToAddress") != null || text.metaData("FullName") != null,
                switches,
                !mode.equals("allButTextLevelOnly"),
                !mode.equals("textLevelOnly"),
                switches.change(strictness(form, level), ignored(form)),
                form.text("c").equals("1"),
                form.text("allowIncompleteResults").equals("true"));
    }

    /** @param marks in what was sent */
    Wanted wanted(Marks marks) {
        return new Wanted() {
            @Override
            public boolean allows(Rule rule, double score) {
                return switches.allow(rule, score);
            }

            @Override
            public boolean silences(Tactic tactic, Span place) {
                return marks.silence(
                        text.inOriginal(place),
                        tactic.id(),
                        Settings.labelOf(tactic).id());
            }

            @Override
            public boolean canGiveWay(Span place) {
                return text.isPlain(place) && (marks.isEmpty() || !isLeftOut(text.inOriginal(place)));
            }

            private boolean isLeftOut(Span sent) {
                return marks.lines().stream().anyMatch(sent::overlaps)
                        || marks.parts().stream().anyMatch(part -> sent.overlaps(part.span()));
            }
        };
    }

    /** Whether to tell of what was found: some ask for what is said of the whole text, some for all but that. */
    boolean wants(Match match) {
        return match.rule().isOfTheWhole() ? wantsWhole : wantsSentences;
    }

    private static MarkedText text(Form form) throws Refused {
        String text = form.get("text");
        String data = form.get("data");
        if (text != null && data != null) {
            throw new Refused("Set only 'text' or 'data' parameter, not both.");
        }
        if (text != null) {
            return MarkedText.of(text);
        }
        if (data != null) {
            return MarkedText.ofData(data);
        }
        throw new Refused("Missing 'text' or 'data' parameter.");
    }

    /** Clients say {@code level=default} where nobody chose a level, so that leaves things as they are here. */
    private static @Nullable Strictness strictness(Form form, String level) throws Refused {
        if (!form.has("strictness")) {
            return level.equals("picky") ? Strictness.PICKY : null;
        }
        try {
            return Strictness.of(form.text("strictness"));
        } catch (IllegalArgumentException e) {
            throw new Refused("'strictness': " + e.getMessage() + ".");
        }
    }

    private static List<Fingerprint> ignored(Form form) throws Refused {
        try {
            return form.list("ignore").stream().map(Fingerprint::parse).toList();
        } catch (IllegalArgumentException e) {
            throw new Refused("'ignore': " + e.getMessage() + ".");
        }
    }

    /** Accounts mean nothing here, but half of one is a mistake that the client should hear of. */
    private static void account(Form form) throws Refused {
        boolean key = form.has("apiKey") || form.has("password");
        if (form.has("username") && !key && !form.has("token") && !form.has("tokenV2")) {
            throw new Refused("'username' was given without 'apiKey' or 'password'.");
        }
        if (key && !form.has("username")) {
            throw new Refused("'apiKey' or 'password' was given without 'username'.");
        }
    }

    /** The field {@code context}, or {@code metaData.context}: a message, or a JSON array of them, oldest first. */
    private static Bid bid(Form form, MarkedText text) throws Refused {
        String field = form.get("context");
        if (field != null) {
            if (!field.stripLeading().startsWith("[")) {
                return Bid.of(field);
            }
            try {
                JsonNode parsed = JSON.readTree(field);
                if (isStrings(parsed)) {
                    return bid(parsed);
                }
            } catch (JsonProcessingException e) {
                // a message may well begin with a bracket
            }
            return Bid.of(field);
        }
        JsonNode meta = text.metaData("context");
        if (meta == null) {
            return Bid.UNKNOWN;
        }
        if (!meta.isTextual() && !isStrings(meta)) {
            throw new Refused("'context' in 'metaData' must be a string, or an array of strings, oldest first.");
        }
        return bid(meta);
    }

    private static boolean isStrings(@Nullable JsonNode node) {
        if (node == null || !node.isArray()) {
            return false;
        }
        for (JsonNode each : node) {
            if (!each.isTextual()) {
                return false;
            }
        }
        return true;
    }

    private static Bid bid(JsonNode stringOrStrings) {
        if (stringOrStrings.isTextual()) {
            return Bid.of(stringOrStrings.textValue());
        }
        List<String> utterances = new ArrayList<>();
        stringOrStrings.forEach(each -> utterances.add(each.textValue()));
        return new Bid(utterances);
    }

    private static @Nullable String them(Form form, MarkedText text) {
        JsonNode meta = text.metaData("FullName");
        String full = form.has("them") ? form.text("them") : meta != null && meta.isTextual() ? meta.textValue() : "";
        String first = full.strip().split("\\s+", 2)[0];
        return first.matches("\\p{L}[\\p{L}'\u2019-]{0,30}") ? first : null;
    }
}
