package dev.toward.chat;

import java.io.IOException;
import java.util.List;

/**
 * Mails in an mbox file, as Thunderbird, Gmail's Takeout and mailing lists give them. Each thread is a conversation; a mail that
 * answers another has an explicit link to it. Read twice, for what belongs to a thread may stand after it.
 */
final class MboxFormat implements ChatFormat {
    @Override
    public String id() {
        return "mbox";
    }

    @Override
    public String name() {
        return "mbox";
    }

    @Override
    public Fit fit(Source source, Head head, ReadOptions options) {
        List<String> lines = head.lines();
        for (int i = 0; i + 1 < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                return MboxSplitter.begins(lines.get(i), lines.get(i + 1)) ? Fit.YES : Fit.NO;
            }
        }
        return Fit.NO;
    }

    @Override
    public void read(Source source, ReadOptions options, Delivery delivery) throws IOException {
        new MboxReading(options, delivery).read(source);
    }
}
