package dev.toward.verdict;

import dev.toward.cue.Tactic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to be told of, and what not. Immutable; threads may share it.
 *
 * @param off tactics that are not told
 * @param ignored wordings that are not told
 */
public record Settings(Strictness strictness, Set<Tactic> off, Set<Fingerprint> ignored) {
    /** What holds where nothing is said: everything above the bars that ship. */
    public static final Settings SHIPPED = new Settings(Strictness.DEFAULT, Set.of(), Set.of());

    public Settings {
        off = Set.copyOf(off);
        ignored = Set.copyOf(ignored);
    }

    /**
     * Part of the settings, as one place gives them; what it does not name stays as it was.
     *
     * @param strictness or null
     * @param on tactics to be told again
     * @param off tactics no longer to be told
     * @param ignored wordings that are not told either
     */
    public record Change(@Nullable Strictness strictness, Set<Tactic> on, Set<Tactic> off, Set<Fingerprint> ignored) {
        /** Changes nothing. */
        public static final Change NONE = new Change(null, Set.of(), Set.of(), Set.of());

        public Change {
            on = Set.copyOf(on);
            off = Set.copyOf(off);
            ignored = Set.copyOf(ignored);
        }

        public boolean isNone() {
            return equals(NONE);
        }

        /**
         * By names: a tactic's id, or {@code dismissive} or {@code minimizing} for all that speak for that label. A tactic named by itself counts
         * for more than its label.
         *
         * @throws IllegalArgumentException for a name that is none, or one that is in both lists; the message repeats neither
         */
        public static Change of(
                @Nullable Strictness strictness,
                Collection<String> enable,
                Collection<String> disable,
                Collection<Fingerprint> ignored) {
            Map<Tactic, Boolean> told = new EnumMap<>(Tactic.class);
            for (boolean labels : List.of(true, false)) {
                Map<Tactic, Boolean> step = new EnumMap<>(Tactic.class);
                enable.forEach(name -> put(step, name, labels, true));
                disable.forEach(name -> put(step, name, labels, false));
                told.putAll(step);
            }
            Set<Tactic> on = EnumSet.noneOf(Tactic.class);
            Set<Tactic> off = EnumSet.noneOf(Tactic.class);
            told.forEach((tactic, is) -> (is ? on : off).add(tactic));
            return new Change(strictness, on, off, Set.copyOf(ignored));
        }

        private static void put(Map<Tactic, Boolean> into, String name, boolean labels, boolean told) {
            List<Tactic> named = named(name);
            if (isLabel(name) == labels) {
                for (Tactic tactic : named) {
                    if (Boolean.valueOf(!told).equals(into.put(tactic, told))) {
                        throw new IllegalArgumentException(
                                "expected each name in enable or in disable, and one is in both");
                    }
                }
            }
        }
    }

    /**
     * The tactics that a name stands for: one, or all that speak for a label.
     *
     * @throws IllegalArgumentException for a name that is none; the message says what there is
     */
    public static List<Tactic> named(String name) {
        if (isLabel(name)) {
            return List.of(Tactic.values()).stream()
                    .filter(t -> labelOf(t).id().equals(name))
                    .toList();
        }
        for (Tactic tactic : Tactic.values()) {
            if (tactic.id().equals(name)) {
                return List.of(tactic);
            }
        }
        throw new IllegalArgumentException(
                "expected a tactic, as at-least (docs/tactics lists them), or dismissive or minimizing for all of these");
    }

    private static boolean isLabel(String name) {
        return name.equals(Label.DISMISSIVE.id()) || name.equals(Label.MINIMIZING.id());
    }

    /** The label that a tactic speaks for. */
    public static Label labelOf(Tactic tactic) {
        return tactic.way() == Tactic.Way.SHRINKS ? Label.MINIMIZING : Label.DISMISSIVE;
    }

    /** The same after a change. */
    public Settings with(Change change) {
        Set<Tactic> stillOff = EnumSet.noneOf(Tactic.class);
        stillOff.addAll(off);
        stillOff.removeAll(change.on());
        stillOff.addAll(change.off());
        Set<Fingerprint> all = new LinkedHashSet<>(ignored);
        all.addAll(change.ignored());
        return new Settings(change.strictness() == null ? strictness : change.strictness(), stillOff, all);
    }

    /** What wordings that are offered are weighed by: never by less than what ships. */
    Settings forWordings() {
        return strictness == Strictness.GENTLE ? new Settings(Strictness.DEFAULT, off, ignored) : this;
    }

    /** Whether a flag is told whose words are not known. */
    public boolean tells(Label flag) {
        return List.of(Tactic.values()).stream().anyMatch(t -> labelOf(t) == flag && !off.contains(t));
    }

    private boolean tells(Finding finding, String text) {
        return !off.contains(finding.tactic())
                && (ignored.isEmpty()
                        || !ignored.contains(
                                Fingerprint.of(finding.tactic(), finding.span().in(text))));
    }

    /**
     * A verdict with what is not to be told set apart. Without anything left to tell it is none that flags: what was read stands in its scores.
     *
     * @param text that the findings' places are in
     */
    public Verdict.Decided applied(Verdict.Decided verdict, String text) {
        if (!verdict.label().isFlag() || (off.isEmpty() && ignored.isEmpty())) {
            return verdict;
        }
        List<Finding> told = new ArrayList<>();
        List<Finding> unsaid = new ArrayList<>();
        verdict.tactics().forEach(f -> (tells(f, text) ? told : unsaid).add(f));
        if (verdict.tactics().isEmpty() ? !tells(verdict.label()) : told.isEmpty()) {
            Scores scores = verdict.scores();
            Label label = scores.validating() > scores.neutral() ? Label.VALIDATING : Label.NEUTRAL;
            Turn turn = label == Label.VALIDATING ? Turn.TOWARD : Turn.NONE;
            return new Verdict.Decided(label, scores, turn, verdict.bid(), List.of(), List.of(), unsaid);
        }
        if (unsaid.isEmpty()) {
            return verdict;
        }
        boolean stays = told.stream().anyMatch(f -> labelOf(f.tactic()) == verdict.label());
        Finding surest =
                told.stream().max(Comparator.comparingDouble(Finding::score)).orElseThrow();
        Label label = stays ? verdict.label() : labelOf(surest.tactic());
        Tactic.Way way = verdict.turn() == Turn.AGAINST ? Tactic.Way.AGAINST : Tactic.Way.AWAY;
        boolean turnStays = told.stream().anyMatch(f -> f.tactic().way() == way);
        boolean against = label == Label.DISMISSIVE && (way == Tactic.Way.AGAINST) == turnStays;
        return new Verdict.Decided(
                label,
                verdict.scores(),
                against ? Turn.AGAINST : Turn.AWAY,
                verdict.bid(),
                told,
                verdict.gestures(),
                unsaid);
    }
}
