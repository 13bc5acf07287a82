package dev.toward.chat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Reads chat exports: files, folders and zips, in any mix and of any format known here. The way in.
 *
 * <p>Finds the format by content, and streams: memory does not grow with the files, but for one 64-bit key a message where
 * several files, which may overlap, are read together. Messages come file by file, in the order of the file, and never twice.
 * Nothing is written, and nothing is unpacked to disk. Immutable; threads may share it.
 */
public final class ChatExports {
    /** Specific formats first: of two that fit equally, the earlier reads. */
    private static final List<ChatFormat> FORMATS = List.of(
            new MboxFormat(), //
            new SignalFormat(), //
            new MatrixFormat(), //
            new SkypeFormat(), //
            new TeamsFormat(), //
            new IrcFormat(), //
            new TelegramFormat(), //
            new DiscordFormat(), //
            new IMessageFormat(), //
            new WhatsAppFormat(), //
            new SlackFormat(), //
            new InstagramFormat(), //
            new InstagramOldFormat(), //
            new MessengerFormat(), //
            new MessengerSecureFormat(), //
            MessengerHtmlFormat.ofMessenger(), //
            MessengerHtmlFormat.ofInstagram(), //
            new GoogleChatFormat(), //
            new GoogleHangoutsFormat(), //
            new JsonLinesFormat(), //
            new CsvFormat());

    private final ReadOptions options;

    private ChatExports(ReadOptions options) {
        this.options = options;
    }

    /** Reads with everything inferred. */
    public static ChatExports withDefaults() {
        return new ChatExports(ReadOptions.defaults());
    }

    public static ChatExports with(ReadOptions options) {
        return new ChatExports(Objects.requireNonNull(options, "options"));
    }

    /** The ids of the formats that are known, for {@link ReadOptions#format()}. */
    public static List<String> formats() {
        return FORMATS.stream().map(ChatFormat::id).distinct().toList();
    }

    /** What the exports hold, before any analysis. */
    public Inspection inspect(List<Path> paths) throws IOException {
        Inspector inspector = new Inspector();
        read(paths, inspector);
        return inspector.inspection();
    }

    /**
     * Reads everything below {@code paths}. Broken lines, and files that fit no format, go to {@link ChatSink#skipped} and the
     * rest is read.
     *
     * @throws ChatExportException when a path cannot be read, or no format is recognised in any of them
     */
    public void read(List<Path> paths, ChatSink sink) throws IOException {
        if (paths.isEmpty()) {
            throw new ChatExportException("no path given", "expected a chat export, a folder or a zip");
        }
        List<Skipped> early = new ArrayList<>();
        try (SourceWalk walk = new SourceWalk(options, early::add)) {
            read(paths, walk.below(paths), early, sink);
        }
    }

    private void read(List<Path> paths, List<Source> found, List<Skipped> early, ChatSink sink)
            throws ChatExportException {
        Map<ChatFormat, List<Source>> recognised = new LinkedHashMap<>();
        for (Source source : found) {
            if (FORMATS.stream().noneMatch(format -> format.isMedia(source))) {
                recognise(source, recognised, early);
            }
        }
        if (recognised.isEmpty()) {
            throw nothingRecognised(paths, early);
        }
        early.forEach(sink::skipped);
        List<Together> exports = together(recognised, found);
        Seen seen = new Seen(exports.stream().mapToInt(e -> e.files().size()).sum() > 1);
        int number = 0;
        for (Together export : exports) {
            number++;
            String first = export.files().get(0).name();
            read(export, new Delivery(export.format().id(), first, number, sink, seen));
        }
        if (seen.repeats() > 0) {
            sink.warning(seen.repeats() + " messages stood in more than one file; each is read once");
        }
    }

    /** Files that are read together. */
    private record Together(ChatFormat format, List<Source> files) {}

    /** In the order in which their first files were found. */
    private static List<Together> together(Map<ChatFormat, List<Source>> recognised, List<Source> found) {
        List<Together> exports = new ArrayList<>();
        recognised.forEach(
                (format, files) -> format.together(files).forEach(group -> exports.add(new Together(format, group))));
        Map<Source, Integer> places = new IdentityHashMap<>();
        found.forEach(source -> places.put(source, places.size()));
        exports.sort(Comparator.comparingInt(export -> export.files().stream()
                .mapToInt(f -> places.getOrDefault(f, 0))
                .min()
                .orElse(0)));
        return exports;
    }

    private void recognise(Source source, Map<ChatFormat, List<Source>> recognised, List<Skipped> skipped) {
        try {
            Head head = Head.of(source);
            ChatFormat best = null;
            ChatFormat.Fit bestFit = ChatFormat.Fit.NO;
            for (ChatFormat format : asked()) {
                ChatFormat.Fit fit = format.fit(source, head, options);
                if (fit == ChatFormat.Fit.NO && options.format() != null) {
                    fit = ChatFormat.Fit.MAYBE;
                }
                if (fit.compareTo(bestFit) > 0) {
                    best = format;
                    bestFit = fit;
                }
            }
            if (best == null) {
                skipped.add(new Skipped(source.name(), 0, "fits no chat format that is known"));
            } else if (bestFit != ChatFormat.Fit.BELONGS) {
                recognised.computeIfAbsent(best, f -> new ArrayList<>()).add(source);
            }
        } catch (IOException e) {
            skipped.add(new Skipped(source.name(), 0, Delivery.reason(e)));
        }
    }

    /** The format that the caller named, which then reads whatever there is; else all. */
    private List<ChatFormat> asked() {
        if (options.format() == null) {
            return FORMATS;
        }
        List<ChatFormat> named = FORMATS.stream()
                .filter(format -> format.id().equals(options.format()))
                .toList();
        if (named.isEmpty()) {
            throw new IllegalArgumentException("format: expected one of " + formats() + ", got " + options.format());
        }
        return named;
    }

    private void read(Together export, Delivery delivery) {
        try {
            export.format().read(export.files(), options, delivery);
        } catch (IOException e) {
            delivery.unreadable(e);
        }
    }

    private static ChatExportException nothingRecognised(List<Path> paths, List<Skipped> skipped) {
        String asked = paths.stream().map(Path::toString).collect(Collectors.joining(", "));
        String known = "expected a "
                + FORMATS.stream().map(ChatFormat::name).distinct().collect(Collectors.joining(", "))
                + " export; a CSV file needs a header line that names a text column";
        if (skipped.size() == 1 && !skipped.get(0).reason().startsWith("fits no")) {
            return new ChatExportException(asked, skipped.get(0).reason() + "; " + known);
        }
        return new ChatExportException(asked, "no chat format recognised; " + known);
    }
}
