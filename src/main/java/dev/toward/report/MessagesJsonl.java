package dev.toward.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.toward.ledger.Entry;
import dev.toward.ledger.InReplyTo;
import dev.toward.text.Message;
import java.io.IOException;
import java.io.Writer;

/** Every message as one JSON object in a line: who wrote what, when and where it stands, what it answers, how it was read. */
final class MessagesJsonl implements Entry.Sink {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private final Writer out;
    private final VerdictJson verdicts;

    MessagesJsonl(Writer out, VerdictJson verdicts) {
        this.out = out;
        this.verdicts = verdicts;
    }

    @Override
    public void accept(Entry entry) throws IOException {
        Message message = entry.message();
        ObjectNode line = JSON.createObjectNode();
        line.put("platform", message.conversation().platform());
        line.put("conversation", message.conversation().id());
        line.put("conversationName", message.conversation().name());
        line.put("id", message.id());
        line.put("author", message.author() == null ? null : message.author().name());
        line.put("authorId", message.author() == null ? null : message.author().id());
        line.put("time", message.time() == null ? null : message.time().toString());
        line.put("file", message.file());
        line.put("line", message.line());
        line.put("kind", message.kind().name().toLowerCase(java.util.Locale.ROOT));
        line.put("edited", message.edited());
        line.put("text", message.text());
        InReplyTo inReplyTo = entry.inReplyTo();
        if (inReplyTo == null) {
            line.putNull("inReplyTo");
        } else {
            ObjectNode link = line.putObject("inReplyTo");
            inReplyTo.ids().forEach(link.putArray("ids")::add);
            link.put("link", inReplyTo.link().id());
            link.put("evidence", inReplyTo.evidence().id());
        }
        if (entry.analysis() != null) {
            JsonNode verdict = JSON.readTree(verdicts.line(entry.analysis()));
            verdict.properties().forEach(field -> {
                if (!line.has(field.getKey())) { // the message's own id, not that of the verdict
                    line.set(field.getKey(), field.getValue());
                }
            });
        }
        out.write(JSON.writeValueAsString(line));
        out.write('\n');
    }
}
