package dev.toward.spark;

import dev.toward.Analyses;
import dev.toward.Analyzer;
import dev.toward.models.ModelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.SparkEnv;
import org.apache.spark.SparkFiles;

/** The analyzer of this process: loaded by the first task that needs it, shared by all, open as long as the process lives. */
final class SharedAnalyzer {
    private static final Map<Path, Analyzer> OPEN = new HashMap<>();

    private SharedAnalyzer() {}

    /** @param models a folder, or the name under which one was shipped */
    static Analyses of(String models) {
        Path folder = folder(models);
        synchronized (OPEN) {
            Analyzer analyzer = OPEN.get(folder);
            if (analyzer == null) {
                try {
                    analyzer = Analyzer.builder().models(folder).build();
                } catch (ModelException e) {
                    throw new CallerMistake(String.valueOf(e.getMessage()));
                }
                OPEN.put(folder, analyzer);
            }
            return analyzer;
        }
    }

    private static Path folder(String models) {
        if (SparkEnv.get() != null && !Path.of(models).isAbsolute()) {
            Path shipped = Path.of(SparkFiles.getRootDirectory(), models);
            if (Files.isDirectory(shipped)) {
                // an archive of the folder, or of what is in it
                Path within = shipped.resolve("models");
                return Files.isRegularFile(within.resolve("MANIFEST")) ? within : shipped;
            }
        }
        return Path.of(models).toAbsolutePath();
    }
}
