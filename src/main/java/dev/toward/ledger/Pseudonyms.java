package dev.toward.ledger;

import dev.toward.text.Author;
import dev.toward.text.Conversation;
import dev.toward.text.Message;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Gives everybody who writes another name (Person A, Person B, …), chats, files and messages a number, and takes names,
 * mentions, mail addresses and telephone numbers out of the texts. Applied before anything is read, so that every span and
 * every suggestion speaks of the changed text. Not for several threads.
 *
 * <p>It knows the names of those who write, whole and in parts. Nicknames, and people who are only spoken of, stay.
 */
final class Pseudonyms implements UnaryOperator<Message> {
    private static final int REMEMBERED = 1 << 16;
    private static final Pattern MAIL =
            Pattern.compile("[\\p{L}\\p{N}._%+-]+@[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+");
    private static final Pattern DIGITS =
            Pattern.compile("(?<![\\p{L}\\p{N}])\\+?[(]?\\p{Nd}(?:[ \\u00a0\\u202f./()-]{0,3}\\p{Nd}){6,}");
    private static final Pattern DATE = Pattern.compile(
            "(?:\\p{Nd}{4}[-./]\\p{Nd}{1,2}[-./]\\p{Nd}{1,2}|\\p{Nd}{1,2}[-./]\\p{Nd}{1,2}[-./]\\p{Nd}{4})(?: \\p{Nd}{1,2})?");

    /** Parts of names that are everyday words too: taken for the name only where they are written with a capital. */
    private static final Set<String> EVERYDAY = Set.of(
            "amber",
            "and",
            "angel",
            "april",
            "art",
            "august",
            "autumn",
            "baby",
            "bear",
            "best",
            "big",
            "bill",
            "bob",
            "boss",
            "bro",
            "brother",
            "buddy",
            "chase",
            "christian",
            "cliff",
            "dad",
            "daddy",
            "dawn",
            "de",
            "dear",
            "don",
            "drew",
            "faith",
            "family",
            "fern",
            "frank",
            "friend",
            "gene",
            "girl",
            "grace",
            "grant",
            "guy",
            "harmony",
            "heather",
            "home",
            "hope",
            "house",
            "hunter",
            "iris",
            "ivy",
            "jack",
            "jean",
            "jewel",
            "job",
            "joy",
            "june",
            "king",
            "la",
            "lane",
            "lily",
            "little",
            "long",
            "love",
            "ma",
            "mark",
            "may",
            "melody",
            "miles",
            "mom",
            "mum",
            "my",
            "new",
            "nick",
            "of",
            "old",
            "olive",
            "pa",
            "page",
            "pat",
            "patience",
            "pearl",
            "penny",
            "pierce",
            "queen",
            "ray",
            "red",
            "rich",
            "rob",
            "robin",
            "rose",
            "ruby",
            "rusty",
            "sister",
            "skip",
            "sky",
            "stone",
            "sue",
            "summer",
            "sunny",
            "team",
            "the",
            "van",
            "von",
            "violet",
            "wade",
            "will",
            "winter",
            "woods",
            "work",
            "young");

    private final Map<Roster.Key, Author> people = new HashMap<>();
    private final Map<String, String> byName = new HashMap<>();
    private final Set<String> others = new HashSet<>();
    private final Pattern mentions;
    private final Map<String, Chat> chats = new HashMap<>();
    private final Map<String, Integer> files = new HashMap<>();
    private final Map<Id, String> ids = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Id, String> eldest) {
            return size() > REMEMBERED;
        }
    };

    private static final class Chat {
        private final Conversation renamed;
        private long messages;

        Chat(Conversation renamed) {
            this.renamed = renamed;
        }
    }

    /** Ids are unique in their chat only, and the messages of chats may lie among one another. */
    private record Id(Chat chat, String message) {}

    Pseudonyms(Roster roster) {
        roster.names().forEach((key, name) -> {
            String letter = letters(people.size());
            Author author = new Author("person-" + letter.toLowerCase(Locale.ROOT), "Person " + letter);
            people.put(key, author);
            learn(name, author.name());
            learnWhole(key.author(), author.name());
        });
        int more = people.size();
        for (String name : roster.directNames()) {
            if (!byName.containsKey(plain(name)) && name.codePoints().anyMatch(Character::isLetter)) {
                learn(name, "Person " + letters(more++));
            }
        }
        String any = byName.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .flatMap(name -> Stream.of(name, Normalizer.normalize(name, Normalizer.Form.NFD)))
                .distinct()
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        String word = "@(?!\\s)[\\p{L}\\p{M}\\p{N}_](?:[\\p{L}\\p{M}\\p{N}_.-]*[\\p{L}\\p{M}\\p{N}_])?";
        mentions = Pattern.compile(
                any.isEmpty() ? word : "@?(?<![\\p{L}\\p{M}\\p{N}])(?:" + any + ")(?![\\p{L}\\p{M}\\p{N}])|" + word,
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** Whoever goes by an id there, under the other name. */
    @Nullable
    Author author(Conversation conversation, String id) {
        return people.get(new Roster.Key(conversation.platform(), id));
    }

    @Override
    public Message apply(Message message) {
        Chat chat = chat(message.conversation());
        String id = "m" + ++chat.messages;
        ids.put(new Id(chat, message.id()), id);
        Author author =
                message.author() == null ? null : people.get(Roster.Key.of(message.conversation(), message.author()));
        boolean notice = message.kind() == Message.Kind.SYSTEM || message.kind() == Message.Kind.CALL;
        return new Message(
                chat.renamed,
                id,
                author,
                message.time(),
                message.kind(),
                notice ? "" : text(message.text()),
                message.replyTo() == null ? null : ids.getOrDefault(new Id(chat, message.replyTo()), "earlier"),
                message.edited(),
                "file-" + files.computeIfAbsent(message.file(), f -> files.size() + 1),
                message.line());
    }

    /** A text without the names. */
    String text(String text) {
        String mailless = MAIL.matcher(text).replaceAll(m -> without(m.group(), "[mail]"));
        String nameless = mentions.matcher(mailless).replaceAll(m -> Matcher.quoteReplacement(instead(m)));
        return DIGITS.matcher(nameless)
                .replaceAll(m -> DATE.matcher(m.group()).matches()
                        ? Matcher.quoteReplacement(m.group())
                        : without(m.group(), "[number]"));
    }

    /** What was taken out so far. */
    Hidden hidden() {
        Set<String> everyday = new HashSet<>(byName.keySet());
        everyday.retainAll(EVERYDAY);
        return new Hidden(byName.keySet(), everyday, others);
    }

    private String without(String found, String instead) {
        if (others.size() < REMEMBERED) {
            others.add(found);
        }
        return instead;
    }

    private String instead(MatchResult found) {
        String match = found.group();
        boolean mention = match.startsWith("@");
        String name = mention ? match.substring(1) : match;
        String person = byName.get(plain(name));
        if (mention) {
            return without(match, person == null ? "@someone" : "@" + person);
        }
        boolean everyday = EVERYDAY.contains(plain(name));
        return person == null || (everyday && !Character.isUpperCase(name.codePointAt(0))) ? match : person;
    }

    private void learn(String name, String person) {
        learnWhole(name, person);
        for (String part : plain(name).split("[^\\p{L}\\p{M}\\p{N}]+", -1)) {
            if (part.codePointCount(0, part.length()) > 1 && part.codePoints().anyMatch(Character::isLetter)) {
                byName.putIfAbsent(part, person);
            }
        }
    }

    /** A name in one piece. Bare short numbers, which ids may be, would be found in every text. */
    private void learnWhole(String name, String person) {
        String whole = plain(name);
        long digits = whole.codePoints().filter(Character::isDigit).count();
        if (whole.codePoints().anyMatch(Character::isLetter) || digits > 4) {
            byName.putIfAbsent(whole, person);
        }
    }

    private Chat chat(Conversation original) {
        return chats.computeIfAbsent(original.platform() + '\n' + original.id(), key -> {
            int number = chats.size() + 1;
            return new Chat(new Conversation(original.platform(), "chat-" + number, "Chat " + number, original.kind()));
        });
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC).strip().toLowerCase(Locale.ROOT);
    }

    /** 0 is A, 25 is Z, 26 is AA. */
    private static String letters(int index) {
        String last = String.valueOf((char) ('A' + index % 26));
        return index < 26 ? last : letters(index / 26 - 1) + last;
    }
}
