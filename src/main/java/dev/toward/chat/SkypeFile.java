package dev.toward.chat;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/** Goes through {@code messages.json} from start to end: conversation by conversation, message by message. */
final class SkypeFile {
    /** Takes what comes along. Conversations are numbered from 0. */
    interface Visitor {
        /** A field of a conversation; it may stand before the messages or behind them. */
        default void field(int conversation, String name, JsonNode value) {}

        void message(int conversation, JsonNode message, long line) throws IOException;

        default void end(int conversation) throws IOException {}
    }

    private SkypeFile() {}

    /** @return how many lines were no UTF-8 */
    static long visit(Source source, Delivery broken, Visitor visitor) throws IOException {
        try (JsonFile file = JsonFile.of(source, broken)) {
            if (file.next() == JsonToken.START_OBJECT && file.toArray("conversations")) {
                int number = 0;
                for (JsonToken token = file.next();
                        token != null && token != JsonToken.END_ARRAY;
                        token = file.next()) {
                    if (token == JsonToken.START_OBJECT) {
                        conversation(file, number, visitor);
                        visitor.end(number++);
                    } else {
                        broken.skipped(file.line(), "expected a conversation with its messages");
                        file.skip();
                    }
                }
            } else {
                broken.skipped(1, "no conversations; expected an array 'conversations'");
            }
            return file.odd();
        }
    }

    private static void conversation(JsonFile file, int number, Visitor visitor) throws IOException {
        while (file.next() == JsonToken.FIELD_NAME) {
            String name = file.name();
            JsonToken value = file.next();
            if (name.equals("MessageList") && value == JsonToken.START_ARRAY) {
                for (JsonNode message = file.record(); message != null; message = file.record()) {
                    visitor.message(number, message, file.recordLine());
                }
            } else if (name.equals("id") || name.equals("displayName") || name.equals("threadProperties")) {
                visitor.field(number, name, file.value());
            } else {
                file.skip();
            }
        }
    }
}
