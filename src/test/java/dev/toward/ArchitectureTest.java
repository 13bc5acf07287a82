package dev.toward;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Data flows one way, and each package uses only what its row allows. The table is that of ARCHITECTURE.md. */
class ArchitectureTest {
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.toward");

    private static final Map<String, List<String>> MAY_USE = new LinkedHashMap<>();

    static {
        List<String> core =
                List.of("text", "models", "annotate", "encode", "cue", "verdict", "fast", "phrase", "suggest");
        MAY_USE.put("text", List.of());
        MAY_USE.put("models", List.of());
        MAY_USE.put("letter", List.of("text"));
        MAY_USE.put("chat", List.of("text"));
        MAY_USE.put("annotate", List.of("text", "models"));
        MAY_USE.put("encode", List.of("text", "models"));
        MAY_USE.put("cue", List.of("text", "annotate"));
        MAY_USE.put("verdict", List.of("text", "models", "annotate", "encode", "cue"));
        MAY_USE.put("fast", List.of("text", "models", "cue", "verdict"));
        MAY_USE.put("phrase", List.of("text", "models", "encode", "cue"));
        MAY_USE.put("suggest", List.of("text", "annotate", "cue", "verdict", "phrase"));
        MAY_USE.put("", core);
        MAY_USE.put("config", List.of("", "cue", "verdict"));
        MAY_USE.put("ledger", with(core, "", "chat"));
        MAY_USE.put("report", with(core, "", "ledger"));
        MAY_USE.put("learn", with(core, "", "ledger"));
        MAY_USE.put("train", with(core, "", "chat"));
        MAY_USE.put("match", with(core, "", "letter"));
        MAY_USE.put("http", with(core, "", "letter", "match"));
        MAY_USE.put("lsp", with(core, "", "letter", "match"));
        MAY_USE.put("spark", with(core, "", "ledger", "report"));
        MAY_USE.put("cli", with(core, "", "chat", "config", "ledger", "learn", "report", "train"));
    }

    private static List<String> with(List<String> some, String... more) {
        List<String> all = new ArrayList<>(some);
        all.addAll(List.of(more));
        return all;
    }

    static Stream<String> packages() {
        return MAY_USE.keySet().stream();
    }

    @ParameterizedTest(name = "dev.toward.{0}")
    @MethodSource("packages")
    void usesOnlyWhatTheTableAllows(String name) {
        List<String> allowed = with(MAY_USE.get(name), name);
        noClasses()
                .that(areIn(List.of(name)))
                .should()
                .dependOnClassesThat(ofOursOutside(allowed))
                .check(OURS);
    }

    @Test
    void everyPackageIsInTheTable() {
        classes()
                .should()
                .resideInAnyPackage(MAY_USE.keySet().stream()
                        .map(name -> name.isEmpty() ? "dev.toward" : "dev.toward." + name + "..")
                        .toArray(String[]::new))
                .check(OURS);
    }

    @Test
    void theTableSeesTheCode() {
        assertTrue(OURS.size() > 80, "only " + OURS.size() + " classes were seen");
    }

    @ParameterizedTest(name = "{1} is known to {0} alone")
    @CsvSource({
        "dev.toward.phrase.., org.apache.lucene..",
        "dev.toward.config.., com.fasterxml.jackson.dataformat.toml..",
        "dev.toward.encode.., ai.onnxruntime..",
        "dev.toward.annotate.corenlp.., edu.stanford..",
        "dev.toward.http.., io.javalin..",
        "dev.toward.http.., org.eclipse.jetty..",
        "dev.toward.http.., io.micrometer..",
        "dev.toward.lsp.., org.eclipse.lsp4j..",
        "dev.toward.lsp.., com.google.gson..",
        "dev.toward.cli.., picocli..",
        "dev.toward.chat.., org.jsoup..",
        "dev.toward.chat.., org.apache.james..",
        "dev.toward.spark.., org.apache.spark..",
        "dev.toward.spark.., org.apache.hadoop..",
        "dev.toward.spark.., scala..",
    })
    void eachLibraryHasOneHome(String home, String library) {
        noClasses()
                .that()
                .resideOutsideOfPackage(home)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(OURS);
    }

    /** Packs of phrases are YAML, and so may settings be. */
    @Test
    void yamlIsReadInTwoPlaces() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.toward.phrase..", "dev.toward.config..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml.jackson.dataformat.yaml..")
                .check(OURS);
    }

    /** OpenNLP reads drafts in one place, and is trained in another only to be compared with. */
    @Test
    void openNlpReadsAndIsComparedWith() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.toward.annotate.opennlp..", "dev.toward.train..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("opennlp..")
                .check(OURS);
    }

    private static DescribedPredicate<JavaClass> areIn(List<String> names) {
        return DescribedPredicate.describe("are in " + names, c -> names.contains(row(c)));
    }

    private static DescribedPredicate<JavaClass> ofOursOutside(List<String> names) {
        return DescribedPredicate.describe(
                "are ours outside " + names,
                c -> (c.getPackageName().equals("dev.toward")
                                || c.getPackageName().startsWith("dev.toward."))
                        && !names.contains(row(c)));
    }

    /** The row of the table that a class stands in: the first package under dev.toward, or "" for the root. */
    private static String row(JavaClass c) {
        String name = c.getPackageName();
        return name.startsWith("dev.toward.")
                ? name.substring("dev.toward.".length()).split("\\.")[0]
                : "";
    }
}
