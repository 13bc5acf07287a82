package dev.toward.phrase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnPhrasesTest {
    @TempDir
    private Path folder;

    private static Phrase phrase(int number) {
        String line = """
                {"id": "presence/own-%03d", "text": "Number %d is with you.", "gesture": "presence", "bids": ["distress"], \
                "situations": ["any"], "heals": [], "registers": ["plain"], "relationships": [], "slots": [], "sorts": [], \
                "intensity": "medium", "length": "short", "reach": "broad", "example": {"context": "so alone", "slots": {}}, \
                "note": null}""".formatted(number, number);
        try {
            return PhraseFile.read(
                            Path.of("some.jsonl"), new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8)))
                    .get(0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void list_nothingKeptYet() throws IOException {
        assertEquals(List.of(), new OwnPhrases(folder.resolve("not there")).list());
        assertFalse(Files.exists(folder.resolve("not there")));
    }

    @Test
    void add_thenRemove() throws IOException {
        OwnPhrases own = new OwnPhrases(folder.resolve("data"));
        own.add(List.of(phrase(1), phrase(2)));
        own.add(List.of(phrase(3)));
        assertEquals(List.of(phrase(1), phrase(2), phrase(3)), own.list());
        own.remove(Set.of("presence/own-002"));
        assertEquals(List.of(phrase(1), phrase(3)), own.list());
        assertEquals("presence/own-002", OwnPhrases.freeId("presence", own.list()));
    }

    @Test
    void add_allOrNone() throws IOException {
        OwnPhrases own = new OwnPhrases(folder);
        own.add(List.of(phrase(1)));
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> own.add(List.of(phrase(2), phrase(1))));
        assertEquals("id: presence/own-001 is there already", e.getMessage());
        assertEquals(List.of(phrase(1)), own.list());
        assertThrows(IllegalArgumentException.class, () -> own.remove(List.of("presence/own-001", "presence/own-009")));
        assertEquals(List.of(phrase(1)), own.list());
    }

    @Test
    void add_byManyAtOnce() throws IOException {
        IntStream.range(0, 40).parallel().forEach(n -> {
            try {
                new OwnPhrases(folder).add(List.of(phrase(n)));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        assertEquals(40, new OwnPhrases(folder).list().size());
    }

    @Test
    void add_whatAKillLeftBehindDoesNoHarm() throws IOException {
        OwnPhrases own = new OwnPhrases(folder);
        own.add(List.of(phrase(1)));
        Files.writeString(folder.resolve("phrases.jsonl.part"), "{\"id\": \"presence/ow");
        assertEquals(List.of(phrase(1)), own.list());
        own.add(List.of(phrase(2)));
        assertEquals(List.of(phrase(1), phrase(2)), own.list());
    }

    @Test
    void add_forNobodyElseToRead() throws IOException {
        Path data = folder.resolve("data");
        OwnPhrases own = new OwnPhrases(data);
        own.add(List.of(phrase(1)));
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertEquals(
                    Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE),
                    Files.getPosixFilePermissions(own.file()));
            assertEquals(
                    Set.of(
                            PosixFilePermission.OWNER_READ,
                            PosixFilePermission.OWNER_WRITE,
                            PosixFilePermission.OWNER_EXECUTE),
                    Files.getPosixFilePermissions(data));
        }
    }

    @Test
    void list_spoiled() throws IOException {
        Files.writeString(folder.resolve("phrases.jsonl"), "not JSON\n");
        PhraseFileException e = assertThrows(PhraseFileException.class, () -> new OwnPhrases(folder).list());
        assertTrue(e.getMessage().startsWith("phrases.jsonl, line 1: "), e.getMessage());
        // and nothing is written over it
        assertThrows(IOException.class, () -> new OwnPhrases(folder).add(List.of(phrase(1))));
        assertEquals("not JSON\n", Files.readString(folder.resolve("phrases.jsonl")));
    }

    @Test
    void bank_keepsInStep() throws IOException {
        OwnPhrases own = new OwnPhrases(folder);
        PhraseQuery any = PhraseQuery.near("so alone", 5);
        try (OwnBank bank = OwnBank.open(folder, new HashEncoder(), "hash")) {
            assertEquals(List.of(), bank.search(any));
        }
        own.add(List.of(phrase(1)));
        try (OwnBank bank = OwnBank.open(folder, new HashEncoder(), "hash")) {
            assertEquals(phrase(1), bank.search(any).get(0).phrase());
        }
        own.add(List.of(phrase(2)));
        own.remove(List.of("presence/own-001"));
        try (OwnBank bank = OwnBank.open(folder, new HashEncoder(), "hash")) {
            assertEquals(1, bank.search(any).size());
            assertEquals(phrase(2), bank.search(any).get(0).phrase());
        }
    }

    @Test
    void bank_seesWhatAnotherProcessDid() throws Exception {
        PhraseQuery any = PhraseQuery.near("so alone", 5);
        try (OwnBank bank = OwnBank.open(folder, new HashEncoder(), "hash")) {
            assertEquals(List.of(), bank.search(any));
            new OwnPhrases(folder).add(List.of(phrase(1)));
            for (int i = 0; i < 100 && bank.search(any).isEmpty(); i++) {
                Thread.sleep(50);
            }
            assertEquals(phrase(1), bank.search(any).get(0).phrase());
            Files.writeString(folder.resolve("phrases.jsonl"), "spoiled");
            Thread.sleep(1100);
            assertEquals(phrase(1), bank.search(any).get(0).phrase());
        }
    }

    @Test
    void folder_whereEachSystemKeepsSuchThings() {
        Path home = Path.of("/home/ada").toAbsolutePath();
        assertEquals(home.resolve(".local/share/toward"), DataFolder.of(Map.of(), "Linux", home));
        assertEquals(
                Path.of("/data/toward").toAbsolutePath(),
                DataFolder.of(
                        Map.of(
                                "XDG_DATA_HOME",
                                Path.of("/data").toAbsolutePath().toString()),
                        "Linux",
                        home));
        assertEquals(
                home.resolve(".local/share/toward"), DataFolder.of(Map.of("XDG_DATA_HOME", "data"), "Linux", home));
        assertEquals(home.resolve("Library/Application Support/Toward"), DataFolder.of(Map.of(), "Mac OS X", home));
        assertEquals(home.resolve("AppData/Roaming/Toward"), DataFolder.of(Map.of(), "Windows 11", home));
        assertEquals(Path.of("elsewhere"), DataFolder.of(Map.of("TOWARD_DATA", "elsewhere"), "Linux", home));
    }
}
