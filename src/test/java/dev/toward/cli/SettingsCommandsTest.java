package dev.toward.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.toward.Analyses;
import dev.toward.Analysis;
import dev.toward.FixedAnswers;
import dev.toward.Tier;
import dev.toward.cue.Tactic;
import dev.toward.text.Draft;
import dev.toward.verdict.Fingerprint;
import dev.toward.verdict.Settings;
import dev.toward.verdict.Strictness;
import dev.toward.verdict.Verdict;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings through the command line, with answers that are fixed. */
class SettingsCommandsTest {
    private static final String COLD = "at least it was small, see you";
    private static final String PRINT =
            Fingerprint.of(Tactic.AT_LEAST, "at least it was small").id();

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Map<String, String> environment = new HashMap<>();
    private final List<Tier> tiers = new ArrayList<>();
    private final List<Strictness> strictness = new ArrayList<>();
    private String in = "";
    private String before = "";
    private Path user;
    private Path project;

    @BeforeEach
    void folders() throws IOException {
        environment.put(
                "TOWARD_MODELS", Files.createDirectory(folder.resolve("models")).toString());
        environment.put("XDG_CONFIG_HOME", folder.resolve("config").toString());
        user = Files.createDirectories(folder.resolve("config/toward")).resolve("toward.toml");
        Path work = Files.createDirectories(folder.resolve("work"));
        Files.createDirectory(work.resolve(".git"));
        project = work.resolve("toward.yaml");
        before = System.getProperty("user.dir");
        System.setProperty("user.dir", work.toString());
    }

    @AfterEach
    void back() {
        System.setProperty("user.dir", before);
    }

    /** Fixed answers, told to somebody with settings. */
    private final class Told implements Analyses {
        private final Settings settings;

        Told(Settings settings) {
            this.settings = settings;
        }

        @Override
        public Analysis analyze(Draft draft, int suggestions, @Nullable String them) {
            Analysis all = new FixedAnswers().analyze(draft, suggestions, them);
            return all.verdict() instanceof Verdict.Decided decided
                    ? new Analysis(
                            draft,
                            settings.applied(decided, draft.text()),
                            settings.applied(decided, draft.text()).label().isFlag() ? all.suggestions() : List.of(),
                            null,
                            "en",
                            all.tier(),
                            all.provenance())
                    : all;
        }

        @Override
        public Analysis analyze(Draft draft, int suggestions, @Nullable String them, Tier tier) {
            tiers.add(tier);
            strictness.add(settings.strictness());
            return analyze(draft, suggestions, them);
        }

        @Override
        public Analyses under(Settings.Change change) {
            return new Told(settings.with(change));
        }
    }

    private int run(String... args) {
        out.reset();
        err.reset();
        tiers.clear();
        strictness.clear();
        Shell shell = new Shell(
                new ByteArrayInputStream(in.getBytes(UTF_8)),
                out,
                new PrintStream(err, true, UTF_8),
                Map.copyOf(environment),
                false);
        return Main.run(shell, models -> new Told(Settings.SHIPPED), args);
    }

    private String said() {
        return err.toString(UTF_8);
    }

    private String printed() {
        return out.toString(UTF_8);
    }

    @Test
    void check_explainShowsWhatToIgnore() {
        assertEquals(1, run("check", COLD, "--explain", "--suggest", "0"));
        assertTrue(
                printed().contains("  at-least: A bright side offered before the hurt is heard.\n     " + PRINT + "\n"),
                printed());
        assertEquals(1, run("check", COLD, "--explain", "--json"));
        assertTrue(printed().contains("\"fingerprint\":\"" + PRINT + "\""), printed());
        assertEquals(1, run("check", COLD, "--json"));
        assertFalse(printed().contains("fingerprint"), printed());
    }

    @Test
    void check_byOption() {
        assertEquals(0, run("check", COLD, "--ignore", PRINT));
        assertEquals("neutral: it turns neither way\n\nLeft unsaid, as your settings ask: " + PRINT + "\n", printed());
        assertEquals(0, run("check", COLD, "--disable", "blame,at-least"));
        assertEquals(0, run("check", COLD, "--disable=minimizing"));
        assertEquals(1, run("check", COLD, "--disable", "minimizing", "--enable", "at-least"));
        assertEquals(1, run("check", COLD, "--strictness", "picky", "--tier", "full"));
        assertEquals(List.of(Strictness.PICKY), strictness);
        assertEquals(List.of(Tier.FULL), tiers);
    }

    @Test
    void order_optionEnvironmentProjectUser() throws Exception {
        assertEquals(1, run("check", COLD));
        assertEquals(List.of(Strictness.DEFAULT), strictness);
        assertEquals(List.of(Tier.AUTO), tiers);
        Files.writeString(user, "strictness = \"gentle\"\ntier = \"fast\"\nsuggest = 1\n");
        run("check", COLD);
        assertEquals(List.of(Strictness.GENTLE), strictness);
        assertEquals(List.of(Tier.FAST), tiers);
        assertTrue(printed().contains("  1. ") && !printed().contains("  2. "), printed());
        Files.writeString(project, "strictness: picky\n");
        run("check", COLD);
        assertEquals(List.of(Strictness.PICKY), strictness);
        environment.put("TOWARD_STRICTNESS", "gentle");
        run("check", COLD);
        assertEquals(List.of(Strictness.GENTLE), strictness);
        run("check", COLD, "--strictness", "default", "--suggest", "2");
        assertEquals(List.of(Strictness.DEFAULT), strictness);
        assertTrue(printed().contains("  2. "), printed());
        environment.remove("TOWARD_STRICTNESS");
        run("check", COLD, "--no-config");
        assertEquals(List.of(Strictness.DEFAULT), strictness);
        Path other = Files.writeString(folder.resolve("other.toml"), "strictness = \"picky\"\n");
        run("check", COLD, "--config", other.toString());
        assertEquals(List.of(Strictness.PICKY), strictness);
        assertEquals(List.of(Tier.AUTO), tiers);
        environment.put("TOWARD_CONFIG", other.toString());
        run("check", COLD);
        assertEquals(List.of(Strictness.PICKY), strictness);
        run("check", COLD, "--no-config");
        assertEquals(List.of(Strictness.DEFAULT), strictness);
    }

    @Test
    void classify_andScan() throws Exception {
        Files.writeString(project, "ignore: ['" + PRINT + "']\ntier: full\nsuggest: 5\n");
        in = "{\"text\":\"" + COLD + "\"}\n{\"text\":\"at least, hm\"}\n";
        assertEquals(0, run("classify", "--threads", "1"));
        List<String> lines = printed().lines().toList();
        assertTrue(
                lines.get(0).contains("\"label\":\"neutral\"") && lines.get(0).contains("\"suppressed\""), printed());
        assertTrue(
                lines.get(1).contains("\"label\":\"minimizing\"")
                        && lines.get(1).contains("\"suggestions\":[]"),
                printed());
        assertEquals(List.of(Tier.FULL, Tier.FULL), tiers);
        Path chat = Files.writeString(
                folder.resolve("chat.jsonl"),
                "{\"author\":\"Ann\",\"time\":\"2026-03-01T10:00:00\",\"text\":\"my car got towed\"}\n"
                        + "{\"author\":\"Bob\",\"time\":\"2026-03-01T10:01:00\",\"text\":\"" + COLD + "\"}\n");
        for (String option : List.of("--config=" + project, "--no-config")) {
            Path report = folder.resolve("report");
            int code = run("scan", chat.toString(), "--out", report.toString(), "--format", "jsonl", option);
            assertEquals(0, code, said());
            boolean flagged = Files.readString(report.resolve("messages.jsonl")).contains("\"minimizing\",");
            assertEquals(option.equals("--no-config"), flagged, Files.readString(report.resolve("messages.jsonl")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "classify", "scan", "serve", "config"})
    void everyCommand_refusesAWrongFile(String command) throws Exception {
        Files.writeString(user, "\nstrictness = \"secret words\"\n");
        List<String> args = new ArrayList<>(List.of(command));
        if (command.equals("check") || command.equals("scan")) {
            args.add(folder.toString());
        }
        assertEquals(2, run(args.toArray(String[]::new)));
        assertEquals("toward: " + user + ", line 2: strictness: expected gentle, default or picky\n", said());
        assertEquals("", printed());
    }

    @Test
    void options_wrong() {
        assertEquals(2, run("check", COLD, "--disable", "nonsuch"));
        assertEquals(
                "toward: --disable: expected a tactic, as at-least (docs/tactics lists them), or dismissive or minimizing for all of these\n",
                said());
        assertEquals(2, run("check", COLD, "--strictness", "harsh"));
        assertEquals("toward: --strictness: expected gentle, default or picky\n", said());
        assertEquals(2, run("check", COLD, "--ignore", "x"));
        assertEquals(2, run("check", COLD, "--config", "a.toml", "--no-config"));
        assertEquals("toward: --config and --no-config do not go together; give one of them\n", said());
        assertEquals(
                2, run("check", COLD, "--config", folder.resolve("none.toml").toString()));
        assertEquals("toward: " + folder.resolve("none.toml") + ": there is no such file\n", said());
        assertEquals(2, run("check", COLD, "--enable", "blame", "--disable", "blame"));
        assertEquals("toward: --disable: expected a name in enable or in disable, and this one is in both\n", said());
    }

    @Test
    void serve_aProjectMayNotSayWhereTextsGo() throws Exception {
        Files.writeString(project, "languagetool: http://collector.example\n");
        assertEquals(2, run("serve"));
        assertTrue(
                said().startsWith("toward: " + project + ", line 1: languagetool may stand in your own file only"),
                said());
        Files.delete(project);
        Files.writeString(user, "host = \"0.0.0.0\"\n");
        assertEquals(2, run("serve"));
        assertTrue(said().contains("it needs a token"), said());
    }

    @Test
    void config_printsAndExplains() throws Exception {
        Files.writeString(project, "disable:\n  - blame\n");
        assertEquals(0, run("config", "--strictness", "gentle"));
        assertTrue(printed().startsWith("strictness = \"gentle\"\ndisable = [\"blame\"]\nignore = []\n"), printed());
        assertEquals(0, run("config", "--explain", "--enable", "mockery"));
        assertTrue(printed().contains("\n#   " + project + "\n"), printed());
        assertTrue(
                printed().contains("\n  \"blame\",                              # " + project + ", line 2\n"),
                printed());
        assertTrue(printed().contains("\n  \"mockery\",                            # --enable\n"), printed());
        assertEquals("", said());
    }

    @Test
    void config_ignore() throws Exception {
        assertEquals(0, run("config", "ignore", PRINT));
        assertEquals(PRINT + "\n", printed());
        assertEquals("toward: added 1 to " + user + "\n", said());
        assertEquals(0, run("check", COLD));
        assertEquals(0, run("config", "ignore", PRINT));
        assertEquals("toward: all of it stands already in " + user + "\n", said());
        Path other = folder.resolve("other.yml");
        assertEquals(
                0,
                run("config", "ignore", "--as", "at-least", "At least it", "was small!", "--config", other.toString()));
        assertEquals("ignore:\n  - " + PRINT + "\n", Files.readString(other));
        assertEquals(2, run("config", "ignore", "at least it was small"));
        assertFalse(said().contains("small"), said());
        assertEquals(2, run("config", "ignore", "--as", "bright", "at least"));
        assertEquals("toward: --as: expected a tactic, as at-least; docs/tactics lists them\n", said());
    }
}
