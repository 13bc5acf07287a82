package dev.toward.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A file of settings, TOML or YAML by its name. It is read whole or not at all. */
public final class ConfigFile {
    /** Settings fit many times over, a thousand wordings among them. */
    static final int LIMIT = 1 << 16;

    private ConfigFile() {}

    /**
     * Reads what a file sets.
     *
     * @param ofProject whether it lies beside a project, and so may set only what is told
     * @throws ConfigException when it is not there, is no such file, or something in it is wrong; with file, line, and what to do
     */
    public static List<Given> read(Path file, boolean ofProject) throws ConfigException {
        return parse(file, bytes(file), ofProject);
    }

    static List<Given> parse(Path file, byte[] bytes, boolean ofProject) throws ConfigException {
        String text = text(file.toString(), bytes);
        List<Field> fields = isYaml(file) ? YamlFields.of(file.toString(), text) : TomlFields.of(file.toString(), text);
        List<Given> givens = new ArrayList<>();
        for (Field field : fields) {
            givens.addAll(given(file.toString(), field, ofProject));
        }
        Layer.check(givens);
        return List.copyOf(givens);
    }

    static boolean isYaml(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }

    static byte[] bytes(Path file) throws ConfigException {
        String name = file.toString();
        try {
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                throw new ConfigException(name, "expected a file, and this is none");
            }
            try (InputStream in = Files.newInputStream(file)) {
                byte[] bytes = in.readNBytes(LIMIT + 1);
                if (bytes.length > LIMIT) {
                    throw new ConfigException(name, "expected no more than 64 KiB of settings; is it another file?");
                }
                return bytes;
            }
        } catch (ConfigException e) {
            throw e;
        } catch (NoSuchFileException e) {
            throw new ConfigException(name, "there is no such file");
        } catch (AccessDeniedException e) {
            throw new ConfigException(name, "it may not be read; change its permissions");
        } catch (IOException e) {
            throw new ConfigException(name, "it cannot be read");
        }
    }

    /** The text in UTF-8, without its mark; a line that is not says where. */
    static String text(String file, byte[] bytes) throws ConfigException {
        StringBuilder text = new StringBuilder();
        int line = 0;
        for (int from = 0; from < bytes.length || line == 0; line++) {
            int end = from;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            String words;
            try {
                words = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes, from, end - from))
                        .toString();
            } catch (CharacterCodingException e) {
                throw new ConfigException(
                        file + ", line " + (line + 1), "expected UTF-8; save the file in that encoding");
            }
            words = line == 0 && words.startsWith("\uFEFF") ? words.substring(1) : words;
            words = words.endsWith("\r") ? words.substring(0, words.length() - 1) : words;
            if (words.codePoints().anyMatch(ConfigFile::isNoText)) {
                throw new ConfigException(
                        file + ", line " + (line + 1),
                        "expected no control characters, nor other ends of lines than the usual");
            }
            text.append(words).append('\n');
            from = end + 1;
        }
        return text.toString();
    }

    private static boolean isNoText(int c) {
        return Character.isISOControl(c) && c != '\t' || c == 0x2028 || c == 0x2029 || c == 0xFFFE || c == 0xFFFF;
    }

    private static List<Given> given(String file, Field field, boolean ofProject) throws ConfigException {
        String where = file + ", line " + field.line();
        Key key = Key.of(field.name());
        if (key == null) {
            throw new ConfigException(where, "there is no such key; there are " + Key.all(ofProject));
        }
        if (ofProject && !key.isOfProjects()) {
            throw new ConfigException(
                    where,
                    key.id()
                            + " may stand in your own file only, not beside a project; docs/settings.md says where yours lies");
        }
        if (field.isList() != (key.kind() == Key.Kind.WORDS)) {
            throw new ConfigException(
                    where,
                    key.id() + ": "
                            + (field.isList()
                                    ? "expected one value, and this is a list"
                                    : "expected a list, with [ and ]"));
        }
        List<Given> givens = new ArrayList<>();
        for (Field.Item item : field.items()) {
            String here = file + ", line " + item.line();
            boolean number = key.kind() == Key.Kind.NUMBER;
            if (item.form() != (number ? Field.Form.NUMBER : Field.Form.TEXT)) {
                throw new ConfigException(
                        here,
                        key.id() + ": "
                                + (number
                                        ? "expected a whole number, without quotation marks"
                                        : "expected text, in quotation marks"));
            }
            try {
                key.check(item.text());
            } catch (IllegalArgumentException e) {
                throw new ConfigException(here, key.id() + ": " + e.getMessage());
            }
            givens.add(new Given(key, item.text(), here));
        }
        return givens;
    }
}
