package dev.toward.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.toward.text.Conversation;
import dev.toward.text.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IMessageFormatTest {
    @TempDir
    Path folder = Path.of("");

    private Collected read(String name, String content) throws IOException {
        return Collected.read(Collected.write(folder, name, content), Collected.options());
    }

    private static List<String> replies(Collected chat) {
        return chat.messages.stream().map(m -> String.valueOf(m.replyTo())).toList();
    }

    @Test
    void txt_conversation() throws IOException {
        Collected chat = read("Ana.txt", """
                Jan 31, 2024  6:05:09 PM (Read by you after 5 minutes, 2 seconds)
                Ana
                so tired

                and cold
                Tapbacks:
                Loved by Me
                \u2764\uFE0F by Me


                Jan 31, 2024 12:00:00 AM
                Me
                sleep well
                Sent with Confetti

                Feb  1, 2024 12:00:00 PM
                Me
                not a date

                """);
        chat.assertSaid(
                "2024-01-31T18:05:09 Ana TEXT so tired\n\nand cold",
                "2024-01-31T00:00:00 Me TEXT sleep well\n\nFeb  1, 2024 12:00:00 PM\nMe\nnot a date"
                        .replace("Feb  1", "Feb  1"));
        assertEquals(Conversation.Kind.DIRECT, chat.chats.get(0).kind());
        assertEquals("imessage:Ana", chat.chats.get(0).id());
        assertEquals(List.of(1L, 11L), chat.messages.stream().map(Message::line).toList());
        assertEquals(List.of(), chat.skipped);
    }

    @Test
    void txt_announcements() throws IOException {
        Collected chat = read("Ana, Ben.txt", """
                Jan 31, 2024  6:05:09 PM You renamed the conversation to Sea

                Jan 31, 2024  6:06:09 PM Ana changed the group photo.

                Jan 31, 2024  6:07:09 PM
                Ben
                hi

                Jan 31, 2024  6:08:09 PM You unsent a message!

                """);
        chat.assertSaid(
                "2024-01-31T18:05:09 - SYSTEM You renamed the conversation to Sea",
                "2024-01-31T18:06:09 - SYSTEM Ana changed the group photo.",
                "2024-01-31T18:07:09 Ben TEXT hi",
                "2024-01-31T18:08:09 Me DELETED ");
        assertEquals(Conversation.Kind.GROUP, chat.chats.get(0).kind());
    }

    /** Below its parent a reply is a copy; its own place counts, and is linked. */
    @Test
    void txt_repliesStandTwice() throws IOException {
        Collected chat = read("Ana.txt", """
                Jan 31, 2024  6:00:00 PM
                Ana
                how was the exam?
                    Jan 31, 2024  6:10:00 PM (Read by them after 1 second)
                    Me
                    long story
                it went badly

                and I cried
                    Tapbacks:
                        Loved by Ana

                    Jan 31, 2024  6:11:00 PM
                    Ana
                    oh no

                and tell me all

                Jan 31, 2024  6:10:00 PM (Read by them after 1 second)
                Me
                long story
                it went badly

                and I cried
                Tapbacks:
                Loved by Ana

                This message responded to an earlier message.

                Jan 31, 2024  6:11:00 PM
                Ana
                oh no
                This message responded to an earlier message.

                Jan 31, 2024  6:12:00 PM
                Me
                thanks

                """);
        chat.assertSaid(
                "2024-01-31T18:00:00 Ana TEXT how was the exam?\nand tell me all",
                "2024-01-31T18:10:00 Me TEXT long story\nit went badly\n\nand I cried",
                "2024-01-31T18:11:00 Ana TEXT oh no",
                "2024-01-31T18:12:00 Me TEXT thanks");
        String parent = chat.messages.get(0).id();
        assertEquals(List.of("null", parent, parent, "null"), replies(chat));
    }

    @Test
    void txt_edits() throws IOException {
        Collected chat = read("Ana.txt", """
                Jan 31, 2024  6:05:09 PM
                Ana
                Jan 31, 2024  6:05:09 PM so tierd
                Edited 9 seconds later: so tired
                Edited 2 seconds later: so very tired
                today

                Jan 31, 2024  6:06:09 PM
                Ana
                Edited 9 seconds later: I typed this

                """);
        assertEquals(List.of("so very tired\ntoday", "Edited 9 seconds later: I typed this"), chat.texts());
        assertEquals(
                List.of(true, false),
                chat.messages.stream().map(Message::edited).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "This message was deleted from the conversation!\nHello",
                "You unsent this message part 5 seconds after sending!",
                "They unsent this message part!",
                "They deleted a message.",
            })
    void txt_deleted(String body) throws IOException {
        Collected chat = read("Ana.txt", "Jan 31, 2024  6:05:09 PM\nMe\n" + body + "\n\n");
        chat.assertSaid("2024-01-31T18:05:09 Me DELETED ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "attachments/Ana/IMG 1.heic",
                "/Users/ana/Library/Messages/Attachments/ab/10/x y/IMG_1.HEIC",
                "~/Library/Messages/Attachments/ab/10/IMG_1.HEIC",
                "IMG_1.HEIC",
                "Attachment missing!",
                "Sticker from Ana: attachments/1.heic",
                "SharePlay Message\nEnded",
                "Started sharing location!",
            })
    void txt_media(String body) throws IOException {
        Collected chat = read(
                "Ana.txt",
                "Jan 31, 2024  6:05:09 PM\nMe\n" + body + "\n\nJan 31, 2024  6:06:09 PM\nMe\n" + body + "\nlook!\n\n");
        chat.assertSaid("2024-01-31T18:05:09 Me MEDIA ", "2024-01-31T18:06:09 Me MEDIA look!");
    }

    @Test
    void txt_wordsThatLookLikeMarks() throws IOException {
        Collected chat = read("Ana.txt", """
                Jan 31, 2024  6:05:09 PM
                Ana
                Reactions:
                none so far

                Jan 31, 2024  6:06:09 PM
                Ana
                Sent with Confetti

                Jan 31, 2024  6:07:09 PM
                Ana
                see https://example.org/a.jpg

                """);
        assertEquals(
                List.of("Reactions:\nnone so far", "Sent with Confetti", "see https://example.org/a.jpg"),
                chat.texts());
        assertEquals(
                List.of(Message.Kind.TEXT, Message.Kind.TEXT, Message.Kind.TEXT),
                chat.messages.stream().map(Message::kind).toList());
    }

    /** A date that somebody pasted has no sender below it, or nothing above it. */
    @Test
    void txt_pastedDates() throws IOException {
        Collected chat = read("Ana.txt", """
                Jan 31, 2024  6:05:09 PM
                Ana
                look:
                Jan 30, 2024  6:00:00 PM
                Me

                Jan 29, 2024  6:00:00 PM
                he said it was over, can you believe that?

                Jan 31, 2024  6:06:09 PM
                Me
                no

                """);
        assertEquals(
                List.of(
                        "look:\nJan 30, 2024  6:00:00 PM\nMe\n\nJan 29, 2024  6:00:00 PM\nhe said it was over, can you believe that?",
                        "no"),
                chat.texts());
    }

    @Test
    void txt_damaged() throws IOException {
        Collected chat = read(
                "orphaned.txt",
                "Jan 31, 2024  6:05:09 PM Ana left the conversation.\n\nlost words\n\nFeb 30, 2024  6:05:09 PM\n+15550100\nwhen?\n\nJan 31, 2024  6:07:09 PM\nana@example.org\n");
        chat.assertSaid(
                "2024-01-31T18:05:09 - SYSTEM Ana left the conversation.",
                "null +15550100 TEXT when?",
                "2024-01-31T18:07:09 ana@example.org UNKNOWN ");
        assertEquals(
                List.of(new Skipped("orphaned.txt", 3, "stands below a notice; expected a date and then a name")),
                chat.skipped);
        assertEquals(1, chat.warnings.size());
    }

    private static final String NESTED = """
            <div class="message">
            <div class="received">
            <p><span class="timestamp"><a title="Reveal in Messages app" href="sms://open?message-guid=AAA-1">Jan 31, 2024  6:00:00 PM</a> (Read by you after 5 seconds)</span>
            <span class="sender">Ana</span></p>
            <hr><div class="message_part">
            <span class="bubble">how was
            the <b>exam</b>?</span>
            </div>
            <div class="tapbacks"><hr><p>Tapbacks:</p><div class="tapback"><span><b>Loved</b> by Me</span></div></div>
            <div class="replies">
            <div class="reply"><div class="message">
            <div class="sent iMessage">
            <p><span class="timestamp"><a href="sms://open?message-guid=AAA-2">Jan 31, 2024  6:10:00 PM</a> </span>
            <span class="reply_anchor"><a title="View in context" href="#r-AAA-2">&#8690;</a></span>
            <span class="sender">Me</span></p>
            <hr><div class="message_part"><span class="bubble">badly</span></div>
            </div>
            </div></div>
            </div>
            </div>
            </div>
            <div class="message", id="r-AAA-2">
            <div class="sent iMessage">
            <p><span class="timestamp"><a href="sms://open?message-guid=AAA-2">Jan 31, 2024  6:10:00 PM</a> </span>
            <span class="reply_anchor"><a title="View in thread" href="#AAA-2">&#8689;</a></span>
            <span class="sender">Me</span></p>
            <hr><div class="message_part"><span class="bubble">badly</span></div>
            <span class="reply_context">This message responded to an earlier message.</span>
            </div>
            </div>
            """;

    private static String page(String body) {
        return "<html>\n<head>\n<meta charset=\"UTF-8\">\n<style>\n.message { color: red }\n</style></head>\n<body>\n"
                + body + "\n</body></html>\n";
    }

    @Test
    void html_repliesStandTwice() throws IOException {
        Collected chat = read("Ana.html", page(NESTED));
        chat.assertSaid("2024-01-31T18:00:00 Ana TEXT how was\nthe exam?", "2024-01-31T18:10:00 Me TEXT badly");
        assertEquals(
                List.of("AAA-1", "AAA-2"),
                chat.messages.stream().map(Message::id).toList());
        assertEquals(List.of("null", "AAA-1"), replies(chat));
        assertEquals(8, chat.messages.get(0).line());
        assertEquals(List.of(), chat.skipped);
    }

    @Test
    void html_olderWithoutIds() throws IOException {
        Collected chat = read(
                "Ana.html", page(NESTED.replaceAll("<a [^>]*sms:[^>]*>", "").replaceAll("PM</a>", "PM")));
        assertEquals(List.of("how was\nthe exam?", "badly"), chat.texts());
        assertEquals(List.of("null", chat.messages.get(0).id()), replies(chat));
    }

    private static String bubble(String parts) {
        return "<div class=\"message\"><div class=\"sent SMS\"><p><span class=\"timestamp\">Jul 17, 2022 5:04:04 PM</span>\n<span class=\"sender\">Me</span></p>\n"
                + parts + "</div></div>\n";
    }

    @Test
    void html_kinds() throws IOException {
        Collected chat = read(
                "Ana.html",
                page(bubble(
                                "Subject: <span class=\"subject\">News</span><hr><div class=\"message_part\"><span class=\"bubble\">we won &amp; left</span></div>")
                        + "<div class =\"announcement\"><p><span class=\"timestamp\">Jul 17, 2022  5:04:50 PM</span> You renamed the conversation to <b>Sea</b></p></div>\n"
                        + "<div class=\"announcement\"><p><span class=\"timestamp\">Jul 17, 2022  5:04:50 PM</span> Ana unsent a message!</p></div>\n"
                        + bubble(
                                "<hr><div class=\"message_part\"><div class=\"edited\"><table><tbody><tr><td></td><td>amazin</td></tr></tbody><tfoot><tr><td><span class=\"timestamp\">Edited 9 seconds later</span></td><td>amazing!</td></tr></tfoot></table></div></div>")
                        + bubble(
                                "<hr><div class=\"message_part\"><img src=\"attachments/a.jpeg\" loading=\"lazy\"></div><hr><div class=\"message_part\"><span class=\"bubble\">us</span></div>")
                        + bubble(
                                "<hr><div class=\"message_part\"><div class=\"app\"><a href=\"https://example.org\"><div class=\"name\">Example</div></a></div></div>")
                        + bubble(
                                "<hr><div class=\"message_part\"><div class=\"edited\"><span class=\"unsent\">You unsent this message part 5 seconds after sending!</span></div></div>")
                        + bubble(
                                "<span class=\"deleted\">This message was deleted from the conversation!</span></p><hr><div class=\"message_part\"><span class=\"bubble\">gone</span></div>")
                        + bubble("<hr><div class=\"message_part\">Attachment does not exist!</div>")
                        + bubble("")));
        assertEquals(
                List.of(
                        "TEXT News\nwe won & left",
                        "SYSTEM You renamed the conversation to Sea",
                        "DELETED ",
                        "TEXT amazing!",
                        "MEDIA us",
                        "MEDIA ",
                        "DELETED ",
                        "DELETED ",
                        "MEDIA ",
                        "UNKNOWN "),
                chat.messages.stream().map(m -> m.kind() + " " + m.text()).toList());
        assertEquals("2022-07-17T17:04:04", chat.times().get(0));
        assertEquals("Ana", chat.authors().get(2));
        assertEquals(List.of(), chat.warnings);
    }

    @Test
    void html_damaged() throws IOException {
        Collected chat = read(
                "Ana.html",
                page(
                        bubble("<hr><div class=\"message_part\"><span class=\"bubble\">hi</span></div>")
                                + "<div class=\"message\"><p>neither</p></div>\n"
                                + "<div class=\"message\"><div class=\"received\"><hr><div class=\"message_part\"><span class=\"bubble\">whose?</span></div></div></div>\n"));
        chat.assertSaid("2022-07-17T17:04:04 Me TEXT hi", "null (unknown) TEXT whose?");
        assertEquals(1, chat.skipped.size());
    }

    @Test
    void htmlAndTextSideBySideAreOneChat() throws IOException {
        Path export = Files.createDirectories(folder.resolve("imessage_export"));
        Files.writeString(export.resolve("Ana.html"), page(NESTED));
        Files.writeString(export.resolve("Ana.txt"), "Jan 31, 2024  6:00:00 PM\nAna\nhow was\nthe exam?\n\n");
        Files.writeString(export.resolve("Ben.txt"), "Jan 31, 2024  6:00:00 PM\nBen\nhey\n\n");
        Files.writeString(export.resolve("orphaned.txt"), "");
        Collected chat = Collected.read(export, Collected.options());
        assertEquals(List.of("how was\nthe exam?", "badly", "hey"), chat.texts());
        assertNotNull(chat.messages.get(1).replyTo());
        assertNull(chat.messages.get(2).replyTo());
    }
}
