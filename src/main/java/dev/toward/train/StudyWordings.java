package dev.toward.train;

import dev.toward.Analyzer;
import dev.toward.text.Draft;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** What the reader of wordings learns from: for each flagged draft, what would be tried in its place. The same folders give the same list. */
final class StudyWordings {
    private StudyWordings() {}

    /** Of the train split, to learn from, and then of the dev split, to measure on. */
    static List<StudyPieces.Study> of(Path models, Path corpus, Consumer<String> progress) throws IOException {
        List<StudyPieces.Study> all = new ArrayList<>();
        try (Analyzer analyzer = Analyzer.builder().models(models).build()) {
            for (Draft draft : of(analyzer, corpus.resolve("labelled/train"))) {
                all.add(new StudyPieces.Study(draft, StudyPieces.Part.LEARN, null));
            }
            progress.accept(all.size() + " wordings to learn from");
            for (Draft draft : of(analyzer, corpus.resolve("labelled/dev"))) {
                all.add(new StudyPieces.Study(draft, StudyPieces.Part.DEV, null));
            }
        }
        return all;
    }

    /** Each once, in the order of the drafts. */
    static Set<Draft> of(Analyzer analyzer, Path split) throws IOException {
        Set<Draft> tried = new LinkedHashSet<>();
        for (Example example : LabelledFile.readAll(split)) {
            tried.addAll(analyzer.tries(example.draft()));
        }
        return tried;
    }
}
