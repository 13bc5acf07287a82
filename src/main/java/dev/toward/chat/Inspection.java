package dev.toward.chat;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What exports hold, before any analysis. Its JSON is what {@code inspect --json} prints.
 *
 * @param format of all files, or {@code mixed}
 * @param skipped the first {@value Inspector#LISTED} left out
 * @param skippedCount all left out
 */
@JsonPropertyOrder({"format", "chats", "totals", "skipped", "skippedCount", "warnings"})
public record Inspection(
        String format,
        List<Chat> chats,
        Totals totals,
        List<Skipped> skipped,
        long skippedCount,
        List<String> warnings) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public Inspection {
        chats = List.copyOf(chats);
        skipped = List.copyOf(skipped);
        warnings = List.copyOf(warnings);
    }

    /**
     * One chat.
     *
     * @param messages what people and bots said, media and empty ones included
     * @param system notices and calls
     * @param authors messages by name, in the order in which they first wrote
     * @param first the earliest time, a wall clock or, with {@code Z}, a moment; null without times
     * @param explicitReplies messages that name the one they answer
     */
    @JsonPropertyOrder({"name", "kind", "messages", "system", "authors", "first", "last", "explicitReplies"})
    public record Chat(
            String name,
            String kind,
            long messages,
            long system,
            Map<String, Long> authors,
            @Nullable String first,
            @Nullable String last,
            long explicitReplies) {
        public Chat {
            authors = Collections.unmodifiableMap(new LinkedHashMap<>(authors));
        }
    }

    /** All chats together. */
    @JsonPropertyOrder({"messages", "system", "authors", "first", "last"})
    public record Totals(
            long messages,
            long system,
            Map<String, Long> authors,
            @Nullable String first,
            @Nullable String last) {
        public Totals {
            authors = Collections.unmodifiableMap(new LinkedHashMap<>(authors));
        }
    }

    /** One line of JSON, keys in a fixed order. */
    public String toJson() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("records of texts and numbers always have a JSON form", e);
        }
    }
}
