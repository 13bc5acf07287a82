package dev.toward;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.toward.cue.Tactic;
import dev.toward.text.Bid;
import dev.toward.text.Draft;
import dev.toward.verdict.Fingerprint;
import dev.toward.verdict.Strictness;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DraftJsonTest {
    @Test
    void read_everyField() throws Exception {
        assertEquals(new DraftJson.Asked("\"m1\"", Draft.of("ok", "hi", "I got it!"), 5, "Sam", Tier.FAST), read("""
                        {"id": "m1", "text": "ok", "context": ["hi", "I got it!"], "suggest": 5,
                         "names": {"me": "Kim", "them": "Sam"}, "tier": "fast", "label": {"other": ["fields"]}}"""));
    }

    @Test
    void read_textAlone() throws Exception {
        assertEquals(new DraftJson.Asked(null, Draft.of("ok"), 3, null, Tier.AUTO), read("{\"text\": \"ok\"}"));
    }

    @Test
    void read_settings() throws Exception {
        DraftJson.Asked asked = read("""
                {"text": "ok", "strictness": "gentle", "enable": ["at-least"], "disable": ["minimizing", "blame"],
                 "ignore": ["shut-down:0123456789"], "explain": true}""");
        assertEquals(Strictness.GENTLE, asked.settings().strictness());
        assertEquals(Set.of(Tactic.AT_LEAST), asked.settings().on());
        assertEquals(9, asked.settings().off().size());
        assertEquals(
                Set.of(Fingerprint.parse("shut-down:0123456789")),
                asked.settings().ignored());
        assertEquals(true, asked.explained());
        assertEquals(new DraftJson.Asked(null, Draft.of("ok"), 3, null, Tier.AUTO), read("""
                {"text": "ok", "strictness": null, "enable": null, "disable": [], "ignore": null, "explain": null}"""));
    }

    @Test
    void readLine_leavesSettingsToTheBatch() throws Exception {
        assertEquals(
                new DraftJson.Asked(null, Draft.of("ok"), 0, null, Tier.AUTO),
                DraftJson.readLine("{\"text\":\"ok\",\"strictness\":7,\"disable\":7}".getBytes(UTF_8), 0));
    }

    @Test
    void read_nullIsAbsent() throws Exception {
        assertEquals(
                new DraftJson.Asked(null, Draft.of("ok"), 3, null, Tier.AUTO),
                read("{\"id\":null,\"text\":\"ok\",\"context\":null,\"suggest\":null,\"names\":null,\"tier\":null}"));
    }

    @Test
    void read_oneMessageOfContext() throws Exception {
        assertEquals(
                Bid.of("I got it!"),
                read("{\"text\": \"ok\", \"context\": \"I got it!\"}").draft().bid());
    }

    @ParameterizedTest
    @ValueSource(strings = {"17", "-3", "1e400", "12345678901234567890123", "\"a \\\"quoted\\\" id\\n\""})
    void read_idIsGivenBackAsItCame(String id) throws Exception {
        assertEquals(id, read("{\"id\": " + id + ", \"text\": \"ok\"}").id());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            []                                        |               | expected an object with a field text
            "secret"                                  |               | expected an object with a field text
            {}                                        | /text         | expected a string, and there is none
            {"text": 4}                               | /text         | expected a string
            {"text": null}                            | /text         | expected a string
            {"text": ["secret"]}                      | /text         | expected a string
            {"text": "a", "text": "b"}                | /text         | expected it once, and it is there twice
            {"text": "a", "id": {"a": 1}}             | /id           | expected a string or a number
            {"text": "a", "id": true}                 | /id           | expected a string or a number
            {"text": "a", "strictness": "harsh"}      | /strictness   | expected gentle, default or picky
            {"text": "a", "strictness": 2}            | /strictness   | expected gentle, default or picky
            {"text": "a", "disable": "at-least"}      | /disable      | expected an array of strings
            {"text": "a", "enable": ["blame", 3]}     | /enable/1     | expected a string
            {"text": "a", "disable": ["blame"], "enable": ["blame"]} | /enable | expected each name in enable or in disable, and one is in both
            {"text": "a", "explain": "yes"}           | /explain      | expected true or false
            {"text": "a", "context": 4}               | /context      | expected null, a string, or an array of strings, oldest first
            {"text": "a", "context": ["b", null]}     | /context/1    | expected a string, oldest message first
            {"text": "a", "context": [["b"]]}         | /context/0    | expected a string, oldest message first
            {"text": "a", "suggest": 11}              | /suggest      | expected a whole number from 0 to 10
            {"text": "a", "suggest": -1}              | /suggest      | expected a whole number from 0 to 10
            {"text": "a", "suggest": 1.0}             | /suggest      | expected a whole number from 0 to 10
            {"text": "a", "suggest": 99999999999999}  | /suggest      | expected a whole number from 0 to 10
            {"text": "a", "suggest": "3"}             | /suggest      | expected a whole number from 0 to 10
            {"text": "a", "names": "Sam"}             | /names        | expected an object with a field them
            {"text": "a", "names": {"them": ["Sam"]}} | /names/them   | expected a string
            {"text": "a", "tier": "deep"}             | /tier         | expected fast, auto or full
            {"text": "a", "tier": 1}                  | /tier         | expected fast, auto or full
            """)
    void read_unexpected(String json, String pointer, String message) {
        var e = assertThrows(DraftJson.Unexpected.class, () -> read(json));
        assertEquals(message, e.getMessage());
        assertEquals(pointer == null ? "" : pointer, e.pointer());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                             | not JSON: it is empty
            secret                         | not JSON: it breaks off or goes wrong at column 1
            {"text": "secret"              | not JSON: it breaks off or goes wrong at column 18
            {"text": "secret"} more        | not JSON: it breaks off or goes wrong at column 20
            {"text": "a"} {"text": "b"}    | not JSON: something stands after its end
            {"text": NaN}                  | not JSON: it breaks off or goes wrong at column 13
            {"text": 4, "secret            | not JSON: it breaks off or goes wrong at column 20
            """)
    void read_notJson(String json, String message) {
        assertEquals(
                message, assertThrows(DraftJson.NotJson.class, () -> read(json)).getMessage());
    }

    @Test
    void read_deeplyNested() {
        String deep = "{\"text\": \"a\", \"other\": " + "[".repeat(100_000) + "]".repeat(100_000) + "}";
        assertEquals(
                "not JSON that is read here: something in it is too deep or too long",
                assertThrows(DraftJson.NotJson.class, () -> read(deep)).getMessage());
    }

    @Test
    void read_byteOrderMark_isNoPartOfIt() throws Exception {
        assertEquals(
                "caf\u00e9", read("\uFEFF{\"text\": \"caf\u00e9\"}").draft().text());
    }

    @Test
    void read_notJson_inLaterLine() {
        assertEquals(
                "not JSON: it breaks off or goes wrong at line 2, column 8",
                assertThrows(DraftJson.NotJson.class, () -> read("{\n\"text\":secret}"))
                        .getMessage());
    }

    @Test
    void read_notUtf8() {
        byte[] latin = "{\"text\": \"caf\u00e9\"}".getBytes(ISO_8859_1);
        assertEquals(
                "not UTF-8",
                assertThrows(DraftJson.NotJson.class, () -> DraftJson.read(latin, 3))
                        .getMessage());
    }

    private static DraftJson.Asked read(String json) throws DraftJson.NotJson, DraftJson.Unexpected {
        return DraftJson.read(json.getBytes(UTF_8), 3);
    }

    /** A labelled file has fields of its own, a tier of its readers among them; a batch takes none of them for ours. */
    @Test
    void readLine_aLabelledLine() throws Exception {
        String line = "{\"id\": \"a\", \"text\": \"ok\", \"context\": null, \"tier\": \"A\", \"suggest\": \"often\"}";
        DraftJson.Asked asked = DraftJson.readLine(line.getBytes(UTF_8), 2);
        assertEquals("ok", asked.draft().text());
        assertEquals(2, asked.suggestions());
    }
}
