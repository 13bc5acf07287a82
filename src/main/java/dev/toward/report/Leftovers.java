package dev.toward.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.toward.ledger.Entry;
import dev.toward.ledger.Hidden;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * Searches what a scan with other names has written for every name, mention, address and number that it replaced. It reads the files
 * as their readers would, and looks wherever something that a person wrote may stand. Names that are everyday words may stand in
 * lower case, as {@link Hidden} says; wordings of ours are searched for all but names, which they may share a word with.
 */
final class Leftovers implements Entry.Sink {
    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
    /** What stands in place of what was replaced. */
    private static final Pattern INSTEAD =
            Pattern.compile("@?Person [A-Z]+(?![\\p{L}\\p{N}])|@someone|\\[number]|\\[mail]");

    private static final Pattern ID =
            Pattern.compile("chat-\\d+|Chat \\d+|file-\\d+|(?:m\\d+|earlier)(?: (?:m\\d+|earlier))*|person-[a-z]+");
    /** Values that are never a person's. */
    private static final Set<String> OURS = Set.of(
            "suggestions",
            "wording",
            "tactics",
            "gestures",
            "care",
            "label",
            "undecided",
            "turn",
            "bid",
            "language",
            "tier",
            "model",
            "platform",
            "time",
            "when",
            "kind",
            "link",
            "week",
            "first",
            "last",
            "figures");

    private static final List<String> COLUMNS =
            List.of("conversation", "conversation_name", "id", "author", "file", "text", "in_reply_to");
    private static final Pattern DATA =
            Pattern.compile("<script type=\"application/json\" id=\"data\">(.*?)</script>", Pattern.DOTALL);
    private static final Pattern NOT_TEXT = Pattern.compile("<(script|style)\\b.*?</\\1>", Pattern.DOTALL);
    private static final Pattern WRITTEN =
            Pattern.compile("<bdi>(.*?)</bdi>|<div class=\"said[^\"]*\" dir=\"auto\">(.*?)</div>", Pattern.DOTALL);
    private static final Pattern OFFERED = Pattern.compile("<li dir=\"auto\">(.*?)</li>", Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile("<span class=\"vh\">[^<]*</span>|<[^>]*>");
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Something that must not be found.
     *
     * @param before how many characters stand before its first word, as in {@code @ann}
     */
    private record Literal(String text, int before, boolean name, boolean onlyWithCapital) {
        boolean isAt(String text, int word) {
            int start = word - before;
            int end = start + this.text.length();
            return start >= 0
                    && text.regionMatches(true, start, this.text, 0, this.text.length())
                    && (end == text.length()
                            || !TOKEN.matcher(text.substring(end, end + 1)).matches())
                    && !(onlyWithCapital && !Character.isUpperCase(text.codePointAt(word)));
        }
    }

    private final Map<String, List<Literal>> byFirstWord = new HashMap<>();

    @Override
    public void accept(Entry entry) {
        // what was replaced comes at the end
    }

    @Override
    public void hidden(Hidden hidden) {
        hidden.names().forEach(name -> learn(name, true, hidden.everyday().contains(name)));
        hidden.others().forEach(other -> learn(other, false, false));
    }

    private void learn(String text, boolean name, boolean onlyWithCapital) {
        String normal = Normalizer.normalize(text, Normalizer.Form.NFC);
        Matcher first = TOKEN.matcher(normal);
        if (!INSTEAD.matcher(normal).matches() && first.find()) {
            byFirstWord
                    .computeIfAbsent(plain(first.group()), t -> new ArrayList<>())
                    .add(new Literal(normal, first.start(), name, onlyWithCapital));
        }
    }

    /** @throws NameLeftException where something is left */
    void search(Path written, String name) throws IOException {
        if (name.endsWith(".jsonl")) {
            lines(written, name);
        } else if (name.endsWith(".json")) {
            JsonNode summary = JSON.readTree(Files.readString(written));
            values(summary, name, 1);
            for (JsonNode offered : summary.findValues("wording")) {
                check(offered.path("text").asText(), false, name, 1);
            }
        } else if (name.endsWith(".csv")) {
            rows(written, name);
        } else {
            page(Files.readString(written), name);
        }
    }

    private void lines(Path written, String name) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(written)) {
            long number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode message = JSON.readTree(line);
                number++;
                values(message, name, number);
                for (String offered : message.path("suggestions").findValuesAsText("rewritten")) {
                    check(offered, false, name, number);
                }
            }
        }
    }

    private void values(JsonNode node, String name, long line) throws NameLeftException {
        if (node.isTextual()) {
            check(node.asText(), true, name, line);
        } else if (node.isArray()) {
            for (JsonNode part : node) {
                values(part, name, line);
            }
        } else {
            for (var field : node.properties()) {
                if (!OURS.contains(field.getKey())) {
                    values(field.getValue(), name, line);
                }
            }
        }
    }

    private void rows(Path written, String name) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var rows = format.parse(Files.newBufferedReader(written, StandardCharsets.UTF_8))) {
            for (CSVRecord row : rows) {
                for (String column : COLUMNS) {
                    check(row.get(column), true, name, rows.getCurrentLineNumber());
                }
            }
        }
    }

    private void page(String page, String name) throws IOException {
        Matcher data = DATA.matcher(page);
        while (data.find()) {
            values(JSON.readTree(data.group(1)), name, line(page, data.start()));
        }
        // the same lines stay the same lines
        String body = NOT_TEXT.matcher(page).replaceAll(m -> "\n"
                .repeat((int) m.group().chars().filter(c -> c == '\n').count()));
        Matcher written = WRITTEN.matcher(body);
        while (written.find()) {
            String text = written.group(1) == null ? written.group(2) : written.group(1);
            check(plainText(text), true, name, line(body, written.start()));
        }
        Matcher offered = OFFERED.matcher(body);
        while (offered.find()) {
            check(plainText(offered.group(1)), false, name, line(body, offered.start()));
        }
    }

    private static String plainText(String html) {
        return TAG.matcher(html)
                .replaceAll("")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&#x60;", "`")
                .replace("&#x3D;", "=")
                .replace("&amp;", "&");
    }

    private void check(String text, boolean names, String file, long line) throws NameLeftException {
        if (ID.matcher(text).matches()) {
            return;
        }
        String left =
                INSTEAD.matcher(Normalizer.normalize(text, Normalizer.Form.NFC)).replaceAll(" ");
        Matcher words = TOKEN.matcher(left);
        while (words.find()) {
            for (Literal literal : byFirstWord.getOrDefault(plain(words.group()), List.of())) {
                if ((names || !literal.name()) && literal.isAt(left, words.start())) {
                    throw new NameLeftException(file, line);
                }
            }
        }
    }

    private static long line(String text, int at) {
        return 1 + text.substring(0, at).chars().filter(c -> c == '\n').count();
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}
