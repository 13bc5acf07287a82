package dev.toward.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.toward.Analysis;
import dev.toward.text.Author;
import dev.toward.text.Bid;
import dev.toward.text.Conversation;
import dev.toward.text.Message;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TalksTest {
    @Test
    void quietestTalkGivesWayWhenTooMuchIsRemembered() throws IOException, InterruptedException {
        assertEquals(List.of("c1 so sorry", "c2 so sorry", "c3 so sorry"), answered(100));
        assertEquals(List.of("c2 so sorry", "c3 so sorry"), answered(1));
    }

    /** Three chats begin with a bid each; then each bid is answered, the first chat's last. */
    private static List<String> answered(int most) throws IOException, InterruptedException {
        MadeUpChat bids = new MadeUpChat();
        for (int chat = 1; chat <= 3; chat++) {
            bids.chat("c" + chat, "c" + chat, Conversation.Kind.DIRECT)
                    .says("Ana", "I lost my keys")
                    .says("Ben", "so sorry");
        }
        List<Message> all = bids.messages();
        List<Message> mixed = List.of(all.get(0), all.get(2), all.get(3), all.get(4), all.get(5), all.get(1));
        Talks talks = new Talks(
                Roster.of(sink -> {
                    for (Message message : mixed) {
                        sink.accept(message);
                    }
                }),
                Period.ALL,
                most);
        Answers answers = new Answers();
        for (Message message : mixed) {
            talks.accept(message.conversation(), message, answers);
        }
        talks.end(answers);
        return answers.found.stream().sorted().toList();
    }

    private static final class Answers implements Talk.Steps {
        private final List<String> found = new ArrayList<>();

        @Override
        public @Nullable Future<Analysis> said(
                Message message,
                @Nullable InReplyTo inReplyTo,
                Bid context,
                @Nullable Author answered,
                @Nullable Author to) {
            if (inReplyTo != null) {
                found.add(message.conversation().id() + " " + message.text());
            }
            return null;
        }

        @Override
        public void closed(OpenBid bid, Outcome ifUnanswered) {
            // only answers are looked at
        }
    }
}
