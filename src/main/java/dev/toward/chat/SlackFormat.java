package dev.toward.chat;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import dev.toward.text.Conversation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Slack's workspace export, and what other tools write in its layout: {@code users.json}, lists of channels, and a folder a channel
 * with a file a day. Also one file a conversation, as one of those tools has it.
 */
final class SlackFormat implements ChatFormat {
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}\\.json");
    private static final Pattern STAMP = Pattern.compile("\\d{9,11}\\.\\d{1,6}");
    private static final List<String> PEOPLE = List.of("users.json", "org_users.json");
    private static final Set<String> OWN = Set.of(
            "users.json",
            "org_users.json",
            "channels.json",
            "groups.json",
            "dms.json",
            "mpims.json",
            "integration_logs.json",
            "canvases.json",
            "content_flags.json",
            "lists.json",
            "file_conversations.json",
            "huddle_transcripts.json",
            "workspace.json");
    private static final List<String> UPLOADS = List.of("/__uploads/", "/attachments/");

    @Override
    public String id() {
        return "slack";
    }

    @Override
    public String name() {
        return "Slack";
    }

    @Override
    public boolean isMedia(Source source) {
        return UPLOADS.stream().anyMatch(source.name()::contains)
                && Stream.of("../", "../../", "../../../").anyMatch(up -> isRoot(source, up));
    }

    /** True where a workspace's own files lie in the folder that {@code up} leads to. */
    private static boolean isRoot(Source source, String up) {
        boolean people = PEOPLE.stream().anyMatch(f -> source.beside(up + f) != null);
        return people && SlackWorkspace.LISTS.keySet().stream().anyMatch(f -> source.beside(up + f) != null);
    }

    @Override
    public Fit fit(Source source, Head head, ReadOptions options) {
        JsonNode json = head.json();
        boolean inChannel = DAY.matcher(source.fileName()).matches() && isRoot(source, "../");
        if (inChannel && (json.isArray() || head.firstLine().startsWith("["))) {
            return Fit.YES;
        }
        JsonNode messages = json.isArray() ? json : json.path("messages");
        for (JsonNode record : messages) {
            boolean stamped = STAMP.matcher(record.path("ts").asText()).matches();
            if (stamped && (record.path("type").asText().equals("message") || json.has("channel_id"))) {
                return Fit.YES;
            }
        }
        if (json.has("channel_id") && messages.isArray()) {
            return Fit.YES;
        }
        boolean list = OWN.contains(source.fileName()) && isRoot(source, "");
        boolean beside = (json.isArray() || source.fileName().startsWith("canvas")) && isRoot(source, "../");
        return list || beside ? Fit.BELONGS : Fit.NO;
    }

    @Override
    public List<List<Source>> together(List<Source> files) {
        Map<String, List<Source>> workspaces = new LinkedHashMap<>();
        for (Source file : files) {
            workspaces.computeIfAbsent(root(file), r -> new ArrayList<>()).add(file);
        }
        return List.copyOf(workspaces.values());
    }

    private static String root(Source file) {
        boolean day = DAY.matcher(file.fileName()).matches();
        String folder = file.folder();
        return day ? folder.substring(0, Math.max(0, folder.lastIndexOf('/'))) : folder;
    }

    @Override
    public void read(Source source, ReadOptions options, Delivery delivery) throws IOException {
        read(List.of(source), options, delivery);
    }

    @Override
    public void read(List<Source> files, ReadOptions options, Delivery delivery) throws IOException {
        SlackWorkspace workspace = SlackWorkspace.around(files.get(0), delivery);
        SlackRecords records = new SlackRecords(workspace, options);
        Map<String, List<Source>> channels = new TreeMap<>();
        for (Source file : files) {
            boolean day = DAY.matcher(file.fileName()).matches();
            channels.computeIfAbsent(day ? file.folder() : file.name(), c -> new ArrayList<>())
                    .add(file);
        }
        long record = 1;
        for (Map.Entry<String, List<Source>> channel : channels.entrySet()) {
            String[] named = {"", ""};
            OldestFirst messages = new OldestFirst();
            for (Source file : channel.getValue()) {
                delivery.from(file);
                try {
                    messages(file, records, delivery, named, messages::add);
                } catch (IOException e) {
                    delivery.unreadable(e);
                }
            }
            String folder = channel.getKey().substring(channel.getKey().lastIndexOf('/') + 1);
            Conversation chat = workspace.conversation(folder, named[0], named[1], options);
            delivery.chat(chat);
            record = messages.deliver(
                    chat,
                    record,
                    delivery,
                    (file, taker) -> messages(
                            file,
                            new SlackRecords(workspace, options),
                            Delivery.nowhere(id(), file),
                            new String[2],
                            taker));
        }
        records.finish(delivery);
    }

    /** @param named id and name of the channel, where the file itself says them */
    private static void messages(
            Source file, SlackRecords records, Delivery delivery, String[] named, Found.Taker taker)
            throws IOException {
        try (JsonFile json = JsonFile.of(file, delivery)) {
            JsonToken start = json.next();
            if (start == JsonToken.START_ARRAY) {
                array(json, file, records, delivery, taker);
                return;
            }
            if (start != JsonToken.START_OBJECT) {
                delivery.skipped(1, "expected an array of messages");
                return;
            }
            while (json.next() == JsonToken.FIELD_NAME) {
                String field = json.name();
                JsonToken value = json.next();
                switch (field) {
                    case "channel_id" -> named[0] = json.value().asText();
                    case "name" -> named[1] = json.value().asText();
                    case "messages" -> {
                        if (value == JsonToken.START_ARRAY) {
                            array(json, file, records, delivery, taker);
                        }
                    }
                    default -> json.skip();
                }
            }
        }
    }

    private static void array(JsonFile json, Source file, SlackRecords records, Delivery delivery, Found.Taker taker)
            throws IOException {
        for (JsonNode record = json.record(); record != null; record = json.record()) {
            long line = json.recordLine();
            one(record, file, line, records, delivery, taker);
            for (JsonNode reply : record.path("slackdump_thread_replies")) {
                one(reply, file, line, records, delivery, taker);
            }
        }
    }

    private static void one(
            JsonNode record, Source file, long line, SlackRecords records, Delivery delivery, Found.Taker taker)
            throws IOException {
        Consumer<String> why = reason -> delivery.skipped(line, reason);
        Found found = records.found(record, file, line, why);
        if (found != null) {
            taker.take(found);
        }
    }
}
