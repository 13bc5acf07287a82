package dev.toward.chat;

import dev.toward.text.Conversation;
import java.util.Set;

/** The chat that a file of a Signal export holds: named after its folder or file. */
final class SignalChat {
    private static final Set<String> FIXED_NAMES = Set.of("chat", "index", "data");

    private SignalChat() {}

    static Conversation of(Source source, ReadOptions options) {
        return of(name(source, options));
    }

    static Conversation of(String name) {
        return new Conversation("signal", "signal:" + Marks.name(name), name, Conversation.Kind.UNKNOWN);
    }

    static String name(Source source, ReadOptions options) {
        String chosen = options.chatName();
        if (chosen != null) {
            return chosen;
        }
        String base = source.baseName();
        String folder = source.folder();
        if (!FIXED_NAMES.contains(base) || folder.isEmpty()) {
            return base;
        }
        return folder.substring(folder.lastIndexOf('/') + 1);
    }
}
