package dev.toward.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * What a message says, without what it quotes.
 *
 * @param quoted id of the message that it quotes, else null
 * @param media whether a picture or a file is with it
 */
record TeamsBody(String text, @Nullable String quoted, boolean media) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param message with its keys in lower case */
    static TeamsBody of(JsonNode message) {
        JsonNode body = message.path("body");
        String content = TeamsKeys.text(body, "content");
        String quoted = null;
        boolean media = false;
        for (JsonNode attachment : message.path("attachments")) {
            String type = TeamsKeys.text(attachment, "contenttype");
            if ("messageReference".equals(type)) {
                quoted = quoted == null ? reference(attachment) : quoted;
            } else {
                media |= !"forwardedMessageReference".equals(type);
            }
        }
        if (content == null) {
            return new TeamsBody("", quoted, media);
        }
        if (!"html".equalsIgnoreCase(TeamsKeys.text(body, "contenttype"))) {
            return new TeamsBody(content.strip(), quoted, media);
        }
        Document html = Jsoup.parse(content);
        for (Element quote : html.select("blockquote[itemtype$=Reply]")) {
            String id = quote.attr("itemid");
            quoted = quoted == null && !id.isBlank() ? id : quoted;
        }
        for (Element emoji : html.select("emoji[alt], img[itemtype*=Emoji][alt]")) {
            emoji.replaceWith(new TextNode(emoji.attr("alt")));
        }
        media |= !html.select("img, video, audio").isEmpty();
        html.select("blockquote[itemtype$=Reply], attachment, script, style, systemEventMessage")
                .remove();
        return new TeamsBody(HtmlWords.of(html.body()), quoted, media);
    }

    /** The content of the attachment is JSON in a text. */
    private static @Nullable String reference(JsonNode attachment) {
        String content = TeamsKeys.text(attachment, "content");
        try {
            JsonNode reference = content == null ? null : JSON.readTree(content);
            String id = reference == null ? null : TeamsKeys.text(TeamsKeys.lower(reference), "messageid");
            return id == null ? TeamsKeys.text(attachment, "id") : id;
        } catch (JsonProcessingException e) {
            return TeamsKeys.text(attachment, "id");
        }
    }
}
