package dev.toward.phrase;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Reads phrases from JSON Lines: UTF-8, one phrase a line, blank lines passed over. A file is taken whole or refused whole, and
 * the refusal says which line and why without quoting it.
 */
public final class PhraseFile {
    private PhraseFile() {}

    /**
     * The phrases of a file, in its order.
     *
     * @throws PhraseFileException when a line is no phrase, or its id was there before
     */
    public static List<Phrase> read(Path file) throws IOException {
        return read(file, Files.readAllBytes(file), new HashMap<>());
    }

    /** The phrases that {@code in} holds; {@code name} stands for the file in messages. */
    public static List<Phrase> read(Path name, InputStream in) throws IOException {
        return read(name, in.readAllBytes(), new HashMap<>());
    }

    /**
     * The phrases of all {@code .jsonl} files in a folder, by file name and then by line; an id may stand in one of them only.
     *
     * @throws PhraseFileException as {@link #read(Path)}
     */
    public static List<Phrase> readFolder(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> entries = Files.list(folder)) {
            files = entries.filter(f -> f.toString().endsWith(".jsonl"))
                    .sorted(Comparator.comparing(f -> f.getFileName().toString()))
                    .toList();
        }
        List<Phrase> phrases = new ArrayList<>();
        Map<String, String> places = new HashMap<>();
        for (Path file : files) {
            phrases.addAll(read(file, Files.readAllBytes(file), places));
        }
        return phrases;
    }

    /** A phrase as a line of such a file, without the line's end; the same phrase always gives the same line. */
    public static String line(Phrase phrase) {
        return PhraseJson.text(phrase);
    }

    private static List<Phrase> read(Path file, byte[] bytes, Map<String, String> places) throws PhraseFileException {
        List<Phrase> phrases = new ArrayList<>();
        JsonLines.each(file, bytes, (node, line) -> {
            Phrase phrase = phrase(file, line, node);
            String before = places.put(phrase.id(), file.getFileName() + ", line " + line);
            if (before != null) {
                throw new PhraseFileException(file, line, "id: expected a new one, this stands in " + before);
            }
            phrases.add(phrase);
        });
        return phrases;
    }

    private static Phrase phrase(Path file, int line, JsonNode node) throws PhraseFileException {
        try {
            return PhraseJson.phrase(node);
        } catch (IllegalArgumentException e) {
            throw new PhraseFileException(file, line, String.valueOf(e.getMessage()));
        }
    }
}
