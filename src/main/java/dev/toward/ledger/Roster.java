package dev.toward.ledger;

import dev.toward.text.Author;
import dev.toward.text.Conversation;
import dev.toward.text.Message;
import java.io.IOException;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who writes where, and how many messages there are: what a first reading of a source tells. */
final class Roster {
    /** What tells two people of a run apart. */
    record Key(String platform, String author) {
        static Key of(Conversation conversation, Author author) {
            return new Key(conversation.platform(), author.id());
        }
    }

    /** What tells two conversations of a run apart. */
    record Room(String platform, String id) {}

    private static final Pattern SPACES = Pattern.compile("\\p{Z}+");

    private final Map<Key, String> names = new LinkedHashMap<>();
    private final Set<String> directNames = new LinkedHashSet<>();
    private final Map<Room, Set<String>> rooms = new HashMap<>();
    private final Map<Room, Long> messagesByRoom = new HashMap<>();
    private long messages;

    private Roster() {}

    static Roster of(MessageSource source) throws IOException {
        Roster roster = new Roster();
        source.read(roster::add);
        return roster;
    }

    /** That of one conversation, of which so much is known without reading it. */
    static Roster of(Conversation conversation, Writers writers) {
        Roster roster = new Roster();
        roster.messages = writers.messages();
        roster.messagesByRoom.put(room(conversation), writers.messages());
        roster.rooms.put(room(conversation), new LinkedHashSet<>(writers.some()));
        writers.some().forEach(id -> roster.names.put(new Key(conversation.platform(), id), id));
        return roster;
    }

    private void add(Message message) {
        messages++;
        Conversation conversation = message.conversation();
        messagesByRoom.merge(room(conversation), 1L, Long::sum);
        if (conversation.kind() == Conversation.Kind.DIRECT) {
            directNames.add(conversation.name());
        }
        Author author = message.author();
        if (author != null) {
            names.putIfAbsent(Key.of(conversation, author), author.name());
            rooms.computeIfAbsent(room(conversation), r -> new LinkedHashSet<>())
                    .add(author.id());
        }
    }

    long messages() {
        return messages;
    }

    /** How many messages each conversation has; a copy to count down. */
    Map<Room, Long> messagesByRoom() {
        return new HashMap<>(messagesByRoom);
    }

    /** Names as displayed, in the order in which their owners first wrote. */
    Map<Key, String> names() {
        return names;
    }

    /** Names of chats between two, which mostly are the name of the other one. */
    Set<String> directNames() {
        return directNames;
    }

    /** True when at most one person ever writes here. */
    boolean isAlone(Conversation conversation) {
        return rooms.getOrDefault(room(conversation), Set.of()).size() < 2;
    }

    /** The ids of all who write here, in the order in which they first do. */
    Set<String> writers(Conversation conversation) {
        return rooms.getOrDefault(room(conversation), Set.of());
    }

    /** Whoever goes by an id here, or null when nobody does. */
    @Nullable
    Author author(Conversation conversation, String id) {
        String name = names.get(new Key(conversation.platform(), id));
        return name == null ? null : new Author(id, name);
    }

    /** Whoever goes by a name, or an id, without regard to case and spacing. */
    Set<Key> named(String name) {
        Set<Key> found = new HashSet<>();
        names.forEach((key, displayed) -> {
            if (plain(displayed).equals(plain(name)) || plain(key.author()).equals(plain(name))) {
                found.add(key);
            }
        });
        return found;
    }

    private static String plain(String name) {
        return SPACES.matcher(Normalizer.normalize(name, Normalizer.Form.NFC))
                .replaceAll(" ")
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    static Room room(Conversation conversation) {
        return new Room(conversation.platform(), conversation.id());
    }
}
