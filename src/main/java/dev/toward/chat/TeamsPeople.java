package dev.toward.chat;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import dev.toward.text.Author;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names by id, from the messages and from a list of users beside them; guests and accounts that are gone have none of their own. */
final class TeamsPeople {
    private static final int MOST = 50_000;
    private static final String[] LISTS = {"usersList.json", "userslist.json", "users.json"};

    private final Map<String, String> names = new HashMap<>();

    static boolean isList(Source source) {
        for (String list : LISTS) {
            if (source.fileName().equals(list)) {
                return true;
            }
        }
        return false;
    }

    /** Reads the list beside a file, if there is one. */
    void learnBeside(Source source) throws IOException {
        for (String list : LISTS) {
            Source users = source.beside(list);
            if (users != null && !users.name().equals(source.name())) {
                learn(users);
                return;
            }
        }
    }

    private void learn(Source users) throws IOException {
        try (JsonFile file = JsonFile.of(users, Delivery.nowhere("teams", users))) {
            JsonToken start = file.next();
            if (start == JsonToken.START_ARRAY || (start == JsonToken.START_OBJECT && file.toArray("value"))) {
                for (JsonNode node = file.record(); node != null; node = file.record()) {
                    JsonNode user = TeamsKeys.lower(node);
                    learn(TeamsKeys.text(user, "id"), TeamsKeys.text(user, "displayname"));
                }
            }
        }
    }

    void learn(@Nullable String id, @Nullable String name) {
        if (id != null && name != null && !Marks.name(name).isEmpty() && names.size() < MOST) {
            names.putIfAbsent(id, Marks.name(name));
        }
    }

    /** Whoever sent a message; unknown when it does not say. */
    Author author(JsonNode from) {
        for (String kind : new String[] {"user", "application", "device"}) {
            JsonNode sender = from.path(kind);
            String id = TeamsKeys.text(sender, "id");
            String name = TeamsKeys.text(sender, "displayname");
            if (id != null || name != null) {
                String key = id == null ? Marks.name(String.valueOf(name)) : id;
                return new Author(key, names.getOrDefault(key, name == null ? key : Marks.name(name)));
            }
        }
        return Author.UNKNOWN;
    }
}
