package dev.toward.train;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Plain comments by real people, read from a folder outside the project and never kept: the part of them that the reader was
 * not taught on ({@code src/train/python/data.py} leaves out the same lines), to set the bars for a flag on.
 */
final class RealText {
    /** Feelings that say little about how somebody is answered: such comments are neutral for the most part. */
    private static final Set<String> PLAIN = Set.of("neutral", "curiosity", "confusion", "realization", "desire");

    private RealText() {}

    /** Comments that are almost all neutral. */
    static List<String> heldOut(Path folder) throws IOException {
        List<String> kept = new ArrayList<>();
        for (JsonNode line : lines(folder.resolve("goemotions.jsonl"))) {
            if (PLAIN.contains(line.path("emotions").path(0).asText())) {
                kept.add(line.path("text").asText());
            }
        }
        for (JsonNode line : lines(folder.resolve("claff_neutral.jsonl"))) {
            kept.add(line.path("text").asText());
        }
        kept.removeIf(text -> !isHeldOut(text));
        return kept;
    }

    private static boolean isHeldOut(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return (digest[digest.length - 1] & 0xFF) < 26;
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
