package dev.toward.suggest;

import dev.toward.annotate.Parsed;
import dev.toward.annotate.ParsedToken;
import dev.toward.cue.Tactic;
import dev.toward.text.Span;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what of a draft gives way: the clauses that the findings lie in, with what hangs on them, so that what stays reads well
 * by itself. What stays is kept to the letter; at most the first letter of a clause that now opens a sentence becomes a capital,
 * and then it lies in the span.
 */
final class ColdPart {
    private static final Set<Tactic> WHOLE = Set.of(Tactic.TOKEN_REPLY);

    /** A clause that ends in one of these broke off. */
    private static final Set<String> UNFINISHED = Set.of("DT", "PRP$", "CC", "MD", "TO");

    private static final Pattern BLANK_LINES = Pattern.compile("\\s*\\n[ \\t\\r]*\\n\\s*");

    private final String draft;
    private final List<Clause> clauses;
    private final Style style;

    private ColdPart(Parsed reply) {
        this.draft = reply.text();
        this.clauses = Clause.of(reply);
        this.style = Style.of(draft);
    }

    /** A place that turned out cold, and by what tactic. */
    record Core(Tactic tactic, Span span) {}

    static Cut of(Parsed reply, Collection<Core> cores) {
        return new ColdPart(reply).cut(cores);
    }

    /** In front of everything, which all stays. */
    static Cut before(Parsed reply) {
        Span all = Cut.trimmed(reply.text());
        return new Cut(new Span(all.start(), all.start()), "", " ", false, false);
    }

    /** All of it. */
    static Cut all(Parsed reply) {
        ColdPart part = new ColdPart(reply);
        return Cut.whole(part.draft, !part.endsWithMark(Cut.trimmed(part.draft).end()));
    }

    /**
     * Every paragraph that a finding lies in, and what stands between them: a greeting on a line of its own, a name below and what else is said in
     * other paragraphs stay. All of it where nothing was found.
     */
    static Cut paragraphs(Parsed reply, Collection<Core> cores) {
        return new ColdPart(reply).paragraphs(cores);
    }

    private Cut paragraphs(Collection<Core> cores) {
        Span all = Cut.trimmed(draft);
        int start = all.end();
        int end = all.start();
        for (Core core : cores) {
            start = Math.min(start, core.span().start());
            end = Math.max(end, core.span().end());
        }
        if (start >= end) {
            return Cut.whole(draft, !endsWithMark(all.end()));
        }
        Matcher blank = BLANK_LINES.matcher(draft);
        int from = all.start();
        int to = all.end();
        while (blank.find()) {
            if (blank.end() <= start) {
                from = Math.max(from, blank.end());
            } else if (blank.start() >= end) {
                to = Math.min(to, blank.start());
                break;
            }
        }
        return new Cut(new Span(from, to), "", "", false, !endsWithMark(to));
    }

    private Cut cut(Collection<Core> cores) {
        Cut whole = paragraphs(cores);
        if (cores.isEmpty() || clauses.isEmpty()) {
            return whole;
        }
        BitSet cold = new BitSet();
        for (Core core : cores) {
            mark(core, cold);
        }
        absorb(cold);
        if (cold.isEmpty() || !worthKeeping(cold)) {
            return whole;
        }
        List<int[]> runs = runs(cold);
        return runs.size() == 1 ? single(runs.get(0)) : several(runs);
    }

    private void mark(Core core, BitSet cold) {
        int first = -1;
        for (int i = 0; i < clauses.size(); i++) {
            if (clauses.get(i).span().overlaps(core.span())) {
                first = first < 0 ? i : first;
                cold.set(i);
            }
        }
        if (core.tactic() == Tactic.INVALIDATING_BUT && first >= 0) {
            keepKindHalf(first, cold);
        } else if (WHOLE.contains(core.tactic()) && clauses.size() <= 2) {
            cold.set(0, clauses.size());
        }
    }

    // "I hear you, but you're overdoing it": only what comes after the but goes.
    private void keepKindHalf(int first, BitSet cold) {
        for (int i = first + 1; i < clauses.size() && cold.get(i); i++) {
            if (clauses.get(i).conjunction().equals("but") && clauses.get(i - 1).hasVerb()) {
                cold.clear(first, i);
                return;
            }
        }
    }

    /** Takes along what would be left hanging. */
    private void absorb(BitSet cold) {
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < clauses.size(); i++) {
                if (!cold.get(i) && besideCold(i, cold)) {
                    Clause clause = clauses.get(i);
                    boolean sameSentence = besideInSentence(i, cold);
                    if (clause.isFiller()
                            || clause.words() == 0
                            || (sameSentence && (clause.hangs() || isScrap(clause)))) {
                        cold.set(i);
                    }
                }
            }
        }
    }

    /** "mine was", "and frankly better ones", "you get the": too little to stand alone, and nobody's name, and no number. */
    private static boolean isScrap(Clause clause) {
        String last = clause.tokens().get(clause.tokens().size() - 1).pos();
        return UNFINISHED.contains(last) || (clause.words() <= (clause.hasVerb() ? 2 : 4) && !names(clause));
    }

    private static boolean names(Clause clause) {
        return clause.tokens().stream()
                .anyMatch(
                        t -> t.pos().startsWith("NNP") || t.text().codePoints().anyMatch(Character::isDigit));
    }

    private boolean besideCold(int i, BitSet cold) {
        return (i > 0 && cold.get(i - 1) && !isApart(i - 1))
                || (i + 1 < clauses.size() && cold.get(i + 1) && !isApart(i));
    }

    /** True when the next clause is in another paragraph. */
    private boolean isApart(int i) {
        String between = draft.substring(
                clauses.get(i).span().end(), clauses.get(i + 1).span().start());
        return BLANK_LINES.matcher(between).find();
    }

    private boolean besideInSentence(int i, BitSet cold) {
        int sentence = clauses.get(i).sentence();
        return (i > 0 && cold.get(i - 1) && clauses.get(i - 1).sentence() == sentence)
                || (i + 1 < clauses.size()
                        && cold.get(i + 1)
                        && clauses.get(i + 1).sentence() == sentence);
    }

    /** Two words with a verb among them, or a number, stay; scraps do not. */
    private boolean worthKeeping(BitSet cold) {
        for (int i = 0; i < clauses.size(); i++) {
            if (!cold.get(i) && stays(clauses.get(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean stays(Clause clause) {
        return clause.words() >= 2 || names(clause);
    }

    private List<int[]> runs(BitSet cold) {
        List<int[]> runs = new ArrayList<>();
        int start = cold.nextSetBit(0);
        while (start >= 0) {
            int end = cold.nextClearBit(start);
            if (!runs.isEmpty() && nothingBetween(runs.get(runs.size() - 1)[1], start)) {
                runs.get(runs.size() - 1)[1] = end;
            } else {
                runs.add(new int[] {start, end});
            }
            start = cold.nextSetBit(end);
        }
        return runs;
    }

    private boolean nothingBetween(int from, int to) {
        for (int i = from; i < to; i++) {
            if (stays(clauses.get(i))) {
                return false;
            }
        }
        return true;
    }

    private Cut single(int[] run) {
        Clause first = clauses.get(run[0]);
        Clause last = clauses.get(run[1] - 1);
        Clause before = run[0] > 0 ? clauses.get(run[0] - 1) : null;
        Clause after = run[1] < clauses.size() ? clauses.get(run[1]) : null;
        int start = first.span().start();
        String lead = "";
        boolean midSentence = false;
        if (before != null && before.sentence() == first.sentence()) {
            if (isAddress(before)) {
                midSentence = true;
            } else {
                start = before.span().end();
                lead = ". ";
            }
        }
        int end = last.span().end();
        String tail = "";
        boolean open = false;
        if (after == null) {
            end = Math.max(end, Cut.trimmed(draft).end());
            open = !endsWithMark(end);
        } else if (after.sentence() == last.sentence()) {
            end = after.span().start();
            tail = " ";
        } else {
            // A "But" that opened the next sentence would take the new words back.
            ParsedToken opening = after.tokens().get(0);
            if (Words.lower(opening).equals("but") && after.tokens().size() > 1) {
                end = after.tokens().get(1).span().start();
                tail = draft.substring(last.span().end(), opening.span().start());
            } else {
                open = !endsWithMark(end)
                        && draft.substring(end, after.span().start()).contains("\n");
            }
        }
        boolean opensSentence = !tail.isEmpty();
        if (opensSentence && !style.lowerCase() && end < draft.length() && isSmall(end)) {
            int letter = Character.charCount(draft.codePointAt(end));
            tail += draft.substring(end, end + letter).toUpperCase(Locale.ROOT);
            end += letter;
        }
        return new Cut(new Span(start, end), lead, tail, midSentence, open);
    }

    /** The new words go where the first cold run was; the words between the runs stay, the later runs are taken out. */
    private Cut several(List<int[]> runs) {
        Cut first = single(runs.get(0));
        StringBuilder tail = new StringBuilder(first.tail());
        int at = first.span().end();
        for (int[] run : runs.subList(1, runs.size())) {
            int coldStart = clauses.get(run[0]).span().start();
            int keptEnd = clauses.get(run[0] - 1).span().end();
            boolean within =
                    clauses.get(run[0] - 1).sentence() == clauses.get(run[0]).sentence();
            tail.append(draft, at, Math.max(at, keptEnd));
            Clause last = clauses.get(run[1] - 1);
            boolean more = run[1] < clauses.size();
            if (within && (!more || clauses.get(run[1]).sentence() != last.sentence())) {
                tail.append(closing(last));
            }
            at = last.span().end();
            if (more) {
                int next = clauses.get(run[1]).span().start();
                boolean sameSentence = clauses.get(run[1]).sentence() == last.sentence();
                tail.append(within && sameSentence ? ", " : draft.substring(keptEnd, within ? keptEnd : coldStart));
                if (within && !sameSentence) {
                    tail.append(draft, at, next);
                }
                at = next;
            } else {
                at = Math.max(at, Cut.trimmed(draft).end());
            }
        }
        return new Cut(new Span(first.span().start(), at), first.lead(), tail.toString(), first.midSentence(), false);
    }

    private String closing(Clause clause) {
        ParsedToken last = clause.tokens().get(clause.tokens().size() - 1);
        return Words.isWord(last) ? "" : ".";
    }

    /** "Sam," and the like, before the sentence proper. */
    private boolean isAddress(Clause clause) {
        int end = clause.span().end();
        return clause.words() <= 2 && !clause.hasVerb() && end < draft.length() && draft.charAt(end) == ',';
    }

    private boolean isSmall(int at) {
        return Character.isLowerCase(draft.codePointAt(at));
    }

    private boolean endsWithMark(int end) {
        return end > 0 && ".!?…".indexOf(draft.charAt(end - 1)) >= 0;
    }
}
