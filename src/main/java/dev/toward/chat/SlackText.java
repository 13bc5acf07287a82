package dev.toward.chat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.toward.text.Author;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a Slack message: its text with names in place of ids, or else what its blocks and attachments say. */
final class SlackText {
    private static final Pattern MARKUP = Pattern.compile("<([^<>\\n]{1,4000})>");

    private final SlackWorkspace workspace;

    SlackText(SlackWorkspace workspace) {
        this.workspace = workspace;
    }

    /** The text of a record; empty where nothing is said. */
    String of(JsonNode record) {
        String comment = SlackRecords.scalar(record.path("comment"), "comment");
        if (SlackRecords.scalar(record, "subtype").equals("file_comment") && !comment.isEmpty()) {
            return plain(comment);
        }
        String text = SlackRecords.scalar(record, "text");
        if (!text.isBlank()) {
            return plain(text);
        }
        StringBuilder blocks = new StringBuilder();
        for (JsonNode block : record.path("blocks")) {
            block(block, blocks);
            line(blocks);
        }
        if (!blocks.toString().isBlank()) {
            return blocks.toString().strip();
        }
        return attachments(record);
    }

    private String attachments(JsonNode record) {
        StringBuilder text = new StringBuilder();
        for (JsonNode attachment : record.path("attachments")) {
            // what somebody else wrote, shown by a link to it
            if (attachment.path("is_msg_unfurl").asBoolean()
                    || attachment.path("is_share").asBoolean()) {
                continue;
            }
            String said = SlackRecords.scalar(attachment, "text");
            line(text);
            text.append(plain(said.isBlank() ? SlackRecords.scalar(attachment, "fallback") : said));
        }
        return text.toString().strip();
    }

    private static void line(StringBuilder text) {
        if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
            text.append('\n');
        }
    }

    /** A block, section or element, with all below it. */
    private void block(JsonNode block, StringBuilder text) {
        switch (SlackRecords.scalar(block, "type")) {
            case "text" -> text.append(SlackRecords.scalar(block, "text"));
            case "mrkdwn", "plain_text" -> text.append(plain(SlackRecords.scalar(block, "text")));
            case "user" -> text.append('@').append(userName(SlackRecords.scalar(block, "user_id")));
            case "usergroup" -> text.append('@').append(SlackRecords.scalar(block, "usergroup_id"));
            case "channel" -> text.append('#').append(channelName(SlackRecords.scalar(block, "channel_id")));
            case "broadcast" -> text.append('@').append(SlackRecords.scalar(block, "range"));
            case "emoji" ->
                text.append(':').append(SlackRecords.scalar(block, "name")).append(':');
            case "link" -> {
                String label = SlackRecords.scalar(block, "text");
                text.append(label.isEmpty() ? SlackRecords.scalar(block, "url") : label);
            }
            default -> {
                if (block.path("text").isObject()) {
                    block(block.path("text"), text);
                }
                for (JsonNode element : block.path("elements")) {
                    block(element, text);
                    if (SlackRecords.scalar(element, "type").startsWith("rich_text_")) {
                        line(text);
                    }
                }
            }
        }
    }

    /** Names and labels first, then the three characters that Slack escapes: a typed {@code &lt;@U1&gt;} is no mention. */
    String plain(String text) {
        String named = text.indexOf('<') < 0
                ? text
                : MARKUP.matcher(text).replaceAll(m -> Matcher.quoteReplacement(shown(m.group(1))));
        return named.indexOf('&') < 0
                ? named
                : named.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    private String shown(String markup) {
        int bar = markup.indexOf('|');
        String target = bar < 0 ? markup : markup.substring(0, bar);
        String label = bar < 0 ? "" : markup.substring(bar + 1);
        if (target.startsWith("@")) {
            return "@" + (label.isEmpty() ? userName(target.substring(1)) : label);
        }
        if (target.startsWith("#")) {
            return "#" + (label.isEmpty() ? channelName(target.substring(1)) : label);
        }
        if (target.startsWith("!")) {
            return label.isEmpty() ? "@" + target.substring(1) : label;
        }
        if (!label.isEmpty()) {
            return label;
        }
        return target.startsWith("mailto:") ? target.substring("mailto:".length()) : target;
    }

    private String userName(String id) {
        Author person = workspace.person(id);
        return person == null ? id : person.name();
    }

    private String channelName(String id) {
        String name = workspace.channelName(id);
        return name == null ? id : name;
    }
}
