package dev.toward.spark;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.toward.DraftJson;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.LongWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.lib.input.FileInputFormat;
import org.apache.hadoop.mapreduce.lib.input.FileSplit;
import org.apache.hadoop.mapreduce.lib.input.TextInputFormat;
import org.apache.spark.api.java.JavaNewHadoopRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;

/** The files of a run, in the order of their names, and the records in them. */
final class Input {
    private final List<FileStatus> files;

    private Input(List<FileStatus> files) {
        this.files = files;
    }

    static Input of(String in, Configuration configuration) throws IOException {
        Path path = new Path(in);
        FileSystem system = path.getFileSystem(configuration);
        FileStatus[] roots = system.globStatus(path);
        List<FileStatus> files = new ArrayList<>();
        for (FileStatus root : roots == null ? new FileStatus[0] : roots) {
            add(system, root, files);
        }
        files.sort((a, b) -> a.getPath().compareTo(b.getPath()));
        if (files.isEmpty()) {
            throw new CallerMistake("--in: no file at " + in);
        }
        return new Input(files);
    }

    private static void add(FileSystem system, FileStatus file, List<FileStatus> files) throws IOException {
        if (file.isFile()) {
            files.add(file);
            return;
        }
        for (FileStatus child : system.listStatus(file.getPath())) {
            String name = child.getPath().getName();
            // what is hidden, or half-written by another job
            if (!name.startsWith("_") && !name.startsWith(".")) {
                add(system, child, files);
            }
        }
    }

    List<String> paths() {
        return files.stream().map(f -> f.getPath().toString()).toList();
    }

    /** Every file as its path and its length: enough to see that a later run does not read something else. */
    List<String> marks() {
        return files.stream().map(f -> f.getPath() + " " + f.getLen()).toList();
    }

    JavaRDD<Located> read(SparkSession spark, JobOptions options) throws IOException {
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        Map<String, Integer> numbers = new HashMap<>();
        for (String path : paths()) {
            numbers.put(path, numbers.size());
        }
        Broadcast<Map<String, Integer>> shared = context.broadcast(numbers);
        return options.format() == JobOptions.Format.JSONL
                ? lines(context, options.kind(), shared)
                : rows(spark, options.kind(), shared);
    }

    private JavaRDD<Located> lines(
            JavaSparkContext context, JobOptions.Kind kind, Broadcast<Map<String, Integer>> numbers)
            throws IOException {
        Job job = Job.getInstance(context.hadoopConfiguration());
        FileInputFormat.setInputPaths(
                job, files.stream().map(FileStatus::getPath).toArray(Path[]::new));
        Configuration configuration = job.getConfiguration();
        // a carriage return alone ends no line for classify either
        configuration.set("textinputformat.record.delimiter", "\n");
        JavaNewHadoopRDD<LongWritable, Text> lines = (JavaNewHadoopRDD<LongWritable, Text>)
                context.newAPIHadoopRDD(configuration, TextInputFormat.class, LongWritable.class, Text.class);
        return lines.mapPartitionsWithInputSplit(
                (split, records) -> {
                    int file = number(numbers.value(), ((FileSplit) split).getPath());
                    return new Mapped<>(records, r -> line(kind, r._2(), file, r._1().get()));
                },
                false);
    }

    private static Located line(JobOptions.Kind kind, Text line, int file, long position) {
        if (line.getLength() > DraftJson.LIMIT) {
            return Located.bad("longer than 1 MiB", file, position);
        }
        byte[] bytes = line.copyBytes();
        if (position == 0
                && bytes.length >= 3
                && (bytes[0] & 255) == 0xef
                && (bytes[1] & 255) == 0xbb
                && (bytes[2] & 255) == 0xbf) {
            bytes = Arrays.copyOfRange(bytes, 3, bytes.length);
        }
        return kind == JobOptions.Kind.DRAFTS
                ? Located.draft(bytes, file, position)
                : MessageLine.read(bytes, file, position);
    }

    private JavaRDD<Located> rows(SparkSession spark, JobOptions.Kind kind, Broadcast<Map<String, Integer>> numbers) {
        Dataset<Row> table = spark.read().parquet(paths().toArray(String[]::new));
        List<String> there = Arrays.asList(table.columns());
        List<String> needed =
                kind == JobOptions.Kind.DRAFTS ? List.of("text") : List.of("conversation", "author", "text");
        for (String name : needed) {
            if (!there.contains(name)) {
                throw new CallerMistake("--in: there is no column " + name);
            }
        }
        List<Column> columns = new ArrayList<>();
        for (String name : List.of("conversation", "id", "author", "time", "text", "context")) {
            Column column = there.contains(name) ? functions.col(name) : functions.lit(null);
            boolean words = name.equals("conversation") || name.equals("author") || name.equals("text");
            columns.add(words ? column.cast("string") : column);
        }
        columns.add(functions.col("_metadata.file_path"));
        columns.add(functions.col("_metadata.row_index"));
        return table.select(columns.toArray(Column[]::new))
                .toJavaRDD()
                .map(row -> row(kind, row, number(numbers.value(), new Path(URI.create(row.getString(6))))));
    }

    private static Located row(JobOptions.Kind kind, Row row, int file) {
        long position = row.getLong(7);
        if (kind != JobOptions.Kind.DRAFTS) {
            Object id = row.get(1);
            return Located.message(
                    row.getString(0),
                    id == null ? null : id.toString(),
                    row.getString(2),
                    time(row.get(3)),
                    row.getString(4),
                    file,
                    position);
        }
        String text = row.getString(4);
        if (text == null) {
            return Located.bad("/text: expected a string, and there is none", file, position);
        }
        return Located.draft(draft(row.get(1), text, row.get(5)), file, position);
    }

    private static @Nullable Object time(@Nullable Object value) {
        return value instanceof java.sql.Timestamp time ? time.toInstant() : value;
    }

    /** A row as the line that {@code classify} would be given. */
    static byte[] draft(@Nullable Object id, String text, @Nullable Object context) {
        return JsonText.object(json -> {
            if (id instanceof Integer || id instanceof Long || id instanceof Short) {
                json.writeNumberField("id", ((Number) id).longValue());
            } else {
                json.writeStringField("id", id == null ? null : id.toString());
            }
            json.writeStringField("text", text);
            if (context != null) {
                json.writeFieldName("context");
                context(json, context);
            }
        });
    }

    private static void context(JsonGenerator json, Object context) throws IOException {
        if (context instanceof scala.collection.Iterable<?> some) {
            json.writeStartArray();
            for (Iterator<?> each =
                            scala.jdk.javaapi.CollectionConverters.asJava(some).iterator();
                    each.hasNext(); ) {
                json.writeString((String) each.next());
            }
            json.writeEndArray();
        } else {
            json.writeString(context.toString());
        }
    }

    private static int number(Map<String, Integer> numbers, Path path) {
        Integer number = numbers.get(path.toString());
        if (number == null) {
            throw new IllegalStateException("a file that was not listed: " + path);
        }
        return number;
    }
}
