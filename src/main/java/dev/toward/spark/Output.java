package dev.toward.spark;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The folder of a run: {@code verdicts/part-00000.jsonl}, {@code bad/part-00000.jsonl}, and {@code _done/00000} once both are
 * complete. Everything is written under another name and renamed.
 */
record Output(Path folder, Configuration configuration) {
    private static final int BUFFER = 1 << 16;

    Path plan() {
        return new Path(folder, Plan.FILE);
    }

    Path success() {
        return new Path(folder, "_SUCCESS");
    }

    Path verdicts(int bucket) {
        return new Path(folder, String.format(Locale.ROOT, "verdicts/part-%05d.jsonl", bucket));
    }

    /** What was read, for the ledgers; no words of the messages. */
    Path readings(int bucket) {
        return new Path(folder, String.format(Locale.ROOT, "_readings/%05d", bucket));
    }

    Path ledgers(int part) {
        return new Path(folder, String.format(Locale.ROOT, "ledger/part-%05d.jsonl", part));
    }

    Path bad(int bucket) {
        return new Path(folder, String.format(Locale.ROOT, "bad/part-%05d.jsonl", bucket));
    }

    Path done(int bucket) {
        return new Path(folder, String.format(Locale.ROOT, "_done/%05d", bucket));
    }

    FileSystem system() throws IOException {
        return folder.getFileSystem(configuration);
    }

    /** The buckets that are complete. */
    Set<Integer> complete() throws IOException {
        Set<Integer> complete = new TreeSet<>();
        Path marks = new Path(folder, "_done");
        if (system().exists(marks)) {
            for (FileStatus mark : system().listStatus(marks)) {
                if (mark.getPath().getName().matches("[0-9]+")) {
                    complete.add(Integer.valueOf(mark.getPath().getName()));
                }
            }
        }
        return complete;
    }

    OutputStream open(Path half) throws IOException {
        return new BufferedOutputStream(system().create(half, true), BUFFER);
    }

    /** A name under which nobody else writes. */
    Path half(Path whole, long attempt) {
        return new Path(folder, "_half/" + whole.getParent().getName() + "-" + whole.getName() + "-" + attempt);
    }

    /** Gives what is complete its name. Two attempts at a bucket write the same bytes, so it does not matter whose remain. */
    void rename(Path half, Path whole) throws IOException {
        FileSystem system = system();
        system.mkdirs(whole.getParent());
        if (!system.rename(half, whole)) {
            if (!system.exists(whole)) {
                throw new IOException("cannot rename to " + whole);
            }
            system.delete(half, false);
        }
    }

    void write(Path whole, byte[] bytes, long attempt) throws IOException {
        Path half = half(whole, attempt);
        try (OutputStream out = open(half)) {
            out.write(bytes);
        }
        rename(half, whole);
    }

    void clean() throws IOException {
        system().delete(new Path(folder, "_half"), true);
    }

    void forgetReadings() throws IOException {
        system().delete(new Path(folder, "_readings"), true);
    }
}
