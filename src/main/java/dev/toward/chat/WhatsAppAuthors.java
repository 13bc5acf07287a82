package dev.toward.chat;

import dev.toward.text.Conversation;
import dev.toward.text.Message;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who writes in a WhatsApp export. Names may hold colons, notices may too, and iOS puts a group's notices under the name of the
 * group; so the first pass counts every text up to a colon that could be a name, and {@link #settle} draws the conclusions.
 */
final class WhatsAppAuthors {
    private static final int MOST_NAMES = 50_000;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_NOTICE = 2000;
    private static final int MOST_COLONS = 4;
    private static final int MOST_WORDS = 6;
    private static final Pattern QUOTED =
            Pattern.compile("[\"\u201C\u201E\u00AB]([^\"\u201C\u201D\u00BB]{1,100})[\"\u201C\u201D\u00BB]");
    private static final Pattern BETWEEN_NAMES = Pattern.compile(",|\\band\\b");

    /** What was counted of one possible name. */
    private static final class Count {
        private long messages;
        private long likeNotices;
        private long marked;

        void add(Count other) {
            messages += other.messages;
            likeNotices += other.likeNotices;
            marked += other.marked;
        }
    }

    /** A header's rest taken apart; author null for a notice. */
    record Split(@Nullable String author, String body) {}

    private final @Nullable String chatName;
    private final Map<Shape, Map<String, Count>> byShape = new HashMap<>();
    private final Map<Shape, Set<String>> groupNames = new HashMap<>();
    private final Map<Shape, Set<String>> namedInNotices = new HashMap<>();
    private final Set<Shape> withGroupNotices = new HashSet<>();
    private final Map<String, Integer> angled = new HashMap<>();
    private int names;

    private Map<String, Count> settled = Map.of();
    private final Map<String, Boolean> notices = new HashMap<>();
    private final Set<String> known = new HashSet<>();
    private final Set<String> system = new HashSet<>();
    private Conversation.Kind kind = Conversation.Kind.UNKNOWN;

    WhatsAppAuthors(@Nullable String chatName) {
        this.chatName = chatName;
    }

    /** True if an unseen mark stands before the body: the app wrote it, not a person. */
    static boolean isMarked(String raw, String stripped, String rest) {
        if (raw.length() == stripped.length()) {
            return false;
        }
        int colon = colon(rest, 0);
        int bodyLength = colon < 0 ? -1 : stripped.length() - rest.length() + bodyStart(rest, colon);
        int visible = 0;
        for (int i = 0; i < raw.length(); i++) {
            if (Marks.isMark(raw.charAt(i))) {
                if (visible == bodyLength && raw.charAt(i) == Marks.LEFT_TO_RIGHT) {
                    return true;
                }
            } else {
                visible++;
            }
        }
        return false;
    }

    /** First pass: counts the possible names of a header. */
    void learn(Shape shape, String rest, boolean marked) {
        int colon = colon(rest, 0);
        if (colon < 0) {
            learnNotice(shape, rest);
            return;
        }
        Map<String, Count> counts = byShape.computeIfAbsent(shape, s -> new HashMap<>());
        for (int tries = 0; colon >= 0 && tries < MOST_COLONS; tries++, colon = colon(rest, colon + 1)) {
            String name = Marks.name(rest.substring(0, colon));
            Count count = counts.get(name);
            if (count == null && names < MOST_NAMES) {
                names++;
                count = new Count();
                counts.put(name, count);
            }
            if (count != null) {
                count(count, name, rest, colon, shape, marked && tries == 0);
            }
            if (tries == 0 && saysNotice(name)) {
                learnNotice(shape, rest);
            }
        }
    }

    private void count(Count count, String name, String rest, int colon, Shape shape, boolean marked) {
        count.messages++;
        String body = rest.substring(bodyStart(rest, colon));
        if (body.length() < 40 && body.startsWith("<") && body.endsWith(">") && angled.size() < 1000) {
            angled.merge(body, 1, Integer::sum);
        }
        boolean stillLike = count.likeNotices == count.messages - 1;
        if (marked || stillLike || name.equals(chatName)) {
            WhatsAppBody read = WhatsAppBody.of(body, shape.bracket(), Set.of());
            boolean plain = read.kind() == Message.Kind.TEXT && !read.edited();
            boolean worded = plain && saysNoticeBody(body);
            count.likeNotices += (marked && plain) || worded ? 1 : 0;
            count.marked += marked && plain && worded ? 1 : 0;
        }
    }

    private void learnNotice(Shape shape, String notice) {
        if (notice.length() > LONGEST_NOTICE) {
            return;
        }
        String lower = notice.toLowerCase(Locale.ROOT);
        if (WhatsAppWords.holdsOne(lower, WhatsAppWords.GROUP)) {
            withGroupNotices.add(shape);
            Matcher matcher = QUOTED.matcher(notice);
            Set<String> ofShape = groupNames.computeIfAbsent(shape, s -> new HashSet<>());
            while (matcher.find() && ofShape.size() < 1000) {
                ofShape.add(Marks.name(matcher.group(1)));
            }
        }
        Set<String> named = namedInNotices.computeIfAbsent(shape, s -> new HashSet<>());
        for (String verb : WhatsAppWords.NAMING) {
            int at = lower.indexOf(verb);
            if (at >= 0 && lower.length() == notice.length()) {
                for (String name : BETWEEN_NAMES.split(notice.substring(at + verb.length()), -1)) {
                    if (named.size() < MOST_NAMES) {
                        named.add(Marks.name(name));
                    }
                }
            }
        }
    }

    /** Between the passes: draws the conclusions from the headers that count. */
    void settle(Set<Shape> shapes) {
        Map<String, Count> merged = new HashMap<>();
        for (Shape shape : shapes) {
            byShape.getOrDefault(shape, Map.of())
                    .forEach((name, count) ->
                            merged.computeIfAbsent(name, n -> new Count()).add(count));
            known.addAll(namedInNotices.getOrDefault(shape, Set.of()));
        }
        settled = merged;
        if (chatName != null) {
            known.add(chatName);
        }
        Set<String> groups = new HashSet<>();
        shapes.forEach(shape -> groups.addAll(groupNames.getOrDefault(shape, Set.of())));
        merged.forEach((name, count) -> {
            boolean mostlyNotices = count.likeNotices * 2 >= count.messages && count.likeNotices > 0;
            boolean onlyNotices = count.likeNotices == count.messages;
            boolean bearsGroupName = groups.contains(name) || (name.equals(chatName) && merged.size() > 2);
            boolean bearsChatName = name.equals(chatName) && onlyNotices;
            if ((bearsGroupName && mostlyNotices) || bearsChatName || (onlyNotices && count.marked > 0)) {
                system.add(name);
            }
        });
        long writers = writers();
        boolean groupNotices = shapes.stream().anyMatch(withGroupNotices::contains);
        boolean groupWrites = system.stream().anyMatch(s -> groups.contains(s) || (s.equals(chatName) && writers > 1));
        kind = groupNotices || groupWrites || writers > 2
                ? Conversation.Kind.GROUP
                : writers > 0 ? Conversation.Kind.DIRECT : Conversation.Kind.UNKNOWN;
    }

    /** How many people write: "Anna" counts only for what is not of "Anna: work", and that only if it is a name itself. */
    private long writers() {
        Map<String, Long> own = new HashMap<>();
        settled.forEach((name, count) -> {
            if (isOwnName(name, count)) {
                own.merge(name, count.messages, Long::sum);
                int colon = colon(name, 0);
                if (colon >= 0) {
                    own.merge(Marks.name(name.substring(0, colon)), -count.messages, Long::sum);
                }
            }
        });
        return own.entrySet().stream()
                .filter(e -> e.getValue() > 0 && !system.contains(e.getKey()) && !isNotice(e.getKey()))
                .count();
    }

    private boolean isOwnName(String name, Count count) {
        for (int colon = colon(name, 0); colon >= 0; colon = colon(name, colon + 1)) {
            if (!isLonger(name, count, settled.get(Marks.name(name.substring(0, colon))))) {
                return false;
            }
        }
        return true;
    }

    /** Whether {@code name}, which begins with another and a colon, is a name itself. */
    private boolean isLonger(String name, @Nullable Count count, @Nullable Count shorter) {
        if (known.contains(name)) {
            return true;
        }
        return count != null && shorter != null && count.messages > 1 && count.messages == shorter.messages;
    }

    /** Second pass: author and body of a header. */
    Split split(String rest) {
        int first = colon(rest, 0);
        if (first < 0) {
            return new Split(null, rest);
        }
        String name = Marks.name(rest.substring(0, first));
        int end = first;
        Count shorter = settled.get(name);
        int next = colon(rest, first + 1);
        for (int tries = 1; next >= 0 && tries < MOST_COLONS; tries++, next = colon(rest, next + 1)) {
            String longer = Marks.name(rest.substring(0, next));
            if (isLonger(longer, settled.get(longer), shorter)) {
                name = longer;
                end = next;
            }
        }
        return isNotice(name) ? new Split(null, rest) : new Split(name, rest.substring(bodyStart(rest, end)));
    }

    /** True if what stands under this name are the chat's notices. */
    boolean isSystem(String name) {
        return system.contains(name);
    }

    /** Bodies in angle brackets that came often: markers of a language that the list lacks. */
    Set<String> markers() {
        Set<String> often = new HashSet<>();
        angled.forEach((body, times) -> {
            if (times > 2) {
                often.add(body);
            }
        });
        return often;
    }

    Conversation.Kind kind() {
        return kind;
    }

    private boolean isNotice(String name) {
        if (notices.size() > MOST_NAMES) {
            notices.clear();
        }
        return notices.computeIfAbsent(name, this::looksLikeNotice);
    }

    private boolean looksLikeNotice(String name) {
        if (known.contains(name)) {
            return false;
        }
        if (saysNotice(name)) {
            return true;
        }
        Count count = settled.get(name);
        boolean once = count == null || count.messages <= 1;
        return once
                && (name.chars().anyMatch(c -> "\"\u201C\u201D\u201E\u00AB\u00BB".indexOf(c) >= 0)
                        || words(name) > MOST_WORDS);
    }

    private static boolean saysNotice(String name) {
        return name.indexOf(' ') > 0
                && WhatsAppWords.holdsOne(name.toLowerCase(Locale.ROOT) + " ", WhatsAppWords.NOTICE_VERB);
    }

    static boolean saysNoticeBody(String body) {
        return body.length() < 400 && WhatsAppWords.holdsOne(body.toLowerCase(Locale.ROOT) + " ", WhatsAppWords.NOTICE);
    }

    private static int words(String name) {
        int words = 0;
        boolean inWord = false;
        for (int i = 0; i < name.length(); i++) {
            boolean letter = Character.isLetter(name.charAt(i));
            words += letter && !inWord ? 1 : 0;
            inWord = letter || (inWord && name.charAt(i) != ' ');
        }
        return words;
    }

    /** The next colon at or after {@code from} that may end a name: a space follows, or nothing, or a lone full stop. */
    private static int colon(String rest, int from) {
        for (int i = rest.indexOf(':', from); i >= 0 && i <= LONGEST_NAME; i = rest.indexOf(':', i + 1)) {
            boolean ends = i + 1 == rest.length()
                    || Marks.isSpace(rest.charAt(i + 1))
                    || (i + 2 == rest.length() && rest.charAt(i + 1) == '.');
            if (ends && i > 0) {
                return i;
            }
        }
        return -1;
    }

    private static int bodyStart(String rest, int colon) {
        if (colon + 1 == rest.length() || rest.charAt(colon + 1) == '.') {
            return rest.length();
        }
        return colon + 2;
    }
}
