package dev.toward.chat;

import dev.toward.text.Conversation;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/** What imessage-exporter writes of a conversation: plain text or HTML. Where both lie side by side the HTML is read. */
final class IMessageFormat implements ChatFormat {
    private static final Pattern NUMBER_OR_MAIL = Pattern.compile("\\+?[\\d ()-]{5,}|\\S+@\\S+");

    @Override
    public String id() {
        return "imessage";
    }

    @Override
    public String name() {
        return "iMessage";
    }

    @Override
    public Fit fit(Source source, Head head, ReadOptions options) {
        if (head.firstLine().stripLeading().startsWith("<")) {
            return isHtml(head) ? Fit.YES : Fit.NO;
        }
        Fit fit = ofText(head.lines());
        boolean twin = fit == Fit.YES
                && !source.folder().isEmpty()
                && source.beside(withoutEnding(source.fileName()) + ".html") != null;
        return twin ? Fit.BELONGS : fit;
    }

    private static boolean isHtml(Head head) {
        String start = String.join("\n", head.lines());
        boolean message = start.contains("<div class=\"message\"") && start.contains("class=\"sender\"");
        boolean notice =
                start.contains("<div class=\"announcement\"") || start.contains("<div class =\"announcement\"");
        return (message || notice) && start.contains("<span class=\"timestamp\">");
    }

    /** A date and a name below it, or notices, which are a date and words between blank lines. */
    private static Fit ofText(List<String> lines) {
        int first = 0;
        while (first < lines.size() && lines.get(first).isBlank()) {
            first++;
        }
        IMessageDate date = first == lines.size() ? null : IMessageDate.at(lines.get(first), 0);
        if (date == null) {
            return Fit.NO;
        }
        boolean blankBelow = first + 1 >= lines.size() || lines.get(first + 1).isBlank();
        return date.isAll(lines.get(first)) != blankBelow ? Fit.YES : Fit.NO;
    }

    @Override
    public void read(Source source, ReadOptions options, Delivery delivery) throws IOException {
        if (Head.of(source).firstLine().stripLeading().startsWith("<")) {
            new IMessageHtml(source, options, delivery).read();
        } else {
            new IMessageTxt(source, options, delivery).read();
        }
    }

    /** The conversation; files are named for the people in it, or for the group. */
    static Conversation chat(Source source, ReadOptions options, int people) {
        String own = Marks.name(withoutEnding(source.fileName()));
        Conversation.Kind kind = own.contains(", ") || people > 2
                ? Conversation.Kind.GROUP
                : people == 2 || NUMBER_OR_MAIL.matcher(own).matches()
                        ? Conversation.Kind.DIRECT
                        : Conversation.Kind.UNKNOWN;
        String name = options.chatName() == null ? own : options.chatName();
        return new Conversation("imessage", "imessage:" + own, name, kind);
    }

    private static String withoutEnding(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot > 0 ? fileName.substring(0, dot) : fileName;
    }
}
