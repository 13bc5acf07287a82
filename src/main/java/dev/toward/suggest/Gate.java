package dev.toward.suggest;

import dev.toward.cue.Gesture;
import dev.toward.cue.Tactic;
import dev.toward.phrase.Phrase;
import dev.toward.phrase.Slot;
import dev.toward.phrase.Wording;
import dev.toward.text.Draft;
import dev.toward.text.Span;
import dev.toward.verdict.Finding;
import dev.toward.verdict.Impression;
import dev.toward.verdict.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tries phrases in a draft, one after the other, and lets through what reads warmer. Serves one moment.
 *
 * <p>What is let through first is not flagged and clearly warmer: {@value #WARMER} more probable to be validating than the draft
 * was. When too few are, general phrases fill up, and then those that are at least not flagged. When rewritten drafts go on being
 * flagged, something of what stayed is cold too, and the cut is widened.
 */
final class Gate {
    static final double WARMER = 0.3;

    private static final Pattern MONTHS_AND_DAYS = Pattern.compile(
            "\\b(?:january|february|march|april|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\\b");

    /** So many of the best are looked at before the first is tried, and so many at most of one gesture. */
    private static final int LOOKED_AT = 20;

    private static final int OF_ONE_GESTURE = 4;

    /** So many among the first have different gestures. */
    private static final int DIVERSE = 3;

    private final Moment moment;
    private final Reading reading;
    private final Weights weights;
    private final Style style;
    private final Set<ColdPart.Core> cores = new HashSet<>();
    private final List<Suggestion> chosen = new ArrayList<>();
    private final List<Suggestion> unflagged = new ArrayList<>();
    private final Set<String> tried = new HashSet<>();

    /** By the whole draft, what a quick look said. */
    private final Map<String, Impression> seen = new HashMap<>();

    /** What was said once, a name or what happened, is not said again in the next wording. */
    private final Set<Slot> used = EnumSet.noneOf(Slot.class);

    private Cut cut;
    private int left;
    private int flaggedInARow;

    Gate(Moment moment, Reading reading, Weights weights) {
        this.moment = moment;
        this.reading = reading;
        this.weights = weights;
        this.style = Style.of(moment.draft().text());
        for (Finding finding : moment.verdict().tactics()) {
            cores.add(new ColdPart.Core(finding.tactic(), finding.span()));
        }
        this.left = 3 * moment.wanted() + 2;
        boolean offTopic = !cores.isEmpty() && cores.stream().allMatch(c -> c.tactic() == Tactic.TOPIC_CHANGE);
        // Another topic may come up, after an answer.
        this.cut =
                offTopic && worthAnAnswerFirst() ? ColdPart.before(moment.reply()) : ColdPart.of(moment.reply(), cores);
        Cut paragraphs = ColdPart.paragraphs(moment.reply(), cores);
        if (!cut.equals(paragraphs) && !staysWell()) {
            this.cut = paragraphs;
        }
    }

    /** Whether what is kept can be sent beside warm words: something to the purpose, and not cold by itself. */
    private boolean staysWell() {
        String stays = stays(moment.draft().text());
        if (cut.span().isEmpty()) {
            return Circumstances.isErrand(stays);
        }
        if (!Circumstances.worthKeeping(stays)) {
            return false;
        }
        left--;
        return !reading.of(List.of(moment.draft().with(stays.strip())), false)
                .get(0)
                .label()
                .isFlag();
    }

    private boolean worthAnAnswerFirst() {
        return moment.bid() != null && moment.reply().text().strip().length() > 12;
    }

    /** Where the words go, to begin with. */
    Cut cut() {
        return cut;
    }

    /** The best that pass, of {@code ranked} if there are enough, then of {@code fallback}. */
    List<Suggestion> choose(List<Fit> ranked, List<Fit> fallback, Fillings fillings) {
        take(lookedAt(ranked, fillings), fillings, fallback.isEmpty() ? 0 : moment.wanted());
        take(fallback, fillings, 0);
        for (Suggestion suggestion : unflagged) {
            if (missing() > 0 && isNew(suggestion.gesture())) {
                chosen.add(suggestion);
            }
        }
        // one that fits better may have passed only after others
        return chosen.stream()
                .sorted(Comparator.comparingDouble(Gate::fit).reversed())
                .toList();
    }

    /** The same, the best of them in the order that a quick look gives. */
    private List<Fit> lookedAt(List<Fit> ranked, Fillings fillings) {
        if (moment.danger()) {
            return ranked;
        }
        List<Fit> best = best(ranked);
        List<Draft> words = best.stream()
                .map(fit ->
                        moment.draft().with(suggestion(fit, fillings.texts()).text()))
                .toList();
        List<Impression> impressions = reading.glance(words);
        List<Fit> weighed = new ArrayList<>();
        for (int i = 0; i < best.size(); i++) {
            seen.put(words.get(i).text(), impressions.get(i));
            weighed.add(weights.with(best.get(i), impressions.get(i)));
        }
        weighed.sort(Fit.BEST_FIRST);
        Set<Fit> before = new HashSet<>(best);
        ranked.stream().filter(fit -> !before.contains(fit)).forEach(weighed::add);
        return weighed;
    }

    private static List<Fit> best(List<Fit> ranked) {
        Map<Gesture, Integer> of = new EnumMap<>(Gesture.class);
        return ranked.stream()
                .filter(fit -> of.merge(fit.phrase().gesture(), 1, Integer::sum) <= OF_ONE_GESTURE)
                .limit(LOOKED_AT)
                .toList();
    }

    private static double fit(Suggestion suggestion) {
        return suggestion.parts().values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
    }

    private int missing() {
        return moment.wanted() - chosen.size();
    }

    /** @param reserve readings to leave for each suggestion that would still be missing, and one more */
    private void take(List<Fit> candidates, Fillings fillings, int reserve) {
        Set<Gesture> failed = EnumSet.noneOf(Gesture.class);
        while (missing() > 0 && left > Math.min(reserve, missing() + 1)) {
            List<Fit> batch = batch(candidates, failed, left - Math.min(reserve, missing() + 1));
            if (batch.isEmpty()) {
                if (failed.isEmpty()) {
                    return;
                }
                failed.clear();
                continue;
            }
            tryIn(batch, fillings, failed);
        }
    }

    /** The next to be tried, of different gestures, and as many as are missing: they are read side by side. */
    private List<Fit> batch(List<Fit> candidates, Set<Gesture> failed, int most) {
        List<Fit> batch = new ArrayList<>();
        Set<Gesture> gestures = EnumSet.copyOf(failed);
        Set<Slot> slots = EnumSet.copyOf(used);
        boolean diverse = chosen.size() < DIVERSE;
        if (diverse) {
            chosen.forEach(s -> gestures.add(s.gesture()));
        }
        for (Fit fit : candidates) {
            Phrase phrase = fit.phrase();
            if (batch.size() >= Math.min(missing(), most)) {
                break;
            }
            if (!tried.contains(phrase.id())
                    && !gestures.contains(phrase.gesture())
                    && Collections.disjoint(phrase.slots(), slots)) {
                batch.add(fit);
                slots.addAll(phrase.slots());
                if (diverse) {
                    gestures.add(phrase.gesture());
                }
            }
        }
        return batch;
    }

    private boolean isNew(Gesture gesture) {
        return chosen.size() >= DIVERSE || chosen.stream().noneMatch(s -> s.gesture() == gesture);
    }

    // When a verdict widens the cut, those after it were read in the wrong place, and their turn comes again.
    private void tryIn(List<Fit> batch, Fillings fillings, Set<Gesture> failed) {
        List<Suggestion> suggestions =
                batch.stream().map(fit -> suggestion(fit, fillings.texts())).toList();
        List<Verdict> verdicts = verdicts(suggestions);
        Cut before = cut;
        for (int i = 0; i < batch.size() && cut.equals(before); i++) {
            tried.add(suggestions.get(i).phrase());
            left--;
            if (passes(suggestions.get(i), verdicts.get(i))) {
                chosen.add(suggestions.get(i));
                used.addAll(batch.get(i).phrase().slots());
            } else {
                failed.add(suggestions.get(i).gesture());
            }
        }
    }

    /** Where nothing of the draft is left, the quick look may have been enough. */
    private List<Verdict> verdicts(List<Suggestion> suggestions) {
        boolean whole = cut.isWhole(moment.draft().text());
        List<Draft> asked = new ArrayList<>();
        List<@Nullable Verdict> verdicts = new ArrayList<>();
        boolean fresh = false;
        for (Suggestion suggestion : suggestions) {
            Impression impression =
                    whole ? seen.getOrDefault(suggestion.rewritten(), Impression.NONE) : Impression.NONE;
            verdicts.add(impression.sure());
            if (impression.sure() == null) {
                fresh |= impression == Impression.NONE;
                asked.add(moment.draft().with(suggestion.rewritten()));
            }
        }
        Iterator<Verdict> read = asked.isEmpty()
                ? Collections.emptyIterator()
                : reading.of(asked, whole && fresh).iterator();
        return verdicts.stream()
                .map(verdict -> verdict == null ? read.next() : verdict)
                .toList();
    }

    private boolean passes(Suggestion suggestion, Verdict verdict) {
        if (verdict.label().isFlag()) {
            flaggedInARow++;
            widen(suggestion, verdict);
            return false;
        }
        flaggedInARow = 0;
        double gain = verdict.scores().validating() - moment.verdict().scores().validating();
        if (gain < WARMER && !moment.danger()) {
            unflagged.add(suggestion);
            return false;
        }
        return true;
    }

    private Suggestion suggestion(Fit fit, Map<Slot, String> fillings) {
        Phrase phrase = fit.phrase();
        Draft draft = moment.draft();
        Map<Slot, String> filled = inStyle(fillings);
        Wording wording = phrase.wording();
        String words = wording.fill(filled, style::apply);
        if (wording.opensWithSlot() && !style.lowerCase() && !cut.midSentence() && !opensWithName(phrase, filled)) {
            words = capital(words);
        } else if (cut.midSentence() && !wording.opensWithSlot() && !startsWithI(words)) {
            words = words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
        }
        String text = cut.around(words);
        String rewritten = cut.rewrite(draft.text(), text);
        return new Suggestion(cut.span(), text, rewritten, phrase.gesture(), phrase.id(), fit.parts());
    }

    // Names stay as written; what was taken from the message follows the writer's case.
    private Map<Slot, String> inStyle(Map<Slot, String> fillings) {
        if (!style.lowerCase()) {
            return fillings;
        }
        Map<Slot, String> styled = new EnumMap<>(Slot.class);
        fillings.forEach((slot, text) -> styled.put(slot, slot == Slot.NAME ? text : small(text)));
        return styled;
    }

    // Months and days keep their capital: "march" is a walk.
    private static String small(String text) {
        return MONTHS_AND_DAYS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(m -> capital(m.group()));
    }

    private static boolean opensWithName(Phrase phrase, Map<Slot, String> filled) {
        return phrase.text().startsWith("{name}") && filled.containsKey(Slot.NAME);
    }

    private static String capital(String words) {
        int first = Character.charCount(words.codePointAt(0));
        return words.substring(0, first).toUpperCase(Locale.ROOT) + words.substring(first);
    }

    private static boolean startsWithI(String words) {
        return words.length() > 1 && words.charAt(0) == 'I' && !Character.isLetter(words.charAt(1));
    }

    /** What stayed and is flagged goes too; when nothing can be named, all goes, unless it looks like logistics. */
    private void widen(Suggestion suggestion, Verdict verdict) {
        String draft = moment.draft().text();
        if (cut.isWhole(draft)) {
            return;
        }
        boolean more = false;
        int shift = suggestion.text().length() - cut.span().length();
        Span put = new Span(
                cut.span().start(), cut.span().start() + suggestion.text().length());
        for (Finding finding : verdict.tactics()) {
            if (!finding.span().overlaps(put) && finding.tactic() != Tactic.TOPIC_CHANGE) {
                boolean after = finding.span().start() >= put.end();
                int by = after ? shift : 0;
                Span there =
                        new Span(finding.span().start() - by, finding.span().end() - by);
                more |= cores.add(new ColdPart.Core(finding.tactic(), there));
            }
        }
        if (more || cut.span().isEmpty()) {
            cut = ColdPart.of(moment.reply(), cores);
            flaggedInARow = 0;
        } else if (flaggedInARow >= 2 && !carriesLogistics(draft)) {
            cut = ColdPart.all(moment.reply());
            flaggedInARow = 0;
        }
    }

    private String stays(String draft) {
        return draft.substring(0, cut.span().start()) + " " + cut.tail() + " "
                + draft.substring(cut.span().end());
    }

    private boolean carriesLogistics(String draft) {
        return stays(draft).codePoints().anyMatch(c -> Character.isDigit(c) || c == '?');
    }
}
