package dev.toward.http.languagetool;

import dev.toward.cue.Tactic;
import dev.toward.match.Rule;
import dev.toward.verdict.Fingerprint;
import dev.toward.verdict.Settings;
import dev.toward.verdict.Strictness;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which rules a request wants to hear of, and from which score on. */
record RuleSwitches(
        Set<String> enabledRules,
        Set<String> disabledRules,
        Set<String> enabledCategories,
        Set<String> disabledCategories,
        boolean enabledOnly,
        Map<String, Integer> percent) {
    private static final int MOST_VALUES = 1000;

    static RuleSwitches of(Form form) throws Refused {
        String only = form.text("enabledOnly");
        RuleSwitches switches = new RuleSwitches(
                distinct(form, "enabledRules"),
                distinct(form, "disabledRules"),
                distinct(form, "enabledCategories"),
                distinct(form, "disabledCategories"),
                only.equals("true") || only.equals("yes"),
                percent(form));
        if (switches.enabledOnly) {
            if (!switches.disabledRules.isEmpty() || !switches.disabledCategories.isEmpty()) {
                throw new Refused("You cannot specify disabled rules or categories using enabledOnly=true.");
            }
            if (switches.enabledRules.isEmpty() && switches.enabledCategories.isEmpty()) {
                throw new Refused("You must specify enabled rules or categories when using enabledOnly=true.");
            }
        }
        return switches;
    }

    private static Set<String> distinct(Form form, String field) {
        return Set.copyOf(form.list(field));
    }

    private static Map<String, Integer> percent(Form form) throws Refused {
        Map<String, Integer> percent = new HashMap<>();
        for (String value : form.list("ruleValues")) {
            int colon = value.indexOf(':');
            if (colon < 1 || !value.substring(colon + 1).matches("-?[0-9]{1,9}") || percent.size() >= MOST_VALUES) {
                throw new Refused("'ruleValues' must be a comma list of RULE_ID:NUMBER.");
            }
            percent.put(value.substring(0, colon), Integer.parseInt(value.substring(colon + 1)));
        }
        return Map.copyOf(percent);
    }

    /** @param score 0 to 1 */
    boolean allow(Rule rule, double score) {
        if (100 * score < percent.getOrDefault(rule.id(), 0)) {
            return false;
        }
        if (disabledRules.contains(rule.id())) {
            return false;
        }
        boolean named = enabledRules.contains(rule.id());
        if (enabledOnly) {
            return named || enabledCategories.contains(Rule.CATEGORY);
        }
        return named || !disabledCategories.contains(Rule.CATEGORY);
    }

    /** The same for whoever reads: what is not told there does not hide what stands beside it. */
    Settings.Change change(@Nullable Strictness strictness, List<Fingerprint> ignored) {
        Set<Tactic> on = EnumSet.noneOf(Tactic.class);
        Set<Tactic> off = EnumSet.noneOf(Tactic.class);
        for (Tactic tactic : Tactic.values()) {
            Rule rule = Rule.of(tactic);
            if (!allow(rule, 1)) {
                off.add(tactic);
            } else if (enabledOnly || enabledRules.contains(rule.id()) || enabledCategories.contains(Rule.CATEGORY)) {
                on.add(tactic);
            }
        }
        return new Settings.Change(strictness, on, off, Set.copyOf(ignored));
    }
}
