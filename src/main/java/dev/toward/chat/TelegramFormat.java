package dev.toward.chat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;

/**
 * What Telegram Desktop exports: JSON of one chat or of an account, or pages of HTML. Where both lie side by side the JSON is
 * read, for the pages hold the same chat with less.
 */
final class TelegramFormat implements ChatFormat {
    @Override
    public String id() {
        return "telegram";
    }

    @Override
    public String name() {
        return "Telegram";
    }

    @Override
    public Fit fit(Source source, Head head, ReadOptions options) throws IOException {
        JsonNode root = head.json();
        if (root.isObject()) {
            return TelegramJson.fits(source, root) ? Fit.YES : Fit.NO;
        }
        String start = String.join("\n", head.lines());
        boolean page = start.contains("class=\"page_header")
                && (start.contains("class=\"history\"") || start.contains("class=\"message "));
        if (!page) {
            return start.contains("class=\"page_wrap") && start.contains("css/style.css") ? Fit.BELONGS : Fit.NO;
        }
        return hasJsonBeside(source) ? Fit.BELONGS : Fit.YES;
    }

    /** Beside the pages of a chat, or above those of an account. A page that was asked for by itself is read all the same. */
    private static boolean hasJsonBeside(Source source) {
        return !source.folder().isEmpty()
                && (source.beside("result.json") != null
                        || (source.folder().contains("chats/chat_") && source.beside("../../result.json") != null));
    }

    /** The pages of a folder are one chat, in the order of their numbers. */
    @Override
    public List<List<Source>> together(List<Source> files) {
        return Pages.together(files);
    }

    @Override
    public void read(Source source, ReadOptions options, Delivery delivery) throws IOException {
        read(List.of(source), options, delivery);
    }

    @Override
    public void read(List<Source> files, ReadOptions options, Delivery delivery) throws IOException {
        TelegramHtml pages = new TelegramHtml(options, delivery);
        for (Source file : files) {
            delivery.from(file);
            try {
                if (Head.of(file).firstLine().stripLeading().startsWith("<")) {
                    pages.read(file);
                } else {
                    new TelegramJson(options, delivery).read(file);
                }
            } catch (IOException e) {
                delivery.unreadable(e);
            }
        }
        pages.finish();
    }
}
