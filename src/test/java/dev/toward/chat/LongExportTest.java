package dev.toward.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LongExportTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void inspect_aMillionLines() throws IOException {
        Path file = folder.resolve("WhatsApp Chat with Maya.txt");
        GeneratedExport.Counts written = GeneratedExport.write(file, 1_000_000);
        Inspection inspection = ChatExports.with(ReadOptions.defaults().withToday(LocalDate.of(2026, 6, 1)))
                .inspect(List.of(file));
        assertEquals(written.messages(), inspection.totals().messages());
        assertEquals(written.system(), inspection.totals().system());
        assertEquals(2, inspection.totals().authors().size());
        assertEquals(0, inspection.skippedCount());
        assertEquals(List.of(), inspection.warnings());
        assertEquals("2015-01-01T00:00:00", inspection.totals().first());
    }
}
