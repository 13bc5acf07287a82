package dev.toward.chat;

import dev.toward.text.Conversation;
import dev.toward.text.Message;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A channel, a thread or a talk of two: what its file's name, or what stands in it, tells. */
final class DiscordChannel {
    /** {@code Guild - Category - channel [123] (after 2024-01-01) [part 2].json}. */
    private static final Pattern FILE_NAME =
            Pattern.compile("(.*?) \\[(\\d{15,20})](?: \\([^)]*\\))?(?: \\[part \\d+])?\\.\\w+");

    private static final Pattern CALL = Pattern.compile("Started a call that lasted [\\d.,]+ minutes?\\.");

    private static final Pattern NOTICE = Pattern.compile(
            "Added .{1,200} to the group\\.|Added a recipient\\.|Left the group\\.|Removed .{1,200} from the group\\."
                    + "|Removed a recipient\\.|Changed the channel name(?:: .{0,200}|\\.)|Changed the channel icon\\.|Pinned a message\\."
                    + "|Started a thread\\.|Joined the server\\.");

    private DiscordChannel() {}

    /**
     * The chat.
     *
     * @param id of the channel; null takes it from the file's name
     * @param name null takes it from the file's name
     */
    static Conversation of(
            Source source, @Nullable String id, @Nullable String name, Conversation.Kind kind, ReadOptions options) {
        Matcher file = FILE_NAME.matcher(source.fileName());
        boolean named = file.matches();
        String own = name == null || name.isBlank() ? named ? file.group(1) : withoutEnding(source.fileName()) : name;
        String shown = options.chatName() == null ? Marks.name(own) : options.chatName();
        String channel = id != null && !id.isBlank() ? id : named ? file.group(2) : Marks.name(own);
        return new Conversation("discord", "discord:" + channel, shown, kind);
    }

    /** What people call it: direct messages by the channel alone, others with their server. */
    static @Nullable String name(@Nullable String guild, @Nullable String channel) {
        if (channel == null || channel.isBlank()) {
            return guild;
        }
        return guild == null || guild.isBlank() || guild.equals("Direct Messages") ? channel : guild + " / " + channel;
    }

    /** The stock sentences that stand for notices where nothing else tells them from words. */
    static Message.Kind kind(String content) {
        return CALL.matcher(content).matches()
                ? Message.Kind.CALL
                : NOTICE.matcher(content).matches() ? Message.Kind.SYSTEM : Message.Kind.TEXT;
    }

    private static String withoutEnding(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot > 0 ? fileName.substring(0, dot) : fileName;
    }
}
