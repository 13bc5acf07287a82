package dev.toward.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import dev.toward.ledger.Entry;
import dev.toward.ledger.InReplyTo;
import dev.toward.text.Message;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;

/** Every message as one JSON object in a line: who wrote what, when and where it stands, what it answers, how it was read. */
final class MessagesJsonl implements Entry.Sink {
    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .rootValueSeparator((String) null)
            .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
            .build();
    /** How a verdict begins that has an id: here the message has one of its own. */
    private static final String NO_ID = "{\"id\":null,";

    private final JsonGenerator out;
    private final VerdictJson verdicts;

    MessagesJsonl(Writer out, VerdictJson verdicts) throws IOException {
        this.out = JSON.createGenerator(out);
        this.verdicts = verdicts;
    }

    @Override
    public void accept(Entry entry) throws IOException {
        Message message = entry.message();
        out.writeStartObject();
        out.writeStringField("platform", message.conversation().platform());
        out.writeStringField("conversation", message.conversation().id());
        out.writeStringField("conversationName", message.conversation().name());
        out.writeStringField("id", message.id());
        out.writeStringField(
                "author", message.author() == null ? null : message.author().name());
        out.writeStringField(
                "authorId", message.author() == null ? null : message.author().id());
        out.writeStringField(
                "time", message.time() == null ? null : message.time().toString());
        out.writeStringField("file", message.file());
        out.writeNumberField("line", message.line());
        out.writeStringField("kind", message.kind().name().toLowerCase(Locale.ROOT));
        out.writeBooleanField("edited", message.edited());
        out.writeStringField("text", message.text());
        InReplyTo inReplyTo = entry.inReplyTo();
        if (inReplyTo == null) {
            out.writeNullField("inReplyTo");
        } else {
            out.writeObjectFieldStart("inReplyTo");
            out.writeArrayFieldStart("ids");
            for (String id : inReplyTo.ids()) {
                out.writeString(id);
            }
            out.writeEndArray();
            out.writeStringField("link", inReplyTo.link().id());
            out.writeStringField("evidence", inReplyTo.evidence().id());
            out.writeEndObject();
        }
        if (entry.analysis() != null) {
            String verdict = verdicts.line(entry.analysis());
            int from = verdict.startsWith(NO_ID) ? NO_ID.length() : 1;
            // as it stands, up to the brace that closes it
            out.writeRaw(',');
            out.writeRaw(verdict, from, verdict.length() - 1 - from);
        }
        out.writeEndObject();
        out.writeRaw('\n');
        out.flush();
    }
}
