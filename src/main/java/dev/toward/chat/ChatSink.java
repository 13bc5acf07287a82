package dev.toward.chat;

import dev.toward.text.Conversation;
import dev.toward.text.Message;

/** Takes what a chat export holds, as it is read. Called from the reading thread only, in the order of the file. */
public interface ChatSink {
    /** A chat begins. Comes before its messages, once for each file that holds a part of it, and also for an empty chat. */
    default void chat(String format, Conversation conversation) {}

    /** One message, notice or call. */
    void message(Message message);

    /** A line, record or file that was left out. */
    default void skipped(Skipped skipped) {}

    /** Something that a person should know about how a file was read. Never quotes a message. */
    default void warning(String warning) {}
}
