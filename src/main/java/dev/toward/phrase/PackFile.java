package dev.toward.phrase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Reads and writes packs, as JSON Lines or YAML; {@code docs/phrases.md} shows both. A file is taken whole or refused whole, and the
 * refusal says which line and why without quoting it. Stateless; threads may share it.
 */
public final class PackFile {
    /** The largest pack, in bytes: more phrases than ship. */
    public static final int LIMIT = 2 << 20;

    private static final List<String> PARTS = List.of("phrases", "tests");
    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
            .build());

    private PackFile() {}

    /**
     * The pack in a file; its form is told by the file's name, or by what is in it where the name tells nothing.
     *
     * @throws PhraseFileException when it is too large or no pack
     */
    public static PhrasePack read(Path file) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(LIMIT + 1);
        }
        PackForm form = PackForm.byName(file.getFileName().toString()).orElseGet(() -> PackForm.byContent(bytes));
        return of(file, bytes, form);
    }

    /**
     * The pack that these bytes are.
     *
     * @param file what refusals call it
     * @throws PhraseFileException when it is too large or no pack
     */
    public static PhrasePack of(Path file, byte[] bytes, PackForm form) throws PhraseFileException {
        if (bytes.length > LIMIT) {
            throw new PhraseFileException(
                    file, linesIn(bytes), "expected " + (LIMIT >> 20) + " MiB at most; split it into several files");
        }
        return switch (form) {
            case JSONL -> jsonl(file, bytes);
            case YAML -> yaml(file, bytes);
        };
    }

    private static int linesIn(byte[] bytes) {
        int line = 1;
        for (byte b : bytes) {
            line += b == '\n' ? 1 : 0;
        }
        return line;
    }

    /** Phrases as a file of that form; the same phrases always give the same text. */
    public static String text(List<Phrase> phrases, PackForm form) {
        return switch (form) {
            case JSONL -> phrases.stream().map(p -> PhraseJson.text(p) + "\n").collect(Collectors.joining());
            case YAML -> yaml(phrases);
        };
    }

    private static String yaml(List<Phrase> phrases) {
        ObjectNode pack = YAML.createObjectNode();
        pack.putArray("phrases").addAll(phrases.stream().map(PhraseJson::node).toList());
        try {
            return YAML.writeValueAsString(pack);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PhrasePack jsonl(Path file, byte[] bytes) throws PhraseFileException {
        List<Placed<Phrase>> phrases = new ArrayList<>();
        List<Placed<PackTest>> tests = new ArrayList<>();
        JsonLines.each(file, bytes, (node, line) -> {
            Place place = Place.ofLine(file, line);
            try {
                if (node.has("test")) {
                    JsonFields.are("", node, List.of("test"), List.of());
                    tests.add(new Placed<>(PackTestJson.test(node.get("test")), place));
                } else {
                    phrases.add(new Placed<>(PhraseJson.phrase(node), place));
                }
            } catch (IllegalArgumentException e) {
                throw place.refused(String.valueOf(e.getMessage()));
            }
        });
        return new PhrasePack(phrases, tests);
    }

    private static PhrasePack yaml(Path file, byte[] bytes) throws PhraseFileException {
        YamlTree tree = YamlTree.of(file, bytes);
        Place whole = new Place(file, tree.lines(), "");
        if (!tree.root().isObject() || !tree.root().path("phrases").isArray()) {
            throw whole.at("/phrases")
                    .refused("expected a mapping with a list of phrases, and one of tests if there are any");
        }
        for (Map.Entry<String, JsonNode> part : tree.root().properties()) {
            Place place = whole.at("/" + Place.escaped(part.getKey()));
            if (!PARTS.contains(part.getKey())) {
                throw place.refused("a field that is not known; expected " + String.join(", ", PARTS));
            }
            if (!part.getValue().isArray()) {
                throw place.refused("expected a list");
            }
        }
        return new PhrasePack(
                placed(tree.root().path("phrases"), whole.at("/phrases"), PhraseJson::phrase),
                placed(tree.root().path("tests"), whole.at("/tests"), PackTestJson::test));
    }

    private interface Form<T> {
        T read(JsonNode node);
    }

    private static <T> List<Placed<T>> placed(JsonNode list, Place within, Form<T> form) throws PhraseFileException {
        List<Placed<T>> all = new ArrayList<>();
        for (JsonNode node : list) {
            Place place = within.at("/" + all.size());
            try {
                all.add(new Placed<>(form.read(node), place));
            } catch (FieldFault e) {
                throw place.at(e.pointer()).refused(String.valueOf(e.getMessage()));
            }
        }
        return all;
    }
}
