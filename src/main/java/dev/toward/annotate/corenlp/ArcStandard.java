package dev.toward.annotate.corenlp;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One sentence on its way to a tree, by arc-standard steps (Nivre 2004): shift the next word on the stack, or make one of the two
 * words on top the head of the other. Takes the steps that CoreNLP 4.5's {@code DependencyParser} takes. For one thread.
 */
final class ArcStandard {
    private static final int NONE = -1;
    private static final int ROOT = 0;

    /** Words that are looked at before a step. */
    private static final int PLACES = 18;

    private final Grammar grammar;
    private final Grammar.Slate slate;
    private final int size;
    private final int[] words;
    private final int[] tags;
    private final int nothing;
    private final int noTag;
    /** By place in the sentence from 1; place 0 is the root. */
    private final int[] heads;

    private final int[] relations;
    private final int[] stack;
    private int top;
    private int next = 1;

    private ArcStandard(Grammar grammar, List<String> sentence, List<String> tagged) {
        this.grammar = grammar;
        this.slate = grammar.slate();
        this.size = sentence.size();
        this.words = new int[size + 1];
        this.tags = new int[size + 1];
        this.nothing = grammar.word("-NULL-");
        this.noTag = grammar.tag("-NULL-");
        words[ROOT] = grammar.word("-ROOT-");
        tags[ROOT] = grammar.tag("-ROOT-");
        for (int i = 1; i <= size; i++) {
            words[i] = grammar.word(sentence.get(i - 1));
            tags[i] = grammar.tag(tagged.get(i - 1));
        }
        this.heads = new int[size + 1];
        Arrays.fill(heads, NONE);
        this.relations = new int[size + 1];
        this.stack = new int[size + 1];
        stack[0] = ROOT;
        this.top = 1;
    }

    /** Heads and relations of the words of a sentence, from 0; the head of the root is -1. */
    record Tree(int[] heads, String[] relations) {}

    static Tree parse(Grammar grammar, List<String> words, List<String> tags) {
        ArcStandard parsing = new ArcStandard(grammar, words, tags);
        while (parsing.top > 1 || parsing.next <= parsing.size) {
            parsing.step();
        }
        int[] heads = new int[words.size()];
        String[] relations = new String[words.size()];
        for (int i = 0; i < heads.length; i++) {
            heads[i] = parsing.heads[i + 1] - 1;
            relations[i] = grammar.relations().get(parsing.relations[i + 1]);
        }
        passive(heads, relations);
        return new Tree(heads, relations);
    }

    /** The subject of a verb with a passive auxiliary is a passive one, whatever the network said; CoreNLP corrects it so. */
    private static void passive(int[] heads, String[] relations) {
        Set<Integer> passives = new HashSet<>();
        for (int i = 0; i < heads.length; i++) {
            if (relations[i].equals("aux:pass")) {
                passives.add(heads[i]);
            }
        }
        for (int i = 0; i < heads.length; i++) {
            if (passives.contains(heads[i]) && (relations[i].equals("nsubj") || relations[i].equals("csubj"))) {
                relations[i] += ":pass";
            }
        }
    }

    private void step() {
        boolean arcs = top > 2 || (top == 2 && next > size);
        if (!arcs) {
            stack[top++] = next++;
            return;
        }
        int kinds = grammar.relations().size();
        double[] scores = grammar.scores(inputs(), slate);
        double best = Double.NEGATIVE_INFINITY;
        int chosen = NONE;
        for (int i = 0; i < scores.length; i++) {
            if (scores[i] > best && may(i, kinds)) {
                best = scores[i];
                chosen = i;
            }
        }
        if (chosen == 2 * kinds) {
            stack[top++] = next++;
            return;
        }
        int above = onStack(0);
        int below = onStack(1);
        if (chosen < kinds) {
            heads[below] = above;
            relations[below] = chosen;
            stack[top - 2] = above;
        } else {
            heads[above] = below;
            relations[above] = chosen - kinds;
        }
        top--;
    }

    /** Whether a step can be taken: only the root takes the first relation, and takes no other, and last of all. */
    private boolean may(int step, int kinds) {
        if (step == 2 * kinds) {
            return next <= size;
        }
        boolean left = step < kinds;
        int head = onStack(left ? 0 : 1);
        boolean rooted = (left ? step : step - kinds) == 0;
        return (head == ROOT) == rooted && (!left || top > 2);
    }

    /** Three words on the stack, three to come, and children of the two on top; word, tag and relation of each. */
    private int[] inputs() {
        int[] inputs = new int[grammar.features()];
        for (int i = 0; i < 3; i++) {
            look(inputs, 2 - i, onStack(i));
            look(inputs, 3 + i, next + i <= size ? next + i : NONE);
        }
        for (int i = 0; i < 2; i++) {
            int of = onStack(i);
            int left = left(of, 1);
            int right = right(of, 1);
            int[] children = {left, right, left(of, 2), right(of, 2), left(left, 1), right(right, 1)};
            for (int j = 0; j < children.length; j++) {
                int place = 6 + i * 6 + j;
                look(inputs, place, children[j]);
                inputs[2 * PLACES + i * 6 + j] = grammar.relation(children[j] > 0 ? relations[children[j]] : NONE);
            }
        }
        return inputs;
    }

    private void look(int[] inputs, int place, int at) {
        inputs[place] = at >= 0 ? words[at] : nothing;
        inputs[PLACES + place] = at >= 0 ? tags[at] : noTag;
    }

    private int onStack(int below) {
        return below < top ? stack[top - 1 - below] : NONE;
    }

    private int left(int of, int wanted) {
        int seen = 0;
        for (int i = 1; i < of; i++) {
            if (heads[i] == of && ++seen == wanted) {
                return i;
            }
        }
        return NONE;
    }

    private int right(int of, int wanted) {
        int seen = 0;
        for (int i = size; of >= 0 && i > of; i--) {
            if (heads[i] == of && ++seen == wanted) {
                return i;
            }
        }
        return NONE;
    }
}
