package dev.toward.fast;

import dev.toward.models.ModelException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The student as a file, little-endian: a mark, the number of pieces, the small numbers of {@link Dense}, a hash for each piece, then
 * from a multiple of 64 on the static vectors and the tables of reply and context, one byte a cell. Tables are mapped, not read.
 */
public final class StudentFile {
    /** The file under {@code models/}. */
    public static final String NAME = "fast.bin";

    /** "toward" and the version of this layout. */
    private static final long MARK = 0x0001_64_72_61_77_6f_74L;

    private static final int ALIGNED = 64;

    private StudentFile() {}

    /** What is in a file, opened. */
    record Opened(Dense dense, Pieces pieces, PackedRows statics, PackedRows reply, PackedRows context) {}

    /** Writes a student whose tables are already bytes, each 128 more than what it stands for. */
    public static void write(Path file, Dense dense, int[] pieces, byte[] statics, byte[] reply, byte[] context)
            throws IOException {
        int head = head(pieces.length);
        ByteBuffer out = ByteBuffer.allocate(head + statics.length + reply.length + context.length)
                .order(ByteOrder.LITTLE_ENDIAN);
        out.putLong(MARK).putInt(pieces.length);
        out.putFloat(dense.replyScale()).putFloat(dense.contextScale()).putFloat(dense.staticScale());
        Dense.Bars bars = dense.bars();
        out.putFloat(bars.flag())
                .putFloat(bars.flagAlone())
                .putFloat(bars.sure())
                .putFloat(bars.sureAlone());
        for (float[] some :
                new float[][] {dense.fromReply(), dense.fromContext(), dense.bias(), dense.out(), dense.bids()}) {
            for (float number : some) {
                out.putFloat(number);
            }
        }
        for (int hash : pieces) {
            out.putInt(hash);
        }
        out.position(head).put(statics).put(reply).put(context);
        Files.write(file, out.array());
    }

    static Opened open(Path file) throws ModelException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            MappedByteBuffer mapped = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            ByteBuffer in = mapped.order(ByteOrder.LITTLE_ENDIAN);
            if (in.remaining() < Long.BYTES + Integer.BYTES || in.getLong() != MARK) {
                throw new ModelException(file + " is not a student of this version; run './toward train --fast'");
            }
            int count = in.getInt();
            long expected = count < 0 || count > 1 << 20
                    ? -1
                    : (long) head(count)
                            + (long) count * Dense.STATIC
                            + ((1L << Dense.REPLY_BITS) + (1L << Dense.CONTEXT_BITS)) * Dense.HIDDEN;
            if (expected != channel.size()) {
                throw new ModelException(file + " is damaged: it has " + channel.size() + " bytes, expected " + expected
                        + "; run './toward train --fast'");
            }
            Dense dense = dense(in);
            int[] hashes = new int[count];
            for (int i = 0; i < count; i++) {
                hashes[i] = in.getInt();
            }
            int statics = head(count);
            int reply = statics + count * Dense.STATIC;
            int context = reply + (Dense.HIDDEN << Dense.REPLY_BITS);
            return new Opened(
                    dense,
                    new Pieces(hashes),
                    new PackedRows(mapped, statics, Dense.STATIC),
                    new PackedRows(mapped, reply, Dense.HIDDEN),
                    new PackedRows(mapped, context, Dense.HIDDEN));
        } catch (ModelException e) {
            throw e;
        } catch (IOException e) {
            throw new ModelException(file + " cannot be read", e);
        }
    }

    private static Dense dense(ByteBuffer in) throws ModelException {
        float[] scales = floats(in, 3);
        float[] bars = floats(in, 4);
        return new Dense(
                scales[0],
                scales[1],
                scales[2],
                floats(in, Dense.STATIC * Dense.HIDDEN),
                floats(in, Dense.STATIC * Dense.HIDDEN),
                floats(in, Dense.HIDDEN),
                floats(in, Dense.INPUTS * Dense.OUTPUTS),
                floats(in, (Dense.HIDDEN + 1) * Dense.BIDS),
                new Dense.Bars(bars[0], bars[1], bars[2], bars[3]));
    }

    private static float[] floats(ByteBuffer in, int count) throws ModelException {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = in.getFloat();
            if (!Float.isFinite(numbers[i])) {
                throw new ModelException(
                        "the student's file is damaged: a number in it is none; run './toward train --fast'");
            }
        }
        return numbers;
    }

    /** Where the tables begin. */
    private static int head(int pieces) {
        int numbers = 7
                + 2 * Dense.STATIC * Dense.HIDDEN
                + Dense.HIDDEN
                + Dense.INPUTS * Dense.OUTPUTS
                + (Dense.HIDDEN + 1) * Dense.BIDS;
        int bytes = Long.BYTES + Integer.BYTES + (numbers + pieces) * Float.BYTES;
        return (bytes + ALIGNED - 1) / ALIGNED * ALIGNED;
    }
}
