package dev.toward.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.toward.verdict.Label;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The probes find a leak where one was put, and none where there is none. */
class LeakProbeTest {
    private static List<Example> drafts(boolean leaking) {
        List<Example> drafts = new ArrayList<>();
        String[] styles = {
            "SO GOOD!!!", "k", "that is a rather long and well made sentence, is it not?", "room 204 at 3:15"
        };
        for (int i = 0; i < 400; i++) {
            Label label = Label.values()[i % 4];
            int style = leaking ? label.ordinal() : (i / 4) % 4;
            drafts.add(LabelledDrafts.draft(
                    "message number " + "abcdefghij".charAt(i % 10) + i / 8, styles[style], label));
        }
        return drafts;
    }

    @Test
    void aStyleThatGoesWithTheLabelIsFound() throws IOException {
        assertTrue(LeakProbe.STYLE.tell(drafts(true)).likeliest() > 0.99);
        assertTrue(LeakProbe.ECHO.tell(drafts(true)).even() > 0.99);
    }

    @Test
    void aStyleThatGoesWithNothingTellsNothing() throws IOException {
        double f1 = LeakProbe.STYLE.tell(drafts(false)).even();
        assertTrue(f1 < 0.36, "macro-F1 " + f1);
    }

    @Test
    void theSameDraftsGiveTheSameFigure() throws IOException {
        assertEquals(LeakProbe.CONTEXT.tell(drafts(true)), LeakProbe.CONTEXT.tell(drafts(true)));
    }
}
