package dev.toward.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.toward.text.Author;
import dev.toward.text.Conversation;
import dev.toward.text.Message;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MboxFormatTest {
    private static final String FROM = "From ana@x.org Wed Jan 31 18:05:09 2024";

    @TempDir
    Path folder = Path.of("");

    private Collected read(String... lines) throws IOException {
        Collected chat = Collected.read(Collected.write(folder, "Inbox.mbox", lines), Collected.options());
        assertEquals("mbox", chat.chats.isEmpty() ? "mbox" : chat.chats.get(0).platform());
        return chat;
    }

    private static String mail(String id, String who, int minute, String subject, String more, String body) {
        return FROM + "\nMessage-ID: <" + id + "@x.org>\nFrom: " + who + " <" + who
                + "@X.org>\nTo: Cleo <cleo@x.org>\nDate: Wed, 31 Jan 2024 18:" + (10 + minute) + ":09 +0100\nSubject: "
                + subject + "\n" + more + "\n" + body + "\n\n";
    }

    private String words(String body) throws IOException {
        return read(mail("1", "Ana", 1, "s", "", body)).texts().get(0);
    }

    @Test
    void threads_areConversationsWithExplicitLinks() throws IOException {
        Collected chat = read(
                mail("1", "Ana", 1, "my cat", "", "she died"),
                mail("9", "Dan", 2, "lunch?", "", "at noon"),
                mail("2", "Ben", 3, "Re: my cat", "In-Reply-To: <1@x.org>\nReferences: <1@x.org>\n", "so sorry"),
                mail("3", "Ana", 4, "AW: Re: my cat", "References: <1@x.org>\n <2@x.org> <gone@x.org>\n", "thank you"),
                mail("8", "Eve", 5, "Re: lunch?", "In-Reply-To: Your mail <9@x.org> of today\n", "ok"));
        assertEquals(List.of("she died", "at noon", "so sorry", "thank you", "ok"), chat.texts());
        assertEquals(
                List.of("my cat", "lunch?", "my cat", "my cat", "lunch?"),
                chat.messages.stream().map(m -> m.conversation().name()).toList());
        assertEquals(
                2,
                chat.messages.stream()
                        .map(m -> m.conversation().id())
                        .distinct()
                        .count());
        assertEquals(
                Arrays.asList(null, null, "1@x.org", "2@x.org", "9@x.org"),
                chat.messages.stream().map(Message::replyTo).toList());
        assertEquals(new Author("ana@x.org", "Ana"), chat.messages.get(0).author());
        assertEquals("2024-01-31T17:11:09Z", chat.times().get(0));
    }

    @Test
    void thread_whoseMailsComeTheWrongWayRound() throws IOException {
        Collected chat = read(
                mail("3", "Ana", 4, "Re: my cat", "References: <1@x.org> <2@x.org>\n", "thank you"),
                mail("2", "Ben", 3, "Re: my cat", "In-Reply-To: <1@x.org>\n", "so sorry"),
                mail("1", "Ana", 1, "my cat", "", "she died"));
        assertEquals(
                1,
                chat.messages.stream()
                        .map(m -> m.conversation().id())
                        .distinct()
                        .count());
        assertEquals("2@x.org", chat.messages.get(0).replyTo());
    }

    @Test
    void answerToAMailThatIsNotThere_keepsItsLink() throws IOException {
        Collected chat = read(mail("2", "Ben", 3, "Re: my cat", "In-Reply-To: <1@x.org>\n", "so sorry"));
        assertEquals("1@x.org", chat.messages.get(0).replyTo());
        assertEquals("my cat", chat.chats.get(0).name());
    }

    @Test
    void bodyLines_thatBeginWithFrom() throws IOException {
        Collected chat = read(
                mail("1", "Ana", 1, "s", "", "we went\n\nFrom there we walked\n>From here too\n>>From inside\nend"),
                mail("2", "Ben", 2, "t", "", "From x Wed Jan 31 18:05:09 2024\nno header below"));
        assertEquals(
                "we went\n\nFrom there we walked\nFrom here too\nend",
                chat.texts().get(0));
        assertEquals(
                "From x Wed Jan 31 18:05:09 2024\nno header below", chat.texts().get(1));
    }

    @ParameterizedTest
    @CsvSource({
        "From - Wed Jan 31 18:05:09 2024",
        "From MAILER-DAEMON Wed Jan 31 18:05:09 2024",
        "From 1234@xxx Wed Jan 31 18:05:09 +0000 2024",
        "From ana@x.org Wed Jan  3 18:05 2024 remote from host",
        "From ana@x.org Wed Jan 31 18:05:09 CET 2024",
        "From ana at x.org  Wed Jan 31 18:05:09 2024",
    })
    void fromLines(String from) throws IOException {
        Collected chat = read(
                mail("1", "Ana", 1, "s", "", "one"),
                mail("2", "Ben", 2, "t", "", "two").replace(FROM, from));
        assertEquals(List.of("one", "two"), chat.texts());
        assertEquals("2024-01-31T17:12:09Z", chat.times().get(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Wed, 31 Jan 2024 18:05:09 +0100; 2024-01-31T17:05:09Z",
                "31 Jan 2024 18:05:09 +0100 (CET); 2024-01-31T17:05:09Z",
                "Wed, 31 Jan 24 18:05:09 GMT; 2024-01-31T18:05:09Z",
                "Wed, 31 Jan 2024 18:05:09 EST; 2024-01-31T23:05:09Z",
                "Wed, 31 Jan 2024 18:05 -0330; 2024-01-31T21:35:00Z",
                "Wed, 31 Jan 2024 18:05:09; 2024-01-31T18:05:09Z",
                "Sun, 4 Feb 96 01:02:03 -0500; 1996-02-04T06:02:03Z",
                "Wed Jan 31 18:05:09 2024; 2024-01-31T18:05:09Z",
                "Wed, 31 Feb 2024 18:05:09 +0100; 2024-01-31T18:05:09Z",
                "yesterday; 2024-01-31T18:05:09Z",
                "Mon, 31 Jan 2050 18:05:09 +0100; 2024-01-31T18:05:09Z",
            })
    void dates(String date, String time) throws IOException {
        String mail = mail("1", "Ana", 1, "s", "", "hi").replaceFirst("Date: .*", "Date: " + date);
        assertEquals(List.of(time), read(mail).times());
    }

    @Test
    void date_receivedComesBeforeTheFromLine() throws IOException {
        String mail = mail("1", "Ana", 1, "s", "", "hi")
                .replaceFirst(
                        "Date: .*",
                        "Received: from a by b; Thu, 1 Feb 2024 09:00:00 +0000\nReceived: from c by a; Thu, 1 Feb 2024 08:00:00 +0000");
        assertEquals(List.of("2024-02-01T09:00:00Z"), read(mail).times());
    }

    @Test
    void headers_encodedFoldedAndRaw() throws IOException {
        Collected chat = read(
                mail("1", "Ana", 1, "=?utf-8?B?w4RwZmVs?=\n =?utf-8?Q?_und_Birnen?=", "", "hi")
                        .replace("From: Ana <Ana@X.org>", "From: =?iso-8859-1?Q?J=F6rg?= <Joerg@X.ORG>"),
                mail("2", "Ben", 2, "gr\u00FCn", "", "ho")
                        .replace("From: Ben <Ben@X.org>", "From: \"Okri, Ben\" <ben@x.org>"),
                mail("3", "Ben", 2, "=?nonsense?B?!!?=", "", "ha")
                        .replace("From: Ben <Ben@X.org>", "From: ben@x.org (Ben)"));
        assertEquals(
                "\u00C4pfel und Birnen", chat.messages.get(0).conversation().name());
        assertEquals(
                new Author("joerg@x.org", "J\u00F6rg"), chat.messages.get(0).author());
        assertEquals("gr\u00FCn", chat.messages.get(1).conversation().name());
        assertEquals(new Author("ben@x.org", "Okri, Ben"), chat.messages.get(1).author());
        assertEquals("ben@x.org", chat.messages.get(2).author().id());
        Path latin = folder.resolve("latin.mbox");
        Files.write(latin, mail("1", "Ana", 1, "gr\u00FCn", "", "hi").getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(
                "gr\u00FCn",
                Collected.read(latin, Collected.options()).chats.get(0).name());
    }

    @Test
    void lists_thatRewriteTheSender() throws IOException {
        Collected chat =
                read(mail("1", "Ana", 1, "s", "X-Original-From: Ana <ana@home.org>\nList-Id: <cats.x.org>\n", "hi")
                        .replace("From: Ana <Ana@X.org>", "From: Ana via Cats <cats@x.org>"));
        assertEquals(new Author("ana@home.org", "Ana"), chat.messages.get(0).author());
        assertEquals(Conversation.Kind.GROUP, chat.chats.get(0).kind());
    }

    @Test
    void body_encodings() throws IOException {
        String base64 = Base64.getMimeEncoder().encodeToString("gr\u00FC\u00DFe".getBytes(StandardCharsets.UTF_8));
        Collected chat = read(
                mail(
                        "1",
                        "Ana",
                        1,
                        "s",
                        "Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n",
                        "gr=FC=\n=DFe"),
                mail(
                        "2",
                        "Ana",
                        2,
                        "s",
                        "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n",
                        base64),
                mail("3", "Ana", 3, "s", "Content-Type: text/plain; charset=no-such-thing\n", "gr\u00FC\u00DFe"),
                mail(
                        "4",
                        "Ana",
                        4,
                        "s",
                        "Content-Type: text/plain; format=flowed\n",
                        "one long \nsentence\nand another"));
        assertEquals(
                List.of("gr\u00FC\u00DFe", "gr\u00FC\u00DFe", "gr\u00FC\u00DFe", "one long sentence\nand another"),
                chat.texts());
    }

    @Test
    void parts_plainTextIsPreferredAndAttachmentsAreLeft() throws IOException {
        String alternative =
                "--b\nContent-Type: text/plain\n\nplain words\n--b\nContent-Type: text/html\n\n<p>html words</p>\n--b--\n";
        String mixed = "--b\nContent-Type: text/html\n\n<p>html<br>words</p><blockquote>quoted</blockquote>\n--b\n"
                + "Content-Type: text/plain; name=notes.txt\nContent-Disposition: attachment; filename=notes.txt\n\nnot mine\n--b\n"
                + "Content-Type: message/rfc822\n\nSubject: other\n\nforwarded words\n--b--\n";
        String picture = "--b\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\n" + "QUJD\n".repeat(1000)
                + "--b--\n";
        String type = "Content-Type: multipart/mixed; boundary=b\n";
        Collected chat = read(
                mail("1", "Ana", 1, "s", type, alternative),
                mail("2", "Ana", 2, "s", type, mixed),
                mail("3", "Ana", 3, "s", type, picture));
        assertEquals(List.of("plain words", "html\nwords", ""), chat.texts());
        assertEquals(Message.Kind.MEDIA, chat.messages.get(2).kind());
    }

    @Test
    void words_withoutQuotesSignatureAndAttribution() throws IOException {
        assertEquals(
                "so sorry\n\nand this too",
                words(
                        "so sorry\n\nOn Wed, Jan 31, 2024 at 6:05 PM Ana <ana@x.org> wrote:\n> she died\n> today\nand this too\n-- \nBen\nx.org"));
        assertEquals(
                "so sorry",
                words("so sorry\n\nOn Wed, Jan 31, 2024 at 6:05 PM Ana\n<ana@x.org> wrote:\n\nshe died\nunmarked"));
        assertEquals("tut mir leid", words("tut mir leid\n\nAm 31.01.24 um 18:05 schrieb Ana:\n> sie ist tot"));
        assertEquals(
                "pardon", words("pardon\n\nLe mer. 31 janv. 2024 \u00E0 18:05, Ana <a@x.org> a \u00E9crit :\n> morte"));
        assertEquals("see below", words("see below\n\n-----Original Message-----\nFrom: Ana\nshe died"));
        assertEquals(
                "see below",
                words("see below\n\nFrom: Ana <ana@x.org>\nSent: Wednesday\nTo: Ben\nSubject: my cat\n\nshe died"));
        assertEquals("fine", words("fine\n\nSent from my iPhone"));
        assertEquals("", words("> all of it\n> is quoted"));
    }

    @Test
    void words_thatOnlyLookLikeQuotes() throws IOException {
        assertEquals("On the wall she wrote:\nI love you", words("On the wall she wrote:\nI love you"));
        assertEquals("From: me with love\nTo you", words("From: me with love\nTo you"));
        assertEquals("one -- two\n---\nthree", words("one -- two\n---\nthree"));
        assertEquals("on 3 May he wrote: a letter", words("on 3 May he wrote: a letter"));
    }

    @Test
    void html_quotesAreLeftOut() throws IOException {
        String html =
                "<html><head><style>p{}</style></head><body><div>so <b>sorry</b></div><div class='gmail_signature'>Ben</div>"
                        + "<div class='gmail_quote'><div class='gmail_attr'>On Wed Ana wrote:</div><blockquote>she died</blockquote></div></body></html>";
        assertEquals(
                List.of("so sorry"),
                read(mail("1", "Ben", 1, "s", "Content-Type: text/html\n", html))
                        .texts());
        String outlook =
                "<div>so sorry</div><div id='appendonsend'></div><hr><div id='divRplyFwdMsg'>From: Ana</div><div>she died</div>";
        assertEquals(
                List.of("so sorry"),
                read(mail("1", "Ben", 1, "s", "Content-Type: text/html\n", outlook))
                        .texts());
    }

    @Test
    void machines_spamAndRepeats() throws IOException {
        Collected chat = read(
                mail("1", "Ana", 1, "s", "", "hi"),
                mail("1", "Ana", 1, "s", "", "hi"),
                mail("2", "Ben", 2, "away", "Auto-Submitted: auto-replied\n", "on holiday"),
                mail("3", "Cleo", 3, "win", "X-Gmail-Labels: Spam,Unread\n", "money"),
                mail("4", "Dan", 4, "list", "Precedence: list\nAuto-Submitted: no\n", "ho"));
        assertEquals(List.of("hi", "on holiday", "ho"), chat.texts());
        assertEquals(Message.Kind.SYSTEM, chat.messages.get(1).kind());
        assertEquals(
                List.of(
                        "its id stood on an earlier record of the chat; the first one is kept",
                        "marked as spam or thrown away"),
                chat.skipped.stream().map(Skipped::reason).toList());
    }

    @Test
    void gmailThreads_belongTogether() throws IOException {
        Collected chat = read(
                mail("1", "Ana", 1, "my cat", "X-GM-THRID: 77\n", "she died"),
                mail("2", "Ben", 2, "another subject", "X-GM-THRID: 77\n", "so sorry"));
        assertEquals(
                1,
                chat.messages.stream()
                        .map(m -> m.conversation().id())
                        .distinct()
                        .count());
        assertNull(chat.messages.get(1).replyTo());
    }

    @Test
    void mailWithoutAnId_andWithoutHeaders() throws IOException {
        Collected chat = read(
                mail("1", "Ana", 1, "s", "", "hi").replaceFirst("Message-ID: .*\n", ""),
                FROM + "\nX-Odd: yes\n\nno mail\n",
                mail("2", "Ben", 2, "", "", "ho"));
        assertEquals(List.of("hi", "ho"), chat.texts());
        assertEquals("(no subject)", chat.messages.get(1).conversation().name());
        assertEquals(1, chat.skipped.size());
    }

    @Test
    void lineEnds_ofWindows() throws IOException {
        Path file = folder.resolve("win.mbox");
        String mails = mail("1", "Ana", 1, "s", "", "one\n\ntwo") + mail("2", "Ben", 2, "t", "", "three");
        Files.writeString(file, mails.replace("\n", "\r\n"));
        assertEquals(
                List.of("one\n\ntwo", "three"),
                Collected.read(file, Collected.options()).texts());
    }

    /** A line of 40 MB and an attachment of as much, in a small heap's worth of buffers. */
    @Test
    @Timeout(60)
    void hugeLines() throws IOException {
        Path file = folder.resolve("huge.mbox");
        byte[] block = "A".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(mail("1", "Ana", 1, "s", "", "hi").getBytes(StandardCharsets.UTF_8));
            out.write((FROM + "\nFrom: Ben <ben@x.org>\nX-Long: ").getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 40; i++) {
                out.write(block);
            }
            out.write("\n\nlost\n\n".getBytes(StandardCharsets.UTF_8));
            out.write((FROM + "\nFrom: Ben <ben@x.org>\nMessage-ID: <2@x.org>\n\nwords ")
                    .getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 40; i++) {
                out.write(block);
            }
            out.write(("\n\n" + mail("3", "Ana", 3, "s", "", "bye")).getBytes(StandardCharsets.UTF_8));
        }
        Collected chat = Collected.read(file, Collected.options());
        assertEquals("hi", chat.texts().get(0));
        assertEquals("bye", chat.texts().get(chat.messages.size() - 1));
        assertTrue(chat.texts().stream().allMatch(t -> t.length() < 3 << 20));
        assertEquals(4, chat.messages.size() + chat.skipped.size());
    }
}
