package dev.toward.chat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads chat exports: files, folders and zips, in any mix and of any format known here. The way in.
 *
 * <p>Finds the format by content, and streams: memory does not grow with the files, but for one 64-bit key a message where
 * several files, which may overlap, are read together. Messages come file by file, in the order of the file, and never twice.
 * Nothing is written, and nothing is unpacked to disk. Immutable; threads may share it.
 */
public final class ChatExports {
    /** Specific formats first: of two that fit equally, the earlier reads. */
    private static final List<ChatFormat> FORMATS =
            List.of(new WhatsAppFormat(), new JsonLinesFormat(), new CsvFormat());

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
        return FORMATS.stream().map(ChatFormat::id).toList();
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
        List<Recognised> recognised = new ArrayList<>();
        for (Source source : new SourceWalk(options, early::add).below(paths)) {
            recognise(source, recognised, early);
        }
        if (recognised.isEmpty()) {
            throw nothingRecognised(paths, early);
        }
        early.forEach(sink::skipped);
        Seen seen = new Seen(recognised.size() > 1);
        int number = 0;
        for (Recognised file : recognised) {
            number++;
            read(file, new Delivery(file.format().id(), file.source().name(), number, sink, seen));
        }
        if (seen.repeats() > 0) {
            sink.warning(seen.repeats() + " messages stood in more than one file; each is read once");
        }
    }

    private record Recognised(Source source, ChatFormat format) {}

    private void recognise(Source source, List<Recognised> recognised, List<Skipped> skipped) {
        try {
            ChatFormat format = formatOf(source);
            if (format == null) {
                skipped.add(new Skipped(source.name(), 0, "fits no chat format that is known"));
            } else {
                recognised.add(new Recognised(source, format));
            }
        } catch (IOException e) {
            skipped.add(new Skipped(source.name(), 0, reason(e)));
        }
    }

    private @Nullable ChatFormat formatOf(Source source) throws IOException {
        if (options.format() != null) {
            for (ChatFormat format : FORMATS) {
                if (format.id().equals(options.format())) {
                    return format;
                }
            }
            throw new IllegalArgumentException("format: expected one of " + formats() + ", got " + options.format());
        }
        Head head = Head.of(source);
        ChatFormat best = null;
        ChatFormat.Fit bestFit = ChatFormat.Fit.NO;
        for (ChatFormat format : FORMATS) {
            ChatFormat.Fit fit = format.fit(source, head, options);
            if (fit.compareTo(bestFit) > 0) {
                best = format;
                bestFit = fit;
            }
        }
        return best;
    }

    private void read(Recognised file, Delivery delivery) {
        try {
            file.format().read(file.source(), options, delivery);
        } catch (IOException e) {
            delivery.skipped(0, reason(e) + "; " + delivery.delivered() + " messages were read before");
        }
    }

    /** Messages of libraries may quote the file, so only our own are passed on. */
    private static String reason(IOException e) {
        return e instanceof MeasuredStream.OversizeException ? String.valueOf(e.getMessage()) : "damaged or cut off";
    }

    private static ChatExportException nothingRecognised(List<Path> paths, List<Skipped> skipped) {
        String asked = paths.stream().map(Path::toString).collect(Collectors.joining(", "));
        String known =
                "expected a WhatsApp export (.txt or .zip), JSON Lines, a JSON array or a CSV file with a header line"
                        + " that names a text column";
        if (skipped.size() == 1 && !skipped.get(0).reason().startsWith("fits no")) {
            return new ChatExportException(asked, skipped.get(0).reason() + "; " + known);
        }
        return new ChatExportException(asked, "no chat format recognised; " + known);
    }
}
