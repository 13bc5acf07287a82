package dev.toward.http.perspective;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * Scores that callers would have given, with the comments that they are of: one JSON object a line, in a file of the operator's
 * choosing, or nowhere. Threads may share it.
 */
public final class SuggestedScores {
    private static final JsonMapper JSON = new JsonMapper();

    private final @Nullable Path file;

    /** @param file null to keep nothing */
    public SuggestedScores(@Nullable Path file) {
        this.file = file;
    }

    /** Keeps a suggestion, where this is switched on and its sender does not forbid it; returns the answer, as JSON. */
    public String take(AnalyzeRequest request) throws IOException {
        if (file != null && !request.doNotStore()) {
            append(file, request);
        }
        ObjectNode answer = JSON.createObjectNode();
        if (request.clientToken() != null) {
            answer.put("clientToken", request.clientToken());
        }
        return answer.toString();
    }

    private synchronized void append(Path to, AnalyzeRequest request) throws IOException {
        ObjectNode line = JSON.createObjectNode().put("text", request.comment().text());
        ArrayNode context = line.putArray("context");
        request.bid().utterances().forEach(context::add);
        line.set("attributeScores", request.scores());
        if (request.communityId() != null) {
            line.put("communityId", request.communityId());
        }
        if (Files.notExists(to)) {
            boolean posix = to.getFileSystem().supportedFileAttributeViews().contains("posix");
            if (posix) {
                Files.createFile(
                        to, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(to);
            }
        }
        Files.write(
                to,
                (line + "\n").getBytes(StandardCharsets.UTF_8),
                StandardOpenOption.APPEND,
                StandardOpenOption.DSYNC);
    }
}
