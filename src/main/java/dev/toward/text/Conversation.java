package dev.toward.text;

import java.util.Locale;

/**
 * A chat: who talks where. Its messages stream beside it, for a chat may be larger than memory.
 *
 * @param platform the id of the format that it was read from, as {@code whatsapp}
 * @param id unique within a run
 * @param name as displayed
 */
public record Conversation(String platform, String id, String name, Kind kind) {
    /** How many take part. */
    public enum Kind {
        DIRECT,
        GROUP,
        CHANNEL,
        UNKNOWN;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
