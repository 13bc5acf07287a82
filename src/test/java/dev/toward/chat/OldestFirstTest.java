package dev.toward.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.toward.text.Conversation;
import dev.toward.text.Message;
import dev.toward.text.Timestamp;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class OldestFirstTest {
    private static final Conversation CHAT = new Conversation("x", "x:1", "x", Conversation.Kind.UNKNOWN);

    private static Source source(String name) {
        return new Source(name, null, null, InputStream::nullInputStream, (from, relative) -> null);
    }

    private static Found at(Source file, long line, Timestamp time, String text) {
        return new Found(file, line, null, null, time, Message.Kind.TEXT, text, null, false);
    }

    private static Timestamp moment(long second) {
        return new Timestamp.Moment(Instant.ofEpochSecond(1_600_000_000 + second));
    }

    private static List<String> order(int window, List<Found> found) throws IOException {
        OldestFirst order = new OldestFirst(window, 1 << 20);
        found.forEach(order::add);
        Collected collected = new Collected();
        Delivery delivery = new Delivery("x", "x", 1, collected, new Seen(false));
        order.deliver(CHAT, 1, delivery, (file, taker) -> {
            for (Found message : found) {
                if (message.file() == file) {
                    taker.take(message);
                }
            }
        });
        assertEquals(
                collected.messages.size(),
                collected.messages.stream().map(Message::id).distinct().count());
        return collected.texts();
    }

    @Test
    void newestFirst_tiesAgainstTheFile() throws IOException {
        Source file = source("a");
        List<Found> found = List.of(
                at(file, 1, moment(9), "e"),
                at(file, 2, moment(5), "d"),
                at(file, 3, moment(5), "c"),
                at(file, 4, null, "b, without a time"),
                at(file, 5, moment(1), "a"));
        for (int window : new int[] {1, 2, 3, 100}) {
            assertEquals(List.of("a", "b, without a time", "c", "d", "e"), order(window, found));
        }
    }

    @Test
    void wallClock_autumnHourStays() throws IOException {
        Source file = source("a");
        LocalDateTime night = LocalDateTime.of(2021, 10, 31, 2, 50);
        List<Found> found = List.of(
                at(file, 1, new Timestamp.Wall(night), "a"),
                at(file, 2, new Timestamp.Wall(night.minusMinutes(45)), "b"),
                at(file, 3, new Timestamp.Wall(night.plusMinutes(20)), "c"));
        assertEquals(List.of("a", "b", "c"), order(100, found));
    }

    @Property(tries = 300)
    void anyOrder_isSortedAndWhole(@ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int window)
            throws IOException {
        Random random = new Random(seed);
        List<Found> found = new ArrayList<>();
        List<Long> seconds = new ArrayList<>();
        for (int f = random.nextInt(4); f >= 0; f--) {
            Source file = source("f" + f);
            for (int i = random.nextInt(30); i > 0; i--) {
                long second = random.nextInt(50);
                seconds.add(second);
                found.add(at(file, i, moment(second), String.valueOf(second)));
            }
        }
        seconds.sort(null);
        assertEquals(seconds.stream().map(String::valueOf).toList(), order(window, found));
    }
}
