package dev.toward.spark;

import dev.toward.Analyses;
import dev.toward.ledger.Past;
import dev.toward.ledger.Writers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.fs.Path;
import org.apache.spark.Partitioner;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import scala.Tuple2;

/**
 * Reads drafts, or the messages of conversations, on a cluster: the class to give to {@code spark-submit}. docs/spark.md shows how.
 *
 * <p>All records are put in one order (conversation, time, place in the files), which is cut into buckets of about equal size. A
 * task reads one bucket, writes its files and marks it done; a run into the same folder skips what is marked.
 */
public final class VerdictJob {
    /** Enough places for each bucket to come out at its size within a fifth or so. */
    private static final int DRAWN_PER_BUCKET = 40;

    private static final int BUCKETS_PER_CORE = 4;

    private final SparkSession spark;
    private final JavaSparkContext context;
    private final JobOptions options;

    private VerdictJob(SparkSession spark, JobOptions options) {
        this.spark = spark;
        this.context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        this.options = options;
    }

    /** Arguments as docs/spark.md has them; without a match, one line says what was expected. */
    public static void main(String[] args) throws IOException {
        try {
            JobOptions options = JobOptions.parse(args);
            try (SparkSession spark = SparkSession.builder()
                    .appName("toward")
                    .config("spark.sql.datetime.java8API.enabled", "true")
                    .getOrCreate()) {
                new VerdictJob(spark, options).run();
            }
        } catch (CallerMistake e) {
            System.err.println("toward: " + e.getMessage());
            System.exit(2);
        }
    }

    private void run() throws IOException {
        Input input = Input.of(options.in(), context.hadoopConfiguration());
        Output output = new Output(new Path(options.out()), context.hadoopConfiguration());
        JavaRDD<Located> records = input.read(spark, options);
        List<String> asked = asked(input);
        Plan plan;
        if (output.system().exists(output.plan())) {
            plan = Plan.read(output.system(), output.plan());
            if (!plan.asked().equals(asked)) {
                throw new CallerMistake("--out: " + options.out()
                        + " holds the output of other files, models or options; give an empty folder");
            }
        } else {
            plan = new Plan(asked, bounds(records).starts());
            output.write(output.plan(), plan.json(), 0);
        }
        Bounds bounds = new Bounds(plan.starts());
        Set<Integer> complete = output.complete();
        if (complete.size() < bounds.numPartitions()) {
            read(records, bounds, input, output, complete);
        }
        if (options.kind() == JobOptions.Kind.LEDGER && !output.system().exists(output.success())) {
            count(records, bounds, output);
            output.forgetReadings();
        }
        output.clean();
        output.write(output.success(), new byte[0], 0);
        output.clean();
        System.out.println("toward: " + bounds.numPartitions() + " buckets, " + complete.size()
                + " of them complete before; verdicts in " + output.folder());
    }

    private List<String> asked(Input input) {
        String models = options.models();
        String version = context.parallelize(List.of(models), 1)
                .map(m -> SharedAnalyzer.of(m).model())
                .first();
        List<String> asked = new ArrayList<>();
        asked.add(options.kind() + " " + options.format() + " " + version + " " + options.suggestions());
        asked.addAll(input.marks());
        return asked;
    }

    private Bounds bounds(JavaRDD<Located> records) {
        long count = records.count();
        long least = (long) context.defaultParallelism() * BUCKETS_PER_CORE;
        int buckets = (int) Math.max(1, Math.max(count / options.rows(), Math.min(least, count / 2)));
        double share = Math.min(1, (double) buckets * DRAWN_PER_BUCKET / Math.max(1, count));
        List<Place> sample = new ArrayList<>(
                records.map(Located::place).filter(p -> p.lot() < share).collect());
        Collections.sort(sample);
        return Bounds.of(sample, buckets);
    }

    private void read(JavaRDD<Located> records, Bounds bounds, Input input, Output output, Set<Integer> complete) {
        JavaPairRDD<Place, Item> buckets =
                records.mapToPair(r -> new Tuple2<>(r.place(), r.item())).repartitionAndSortWithinPartitions(bounds);
        // each task gets its own past, not those of all
        JavaRDD<Past> pasts = context.parallelize(Pasts.before(buckets, bounds), bounds.numPartitions());
        Broadcast<SerializableConfiguration> configuration =
                context.broadcast(new SerializableConfiguration(output.configuration()));
        Broadcast<List<String>> files = context.broadcast(input.paths());
        Task task = new Task(
                options, bounds, Set.copyOf(complete), files, output.folder().toString(), configuration);
        long done = buckets.zipPartitions(pasts, task::run).count();
        if (done != bounds.numPartitions()) {
            throw new IllegalStateException("expected " + bounds.numPartitions() + " buckets, got " + done);
        }
    }

    /** Puts every conversation whole into one task, which follows it with what the buckets have read. */
    private void count(JavaRDD<Located> records, Bounds bounds, Output output) {
        Bounds talks = bounds.ofWholeTalks();
        JavaRDD<Located> said = records.filter(r -> r.item() instanceof Item.Said);
        JavaPairRDD<Place, Item> byTalk =
                said.mapToPair(r -> new Tuple2<>(r.place(), r.item())).repartitionAndSortWithinPartitions(talks);
        JavaPairRDD<String, Writers> writers = said.mapToPair(r -> new Tuple2<>(
                        r.place().talk(),
                        Writers.of(((Item.Said) r.item()).utterance().author())))
                .reduceByKey(new OfTalks(talks), Writers::and);
        Broadcast<SerializableConfiguration> configuration =
                context.broadcast(new SerializableConfiguration(output.configuration()));
        Counting counting = new Counting(options, bounds, output.folder().toString(), configuration);
        long done = byTalk.zipPartitions(writers, counting::run).count();
        if (done != talks.numPartitions()) {
            throw new IllegalStateException("expected " + talks.numPartitions() + " parts, got " + done);
        }
    }

    /** What goes to the executors to count. */
    private record Counting(
            JobOptions options, Bounds buckets, String folder, Broadcast<SerializableConfiguration> configuration)
            implements java.io.Serializable {
        java.util.Iterator<Integer> run(
                java.util.Iterator<Tuple2<Place, Item>> records, java.util.Iterator<Tuple2<String, Writers>> writers)
                throws IOException {
            int part = TaskContext.getPartitionId();
            Output output = new Output(new Path(folder), configuration.value().value());
            new Ledgers(output, buckets, SharedAnalyzer.of(options.models()))
                    .write(part, records, writers, TaskContext.get().taskAttemptId());
            return List.of(part).iterator();
        }
    }

    /** Conversations by their names, in the tasks that have their records. */
    private static final class OfTalks extends Partitioner {
        private static final long serialVersionUID = 1;

        private final Bounds talks;

        OfTalks(Bounds talks) {
            this.talks = talks;
        }

        @Override
        public int numPartitions() {
            return talks.numPartitions();
        }

        @Override
        public int getPartition(Object talk) {
            return talks.getPartition(Place.startOf((String) talk));
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof OfTalks of && of.talks.equals(talks);
        }

        @Override
        public int hashCode() {
            return talks.hashCode();
        }
    }

    /** What goes to the executors. */
    private record Task(
            JobOptions options,
            Bounds bounds,
            Set<Integer> complete,
            Broadcast<List<String>> files,
            String folder,
            Broadcast<SerializableConfiguration> configuration)
            implements java.io.Serializable {
        java.util.Iterator<Integer> run(java.util.Iterator<Tuple2<Place, Item>> records, java.util.Iterator<Past> past)
                throws IOException {
            int number = TaskContext.getPartitionId();
            if (!complete.contains(number)) {
                Output output =
                        new Output(new Path(folder), configuration.value().value());
                Analyses analyses = SharedAnalyzer.of(options.models());
                new Bucket(options, files.value(), output, analyses, bounds.cutBefore(number), past.next())
                        .write(number, records, TaskContext.get().taskAttemptId());
            }
            return List.of(number).iterator();
        }
    }
}
