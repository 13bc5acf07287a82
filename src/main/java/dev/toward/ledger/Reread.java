package dev.toward.ledger;

import dev.toward.Analysis;
import dev.toward.text.Draft;
import dev.toward.text.Message;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A message with what was read of it elsewhere, for a ledger that is counted apart from the reading.
 *
 * @param reading from {@link #reading}, or null where nothing was read
 */
@SuppressWarnings("ArrayRecordComponent") // it is handed on once and compared by nobody
public record Reread(Message message, byte @Nullable [] reading) {
    private static final int MARK = 16;

    /** What was read of a message, in a form that travels. It holds no words of a message but those of the wordings asked for. */
    public static byte[] reading(Analysis analysis) {
        byte[] said = Readings.bytes(analysis);
        byte[] whole = Arrays.copyOf(mark(analysis.draft()), MARK + said.length);
        System.arraycopy(said, 0, whole, MARK, said.length);
        return whole;
    }

    /** What it says of a draft, or null when it was read as an answer to something else. */
    static @Nullable Analysis of(byte[] reading, Draft draft) throws IOException {
        return Arrays.equals(reading, 0, MARK, mark(draft), 0, MARK)
                ? Readings.read(Arrays.copyOfRange(reading, MARK, reading.length), draft)
                : null;
    }

    private static byte[] mark(Draft draft) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            add(digest, draft.text());
            draft.bid().utterances().forEach(said -> add(digest, said));
            return Arrays.copyOf(digest.digest(), MARK);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static void add(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
        digest.update(bytes);
    }
}
