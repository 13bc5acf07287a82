package dev.toward.chat;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Finds the files worth a look below the paths given: the file itself, the files of a folder in the order of their names, the
 * text entries of a zip or a tar. Links inside folders are not followed, and a zip within a zip stays shut.
 *
 * <p>Holds each zip open until it is closed, for then the list of its entries, which may be long, is read but once.
 */
final class SourceWalk implements Closeable {
    private static final int DEEPEST = 32;
    private static final Set<String> TEXT_ENDINGS = Set.of(
            "txt",
            "text",
            "json",
            "jsonl",
            "ndjson",
            "csv",
            "tsv",
            "tab",
            "log",
            "md",
            "html",
            "htm",
            "mbox",
            "weechatlog");

    private final ReadOptions options;
    private final Consumer<Skipped> skipped;
    private final List<Source> found = new ArrayList<>();
    private final List<ZipFile> zips = new ArrayList<>();
    private Below below = new Below();

    SourceWalk(ReadOptions options, Consumer<Skipped> skipped) {
        this.options = options;
        this.skipped = skipped;
    }

    /**
     * All sources, in the order of the paths.
     *
     * @throws ChatExportException when a path is not there or may not be read
     */
    List<Source> below(List<Path> paths) throws IOException {
        for (Path path : paths) {
            if (!Files.exists(path)) {
                throw new ChatExportException(path.toString(), "not found; expected a chat export, a folder or a zip");
            }
            if (!Files.isReadable(path)) {
                throw new ChatExportException(path.toString(), "may not be read; check its permissions");
            }
        }
        for (Path path : paths) {
            below = new Below();
            if (Files.isDirectory(path)) {
                folder(path, baseName(path), 0);
            } else if (isZip(baseName(path))) {
                zip(path, baseName(path));
            } else if (TarFile.isNamed(baseName(path))) {
                tar(path, baseName(path));
            } else {
                found.add(new Source(
                        baseName(path), null, modified(path), () -> Files.newInputStream(path), new OnDisk(path)));
            }
        }
        return List.copyOf(found);
    }

    private static String baseName(Path path) {
        Path name = path.toAbsolutePath().normalize().getFileName();
        return name == null ? "" : name.toString();
    }

    private void folder(Path folder, String name, int depth) {
        if (depth > DEEPEST) {
            skipped.accept(new Skipped(name, 0, "more than " + DEEPEST + " folders deep"));
            return;
        }
        List<Path> children;
        try (Stream<Path> listed = Files.list(folder)) {
            children = listed.sorted(Comparator.comparing(p -> baseName(p))).toList();
        } catch (IOException e) {
            skipped.accept(new Skipped(name, 0, "the folder could not be listed; check its permissions"));
            return;
        }
        // An unpacked WhatsApp export: the other text files beside it are documents that somebody sent.
        boolean unpacked = children.stream().anyMatch(p -> baseName(p).equals("_chat.txt"));
        for (Path child : children) {
            String childName = baseName(child);
            String childPath = name.isEmpty() ? childName : name + "/" + childName;
            if (isClutter(childName) || Files.isSymbolicLink(child)) {
                continue;
            }
            if (Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
                folder(child, childPath, depth + 1);
            } else if (Files.isRegularFile(child, LinkOption.NOFOLLOW_LINKS)
                    && (!unpacked || childName.equals("_chat.txt"))) {
                file(child, childPath, lastPart(name));
            }
        }
    }

    private void file(Path path, String name, @Nullable String container) {
        if (isZip(name)) {
            zip(path, name);
        } else if (TarFile.isNamed(name)) {
            tar(path, name);
        } else if (isText(name)) {
            found.add(below.add(new Source(name, container, modified(path), () -> Files.newInputStream(path), below)));
        }
    }

    private static boolean isZip(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".zip");
    }

    private void zip(Path path, String name) {
        List<Source> entries = new ArrayList<>();
        try {
            ZipFile zip = open(path.toFile());
            zips.add(zip);
            Enumeration<? extends ZipEntry> all = zip.entries();
            while (all.hasMoreElements()) {
                entry(path, name, all.nextElement(), entries);
            }
        } catch (IOException e) {
            skipped.accept(new Skipped(name, 0, "cannot be opened as a zip: damaged, cut off or locked by a password"));
            return;
        }
        choose(entries);
    }

    private void tar(Path path, String name) {
        List<Source> entries = new ArrayList<>();
        try {
            for (TarFile.Entry entry : TarFile.entries(path)) {
                if (isWanted(name, entry.name(), entry.size())) {
                    entries.add(inArchive(name, entry.name(), null, () -> TarFile.open(path, entry.name())));
                }
            }
        } catch (IOException e) {
            skipped.accept(new Skipped(name, 0, "cannot be opened as a tar: damaged, or no tar"));
            return;
        }
        choose(entries);
    }

    private void choose(List<Source> entries) {
        entries.sort(Comparator.comparing(Source::name));
        entries.forEach(below::add);
        Map<String, String> chatFiles = new HashMap<>();
        for (Source entry : entries) {
            if (WhatsAppNames.isChatFile(entry.fileName())) {
                chatFiles.merge(entry.folder(), entry.fileName(), (a, b) -> a.equals("_chat.txt") ? a : b);
            }
        }
        for (Source entry : entries) {
            // The other text files beside a WhatsApp chat are documents that somebody sent.
            String chatFile = chatFiles.get(entry.folder());
            boolean chosen = chatFile == null
                    || (chatFile.equals("_chat.txt")
                            ? entry.fileName().equals(chatFile)
                            : WhatsAppNames.isChatFile(entry.fileName()));
            if (chosen) {
                found.add(entry);
            }
        }
    }

    private void entry(Path path, String zipName, ZipEntry entry, List<Source> entries) {
        String inner = entry.getName();
        if (!entry.isDirectory() && isWanted(zipName, inner, entry.getSize())) {
            entries.add(inArchive(zipName, inner, day(entry), () -> open(path, inner, options.largestEntry())));
        }
    }

    private boolean isWanted(String archive, String inner, long size) {
        if (isClutterPath(inner)) {
            return false;
        }
        String name = archive + "/" + inner;
        if (climbs(inner)) {
            skipped.accept(new Skipped(name, 0, "the entry's path leads out of the archive; not read"));
            return false;
        }
        if (!isText(inner)) {
            return false;
        }
        if (size > options.largestEntry()) {
            skipped.accept(new Skipped(name, 0, tooLarge(options.largestEntry())));
            return false;
        }
        return true;
    }

    private Source inArchive(String archive, String inner, @Nullable LocalDate day, Source.Opener opener) {
        String plain = inner.replace('\\', '/');
        return new Source(
                archive + "/" + (plain.startsWith("./") ? plain.substring(2) : plain),
                lastPart(archive),
                day,
                opener,
                below);
    }

    private static @Nullable LocalDate day(ZipEntry entry) {
        long time = entry.getTime();
        return time <= 0 ? null : LocalDate.ofInstant(Instant.ofEpochMilli(time), ZoneOffset.UTC);
    }

    /** Names without the UTF-8 flag that are no UTF-8 are read as code page 437, as the zip format has it. */
    private static ZipFile open(File file) throws IOException {
        try {
            return new ZipFile(file, StandardCharsets.UTF_8);
        } catch (ZipException e) {
            if (!Charset.isSupported("IBM437")) {
                throw e;
            }
            return new ZipFile(file, Charset.forName("IBM437"));
        }
    }

    private static InputStream open(Path path, String inner, long largest) throws IOException {
        ZipFile zip = open(path.toFile());
        try {
            ZipEntry entry = zip.getEntry(inner);
            if (entry == null) {
                throw new ZipException("an entry is gone; the zip changed while it was read");
            }
            return new MeasuredStream(zip.getInputStream(entry), zip, entry.getCompressedSize(), largest);
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    static String tooLarge(long largest) {
        return "unpacks to more than " + largest + " bytes; unpack it yourself if you trust it";
    }

    private static boolean climbs(String inner) {
        String path = inner.replace('\\', '/');
        boolean drive = path.length() > 1 && path.charAt(1) == ':' && Character.isLetter(path.charAt(0));
        return path.startsWith("/") || drive || List.of(path.split("/", -1)).contains("..");
    }

    private static boolean isClutterPath(String inner) {
        return Stream.of(inner.split("/", -1)).anyMatch(SourceWalk::isClutter);
    }

    private static boolean isClutter(String name) {
        return name.equals("__MACOSX") || name.equals(".DS_Store") || name.equals("Thumbs.db") || name.startsWith("._");
    }

    private static boolean isText(String name) {
        String last = lastPart(name);
        int dot = last.lastIndexOf('.');
        return dot >= 0 && TEXT_ENDINGS.contains(last.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    private static String lastPart(String name) {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    private static @Nullable LocalDate modified(Path path) {
        try {
            return LocalDate.ofInstant(Files.getLastModifiedTime(path).toInstant(), ZoneOffset.UTC);
        } catch (IOException e) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        for (ZipFile zip : zips) {
            zip.close();
        }
    }

    /** The files found below one of the paths, by name. */
    private static final class Below implements Source.Neighbours {
        private final Map<String, Source> byName = new HashMap<>();

        Source add(Source source) {
            byName.put(source.name(), source);
            return source;
        }

        @Override
        public @Nullable Source at(Source from, String relative) {
            Deque<String> parts = new ArrayDeque<>(List.of(from.folder().split("/", -1)));
            for (String part : relative.split("/", -1)) {
                if (!part.equals("..")) {
                    parts.addLast(part);
                } else if (parts.pollLast() == null) {
                    return null;
                }
            }
            return byName.get(String.join("/", parts));
        }
    }

    /** What lies around a file that was given by itself. */
    private record OnDisk(Path path) implements Source.Neighbours {
        @Override
        public @Nullable Source at(Source from, String relative) {
            Path other = path.resolveSibling(relative).normalize();
            if (!Files.isRegularFile(other, LinkOption.NOFOLLOW_LINKS)) {
                return null;
            }
            return new Source(
                    baseName(other), null, modified(other), () -> Files.newInputStream(other), new OnDisk(other));
        }
    }
}
