package dev.toward.chat;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import dev.toward.text.Author;
import dev.toward.text.Conversation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who and what there is in a Slack workspace: people by id, channels by the name of their folder. Grows with those, not with the
 * messages. For one thread.
 */
final class SlackWorkspace {
    /** The lists of channels, and what sort of chat each holds. */
    static final Map<String, Conversation.Kind> LISTS = Map.of(
            "channels.json", Conversation.Kind.CHANNEL,
            "groups.json", Conversation.Kind.CHANNEL,
            "mpims.json", Conversation.Kind.GROUP,
            "dms.json", Conversation.Kind.DIRECT);

    private static final int MEMBERS_NAMED = 50;

    private record Channel(String id, String name, Conversation.Kind kind, List<String> members) {}

    private final Map<String, Author> people = new HashMap<>();
    private final Map<String, Channel> channels = new HashMap<>();

    private SlackWorkspace() {}

    /** What lies around a file of messages; nothing where there is nothing. */
    static SlackWorkspace around(Source messages, Delivery delivery) {
        SlackWorkspace workspace = new SlackWorkspace();
        for (String name : List.of("users.json", "org_users.json")) {
            workspace.each(messages, name, delivery, workspace::person);
        }
        LISTS.forEach((name, kind) -> workspace.each(messages, name, delivery, c -> workspace.channel(c, kind)));
        return workspace;
    }

    private void each(Source messages, String name, Delivery delivery, Consumer<JsonNode> taker) {
        Source above = messages.beside("../" + name);
        Source list = above == null ? messages.beside(name) : above;
        if (list == null) {
            return;
        }
        delivery.from(list);
        try (JsonFile json = JsonFile.of(list, delivery)) {
            if (json.next() == JsonToken.START_ARRAY) {
                for (JsonNode entry = json.record(); entry != null; entry = json.record()) {
                    taker.accept(entry);
                }
            }
        } catch (IOException e) {
            delivery.unreadable(e);
        }
    }

    private void person(JsonNode user) {
        String id = SlackRecords.scalar(user, "id");
        String name = displayName(user, user.path("profile"), id);
        if (!id.isEmpty()) {
            people.putIfAbsent(id, new Author(id, name));
        }
    }

    /** The first that is not empty, of the order that Slack itself has. */
    static String displayName(JsonNode user, JsonNode profile, String id) {
        for (String name : List.of(
                SlackRecords.scalar(profile, "display_name"),
                SlackRecords.scalar(user, "real_name"),
                SlackRecords.scalar(profile, "real_name"),
                SlackRecords.scalar(user, "name"),
                SlackRecords.scalar(profile, "name"))) {
            if (!name.isBlank()) {
                return Marks.name(name);
            }
        }
        return id;
    }

    private void channel(JsonNode channel, Conversation.Kind kind) {
        String id = SlackRecords.scalar(channel, "id");
        String name = SlackRecords.scalar(channel, "name");
        List<String> members = new ArrayList<>();
        for (JsonNode member : channel.path("members")) {
            if (members.size() < MEMBERS_NAMED) {
                members.add(member.asText());
            }
        }
        Channel known = new Channel(id, name, kind, members);
        for (String folder : List.of(id, name)) {
            if (!folder.isEmpty()) {
                channels.putIfAbsent(folder, known);
            }
        }
    }

    /** A person by id; null if the workspace does not list them. */
    @Nullable
    Author person(String id) {
        return people.get(id);
    }

    /** The name of a channel by its id; null if it is in no list. */
    @Nullable
    String channelName(String id) {
        Channel channel = channels.get(id);
        return channel == null || channel.name().isEmpty() ? null : channel.name();
    }

    /**
     * The chat in a folder.
     *
     * @param id as the file itself says it, or empty
     * @param name likewise
     */
    Conversation conversation(String folder, String id, String name, ReadOptions options) {
        int dot = folder.endsWith(".json") ? folder.length() - 5 : folder.length();
        String stem = folder.substring(0, dot);
        Channel channel = channels.get(id.isEmpty() ? stem : id);
        String asked = options.chatName();
        if (channel == null) {
            String key = id.isEmpty() ? stem : id;
            String shown = asked != null ? asked : name.isEmpty() ? stem : name;
            return new Conversation("slack", "slack:" + key, shown, kind(key));
        }
        String key = channel.id().isEmpty() ? stem : channel.id();
        return new Conversation("slack", "slack:" + key, asked == null ? shown(channel, stem) : asked, channel.kind());
    }

    private String shown(Channel channel, String folder) {
        boolean byMembers = channel.kind() != Conversation.Kind.CHANNEL
                && !channel.members().isEmpty();
        if (!byMembers) {
            return channel.name().isEmpty() ? folder : channel.name();
        }
        return channel.members().stream()
                .map(m -> people.getOrDefault(m, new Author(m, m)).name())
                .collect(Collectors.joining(", "));
    }

    /** What the id tells of a channel that is in no list. */
    private static Conversation.Kind kind(String id) {
        if (id.startsWith("mpdm-")) {
            return Conversation.Kind.GROUP;
        }
        boolean direct = id.matches("D[A-Z0-9]{7,}");
        return direct ? Conversation.Kind.DIRECT : Conversation.Kind.CHANNEL;
    }
}
