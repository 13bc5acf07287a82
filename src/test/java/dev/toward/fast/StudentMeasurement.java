package dev.toward.fast;

import com.sun.management.ThreadMXBean;
import dev.toward.models.ModelStore;
import dev.toward.text.Draft;
import dev.toward.train.Example;
import dev.toward.train.LabelledFile;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Messages a second of processor time through a warm student on one core, so that neighbours count little, with what it allocates.
 * Drafts of the corpus that have a context. Run: {@code taskset -c 1 java -cp
 * "target/test-classes:target/classes:target/lib/*" dev.toward.fast.StudentMeasurement}.
 */
final class StudentMeasurement {
    private static final int ROUNDS = 15;
    private static final int WARM = 5;

    private StudentMeasurement() {}

    public static void main(String[] args) throws Exception {
        Student student = Student.open(ModelStore.open(Path.of("models")));
        List<Draft> drafts = LabelledFile.readAll(Path.of("corpus/labelled/train")).stream()
                .map(Example::draft)
                .filter(d -> d.bid().isKnown())
                .filter(d -> words(d.text()) >= 8)
                .toList();
        int[] lengths = drafts.stream().mapToInt(d -> words(d.text())).sorted().toArray();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        double[] rates = new double[ROUNDS];
        long bytes = 0;
        for (int round = 0; round < WARM + ROUNDS; round++) {
            long allocated = threads.getCurrentThreadAllocatedBytes();
            long start = threads.getCurrentThreadCpuTime();
            int sure = 0;
            for (Draft draft : drafts) {
                sure += student.read(draft).surelyNeutral() ? 1 : 0;
            }
            double seconds = (threads.getCurrentThreadCpuTime() - start) / 1e9;
            if (round >= WARM) {
                rates[round - WARM] = drafts.size() / seconds;
                bytes = (threads.getCurrentThreadAllocatedBytes() - allocated) / drafts.size();
            }
            if (sure < 0) {
                throw new IllegalStateException();
            }
        }
        Arrays.sort(rates);
        System.out.printf(
                "%d drafts with context, median %d words: median %.0f a second (%.0f to %.0f), %d bytes allocated a draft%n",
                drafts.size(), lengths[lengths.length / 2], rates[ROUNDS / 2], rates[0], rates[ROUNDS - 1], bytes);
    }

    private static int words(String text) {
        return text.strip().split("\\s+").length;
    }
}
