package dev.toward.lsp;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.toward.cue.Tactic;
import dev.toward.match.Rule;
import dev.toward.match.Wanted;
import dev.toward.verdict.Settings.Change;
import dev.toward.verdict.Strictness;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.jspecify.annotations.Nullable;

/**
 * What the user wants to be told, and how loudly.
 *
 * @param disabled rules that are switched off, by id
 */
record Settings(Strictness strictness, Set<String> disabled, DiagnosticSeverity severity) implements Wanted {
    static final Settings USUAL = new Settings(Strictness.DEFAULT, Set.of(), DiagnosticSeverity.Information);

    private static final Map<String, DiagnosticSeverity> SEVERITIES = Map.of(
            "error", DiagnosticSeverity.Error,
            "warning", DiagnosticSeverity.Warning,
            "information", DiagnosticSeverity.Information,
            "hint", DiagnosticSeverity.Hint);

    Settings {
        disabled = Set.copyOf(disabled);
    }

    /**
     * As an editor sends them: {@code {"strictness": "gentle", "disabledRules": ["MINIMIZING_AT_LEAST"], "severity": "hint"}}, by themselves or
     * under {@code toward}. A rule may be named by its tactic, too. What is not understood stays as it is usually.
     *
     * @param complain is told what was expected, one sentence at a time
     */
    static Settings of(@Nullable Object sent, Consumer<String> complain) {
        if (!(sent instanceof JsonObject whole)) {
            return USUAL;
        }
        JsonObject options = whole.get("toward") instanceof JsonObject ours ? ours : whole;
        return new Settings(
                strictness(options.get("strictness"), complain),
                disabled(options.get("disabledRules"), complain),
                severity(options.get("severity"), complain));
    }

    private static Strictness strictness(@Nullable JsonElement sent, Consumer<String> complain) {
        if (sent == null || sent.isJsonNull()) {
            return USUAL.strictness;
        }
        Optional<Strictness> found = word(sent).flatMap(Settings::strictness);
        if (found.isEmpty()) {
            complain.accept("toward.strictness: expected gentle, default or picky.");
        }
        return found.orElse(USUAL.strictness);
    }

    private static Optional<Strictness> strictness(String name) {
        try {
            return Optional.of(Strictness.of(name));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static DiagnosticSeverity severity(@Nullable JsonElement sent, Consumer<String> complain) {
        if (sent == null || sent.isJsonNull()) {
            return USUAL.severity;
        }
        Optional<DiagnosticSeverity> found = word(sent).map(SEVERITIES::get);
        if (found.isEmpty()) {
            complain.accept("toward.severity: expected error, warning, information or hint.");
        }
        return found.orElse(USUAL.severity);
    }

    private static Set<String> disabled(@Nullable JsonElement sent, Consumer<String> complain) {
        if (sent == null || sent.isJsonNull()) {
            return USUAL.disabled;
        }
        Set<String> disabled = new TreeSet<>();
        boolean understood = sent.isJsonArray();
        if (sent.isJsonArray()) {
            for (JsonElement each : sent.getAsJsonArray()) {
                Optional<Rule> rule = word(each).flatMap(Settings::rule);
                rule.ifPresent(r -> disabled.add(r.id()));
                understood &= rule.isPresent();
            }
        }
        if (!understood) {
            complain.accept("toward.disabledRules: expected a list of rules, as MINIMIZING_AT_LEAST or at-least.");
        }
        return disabled;
    }

    private static Optional<Rule> rule(String name) {
        return Rule.all().stream()
                .filter(rule -> rule.id().toLowerCase(Locale.ROOT).equals(name)
                        || (rule.tactic() != null && rule.tactic().id().equals(name)))
                .findFirst();
    }

    private static Optional<String> word(JsonElement sent) {
        return sent.isJsonPrimitive()
                ? Optional.of(sent.getAsString().strip().toLowerCase(Locale.ROOT))
                : Optional.empty();
    }

    @Override
    public boolean allows(Rule rule, double score) {
        return !disabled.contains(rule.id());
    }

    /** The same for whoever reads: what is not told does not hide what stands beside it. */
    Change change() {
        Set<Tactic> off = EnumSet.noneOf(Tactic.class);
        for (Tactic tactic : Tactic.values()) {
            if (disabled.contains(Rule.of(tactic).id())) {
                off.add(tactic);
            }
        }
        return new Change(strictness, Set.of(), off, Set.of());
    }
}
