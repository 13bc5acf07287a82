package dev.toward.chat;

import java.io.IOException;

/**
 * Logs of IRC programs, one channel a file: irssi, WeeChat, HexChat, mIRC, ZNC and those that write like them. IRC has no links
 * from one message to another.
 */
final class IrcFormat implements ChatFormat {
    /** What the head of a file holds. */
    private record Looks(int lines, int talk, int colons, int others, int timed) {
        /** True when only {@code nick: text} can be talk here. */
        boolean hasColonsOnly() {
            return talk == 0 && colons > 0;
        }
    }

    @Override
    public String id() {
        return "irc";
    }

    @Override
    public String name() {
        return "IRC";
    }

    @Override
    public Fit fit(Source source, Head head, ReadOptions options) {
        String first = head.firstLine();
        if (IrcDays.isSaid(first)) {
            return Fit.YES;
        }
        if (first.startsWith("<!") || first.startsWith("<html") || first.startsWith("<?")) {
            return Fit.NO;
        }
        Looks looks = looks(head, options);
        int known = looks.talk() + looks.others();
        if (looks.talk() > 0 && looks.timed() * 2 > looks.lines() && known * 2 > looks.lines()) {
            return looks.talk() > 1 ? Fit.YES : Fit.MAYBE;
        }
        if (looks.talk() > 1 && known * 5 > looks.lines() * 4) {
            return Fit.MAYBE;
        }
        boolean colons = looks.hasColonsOnly() && looks.colons() > 2 && looks.timed() * 5 > looks.lines() * 4;
        return colons && (looks.colons() + looks.others()) * 5 > looks.lines() * 4 ? Fit.MAYBE : Fit.NO;
    }

    private static Looks looks(Head head, ReadOptions options) {
        int lines = 0;
        int talk = 0;
        int colons = 0;
        int others = 0;
        int timed = 0;
        for (String raw : head.lines()) {
            if (raw.isBlank()) {
                continue;
            }
            lines++;
            String line = IrcLine.plain(raw);
            IrcStamp stamp = IrcStamp.of(line, options.today());
            IrcLine read = IrcLine.of(stamp.rest(), stamp.found(line));
            boolean said = IrcDays.isSaid(line);
            timed += said || stamp.found(line) ? 1 : 0;
            if (said) {
                others++;
            } else if (read != null) {
                switch (read.what()) {
                    case TALK -> talk++;
                    case COLON -> colons++;
                    default -> others++;
                }
            }
        }
        return new Looks(lines, talk, colons, others, timed);
    }

    @Override
    public void read(Source source, ReadOptions options, Delivery delivery) throws IOException {
        boolean colons = looks(Head.of(source), options).hasColonsOnly();
        new IrcReading(source, options, delivery, colons).read(source);
    }
}
