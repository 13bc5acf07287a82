package dev.toward.config;

import dev.toward.verdict.Fingerprint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The list {@code ignore} in a file of settings. What is added goes in beside all else, comments included; a file that is not there is made. */
public final class IgnoreList {
    private static final String KEY = Key.IGNORE.id();

    private IgnoreList() {}

    /**
     * Adds wordings, all or none.
     *
     * @return those that were not there yet
     * @throws ConfigException when the file is wrong as it is, or in a form in which nothing can be added safely
     */
    public static Set<Fingerprint> add(Path file, Collection<Fingerprint> some) throws IOException {
        Path real = Files.exists(file) ? file.toRealPath() : file;
        byte[] before = Files.exists(real) ? ConfigFile.bytes(real) : new byte[0];
        List<Given> givens = ConfigFile.parse(file, before, false);
        Set<Fingerprint> missing = new LinkedHashSet<>(some);
        givens.stream().filter(g -> g.key() == Key.IGNORE).forEach(g -> missing.remove(Fingerprint.parse(g.value())));
        if (missing.isEmpty()) {
            return missing;
        }
        String text = before.length == 0 ? "" : ConfigFile.text(file.toString(), before);
        String after = ConfigFile.isYaml(file) ? inYaml(file, text, missing) : inToml(file, text, missing);
        boolean returns = new String(before, StandardCharsets.UTF_8).contains("\r\n");
        byte[] bytes = (returns ? after.replace("\n", "\r\n") : after).getBytes(StandardCharsets.UTF_8);
        if (!isJustThat(file, givens, bytes, missing)) {
            throw new ConfigException(
                    file.toString(), "nothing can be added here safely; write it into the list ignore yourself");
        }
        write(real, bytes);
        return missing;
    }

    /** What now stands there says the same as before, and the new ones beside it. */
    private static boolean isJustThat(Path file, List<Given> before, byte[] bytes, Set<Fingerprint> missing) {
        try {
            List<String> wanted =
                    before.stream().map(g -> g.key() + " " + g.value()).collect(Collectors.toList());
            missing.forEach(f -> wanted.add(Key.IGNORE + " " + f.id()));
            List<String> got = ConfigFile.parse(file, bytes, false).stream()
                    .map(g -> g.key() + " " + g.value())
                    .toList();
            return bytes.length <= ConfigFile.LIMIT
                    && wanted.stream()
                            .sorted()
                            .toList()
                            .equals(got.stream().sorted().toList());
        } catch (ConfigException e) {
            return false;
        }
    }

    private static String inToml(Path file, String text, Set<Fingerprint> missing) throws ConfigException {
        List<Field> fields = TomlFields.of(file.toString(), text);
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).name().equals(KEY)) {
                int value = TomlLines.of(file.toString(), text).get(i).value();
                return intoBrackets(text, value, missing);
            }
        }
        return text.stripTrailing()
                + (text.isBlank() ? "" : "\n")
                + KEY + " = [\n"
                + missing.stream().map(f -> "  \"" + f.id() + "\",\n").collect(Collectors.joining())
                + "]\n";
    }

    private static String inYaml(Path file, String text, Set<Fingerprint> missing) throws ConfigException {
        for (Field field : YamlFields.of(file.toString(), text)) {
            if (!field.name().equals(KEY)) {
                continue;
            }
            List<String> lines = new ArrayList<>(text.lines().toList());
            int first = field.items().isEmpty()
                    ? field.line()
                    : field.items().get(0).line();
            String line = lines.get(first - 1);
            if (first > field.line() && line.stripLeading().startsWith("-")) {
                String indent =
                        line.substring(0, line.length() - line.stripLeading().length());
                lines.addAll(
                        first - 1,
                        missing.stream().map(f -> indent + "- " + f.id()).toList());
                return String.join("\n", lines) + "\n";
            }
            int start = 0;
            for (int i = 1; i < field.line(); i++) {
                start = text.indexOf('\n', start) + 1;
            }
            return intoBrackets(text, start, missing);
        }
        return text.stripTrailing()
                + (text.isBlank() ? "" : "\n")
                + KEY + ":\n"
                + missing.stream().map(f -> "  - " + f.id() + "\n").collect(Collectors.joining());
    }

    private static String intoBrackets(String text, int from, Set<Fingerprint> missing) {
        int open = text.indexOf('[', from) + 1;
        String rest = text.substring(open);
        List<String> quoted = missing.stream().map(f -> '"' + f.id() + '"').toList();
        if (rest.matches("(?s)[ \\t]*(?:#[^\n]*)?\n.*")) {
            String added = quoted.stream().map(q -> "\n  " + q + ",").collect(Collectors.joining());
            return text.substring(0, open) + added + rest;
        }
        String added = String.join(", ", quoted) + (rest.stripLeading().startsWith("]") ? "" : ", ");
        return text.substring(0, open) + added + rest;
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Path part = file.resolveSibling("." + file.getFileName() + ".part");
        Files.write(part, bytes);
        if (Files.exists(file)
                && file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(part, Files.getPosixFilePermissions(file));
        }
        try {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
