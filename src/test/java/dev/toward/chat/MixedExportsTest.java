package dev.toward.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.toward.text.Conversation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several formats at once, and what is no chat among them. */
class MixedExportsTest {
    private static final String[] ALL = {
        "slack/users.json",
        "[{\"id\": \"U1\", \"name\": \"ana\"}]",
        "slack/channels.json",
        "[{\"id\": \"C1\", \"name\": \"general\"}]",
        "slack/general/2023-11-14.json",
        "[{\"type\": \"message\", \"user\": \"U1\", \"text\": \"slack\", \"ts\": \"1700000001.000100\"}]",
        "facebook/messages/inbox/ana_1/message_1.json",
        "{\"participants\": [{\"name\": \"Ana\"}], \"messages\": [{\"sender_name\": \"Ana\", \"timestamp_ms\": 1600000000000,"
                + " \"content\": \"messenger\", \"type\": \"Generic\"}]}",
        "instagram/your_instagram_activity/messages/inbox/ana_1/message_1.json",
        "{\"participants\": [{\"name\": \"Ana\"}], \"messages\": [{\"sender_name\": \"Ana\", \"timestamp_ms\": 1600000000000,"
                + " \"content\": \"instagram\"}]}",
        "Takeout/Google Chat/Groups/DM A/messages.json",
        "{\"messages\": [{\"creator\": {\"name\": \"Ana\"}, \"created_date\": \"Friday, May 1, 2026 at 3:00:00 AM UTC\", \"text\": \"google\","
                + " \"topic_id\": \"t\", \"message_id\": \"S/t/t\"}]}",
        "Takeout/Google Chat/Groups/DM A/group_info.json",
        "{\"members\": [{\"name\": \"Ana\"}]}",
        "WhatsApp Chat - Maya/_chat.txt",
        "[13.09.21, 08:15:01] Maya: whatsapp\n",
        "WhatsApp Chat - Maya/document.txt",
        "13/09/21, 08:15 - Ana: sent as a file\n13/09/21, 08:16 - Ana: and no chat\n",
        "generic.jsonl",
        "{\"author\": \"Ana\", \"text\": \"generic\"}\n",
        "letter.txt",
        "Dear all,\n",
        "photo.jpg",
        "never opened"
    };

    @TempDir
    Path folder = Path.of("");

    private static void assertAll(Collected chat, String root) {
        assertEquals(
                List.of("generic", "google", "instagram", "messenger", "slack", "whatsapp"),
                chat.texts().stream().sorted().toList());
        assertEquals(
                List.of("google-chat", "instagram", "jsonl", "messenger", "slack", "whatsapp"),
                chat.chats.stream().map(Conversation::platform).sorted().toList());
        assertEquals(List.of(new Skipped(root + "/letter.txt", 0, "fits no chat format that is known")), chat.skipped);
        assertEquals(List.of(), chat.warnings);
    }

    @Test
    void folder_ofEverything() throws IOException {
        Path root = ExportFolder.write(folder.resolve("all"), ALL);
        assertAll(Collected.read(root, Collected.options()), "all");
        assertEquals(
                "mixed",
                ChatExports.with(Collected.options()).inspect(List.of(root)).format());
    }

    @Test
    void zip_ofEverything() throws IOException {
        assertAll(Collected.read(ExportFolder.zip(folder.resolve("all.zip"), ALL), Collected.options()), "all.zip");
    }

    @Test
    void folder_ofZips() throws IOException {
        ExportFolder.zip(folder.resolve("a.zip"), ALL);
        Collected chat = Collected.read(folder, Collected.options());
        assertEquals(6, chat.messages.size());
    }

    @Test
    void helpersAlone_areNoExport() throws IOException {
        Path root = ExportFolder.write(folder.resolve("slack"), ALL[0], ALL[1], ALL[2], ALL[3]);
        ChatExportException thrown =
                assertThrows(ChatExportException.class, () -> Collected.read(root, Collected.options()));
        String problem = String.valueOf(thrown.getMessage());
        assertTrue(problem.startsWith(root + ": no chat format recognised; expected a "), problem);
        assertTrue(problem.contains(" WhatsApp, Slack, Instagram, Messenger, Google Chat, Hangouts,"), problem);
    }

    @Test
    void beside_staysBelowThePathGiven() throws IOException {
        ExportFolder.write(folder, ALL);
        Path file = folder.resolve("slack/general/2023-11-14.json");
        assertEquals(List.of("ana"), Collected.read(file, Collected.options()).authors());
        List<Source> sources =
                new SourceWalk(Collected.options(), s -> {}).below(List.of(folder.resolve("slack/general")));
        assertEquals(null, sources.get(0).beside("../users.json"));
        assertEquals(null, sources.get(0).beside("../../../../../../../etc/passwd"));
    }
}
