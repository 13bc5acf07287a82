package dev.toward.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WhatsAppDatesTest {
    private static final String GUESS = "chat.txt: every date could be day-month or month-day; read as ";

    @TempDir
    Path folder = Path.of("");

    private Collected dated(@Nullable DateOrder order, String... dates) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String date : dates) {
            lines.add(date + " - Ana: hi");
        }
        Path file = Collected.write(folder, "chat.txt", lines.toArray(String[]::new));
        return Collected.read(file, Collected.options().withDateOrder(order));
    }

    private static void assertDays(Collected chat, String... days) {
        assertEquals(
                List.of(days),
                chat.times().stream()
                        .map(t -> t.length() < 10 ? t : t.substring(0, 10))
                        .toList());
    }

    @Test
    void order_aNumberOverTwelveTells() throws IOException {
        Collected chat = dated(null, "01/02/21, 08:15", "13/02/21, 08:15");
        assertDays(chat, "2021-02-01", "2021-02-13");
        assertEquals(List.of(), chat.warnings);
        assertDays(dated(null, "01/02/21, 08:15", "02/13/21, 08:15"), "2021-01-02", "2021-02-13");
        assertDays(dated(null, "98/01/02, 08:15", "98/01/03, 08:15"), "null", "null");
    }

    @Test
    void order_fewerStepsBackWin() throws IOException {
        Collected monthFirst = dated(null, "1/11/21, 08:15", "1/12/21, 08:15", "2/1/21, 08:15", "2/2/21, 08:15");
        assertDays(monthFirst, "2021-01-11", "2021-01-12", "2021-02-01", "2021-02-02");
        assertEquals(List.of(), monthFirst.warnings);
        assertDays(
                dated(null, "11/1/21, 08:15", "12/1/21, 08:15", "1/2/21, 08:15", "2/2/21, 08:15"),
                "2021-01-11",
                "2021-01-12",
                "2021-02-01",
                "2021-02-02");
    }

    @Test
    void order_noDateLiesAhead() throws IOException {
        Collected chat = dated(null, "05/12/26, 08:15");
        assertDays(chat, "2026-05-12");
        assertEquals(List.of(), chat.warnings);
    }

    @Test
    void order_fullStopMeansDayFirst() throws IOException {
        Collected chat = dated(null, "01.02.21, 08:15");
        assertDays(chat, "2021-02-01");
        assertEquals(List.of(), chat.warnings);
    }

    @Test
    void order_openIsWarnedOf() throws IOException {
        Collected open = dated(null, "01/02/2021, 08:15", "03/04/2021, 08:15");
        assertDays(open, "2021-02-01", "2021-04-03");
        assertEquals(List.of(GUESS + "day-month; --date-order decides"), open.warnings);
        Collected american = dated(null, "1/2/21, 8:15 AM");
        assertDays(american, "2021-01-02");
        assertEquals(List.of(GUESS + "month-day; --date-order decides"), american.warnings);
    }

    @Test
    void order_asked() throws IOException {
        Collected asked = dated(DateOrder.MDY, "01/02/2021, 08:15", "03/04/2021, 08:15");
        assertDays(asked, "2021-01-02", "2021-03-04");
        assertEquals(List.of(), asked.warnings);
        Collected against = dated(DateOrder.MDY, "01/02/2021, 08:15", "13/02/2021, 08:15");
        assertDays(against, "2021-02-01", "2021-02-13");
        assertEquals(
                List.of(
                        "chat.txt: the numbers of its dates allow day-month only; read so, although --date-order says mdy"),
                against.warnings);
        assertDays(dated(DateOrder.YMD, "18/06/13, 08:15"), "2018-06-13");
    }

    @Test
    void order_yearOfTwoDigitsFirst() throws IOException {
        assertDays(
                dated(null, "18-06-29, 08:15", "18-06-30, 08:15", "18-07-01, 08:15"),
                "2018-06-29",
                "2018-06-30",
                "2018-07-01");
    }

    @Test
    void order_thatChangesInTheMiddle() throws IOException {
        assertDays(
                dated(
                        null,
                        "30/01/21, 08:15",
                        "31/01/21, 08:15",
                        "02/01/21, 08:15",
                        "02/12/21, 08:15",
                        "02/13/21, 08:15",
                        "02/14/21, 08:15"),
                "2021-01-30",
                "2021-01-31",
                "2021-02-01",
                "2021-02-12",
                "2021-02-13",
                "2021-02-14");
    }

    @Test
    void order_oneSlipIsNoChange() throws IOException {
        assertDays(
                dated(
                        null,
                        "20/01/21, 08:15",
                        "21/01/21, 08:15",
                        "02/22/21, 08:15",
                        "23/01/21, 08:15",
                        "24/01/21, 08:15"),
                "2021-01-20",
                "2021-01-21",
                "null",
                "2021-01-23",
                "2021-01-24");
    }
}
