package dev.toward.spark;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.jspecify.annotations.Nullable;

/** What was read of the messages of the buckets, each with its place, in the order of everything; read on from one bucket to the next. */
final class ReadingsFile implements Closeable {
    private static final int BUFFER = 1 << 16;

    private final Output output;
    private final int buckets;
    private int bucket;
    private @Nullable DataInputStream in;
    private @Nullable Place next;
    private byte[] reading = {};

    /** @param bucket where to begin */
    ReadingsFile(Output output, int bucket, int buckets) {
        this.output = output;
        this.bucket = bucket;
        this.buckets = buckets;
    }

    static void write(DataOutputStream out, Place place, byte[] reading) throws IOException {
        byte[] talk = place.talk().getBytes(StandardCharsets.UTF_8);
        out.writeInt(talk.length);
        out.write(talk);
        out.writeLong(place.micros());
        out.writeInt(place.file());
        out.writeLong(place.position());
        out.writeInt(reading.length);
        out.write(reading);
    }

    /** What was read at a place that is after all asked for before, or null when nothing was. */
    byte @Nullable [] at(Place place) throws IOException {
        while (next == null || next.compareTo(place) < 0) {
            if (!advance()) {
                return null;
            }
        }
        return next.equals(place) ? reading : null;
    }

    private boolean advance() throws IOException {
        while (bucket < buckets) {
            DataInputStream from = in;
            if (from == null) {
                FileSystem system = output.system();
                Path file = output.readings(bucket);
                from = new DataInputStream(new BufferedInputStream(system.open(file), BUFFER));
                in = from;
            }
            try {
                String talk = new String(from.readNBytes(from.readInt()), StandardCharsets.UTF_8);
                next = new Place(talk, from.readLong(), from.readInt(), from.readLong());
                reading = from.readNBytes(from.readInt());
                return true;
            } catch (EOFException e) {
                close();
                bucket++;
            }
        }
        return false;
    }

    @Override
    public void close() throws IOException {
        if (in != null) {
            in.close();
            in = null;
        }
    }
}
