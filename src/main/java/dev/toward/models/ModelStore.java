package dev.toward.models;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The folder of model files and its {@code MANIFEST}: one line a file, {@code name<TAB>sha256<TAB>licence<TAB>how made}, and
 * {@code #} lines between. A file is given out only when its digest is the one in the manifest. Threads may share it.
 */
public final class ModelStore {
    private static final String REPAIR =
            "run 'mvn -q generate-resources' in the project's folder, or take the file from the release";

    private final Path folder;
    private final Map<String, String> digests;
    private final String version;
    private final Checked checked;

    private ModelStore(Path folder, Map<String, String> digests, String version) {
        this.folder = folder;
        this.digests = digests;
        this.version = version;
        this.checked = Checked.of(folder);
    }

    /** Reads the manifest of {@code folder}; no model file is touched yet. */
    public static ModelStore open(Path folder) throws ModelException {
        Path manifest = folder.resolve("MANIFEST");
        Map<String, String> digests = new LinkedHashMap<>();
        String version = null;
        try {
            int number = 0;
            for (String line : Files.readAllLines(manifest, StandardCharsets.UTF_8)) {
                number++;
                if (line.startsWith("version\t")) {
                    version = line.substring("version\t".length()).strip();
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    String[] fields = line.split("\t", -1);
                    if (fields.length != 4 || !fields[1].matches("[0-9a-f]{64}")) {
                        throw new ModelException(manifest + ", line " + number
                                + ": expected name, sha256, licence and origin, separated by tabs");
                    }
                    digests.put(fields[0], fields[1]);
                }
            }
        } catch (ModelException e) {
            throw e;
        } catch (IOException e) {
            throw new ModelException(
                    "no model manifest at " + manifest + "; give the folder with --models or TOWARD_MODELS", e);
        }
        if (version == null) {
            throw new ModelException(manifest + ": no line 'version<TAB>…'");
        }
        return new ModelStore(folder, digests, version);
    }

    /** The version of the set, as answers carry it. */
    public String version() {
        return version;
    }

    public Path folder() {
        return folder;
    }

    /**
     * The path of a file whose digest is right. Costs one reading of it the first time, and again when its length or the time of
     * its last change is another; see {@link Checked}.
     */
    public Path path(String name) throws ModelException {
        String expected = digest(name);
        Path file = folder.resolve(name);
        if (checked.holds(name, expected)) {
            return file;
        }
        String found;
        BasicFileAttributes before;
        try {
            before = checked.attributes(name);
            found = sha256(file);
        } catch (IOException e) {
            throw new ModelException("model file " + file + " is missing or not readable; " + REPAIR, e);
        }
        if (!found.equals(expected)) {
            throw new ModelException("model file " + file + " is damaged: its sha256 is " + found + ", expected "
                    + expected + "; " + REPAIR);
        }
        checked.remember(name, expected, before);
        return file;
    }

    /** Makes out of a model file what is kept of it. */
    @FunctionalInterface
    public interface Making {
        /** The bytes, in little-endian order, from the first to the limit. */
        ByteBuffer make() throws IOException;
    }

    /**
     * What is kept of a model file in a form that loads at once, mapped where it lies; made first where there is none of this very
     * file. The file itself is checked as by {@link #path}.
     *
     * @param name of what is kept; another form must have another name
     */
    public ByteBuffer prepared(String source, String name, Making making) throws ModelException {
        Path file = path(source);
        try {
            return new Prepared(folder.resolve("prepared"), checked).of(name, digest(source), making);
        } catch (ModelException e) {
            throw e;
        } catch (IOException e) {
            throw new ModelException("model file " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** The digest that a file should have, in lower-case hex. */
    private String digest(String name) throws ModelException {
        String expected = digests.get(name);
        if (expected == null) {
            throw new ModelException("model file " + name + " is not in " + folder.resolve("MANIFEST"));
        }
        return expected;
    }

    /** The digest of a file, in lower-case hex. */
    public static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
