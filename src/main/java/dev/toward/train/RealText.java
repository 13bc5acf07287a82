package dev.toward.train;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.toward.verdict.Label;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Plain comments by real people, read from a folder outside the project and never kept: the part of them that the reader was
 * not taught on ({@code src/train/python/data.py} leaves out the same lines), to set the bars for a flag on.
 */
final class RealText {
    /** Feelings that say little about how somebody is answered: such comments are neutral for the most part. */
    private static final Set<String> PLAIN = Set.of("neutral", "curiosity", "confusion", "realization", "desire");

    /** Digits of a digest that stand for a text. */
    private static final int DIGITS = 12;

    private RealText() {}

    /**
     * Neutral comments: those that somebody has read as neutral and nothing else ({@code corpus/real/readings.tsv}), and of what nobody
     * has read those that their source marks as plain.
     */
    static List<String> heldOut(Path folder, Path corpus) throws IOException {
        Map<String, String> readings = readings(corpus.resolve("real/readings.tsv"));
        List<String> kept = new ArrayList<>();
        for (JsonNode line : lines(folder.resolve("goemotions.jsonl"))) {
            String text = line.path("text").asText();
            boolean plain = PLAIN.contains(line.path("emotions").path(0).asText());
            if (isNeutral(text, plain, readings)) {
                kept.add(text);
            }
        }
        for (JsonNode line : lines(folder.resolve("claff_neutral.jsonl"))) {
            String text = line.path("text").asText();
            if (isNeutral(text, true, readings)) {
                kept.add(text);
            }
        }
        return kept;
    }

    /** All comments but the held-out ones, whatever they are: text alone, in the order of the files. */
    static List<String> taught(Path folder) throws IOException {
        return everything(folder).stream()
                .filter(text -> !isHeldOut(digest(text)))
                .toList();
    }

    /** The held-out comments, whatever they are: text alone, in the order of the files. */
    static List<String> allHeldOut(Path folder) throws IOException {
        return everything(folder).stream()
                .filter(text -> isHeldOut(digest(text)))
                .toList();
    }

    private static List<String> everything(Path folder) throws IOException {
        List<String> texts = new ArrayList<>();
        for (String file : List.of("goemotions.jsonl", "claff_neutral.jsonl", "claff_support.jsonl")) {
            for (JsonNode line : lines(folder.resolve(file))) {
                texts.add(line.path("text").asText());
            }
        }
        return texts;
    }

    private static boolean isHeldOut(byte[] digest) {
        return (digest[digest.length - 1] & 0xFF) < 26;
    }

    private static boolean isNeutral(String text, boolean plain, Map<String, String> readings) {
        byte[] digest = digest(text);
        if (!isHeldOut(digest)) {
            return false;
        }
        String read = readings.get(HexFormat.of().formatHex(digest, 0, DIGITS / 2));
        return read == null ? plain : read.equals(Label.NEUTRAL.id() + "\t");
    }

    /** Label, tab and second label, by the first digits of a text's digest. */
    private static Map<String, String> readings(Path file) throws IOException {
        Map<String, String> readings = new HashMap<>();
        if (Files.exists(file)) {
            List<String> lines = Files.readAllLines(file);
            for (int i = 1; i < lines.size(); i++) {
                String[] parts = lines.get(i).split("\t", -1);
                if (parts.length != 3) {
                    throw new IOException(file + ", line " + (i + 1)
                            + ": expected a digest, a label and a second label or nothing, parted by tabs");
                }
                readings.put(parts[0], parts[1] + "\t" + parts[2]);
            }
        }
        return readings;
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static List<JsonNode> lines(Path file) throws IOException {
        JsonMapper json = new JsonMapper();
        List<JsonNode> lines = new ArrayList<>();
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank()) {
                    lines.add(json.readTree(line));
                }
            }
        }
        return lines;
    }
}
