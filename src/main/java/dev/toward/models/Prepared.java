package dev.toward.models;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Model files of others in a form that loads at once: mapped, not read. Made out of the original when there is none, or none of
 * this original, and kept in {@code prepared/} under the folder of models. Head: the digest of the original, then that of what
 * follows. One that is damaged is made anew.
 */
final class Prepared {
    private static final int DIGEST = 32;
    private static final int HEAD = 2 * DIGEST;

    private final Path folder;
    private final Checked checked;

    Prepared(Path folder, Checked checked) {
        this.folder = folder;
        this.checked = checked;
    }

    /**
     * What was made out of an original, in little-endian order.
     *
     * @param name of the file in {@code prepared/}; another form has another name
     * @param digest of the original, in hex
     */
    ByteBuffer of(String name, String digest, ModelStore.Making making) throws IOException {
        Path file = folder.resolve(name);
        ByteBuffer kept = kept(file, digest);
        if (kept != null) {
            return kept;
        }
        ByteBuffer made = making.make();
        keep(file, digest, made);
        return made.order(ByteOrder.LITTLE_ENDIAN);
    }

    private @Nullable ByteBuffer kept(Path file, String digest) {
        try (FileChannel channel = FileChannel.open(file)) {
            BasicFileAttributes before = Files.readAttributes(file, BasicFileAttributes.class);
            if (before.size() <= HEAD) {
                return null;
            }
            ByteBuffer whole = channel.map(FileChannel.MapMode.READ_ONLY, 0, before.size());
            byte[] original = new byte[DIGEST];
            byte[] expected = new byte[DIGEST];
            whole.get(original).get(expected);
            if (!HexFormat.of().formatHex(original).equals(digest)) {
                return null;
            }
            String name = folder.getFileName() + "/" + file.getFileName();
            String own = HexFormat.of().formatHex(expected);
            if (!checked.holds(name, own)) {
                if (!MessageDigest.isEqual(sha256(whole.slice()), expected)) {
                    return null;
                }
                checked.remember(name, own, before);
            }
            return whole.slice().order(ByteOrder.LITTLE_ENDIAN);
        } catch (IOException e) {
            return null;
        }
    }

    /** In one step, so that nobody finds half a file; a folder that cannot be written to keeps nothing. */
    private void keep(Path file, String digest, ByteBuffer made) {
        try {
            Files.createDirectories(folder);
            // not createTempFile, whose files nobody else may read
            Path fresh = folder.resolve(
                    file.getFileName() + "." + ProcessHandle.current().pid() + ".new");
            try {
                try (FileChannel channel = FileChannel.open(
                        fresh,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
                    write(channel, ByteBuffer.wrap(HexFormat.of().parseHex(digest)));
                    write(channel, ByteBuffer.wrap(sha256(made.duplicate())));
                    write(channel, made.duplicate());
                }
                Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            // the next start makes it again
        }
    }

    private static void write(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private static byte[] sha256(ByteBuffer bytes) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
