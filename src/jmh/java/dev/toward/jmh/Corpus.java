package dev.toward.jmh;

import dev.toward.text.Draft;
import dev.toward.train.Example;
import dev.toward.train.LabelledFile;
import dev.toward.verdict.Label;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Drafts of the dev split in an order that is the same each time; each call gives the next. For one thread. */
final class Corpus {
    private final List<Draft> drafts;
    private int next;

    private Corpus(List<Draft> drafts) {
        this.drafts = drafts;
    }

    /** As chats are: of ten, seven plain, two warm, one that turns away. */
    static Corpus everyday() throws IOException {
        List<Draft> plain = of(List.of(Label.NEUTRAL));
        List<Draft> warm = of(List.of(Label.VALIDATING));
        List<Draft> away = of(List.of(Label.DISMISSIVE, Label.MINIMIZING));
        Random random = new Random(7);
        List<Draft> drafts = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            int share = random.nextInt(10);
            List<Draft> kind = share < 7 ? plain : share < 9 ? warm : away;
            drafts.add(kind.get(random.nextInt(kind.size())));
        }
        return new Corpus(drafts);
    }

    /** Drafts that turn away from a message. */
    static Corpus away() throws IOException {
        List<Draft> drafts = of(List.of(Label.DISMISSIVE, Label.MINIMIZING));
        drafts.removeIf(draft -> !draft.bid().isKnown());
        Collections.shuffle(drafts, new Random(7));
        return new Corpus(drafts);
    }

    private static List<Draft> of(List<Label> labels) throws IOException {
        List<Draft> drafts = new ArrayList<>();
        for (Example example : LabelledFile.readAll(Path.of("corpus/labelled/dev"))) {
            if (example.label() != null && labels.contains(example.label())) {
                drafts.add(example.draft());
            }
        }
        return drafts;
    }

    Draft draft() {
        return drafts.get(next++ % drafts.size());
    }
}
