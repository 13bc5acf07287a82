package dev.toward.jmh;

import dev.toward.chat.ChatExports;
import dev.toward.train.MadeUpExport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Twenty chats of WhatsApp, 20,000 messages, from the files to the last message. Run: {@code bench/jmh.sh ChatReaders}. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ChatReaders {
    private Path folder;

    @Setup
    public void write() throws IOException {
        folder = Files.createTempDirectory("toward-jmh");
        MadeUpExport.main(new String[] {"20000", folder.toString()});
    }

    @TearDown
    public void delete() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Benchmark
    public int whatsApp() throws IOException {
        int[] read = new int[1];
        ChatExports.withDefaults().read(List.of(folder), message -> read[0]++);
        return read[0];
    }
}
