package dev.toward.cli;

import dev.toward.Analyses;
import dev.toward.Analysis;
import dev.toward.AnalysisJson;
import dev.toward.Ask;
import dev.toward.Tier;
import dev.toward.chat.ChatExportException;
import dev.toward.chat.ChatExports;
import dev.toward.ledger.BidReader;
import dev.toward.ledger.DraftReader;
import dev.toward.ledger.FollowUp;
import dev.toward.ledger.Journal;
import dev.toward.ledger.MessageSource;
import dev.toward.ledger.UnknownNameException;
import dev.toward.report.Format;
import dev.toward.report.NameLeftException;
import dev.toward.report.ScanReport;
import dev.toward.report.ScanRequest;
import dev.toward.text.Conversation;
import dev.toward.text.Draft;
import dev.toward.text.Message;
import dev.toward.text.Timestamp;
import dev.toward.verdict.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code toward scan}: the small moments of a chat, as a page and as files. */
@Command(
        name = "scan",
        mixinStandardHelpOptions = true,
        versionProvider = Toward.Version.class,
        description = "Reads chat exports and writes a report: which bids were made, and how they were met.")
final class ScanCommand implements Callable<Integer> {
    @Mixin
    private Exports exports = new Exports();

    @Option(
            names = "--me",
            paramLabel = "NAME",
            description =
                    "Who you are in the chat. The page shows your own words and no others, unless --everyone is given.")
    private @Nullable String me;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "toward-report",
            description = "The folder to write into; toward-report unless given.")
    private Path out = Path.of("toward-report");

    @Option(
            names = "--format",
            paramLabel = "html,json,jsonl,csv",
            description = "What to write; html,json,jsonl unless given.")
    private @Nullable String formats;

    @Option(names = "--since", paramLabel = "DATE", description = "First day, as 2026-03-01.")
    private @Nullable String since;

    @Option(names = "--until", paramLabel = "DATE", description = "Last day, as 2026-03-31.")
    private @Nullable String until;

    @Option(
            names = "--chat",
            paramLabel = "NAME",
            description = "Only the chat of this name; may be repeated. 'toward inspect PATH' lists the names.")
    private List<String> chats = new ArrayList<>();

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description =
                    "Whose clock to show moments by, as Europe/London; UTC unless given. Wall clocks are never converted.")
    private @Nullable String zone;

    @Option(names = "--pseudonyms", description = "Replace names, mentions and telephone numbers everywhere.")
    private boolean pseudonyms;

    @Option(
            names = "--everyone",
            description = "Show on the page what others wrote too, and how they answered; yours comes first with --me.")
    private boolean everyone;

    @Option(
            names = "--tier",
            paramLabel = "fast|auto|full",
            converter = TierName.class,
            description = "How deep to read: fast, auto or full; auto unless given.")
    private @Nullable Tier tier;

    @Option(
            names = "--threads",
            paramLabel = "N",
            converter = WholeNumber.Threads.class,
            description = "How many messages to read at a time; as many as there are processors unless given.")
    private @Nullable Integer threads;

    @Option(
            names = "--resume",
            description = "Go on with a scan into the same folder that was cut off; with the same chats and options.")
    private boolean resume;

    @Mixin
    private final SettingsOptions settings;

    @Mixin
    private final Models models;

    private final Shell shell;

    ScanCommand(Shell shell, Models models) {
        this.shell = shell;
        this.models = models;
        this.settings = new SettingsOptions(shell);
    }

    @Override
    public Integer call() throws IOException {
        Settings.Change change = settings.configuration().settings();
        Tier depth = settings.tier(tier);
        ScanRequest request = request();
        ChatExports reading = exports.reading();
        Notes notes = new Notes();
        ZoneId clock = zone();
        MessageSource source = sink -> {
            AtomicBoolean found = new AtomicBoolean(chats.isEmpty());
            reading.read(exports.paths(), notes.reading(m -> {
                if (isWanted(m.conversation())) {
                    found.set(true);
                    sink.accept(by(clock, m));
                }
            }));
            if (!found.get()) {
                throw new CallerMistake("--chat: no chat of this name; 'toward inspect PATH' lists the names");
            }
        };
        try (Analyses analyses = models.load()) {
            if (resume && !Journal.isIn(out)) {
                shell.say("nothing to resume in " + out + "; it begins at the beginning");
            }
            ProgressLine progress = new ProgressLine(shell);
            Thread cutOff = new Thread(() -> shell.say("cut off; the same command with --resume goes on from here"));
            Runtime.getRuntime().addShutdownHook(cutOff);
            ScanReport report;
            try {
                report = ScanReport.write(
                        request,
                        source,
                        reader(analyses.under(change), depth),
                        BidReader.of(analyses, depth),
                        FollowUp.Wording.of(analyses),
                        AnalysisJson::line,
                        progress,
                        new Journal.Terms(resume, dependsOn(analyses.under(change), depth)));
            } finally {
                progress.done();
                forget(cutOff);
            }
            notes.tell(shell);
            StringBuilder written = new StringBuilder();
            report.files().forEach(file -> written.append(file).append('\n'));
            Results.write(shell.out(), written.toString());
            return ExitCode.DONE;
        } catch (ChatExportException | UnknownNameException | Journal.OtherRunException e) {
            throw new CallerMistake(String.valueOf(e.getMessage()));
        } catch (NameLeftException e) {
            shell.say(e.getMessage() + "; please report this, it is a fault in toward");
            return ExitCode.FAULT;
        } catch (IOException e) {
            throw new CallerMistake("the report could not be written to " + out + ": " + Mistakes.reason(e));
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the end has begun, and it is being said
        }
    }

    /** What the readings depend on, beside the messages. What is written of them may be another thing each time. */
    private SequencedMap<String, String> dependsOn(Analyses analyses, Tier depth) {
        SequencedMap<String, String> all = new LinkedHashMap<>();
        all.put("the version of toward", String.join(" ", new Toward.Version().getVersion()));
        all.put("the version of the models", analyses.model());
        all.put("--tier", depth.name());
        all.put("the settings", settled(analyses.settings()));
        all.put("--me", String.valueOf(me));
        all.put("--since", String.valueOf(since));
        all.put("--until", String.valueOf(until));
        all.put("--pseudonyms", String.valueOf(pseudonyms));
        all.put("--chat", String.valueOf(chats));
        all.put("--zone", String.valueOf(zone));
        return all;
    }

    private static String settled(Settings settings) {
        return settings.strictness().id() + " " + new TreeSet<>(settings.off()) + " "
                + new TreeSet<>(settings.ignored());
    }

    private static DraftReader reader(Analyses analyses, Tier tier) {
        return new DraftReader() {
            @Override
            public Analysis analyze(Draft draft, int suggestions, @Nullable String them) {
                return analyses.analyze(draft, suggestions, them, tier);
            }

            @Override
            public List<Analysis> analyzeAll(List<Ask> asks) {
                return analyses.analyzeAll(asks, tier);
            }
        };
    }

    private boolean isWanted(Conversation chat) {
        return chats.isEmpty() || chats.stream().anyMatch(name -> plain(name).equals(plain(chat.name())));
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC).strip().toLowerCase(Locale.ROOT);
    }

    private ScanRequest request() {
        try {
            return new ScanRequest(
                    me,
                    out,
                    formats(),
                    day("--since", since),
                    day("--until", until),
                    pseudonyms,
                    everyone,
                    threads == null ? Runtime.getRuntime().availableProcessors() : threads);
        } catch (IllegalArgumentException e) {
            throw new CallerMistake(String.valueOf(e.getMessage()));
        }
    }

    private @Nullable ZoneId zone() {
        try {
            return zone == null ? null : ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new CallerMistake("--zone: expected the name of a time zone, as Europe/London");
        }
    }

    /** The message with its moment as the clocks of a zone showed it. */
    private static Message by(@Nullable ZoneId zone, Message m) {
        return zone != null && m.time() instanceof Timestamp.Moment moment
                ? m.at(new Timestamp.Wall(LocalDateTime.ofInstant(moment.instant(), zone)))
                : m;
    }

    private Set<Format> formats() {
        if (formats == null) {
            return EnumSet.of(Format.HTML, Format.JSON, Format.JSONL);
        }
        Set<Format> chosen = EnumSet.noneOf(Format.class);
        for (String id : formats.split(",", -1)) {
            try {
                chosen.add(Format.of(id.strip()));
            } catch (IllegalArgumentException e) {
                throw new CallerMistake("--format: expected any of html, json, jsonl and csv, with commas between");
            }
        }
        return chosen;
    }

    private static @Nullable LocalDate day(String option, @Nullable String given) {
        try {
            return given == null ? null : LocalDate.parse(given);
        } catch (DateTimeException e) {
            throw new CallerMistake(option + ": expected a day, as 2026-03-01");
        }
    }
}
