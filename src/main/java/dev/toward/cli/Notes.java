package dev.toward.cli;

import dev.toward.chat.ChatSink;
import dev.toward.chat.Skipped;
import dev.toward.ledger.MessageSource;
import dev.toward.text.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** What reading has to say; the source is read twice, and says it once. */
final class Notes {
    private static final int SHOWN = 10;

    private final List<String> warnings = new ArrayList<>();
    private final List<String> places = new ArrayList<>();
    private long skipped;

    ChatSink reading(MessageSource.Sink sink) {
        warnings.clear();
        places.clear();
        skipped = 0;
        return new ChatSink() {
            @Override
            public void message(Message message) {
                try {
                    sink.accept(message);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }

            @Override
            public void skipped(Skipped left) {
                skipped++;
                if (places.size() < SHOWN) {
                    places.add(InspectCommand.place(left));
                }
            }

            @Override
            public void warning(String warning) {
                warnings.add(warning);
            }
        };
    }

    void tell(Shell shell) {
        warnings.forEach(shell::say);
        if (skipped > 0) {
            shell.say("left out: " + skipped);
            places.forEach(shell::say);
        }
    }
}
