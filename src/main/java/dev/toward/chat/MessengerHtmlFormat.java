package dev.toward.chat;

import dev.toward.text.Conversation;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * Messenger or Instagram chats of a download in HTML, which are alike but for the folder they lie in. Passed over where the JSON of the same
 * chat lies beside it.
 */
final class MessengerHtmlFormat implements ChatFormat {
    private static final String INSTAGRAM = "instagram";

    private final String id;
    private final String name;

    private MessengerHtmlFormat(String id, String name) {
        this.id = id;
        this.name = name;
    }

    static MessengerHtmlFormat ofMessenger() {
        return new MessengerHtmlFormat("messenger", "Messenger");
    }

    static MessengerHtmlFormat ofInstagram() {
        return new MessengerHtmlFormat(INSTAGRAM, "Instagram");
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Fit fit(Source source, Head head, ReadOptions options) throws IOException {
        String start = head.firstLine().stripLeading().toLowerCase(Locale.ROOT);
        if (!start.startsWith("<html") && !start.startsWith("<!doctype html")) {
            return Fit.NO;
        }
        if (source.name().toLowerCase(Locale.ROOT).contains(INSTAGRAM) != id.equals(INSTAGRAM)) {
            return Fit.NO;
        }
        boolean named = MessengerThreads.part(source) > 0;
        String json = source.fileName().replaceFirst("\\.html?$", ".json");
        if (named && source.beside(json) != null) {
            return Fit.BELONGS;
        }
        int blocks = MessengerHtml.blocks(head);
        return blocks == 0 ? Fit.NO : named ? Fit.YES : blocks > 1 ? Fit.MAYBE : Fit.NO;
    }

    @Override
    public List<List<Source>> together(List<Source> files) {
        return List.of(files);
    }

    @Override
    public void read(Source source, ReadOptions options, Delivery delivery) throws IOException {
        read(List.of(source), options, delivery);
    }

    @Override
    public void read(List<Source> files, ReadOptions options, Delivery delivery) throws IOException {
        MessengerRecords records = new MessengerRecords(options);
        long record = 1;
        long guessed = 0;
        for (MessengerThreads.Chat chat : MessengerThreads.chats(files)) {
            delivery.copy(chat.parts().get(0));
            MessengerHtml html = new MessengerHtml(id, records, options);
            OldestFirst messages = new OldestFirst();
            for (Source part : chat.parts()) {
                delivery.from(part);
                try {
                    html.read(part, delivery, messages::add);
                } catch (IOException e) {
                    delivery.unreadable(e);
                }
            }
            Conversation conversation = html.conversation(chat.name());
            delivery.chat(conversation);
            record = messages.deliver(conversation, record, delivery, (file, taker) -> new MessengerHtml(
                            id, new MessengerRecords(options), options)
                    .read(file, Delivery.nowhere(id(), file), taker));
            guessed += html.guessedDates();
        }
        if (guessed > 0) {
            delivery.summary(
                    guessed + " dates could be day-month or month-day; read as day-month; --date-order decides");
        }
        records.finish(delivery);
    }
}
