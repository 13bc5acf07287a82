package dev.toward.ledger;

import dev.toward.Analysis;
import dev.toward.text.Draft;
import dev.toward.text.Message;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * What a scan has read so far, in a file beside its output, so that a run that was cut off can go on: readings are what takes long,
 * and everything else follows from them. It holds the readings in the order of the messages, and a mark of all that they depend on: the
 * messages themselves, the models, the options. Readable by its owner alone, and gone when the scan is complete.
 *
 * <p>A record that was not written to its end, as after a kill, counts as not written. Whoever holds one keeps other scans away from the
 * folder. For one thread.
 */
public final class Journal implements AutoCloseable {
    /** How a scan sees it. */
    private final class Before implements Known {
        @Override
        public @Nullable Analysis next(Draft draft) throws IOException {
            return Journal.this.next(draft);
        }

        @Override
        public void add(Analysis analysis) throws IOException {
            writeRecord(write(), Readings.bytes(analysis));
        }

        @Override
        public void flush() throws IOException {
            Journal.this.flush();
        }
    }

    /** Its name in the folder of the output. */
    public static final String FILE = ".toward-scan.journal";

    private static final long MAGIC = 0x746f77617264_0001L;
    private static final int LONGEST_RECORD = 1 << 26;
    private static final String MESSAGES = "the messages";

    /**
     * What a scan's readings depend on beside its messages.
     *
     * @param resume whether to go on with a run that was cut off, if there was one
     * @param dependsOn by names that the caller knows, as {@code --me}
     */
    public record Terms(boolean resume, SequencedMap<String, String> dependsOn) {
        public Terms {
            dependsOn = new LinkedHashMap<>(dependsOn);
        }
    }

    /** The run that was cut off was another one; the message says in what. */
    public static final class OtherRunException extends IOException {
        private static final long serialVersionUID = 1;

        OtherRunException(String what) {
            super("--resume: " + what
                    + " differs from the run that was cut off; give the same, or start anew without --resume");
        }
    }

    private final Path file;
    private final Terms terms;
    private final FileChannel channel;
    private final MessageDigest digest = sha256();
    private boolean begun;
    private @Nullable DataInputStream earlier;
    private @Nullable DataOutputStream out;
    private long good;

    private Journal(Path file, Terms terms, FileChannel channel) {
        this.file = file;
        this.terms = terms;
        this.channel = channel;
    }

    /**
     * Opens the journal of a folder; nothing is read or written yet.
     *
     * @throws IOException when another scan is at work there
     */
    public static Journal in(Path folder, Terms terms) throws IOException {
        Path file = folder.resolve(FILE);
        FileAttribute<?>[] ownerOnly =
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                        }
                        : new FileAttribute<?>[0];
        FileChannel channel = FileChannel.open(
                file,
                Set.of(
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.CREATE,
                        LinkOption.NOFOLLOW_LINKS),
                ownerOnly);
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            channel.close();
            throw new IOException("another scan is writing there; wait for it, or give another folder");
        }
        return new Journal(file, terms, channel);
    }

    /** The same messages, of which it makes a mark while they are read. */
    MessageSource marking(MessageSource source) {
        return sink -> source.read(message -> {
            mark(message);
            sink.accept(message);
        });
    }

    private void mark(Message m) {
        for (String part : new String[] {
            m.conversation().platform(),
            m.conversation().id(),
            m.conversation().name(),
            m.id(),
            m.author() == null ? "" : m.author().id(),
            m.author() == null ? "" : m.author().name(),
            m.time() == null ? "" : m.time().toString(),
            m.kind().name(),
            m.text(),
            m.replyTo() == null ? "" : m.replyTo(),
            m.edited() ? "edited" : "",
            m.file(),
            Long.toString(m.line())
        }) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
            digest.update(bytes);
        }
    }

    /**
     * Begins, once all messages were marked: at the first, or after those that an earlier run has read.
     *
     * @throws OtherRunException when that run was another one
     */
    void begin() throws IOException {
        String head = head();
        String before = terms.resume() ? readHead() : null;
        if (before == null) {
            byte[] bytes = head.getBytes(StandardCharsets.UTF_8);
            good = 0;
            DataOutputStream fresh = write();
            fresh.writeLong(MAGIC);
            writeRecord(fresh, bytes);
            fresh.flush();
        } else if (!before.equals(head)) {
            throw new OtherRunException(difference(before, head));
        }
        begun = true;
    }

    /** What the earlier run has read; takes what this one reads. */
    Known known() {
        return new Before();
    }

    private @Nullable Analysis next(Draft draft) throws IOException {
        if (earlier == null) {
            return null;
        }
        byte[] record = readRecord(earlier);
        if (record == null) {
            earlier = null;
            write();
            return null;
        }
        return Readings.read(record, draft);
    }

    /** Hands what was kept so far to the system, which keeps it though this process ends. */
    private void flush() throws IOException {
        if (out != null) {
            out.flush();
        }
    }

    /** All is written; nothing is left to resume. */
    public void complete() throws IOException {
        channel.close();
        Files.deleteIfExists(file);
    }

    /** Lets go of the folder. What was read stays for another run, unless there is nothing. */
    @Override
    public void close() throws IOException {
        if (!channel.isOpen()) {
            return;
        }
        flush();
        boolean empty = !begun && channel.size() == 0;
        channel.close();
        if (empty) {
            Files.deleteIfExists(file);
        }
    }

    private String head() {
        StringBuilder head = new StringBuilder();
        // names and days are nobody's business who finds the file
        terms.dependsOn().forEach((name, value) -> head.append(name)
                .append('=')
                .append(hex(sha256().digest(value.getBytes(StandardCharsets.UTF_8))))
                .append('\n'));
        return head.append(MESSAGES).append('=').append(hex(digest.digest())).toString();
    }

    private static String difference(String before, String head) {
        Map<String, String> known = lines(before);
        for (var line : lines(head).entrySet()) {
            if (!line.getValue().equals(known.get(line.getKey()))) {
                return line.getKey();
            }
        }
        return "what it depends on";
    }

    private static Map<String, String> lines(String head) {
        Map<String, String> lines = new LinkedHashMap<>();
        head.lines().forEach(line -> {
            int at = line.lastIndexOf('=');
            lines.put(line.substring(0, Math.max(0, at)), line.substring(at + 1));
        });
        return lines;
    }

    /** True where a scan into a folder was cut off. */
    public static boolean isIn(Path folder) {
        return Files.exists(folder.resolve(FILE));
    }

    /** The mark of the earlier run, or null when there was none that came so far. */
    private @Nullable String readHead() throws IOException {
        channel.position(0);
        DataInputStream in = new DataInputStream(new BufferedInputStream(Channels.newInputStream(channel), 1 << 16));
        try {
            if (in.readLong() != MAGIC) {
                return null;
            }
        } catch (EOFException e) {
            return null;
        }
        good = Long.BYTES;
        byte[] head = readRecord(in);
        if (head == null) {
            return null;
        }
        earlier = in;
        return new String(head, StandardCharsets.UTF_8);
    }

    private byte @Nullable [] readRecord(DataInputStream in) throws IOException {
        try {
            int length = in.readInt();
            if (length < 0 || length > LONGEST_RECORD) {
                return null;
            }
            byte[] record = in.readNBytes(length);
            if (record.length < length || in.readLong() != sum(record)) {
                return null;
            }
            good += Integer.BYTES + length + Long.BYTES;
            return record;
        } catch (EOFException e) {
            return null;
        }
    }

    private static void writeRecord(DataOutputStream to, byte[] record) throws IOException {
        to.writeInt(record.length);
        to.write(record);
        to.writeLong(sum(record));
    }

    /** Writes from here on, over whatever was not written to its end. */
    private DataOutputStream write() throws IOException {
        DataOutputStream to = out;
        if (to == null) {
            channel.truncate(good);
            channel.position(good);
            to = new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16));
            out = to;
        }
        return to;
    }

    private static long sum(byte[] record) {
        CRC32 sum = new CRC32();
        sum.update(record);
        return sum.getValue();
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
