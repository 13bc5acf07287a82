package dev.toward.train;

import dev.toward.Phrasebook;
import dev.toward.encode.SentenceEncoder;
import dev.toward.models.ModelStore;
import dev.toward.phrase.Phrase;
import dev.toward.phrase.PhraseBank;
import dev.toward.phrase.PhraseFile;
import dev.toward.phrase.PhraseStamp;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Indexes the phrases of {@code corpus/phrases} into {@code models/phrases}; the build runs it. */
public final class PhraseIndexer {
    private PhraseIndexer() {}

    /** @param args the folder of models and the folder of phrases */
    public static void main(String[] args) throws IOException {
        index(Path.of(args[0]), Path.of(args[1]));
    }

    /** Makes the index anew unless the one that is there was made from the same phrases. Returns how many there are. */
    public static int index(Path models, Path source) throws IOException {
        List<Phrase> phrases = PhraseFile.readFolder(source);
        Path folder = models.resolve("phrases");
        if (!isUpToDate(folder, PhraseStamp.of(phrases, Phrasebook.ENCODER))) {
            try (SentenceEncoder encoder = SentenceEncoder.open(ModelStore.open(models))) {
                PhraseBank.build(phrases, encoder, Phrasebook.ENCODER, folder);
            }
        }
        return phrases.size();
    }

    private static boolean isUpToDate(Path folder, PhraseStamp wanted) {
        try {
            return PhraseBank.stamp(folder).equals(wanted);
        } catch (IOException e) {
            return false;
        }
    }
}
