package dev.toward.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProseDateTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Friday, May 29, 2026 at 3:00:29\u202FAM UTC       | 2026-05-29T03:00:29
                    Friday, May 29, 2026 at 12:00:29 AM UTC           | 2026-05-29T00:00:29
                    Friday, 29 May 2026 at 17:13:43 UTC               | 2026-05-29T17:13:43
                    2026年5月29日星期五 UTC 03:00:29                    | 2026-05-29T03:00:29
                    2026年5月29日 下午3:45                              | 2026-05-29T15:45:00
                    2026년 5월 29일 금요일 오후 3:00:29                   | 2026-05-29T15:00:29
                    2015. február 15., vasárnap 21:54:36 UTC          | 2015-02-15T21:54:36
                    Freitag, 29. Mai 2026 um 03:00:29 UTC             | 2026-05-29T03:00:29
                    viernes, 29 de mayo de 2026, 3:00:29 UTC          | 2026-05-29T03:00:29
                    mar, 19 oct 2019, 14:37                           | 2019-10-19T14:37:00
                    vendredi 29 mai 2026 à 03:00:29 UTC               | 2026-05-29T03:00:29
                    le 29 mai 2026 à 15 h 07                          | 2026-05-29T15:07:00
                    perjantaina 29. toukokuuta 2026 klo 3.00.29 UTC   | 2026-05-29T03:00:29
                    piątek, 29 maja 2026 03:00:29 UTC                 | 2026-05-29T03:00:29
                    пятница, 29 мая 2026 г. в 03:00:29 UTC            | 2026-05-29T03:00:29
                    29 tháng 5, 2026 lúc 03:00:29 UTC                 | 2026-05-29T03:00:29
                    17:13:43 Thứ 6, 29 thg 5, 2026                     | 2026-05-29T17:13:43
                    วันศุกร์ที่ 29 พฤษภาคม พ.ศ. 2569 เวลา 03:00:29 UTC    | 2026-05-29T03:00:29
                    الجمعة، ٢٩ مايو ٢٠٢٦ في ٣:٠٠:٢٩ م                 | 2026-05-29T15:00:29
                    ۱۴۰۳ فروردین ۱, چهارشنبه، ۳:۰۰:۲۹ ب.ظ.               | 2024-03-20T15:00:29
                    سه‌شنبه ۱۵ اسفند ۱۴۰۲ ساعت ۱۸:۰۵:۰۹                 | 2024-03-05T18:05:09
                    2024 උඳුවප් 5, බ්‍රහස්, 18.05.09                   | 2024-12-05T18:05:09
                    Oct 19, 2019, 2:37 PM                             | 2019-10-19T14:37:00
                    Oct 19, 2019 at 2:37 PM                           | 2019-10-19T14:37:00
                    19 Oct 2019, 14:37                                | 2019-10-19T14:37:00
                    Oct 19, 2019, 2:37:05 PM                          | 2019-10-19T14:37:05
                    2019-10-19 14:37                                  | 2019-10-19T14:37:00
                    19.10.2019, 14:37                                 | 2019-10-19T14:37:00
                    10/19/2019, 2:37 PM                               | 2019-10-19T14:37:00
                    """)
    void date(String text, LocalDateTime clock) {
        ProseDate date = ProseDate.of(text, null);
        assertNotNull(date, text);
        assertEquals(clock, date.clock(), text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "Friday, May 29, 2026",
                "at 3:00:29 AM",
                "May 2026 at 3:00",
                "February 31, 2026 at 3:00:29 AM UTC",
                "May 29, 2026 at 25:00:29 UTC",
                "31/31/2026 12:00",
                "999999999999 May 29, 2026",
                "tháng 13, 29, 2026 12:00",
                "۱۴۰۲ اسفند ۳۰, ۱۸:۰۵:۰۹",
                "۲۰۲۴ بهمن ۱۶, ۱۸:۰۵:۰۹"
            })
    void noDate(String text) {
        assertNull(ProseDate.of(text, null), text);
    }

    @Test
    void zone() {
        assertEquals(0, ProseDate.of("May 29, 2026 at 3:00:29 AM UTC", null).offsetMinutes());
        assertEquals(120, ProseDate.of("29 May 2026 03:00 GMT+2", null).offsetMinutes());
        assertEquals(-210, ProseDate.of("29 May 2026 03:00 UTC-03:30", null).offsetMinutes());
        assertNull(ProseDate.of("29 May 2026 03:00", null).offsetMinutes());
    }

    @Test
    void dayOrMonth_openIsSaid() {
        assertEquals(
                LocalDateTime.of(2019, 4, 3, 8, 0),
                ProseDate.of("03/04/2019 8:00", null).clock());
        assertEquals(true, ProseDate.of("03/04/2019 8:00", null).guessed());
        assertEquals(
                LocalDateTime.of(2019, 3, 4, 8, 0),
                ProseDate.of("03/04/2019 8:00", DateOrder.MDY).clock());
        assertEquals(false, ProseDate.of("03/04/2019 8:00", DateOrder.MDY).guessed());
    }

    @Test
    void listopad_isNovemberInPolishAndOctoberInCroatian() {
        assertEquals(
                11,
                ProseDate.of("czwartek, 29 listopada 2018 03:00:29 UTC", null)
                        .clock()
                        .getMonthValue());
        assertEquals(
                10,
                ProseDate.of("ponedjeljak, 29. listopada 2018. u 03:00:29 UTC", null)
                        .clock()
                        .getMonthValue());
        assertEquals(
                DayOfWeek.THURSDAY,
                ProseDate.of("29 listopada 2018 03:00", null).clock().getDayOfWeek());
    }

    /** What the runtime itself writes in each language, in long and middling form. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "en", "en-GB", "de", "fr", "es", "pt", "it", "nl", "sv", "da", "nb", "fi", "pl", "cs", "sk", "hu", "ro",
                "el", "tr", "ru", "uk", "bg", "sl", "lt", "lv", "et", "ca", "id", "ms", "vi", "ja", "ko", "zh-CN",
                "zh-TW", "he", "hi", "fa", "si"
            })
    void languages(String tag) {
        for (FormatStyle style : new FormatStyle[] {FormatStyle.FULL, FormatStyle.LONG, FormatStyle.MEDIUM}) {
            DateTimeFormatter format = DateTimeFormatter.ofLocalizedDateTime(style, FormatStyle.MEDIUM)
                    .withLocale(Locale.forLanguageTag(tag));
            for (int month = 1; month <= 12; month++) {
                LocalDateTime expected = LocalDateTime.of(2021, month, 13, 19, 5, 9);
                String text = format.format(expected);
                ProseDate date = ProseDate.of(text, null);
                assertNotNull(date, text);
                assertEquals(expected, date.clock(), text);
            }
        }
    }
}
