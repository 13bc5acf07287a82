package dev.toward.phrase;

import dev.toward.train.LabelledFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes a user's file of many phrases, so that the search of them can be timed: {@code bench/many_phrases.sh}. */
public final class ManyPhrases {
    private ManyPhrases() {}

    /** Takes the count and the data folder. */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[1]);
        List<String> lines =
                made(Integer.parseInt(args[0])).stream().map(PhraseJson::text).toList();
        Files.createDirectories(folder);
        Files.write(folder.resolve("phrases.jsonl"), lines);
    }

    /** So many phrases, those that ship under new ids and with messages of the corpus as examples. */
    public static List<Phrase> made(int count) throws IOException {
        List<Phrase> shipped = PhraseFile.readFolder(Path.of("corpus", "phrases"));
        List<String> messages = LabelledFile.readAll(Path.of("corpus", "labelled", "train")).stream()
                .filter(e -> e.draft().bid().isKnown())
                .map(e -> e.draft().bid().last())
                .filter(m -> !m.isBlank())
                .distinct()
                .toList();
        List<Phrase> made = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Phrase phrase = shipped.get(i % shipped.size());
            // 31 and the number of messages have no common part, so all pairs differ for long
            made.add(renamed(phrase, i, messages.get((int) (31L * i % messages.size()))));
        }
        return made;
    }

    private static Phrase renamed(Phrase phrase, int number, String message) {
        String family = phrase.id().substring(0, phrase.id().lastIndexOf('-') + 1);
        return new Phrase(
                family + (100_000 + number),
                phrase.text(),
                phrase.gesture(),
                phrase.bids(),
                phrase.situations(),
                phrase.heals(),
                phrase.registers(),
                phrase.relationships(),
                phrase.slots(),
                phrase.sorts(),
                phrase.intensity(),
                phrase.length(),
                phrase.reach(),
                new Phrase.Example(message, phrase.example().slots()),
                phrase.note());
    }
}
