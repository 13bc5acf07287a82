package dev.toward.chat;

import dev.toward.text.Author;
import dev.toward.text.Timestamp;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.field.address.LenientAddressParser;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.util.ByteSequence;
import org.jspecify.annotations.Nullable;

/** The headers of one mail, as far as they say who wrote it, when, and what it answers. */
final class MboxHeaders {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final int LONGEST = 1 << 16;
    private static final Set<String> WANTED = Set.of(
            "from",
            "reply-to",
            "x-original-from",
            "to",
            "cc",
            "date",
            "subject",
            "message-id",
            "in-reply-to",
            "references",
            "auto-submitted",
            "precedence",
            "list-id",
            "x-gm-thrid",
            "x-gm-labels",
            "x-gmail-labels");
    private static final Pattern ID = Pattern.compile("<([^<>\\s]{1,1000})>");
    private static final Pattern REPLY_MARK = Pattern.compile(
            "^(?:(?:re|aw|fwd?|wg|sv|vs|antw|tr|rif|odp|回复|答复)(?:\\[\\d{1,3}])?\\s*[:：]\\s{0,5}){1,20}",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern VIA = Pattern.compile("\\s{1,3}via\\s.*$", Pattern.CASE_INSENSITIVE);

    private final Map<String, String> values = new HashMap<>();
    private @Nullable String received;

    void add(Field field) {
        String name = field.getName().toLowerCase(Locale.ROOT).strip();
        if (name.equals("received") && received == null) {
            received = body(field); // the newest stands on top
        } else if (WANTED.contains(name)) {
            values.putIfAbsent(name, body(field));
        }
    }

    /** Unfolded; bytes that no header may have are UTF-8 or else windows-1252. */
    static String body(Field field) {
        ByteSequence raw = field.getRaw();
        String all = raw == null ? "x:" + field.getBody() : decoded(raw.toByteArray());
        String body = all.substring(all.indexOf(':') + 1);
        String cut = body.length() > LONGEST ? body.substring(0, LONGEST) : body;
        return cut.replaceAll("[\\r\\n]+(?=[ \\t])", "")
                .replaceAll("[\\r\\n]", " ")
                .strip();
    }

    static String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, WINDOWS_1252);
        }
    }

    private String value(String name) {
        return values.getOrDefault(name, "");
    }

    /** True when there are none that a mail has. */
    boolean isEmpty() {
        return value("from").isEmpty()
                && value("date").isEmpty()
                && value("message-id").isEmpty();
    }

    /** Without angle brackets; null if it has none. */
    @Nullable
    String id() {
        List<String> ids = ids(value("message-id"));
        String bare = value("message-id").strip();
        return !ids.isEmpty() ? ids.get(0) : bare.isEmpty() || bare.contains(" ") ? null : bare;
    }

    /** The ids that it says came before it, the oldest first; the mail that it answers comes last. */
    List<String> before() {
        Set<String> before = new LinkedHashSet<>(ids(value("references")));
        String answered = inReplyTo();
        if (answered != null && !before.contains(answered)) {
            before.add(answered);
        }
        before.remove(id());
        return List.copyOf(before);
    }

    /** The id in {@code In-Reply-To}, which may have other words around it. */
    @Nullable
    String inReplyTo() {
        List<String> ids = ids(value("in-reply-to"));
        return ids.isEmpty() ? null : ids.get(0);
    }

    /** Newest last. */
    List<String> references() {
        return ids(value("references"));
    }

    private static List<String> ids(String text) {
        List<String> ids = new ArrayList<>();
        Matcher matcher = ID.matcher(text);
        while (matcher.find()) {
            ids.add(matcher.group(1));
        }
        return ids;
    }

    /** Gmail's number of the thread; empty without one. */
    String gmailThread() {
        return value("x-gm-thrid");
    }

    /** By the address in lower case. A list that writes its own address there often says elsewhere whose mail it is. */
    Author author() {
        Mailbox from = mailbox(value("from"));
        if (from != null
                && from.getName() != null
                && VIA.matcher(from.getName()).find()) {
            Mailbox real = mailbox(value("x-original-from"));
            real = real != null ? real : mailbox(value("reply-to"));
            if (real != null && !real.getAddress().equalsIgnoreCase(from.getAddress())) {
                String name = real.getName() != null
                        ? real.getName()
                        : VIA.matcher(from.getName()).replaceFirst("");
                return author(real.getAddress(), name);
            }
        }
        return from == null ? Author.UNKNOWN : author(from.getAddress(), from.getName());
    }

    private static Author author(String address, @Nullable String written) {
        String id = address.toLowerCase(Locale.ROOT).strip();
        String name = written == null ? "" : Marks.name(words(written));
        return id.isEmpty() ? Author.UNKNOWN : new Author(id, name.isEmpty() ? id : name);
    }

    private static @Nullable Mailbox mailbox(String text) {
        List<Mailbox> boxes = mailboxes(text);
        return boxes.isEmpty() ? null : boxes.get(0);
    }

    private static List<Mailbox> mailboxes(String text) {
        try {
            return LenientAddressParser.DEFAULT.parseAddressList(text).flatten().stream()
                    .filter(box -> box.getAddress() != null && box.getAddress().contains("@"))
                    .toList();
        } catch (RuntimeException e) { // a parser that is lenient, and still not with everything
            return List.of();
        }
    }

    /** True when others than one person got it, or a list passed it on. */
    boolean hasSeveralReaders() {
        Set<String> readers = new LinkedHashSet<>();
        for (Mailbox box : mailboxes(value("to") + ", " + value("cc"))) {
            readers.add(box.getAddress().toLowerCase(Locale.ROOT));
        }
        readers.remove(author().id());
        return readers.size() > 1 || !value("list-id").isEmpty();
    }

    /** Without the marks of replies; empty when there is none. */
    String subject() {
        return Marks.name(REPLY_MARK.matcher(words(value("subject")).strip()).replaceFirst(""));
    }

    /** With {@code =?utf-8?B?…?=} decoded. */
    private static String words(String text) {
        try {
            return JsonTree.wellFormed(
                    DecoderUtil.decodeEncodedWords(text, DecodeMonitor.SILENT, StandardCharsets.UTF_8));
        } catch (RuntimeException e) { // charsets that nobody knows
            return text;
        }
    }

    /** When it was sent; where that cannot be read, when it came, or when it was put into the file. */
    @Nullable
    Timestamp time(String fromLine, LocalDate today) {
        Timestamp sent = MailDate.read(value("date"), today);
        if (sent != null) {
            return sent;
        }
        String came = received == null ? "" : received.substring(received.lastIndexOf(';') + 1);
        Timestamp arrived = MailDate.read(came, today);
        return arrived != null ? arrived : MailDate.read(fromLine, today);
    }

    /** True when a machine wrote it. */
    boolean isAutomatic() {
        String submitted = value("auto-submitted").toLowerCase(Locale.ROOT);
        String precedence = value("precedence").toLowerCase(Locale.ROOT);
        return (!submitted.isEmpty() && !submitted.startsWith("no"))
                || precedence.equals("bulk")
                || precedence.equals("junk")
                || precedence.equals("auto_reply");
    }

    /** True when Gmail had it as spam or thrown away. */
    boolean isThrownAway() {
        String labels = words(value("x-gmail-labels")) + "," + words(value("x-gm-labels"));
        for (String label : labels.split(",", -1)) {
            String plain = label.strip().replace("\"", "").replace("\\", "").toLowerCase(Locale.ROOT);
            if (plain.equals("spam") || plain.equals("trash")) {
                return true;
            }
        }
        return false;
    }
}
