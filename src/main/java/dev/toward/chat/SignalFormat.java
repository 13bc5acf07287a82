package dev.toward.chat;

import java.io.IOException;

/**
 * Signal, through the two programs that people export it with: signal-export (Markdown, and JSON an object a line) and sigtop
 * (text, short text, and JSON).
 */
final class SignalFormat implements ChatFormat {
    private enum Layout {
        MARKDOWN,
        DUMP,
        SHORT,
        JSON,
        NONE
    }

    @Override
    public String id() {
        return "signal";
    }

    @Override
    public String name() {
        return "Signal";
    }

    @Override
    public Fit fit(Source source, Head head, ReadOptions options) {
        if (isTwin(source)) {
            return Fit.BELONGS;
        }
        if (SignalJson.fits(head) || SignalDump.fits(head)) {
            return Fit.YES;
        }
        Fit markdown = SignalMarkdown.fit(source, head);
        return markdown != Fit.NO ? markdown : SignalShort.fit(head);
    }

    /** signal-export writes the same messages up to three times into a folder; {@code data.json} tells most. */
    private static boolean isTwin(Source source) {
        boolean inFolder = !source.folder().isEmpty();
        return switch (source.fileName()) {
            case "chat.md", "index.md" -> inFolder && source.beside("data.json") != null;
            case "index.html" -> inFolder && (source.beside("data.json") != null || source.beside("chat.md") != null);
            default -> false;
        };
    }

    @Override
    public void read(Source source, ReadOptions options, Delivery delivery) throws IOException {
        switch (layout(source)) {
            case JSON -> new SignalJson(source, options, delivery).read();
            case DUMP -> new SignalDump(source, options, delivery).read();
            case SHORT -> new SignalShort(source, options, delivery).read();
            case MARKDOWN, NONE -> new SignalMarkdown(source, options, delivery).read();
        }
    }

    private static Layout layout(Source source) throws IOException {
        Head head = Head.of(source);
        if (SignalJson.fits(head)) {
            return Layout.JSON;
        }
        if (SignalDump.fits(head)) {
            return Layout.DUMP;
        }
        if (SignalMarkdown.fit(source, head) != Fit.NO) {
            return Layout.MARKDOWN;
        }
        return SignalShort.fit(head) == Fit.NO ? Layout.NONE : Layout.SHORT;
    }
}
