package dev.toward.learn;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Words that are nobody's detail but the writer's own way: in small letters, in answers to several messages of which none had them. What
 * is neither common nor such a habit keeps a text out.
 */
final class Habits {
    /** In one or two answers a word may well speak of the same dog. */
    private static final int MESSAGES = 3;

    private final Vocabulary common;
    private final Set<String> own = new HashSet<>();

    Habits(Collection<Warm> warm, Vocabulary common, Particulars particulars) {
        this.common = common;
        Map<String, Set<String>> answered = new HashMap<>();
        for (Warm said : warm) {
            Set<String> theirs = theirs(said);
            for (String word : Words.asWritten(said.text())) {
                String plain = Words.plain(word);
                if (!common.sometimes(plain)
                        && !theirs.contains(plain)
                        && !particulars.mayName(plain.replaceFirst("'s$", ""))) {
                    answered.computeIfAbsent(plain, w -> new HashSet<>())
                            .add(said.answer().bid().last());
                }
            }
        }
        answered.forEach((word, messages) -> {
            if (messages.size() >= MESSAGES) {
                own.add(word);
            }
        });
    }

    /** True when every word of the text fits anywhere. */
    boolean hold(Warm said) {
        Set<String> theirs = theirs(said);
        return Words.of(said.text()).stream()
                .allMatch(word -> common.often(word)
                        || (!theirs.contains(word) && (common.sometimes(word) || own.contains(word))));
    }

    private static Set<String> theirs(Warm said) {
        Set<String> theirs = new HashSet<>();
        List<String> utterances = said.answer().bid().utterances();
        utterances.forEach(u -> theirs.addAll(Words.of(u)));
        return theirs;
    }
}
