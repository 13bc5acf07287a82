package dev.toward.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.toward.verdict.Strictness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.junit.jupiter.api.Test;

/** The lines to copy in {@code docs/clients.md} start what there is, with settings that are understood. */
class ClientLinesTest {
    private static final Pattern BLOCK = Pattern.compile("```json\\n(.*?)```", Pattern.DOTALL);

    private static String section() throws IOException {
        String all = Files.readString(Path.of("docs/clients.md"));
        int from = all.indexOf("## Editors, without a server");
        assertTrue(from >= 0);
        return all.substring(from, all.indexOf("\n## ", from + 1));
    }

    @Test
    void json_isWhole_andItsSettingsAreUnderstood() throws IOException {
        List<String> complaints = new ArrayList<>();
        int read = 0;
        for (Matcher block = BLOCK.matcher(section()); block.find(); ) {
            read += settings(JsonParser.parseString(block.group(1)), complaints);
        }
        assertEquals(2, read);
        assertEquals(List.of(), complaints);
    }

    /** How many settings stand in it, at any depth. */
    private static int settings(JsonElement json, List<String> complaints) {
        int read = 0;
        if (json.isJsonObject()) {
            for (String key : json.getAsJsonObject().keySet()) {
                JsonElement value = json.getAsJsonObject().get(key);
                if (key.endsWith("initializationOptions")) {
                    Settings.of(value, complaints::add);
                    read++;
                } else {
                    read += settings(value, complaints);
                }
            }
        }
        return read;
    }

    @Test
    void table_namesEverySetting() throws IOException {
        String section = section();
        JsonObject all = new JsonObject();
        all.addProperty("strictness", "picky");
        all.addProperty("severity", "hint");
        JsonArray off = new JsonArray();
        off.add("MINIMIZING_AT_LEAST");
        off.add("unasked-fix");
        all.add("disabledRules", off);
        all.keySet().forEach(name -> assertTrue(section.contains("| `" + name + "` |"), name));
        for (Strictness each : Strictness.values()) {
            assertTrue(section.contains("`" + each.name().toLowerCase(java.util.Locale.ROOT) + "`"), each::name);
        }
        Settings read = Settings.of(all, line -> {
            throw new AssertionError(line);
        });
        assertEquals(DiagnosticSeverity.Hint, read.severity());
        assertEquals(2, read.disabled().size());
        assertEquals(Strictness.PICKY, read.strictness());
        assertTrue(section.contains("`[\"MINIMIZING_AT_LEAST\", \"unasked-fix\"]`"));
    }

    @Test
    void everyEditorStartsTheSameCommand() throws IOException {
        String section = section();
        assertTrue(section.contains("\"/path/to/toward/toward\" \"lsp\""), "Emacs");
        assertTrue(section.contains("{ '/path/to/toward/toward', 'lsp' }"), "Neovim");
        assertTrue(section.contains("command = \"/path/to/toward/toward\"\nargs = [\"lsp\"]"), "Helix");
        assertTrue(section.contains("[\"/path/to/toward/toward\", \"lsp\"]"), "Sublime Text");
    }
}
