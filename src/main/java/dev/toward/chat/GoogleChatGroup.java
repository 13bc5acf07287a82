package dev.toward.chat;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import dev.toward.text.Conversation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@code group_info.json} says about a chat: its name, if it has one, and those who are in it now.
 *
 * @param name empty for direct messages
 */
record GoogleChatGroup(String name, List<String> members) {
    private static final int NAMED = 50;

    /** What stands beside the messages; nothing where it is missing or broken. */
    static GoogleChatGroup of(Source messages) {
        Source info = messages.beside("group_info.json");
        String name = "";
        List<String> members = new ArrayList<>();
        if (info == null) {
            return new GoogleChatGroup(name, members);
        }
        try (JsonFile json = JsonFile.of(info, Delivery.nowhere("", info))) {
            json.next();
            while (json.next() == JsonToken.FIELD_NAME) {
                String field = json.name();
                JsonToken value = json.next();
                if (field.equals("name")) {
                    name = json.value().asText();
                } else if (field.equals("members") && value == JsonToken.START_ARRAY) {
                    for (JsonNode member = json.record(); member != null; member = json.record()) {
                        if (members.size() < NAMED) {
                            String email = member.path("email").asText();
                            members.add(Marks.name(member.path("name").asText(email)));
                        }
                    }
                } else {
                    json.skip();
                }
            }
        } catch (IOException e) {
            return new GoogleChatGroup(name, members);
        }
        return new GoogleChatGroup(name, members);
    }

    GoogleChatGroup {
        members = List.copyOf(members);
    }

    /** The chat, named by its members where it has no name of its own. */
    Conversation conversation(Source messages, String firstId, ReadOptions options) {
        String folder = messages.folder().substring(messages.folder().lastIndexOf('/') + 1);
        String space = firstId.contains("/") ? firstId.substring(0, firstId.indexOf('/')) : "";
        String key = !folder.isEmpty() ? folder : !space.isEmpty() ? space : messages.fileName();
        String asked = options.chatName();
        String shown =
                asked != null ? asked : !name.isBlank() ? name : members.isEmpty() ? key : String.join(", ", members);
        return new Conversation("google-chat", "google-chat:" + key, shown, kind(folder));
    }

    private Conversation.Kind kind(String folder) {
        if (members.size() > 2 || folder.startsWith("Space ") || !name.isBlank()) {
            return Conversation.Kind.GROUP;
        }
        return members.size() == 2 || folder.startsWith("DM ") ? Conversation.Kind.DIRECT : Conversation.Kind.UNKNOWN;
    }
}
