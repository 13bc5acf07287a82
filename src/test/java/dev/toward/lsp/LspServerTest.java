package dev.toward.lsp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.toward.Analyses;
import dev.toward.http.WordAnswers;
import dev.toward.models.ModelException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentEdit;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.jsonrpc.RemoteEndpoint;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The Language Server Protocol, by the library's own client. */
@Timeout(60)
class LspServerTest {
    private static List<String> codes(List<Diagnostic> diagnostics) {
        return diagnostics.stream().map(d -> d.getCode().getLeft()).toList();
    }

    private static Range range(int line, int from, int toLine, int to) {
        return new Range(new Position(line, from), new Position(toLine, to));
    }

    // what is marked

    @Test
    void diagnostic_ofAMessage() {
        try (Desk desk = Desk.open()) {
            List<Diagnostic> told = desk.read("So sorry.\nAt least it stopped raining.");
            assertEquals(List.of("MINIMIZING_AT_LEAST"), codes(told));
            Diagnostic one = told.get(0);
            assertEquals(range(1, 0, 1, 8), one.getRange());
            assertEquals(DiagnosticSeverity.Information, one.getSeverity());
            assertEquals("toward", one.getSource());
            assertEquals("Can sound minimizing. A bright side offered before the hurt is heard.", one.getMessage());
            assertEquals(
                    Path.of("docs/tactics/at-least.md").toAbsolutePath().toUri().toString(),
                    one.getCodeDescription().getHref());
        }
    }

    @Test
    void diagnostic_noneForWhatIsKind() {
        try (Desk desk = Desk.open()) {
            assertEquals(List.of(), desk.read("Oh no. That must hurt."));
        }
    }

    @Test
    void diagnostic_onlyWhatIsSaid() {
        String mail =
                "Hi Sam,\n\nsee you.\n\n    at least = whatever\n\n\"Calm down\", he said.\n\nBest,\nJo\n-- \nWhatever Ltd.\n";
        try (Desk desk = Desk.open()) {
            assertEquals(List.of(), desk.read(mail));
        }
    }

    @Test
    void diagnostic_ofAnAnswerToWhatIsQuoted() {
        try (Desk desk = Desk.open()) {
            List<Diagnostic> told = desk.read("> my car is gone\n\nok\n");
            assertEquals(List.of("DISMISSIVE_TOKEN_REPLY"), codes(told));
            assertEquals(range(2, 0, 2, 2), told.get(0).getRange());
        }
    }

    @Test
    void diagnostic_ofAMailWithItsHeaders() {
        String mail =
                "From: Jo <jo@example.org>\r\nTo: Ana Ruiz <ana@example.org>\r\nSubject: whatever,\r\n at least\r\n\r\ncalm down, then\r\n";
        try (Desk desk = Desk.open()) {
            List<Diagnostic> told = desk.read(Desk.LETTER, "mail", mail);
            assertEquals(List.of("DISMISSIVE_FEELING_ORDER"), codes(told));
            assertEquals(range(5, 0, 5, 9), told.get(0).getRange());
            assertEquals(
                    "Say: warm words 0, Ana",
                    desk.actions(told.get(0).getRange()).get(0).getRight().getTitle());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!-- at least\n\nwhatever -->\n\nSee you.",
                "See you.\n\n```\nwhatever\n```\n",
                "See you. `whatever` is a word."
            })
    void diagnostic_noneInMarkdownThatNobodySays(String text) {
        try (Desk desk = Desk.open()) {
            assertEquals(List.of(), desk.read(Desk.LETTER, "markdown", text));
        }
    }

    @Test
    void diagnostic_ofMarkdown() {
        try (Desk desk = Desk.open()) {
            List<Diagnostic> told = desk.read(Desk.LETTER, "markdown", "<!-- \ud83d\ude00 -->\n*Whatever*, then.");
            assertEquals(range(1, 1, 1, 9), told.get(0).getRange());
        }
    }

    @Test
    void diagnostic_noneForPrograms() {
        try (Desk desk = Desk.open()) {
            desk.write("file:///tmp/A.java", "java", "// whatever");
            assertEquals(1, desk.read("whatever").size());
            assertEquals(0, desk.published.size());
        }
    }

    @Test
    void diagnostic_sameEachTime() {
        String text = "Whatever. At least it stopped.\n\nCalm down!";
        try (Desk one = Desk.open();
                Desk other = Desk.open()) {
            assertEquals(one.read(text), other.read(text));
        }
    }

    // places

    @ParameterizedTest
    @CsvSource({"utf-8, 15, 23", "utf-16, 10, 18", "utf-32, 8, 16"})
    void encoding(String name, int from, int to) {
        try (Desk desk = new Desk(WordAnswers::new)) {
            InitializeResult answer = desk.introduce(null, "utf-7", name, "utf-16");
            assertEquals(name, answer.getCapabilities().getPositionEncoding());
            List<Diagnostic> told = desk.read("\ud83d\ude00 \u00e9\ud83d\ude00 a. whatever");
            assertEquals(range(0, from, 0, to), told.get(0).getRange());
            assertNull(desk.hover(0, from - 1));
            assertNotNull(desk.hover(0, from));
            assertNotNull(desk.hover(0, to));
        }
    }

    @Test
    void encoding_utf16UnlessSaid() {
        try (Desk desk = new Desk(WordAnswers::new)) {
            assertEquals("utf-16", desk.introduce(null).getCapabilities().getPositionEncoding());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void lines_endInAnyWay(String end) {
        try (Desk desk = Desk.open()) {
            List<Diagnostic> told = desk.read("Hi Sam," + end + end + "\ud83d\ude00 Whatever." + end);
            assertEquals(range(2, 3, 2, 11), told.get(0).getRange());
            desk.change(2, Desk.part(2, 3, 2, 11, "Oh"), Desk.part(2, 5, 99, 0, ", at least you"));
            assertEquals(range(2, 7, 2, 15), desk.next(Desk.LETTER, 2).get(0).getRange());
        }
    }

    // changes

    @Test
    void change_isReadOnceThingsAreQuiet_andOnlyTheLast() {
        try (Desk desk = Desk.open()) {
            desk.write(Desk.LETTER, "plaintext", "w");
            for (int version = 2; version <= 30; version++) {
                desk.change(version, Desk.part(0, 0, 0, 0, "w"));
            }
            desk.change(31, Desk.whole("whatever"));
            assertEquals(1, desk.next(Desk.LETTER, 31).size());
            assertEquals(0, desk.published.size());
        }
    }

    @Test
    void change_whileItIsBeingRead() {
        try (Desk desk = Desk.open()) {
            desk.write(Desk.LETTER, "plaintext", "slowly, whatever");
            CompletableFuture<Hover> old = desk.server()
                    .getTextDocumentService()
                    .hover(new HoverParams(new TextDocumentIdentifier(Desk.LETTER), new Position(0, 9)));
            pause(600);
            desk.change(2, Desk.whole("calm down"));
            assertNull(Desk.get(old), "what is gone is said to nobody");
            assertEquals(List.of("DISMISSIVE_FEELING_ORDER"), codes(desk.next(Desk.LETTER, 2)));
        }
    }

    @Test
    void change_ofAnUnknownDocumentOrPlace() {
        try (Desk desk = Desk.open()) {
            desk.change(7, Desk.whole("whatever"));
            desk.closeDocument("file:///nowhere");
            desk.read("whatever");
            desk.change(2, Desk.part(-5, -5, 0, 0, "Oh. "), Desk.part(900, 900, 901, 2, " End."));
            assertEquals(range(0, 4, 0, 12), desk.next(Desk.LETTER, 2).get(0).getRange());
        }
    }

    @Test
    void close_takesBackWhatWasTold() {
        try (Desk desk = Desk.open()) {
            desk.read("whatever");
            desk.closeDocument(Desk.LETTER);
            assertEquals(List.of(), desk.next(Desk.LETTER, null));
            assertNull(desk.hover(0, 0));
            desk.change(2, Desk.whole("calm down"));
            assertEquals(1, desk.read("whatever").size());
        }
    }

    @Test
    void close_whileItIsBeingRead() {
        try (Desk desk = Desk.open()) {
            desk.write(Desk.LETTER, "plaintext", "slowly, whatever");
            pause(600);
            desk.closeDocument(Desk.LETTER);
            assertEquals(List.of(), desk.next(Desk.LETTER, null));
            desk.write("file:///tmp/other.txt", "plaintext", "slowly, calm down");
            desk.next("file:///tmp/other.txt", 1);
            assertEquals(0, desk.published.size());
        }
    }

    @Test
    void document_oneReadingAtATime() {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Analyses counting = (draft, suggestions, them) -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            pause(100);
            now.decrementAndGet();
            return new WordAnswers().analyze(draft, suggestions, them);
        };
        try (Desk desk = Desk.with(counting)) {
            desk.write(Desk.LETTER, "plaintext", "a");
            for (int version = 2; version < 12; version++) {
                desk.change(version, Desk.whole("calm down " + version));
                desk.hover(0, 0);
            }
            assertEquals(1, most.get());
        }
    }

    @Test
    void document_ofTenMillionCharacters() {
        String line = "whatever \ud83d\ude00 at least\r\n";
        try (Desk desk = Desk.open()) {
            desk.write(Desk.LETTER, "plaintext", line.repeat(10_000_000 / line.length()));
            assertEquals(List.of(), desk.next(Desk.LETTER, 1));
            desk.change(2, Desk.part(400_000, 3, 400_000, 4, "a"));
            assertEquals(List.of(), desk.next(Desk.LETTER, 2));
            assertNull(desk.hover(3, 1));
            assertEquals(MessageType.Info, desk.messages.peek().getType());
            desk.change(3, Desk.whole("whatever"));
            assertEquals(1, desk.next(Desk.LETTER, 3).size());
        }
    }

    @Test
    void document_withHalvesOfSurrogatePairs() {
        try (Desk desk = Desk.open()) {
            assertEquals(1, desk.read("\ud83d whatever \ude00\ud83d").size());
            desk.change(2, Desk.part(0, 0, 0, 1, "\ud83d\ude00"), Desk.part(0, 1, 0, 1, "x"));
            assertEquals(1, desk.next(Desk.LETTER, 2).size());
        }
    }

    // hover

    @Test
    void hover_saysWhatAndWhy() {
        try (Desk desk = Desk.open()) {
            desk.read("So sorry.\nAt least it stopped raining.");
            Hover hover = desk.hover(1, 3);
            assertEquals("markdown", hover.getContents().getRight().getKind());
            assertEquals(range(1, 0, 1, 8), hover.getRange());
            String page =
                    Path.of("docs/tactics/at-least.md").toAbsolutePath().toUri().toString();
            assertEquals(
                    "**Can sound minimizing**: at\\-least\n\nA bright side offered before the hurt is heard\\."
                            + "\n\nWarmer:\n\n- warm words 0\n- warm words 1\n- warm words 2\n\n[Why it lands so](<"
                            + page + ">)",
                    hover.getContents().getRight().getValue());
            assertNull(desk.hover(0, 3));
        }
    }

    @Test
    void hover_escapes() {
        assertEquals("\\*a\\* \\[b\\]\\(c\\) \\<i\\> \\`d\\` \\\\ e", Markdown.escaped("*a* [b](c) <i>\n`d`\t\\ e\n"));
    }

    // what is offered

    @Test
    void action_putsOtherWordsInExactlyThePlace() {
        String text = "\ud83d\ude00 Hey, calm down, it's over. See you at 6?";
        try (Desk desk = Desk.open()) {
            Range place = desk.read(text).get(0).getRange();
            List<Either<Command, CodeAction>> offers = desk.actions(range(0, 10, 0, 10), "quickfix");
            assertEquals(6, offers.size());
            CodeAction first = offers.get(0).getRight();
            assertEquals("Say: warm words 0", first.getTitle());
            assertEquals("quickfix", first.getKind());
            assertTrue(first.getIsPreferred());
            assertEquals(
                    "DISMISSIVE_FEELING_ORDER",
                    first.getDiagnostics().get(0).getCode().getLeft());
            TextDocumentEdit edit = first.getEdit().getDocumentChanges().get(0).getLeft();
            assertEquals(1, edit.getTextDocument().getVersion());
            TextEdit words = (TextEdit) (Object) edit.getEdits().get(0);
            assertEquals(place, words.getRange());
            assertEquals(
                    "\ud83d\ude00 Hey, warm words 0, it's over. See you at 6?",
                    text.substring(0, place.getStart().getCharacter())
                            + words.getNewText()
                            + text.substring(place.getEnd().getCharacter()));
            assertNull(offers.get(1).getRight().getIsPreferred());
        }
    }

    @Test
    void action_noneElsewhere_norOfOtherKinds() {
        try (Desk desk = Desk.open()) {
            desk.read("whatever\n\nfine.");
            assertEquals(List.of(), desk.actions(range(2, 0, 2, 3)));
            assertEquals(List.of(), desk.actions(range(0, 0, 0, 8), "refactor"));
            assertFalse(desk.actions(range(0, 0, 2, 3)).isEmpty());
        }
    }

    @Test
    void action_plainChangesForEditorsWithoutVersions_commandsForThoseWithoutActions() {
        try (Desk desk = new Desk(WordAnswers::new)) {
            Desk.get(desk.server().initialize(new InitializeParams()));
            desk.read("whatever");
            List<Either<Command, CodeAction>> offers = desk.actions(range(0, 0, 0, 8));
            assertEquals(1, offers.size());
            assertEquals("toward.ignore", offers.get(0).getLeft().getCommand());
        }
    }

    @Test
    void leaveAlone_forTheSession() {
        try (Desk desk = Desk.open()) {
            desk.read("Whatever.\n\nCalm down.");
            CodeAction leave = desk.actions(range(0, 0, 0, 1)).get(5).getRight();
            assertEquals("Leave this alone", leave.getTitle());
            run(desk, leave.getCommand());
            assertEquals(List.of("DISMISSIVE_FEELING_ORDER"), codes(desk.next(Desk.LETTER, 1)));
            assertEquals(List.of(), desk.actions(range(0, 0, 0, 1)));
            desk.change(2, Desk.whole("so WHATEVER"));
            assertEquals(List.of(), desk.next(Desk.LETTER, 2));
            desk.change(3, Desk.whole("so at least"));
            assertEquals(1, desk.next(Desk.LETTER, 3).size());
        }
    }

    private static void run(Desk desk, Command command) {
        Desk.get(desk.server()
                .getWorkspaceService()
                .executeCommand(new ExecuteCommandParams(command.getCommand(), command.getArguments())));
    }

    @Test
    void command_thatIsNone() {
        try (Desk desk = Desk.open()) {
            for (ExecuteCommandParams params : List.of(
                    new ExecuteCommandParams("toward.explode", List.of()),
                    new ExecuteCommandParams("toward.ignore", List.of()),
                    new ExecuteCommandParams("toward.ignore", List.of(Map.of("a", 1))))) {
                assertEquals(
                        ResponseErrorCode.InvalidParams.getValue(),
                        Desk.error(desk.server().getWorkspaceService().executeCommand(params)));
            }
        }
    }

    // settings

    @Test
    void settings_atTheStart() {
        Map<String, Object> options = Map.of("disabledRules", List.of("at-least"), "severity", "hint");
        try (Desk desk = Desk.open(options)) {
            List<Diagnostic> told = desk.read("At least it stopped.\n\nWhatever.");
            assertEquals(List.of("DISMISSIVE_BRUSH_OFF"), codes(told));
            assertEquals(DiagnosticSeverity.Hint, told.get(0).getSeverity());
        }
    }

    @Test
    void settings_changed() {
        try (Desk desk = Desk.open(Map.of("toward", Map.of("strictness", "gentle")))) {
            assertEquals(List.of("DISMISSIVE_BRUSH_OFF"), codes(desk.read("Calm down. Whatever.")));
            configure(
                    desk,
                    Map.of(
                            "toward",
                            Map.of("strictness", "picky", "disabledRules", List.of("DISMISSIVE_FEELING_ORDER"))));
            assertEquals(List.of("DISMISSIVE_BRUSH_OFF"), codes(desk.next(Desk.LETTER, 1)));
            desk.change(2, Desk.whole("Hm, well."));
            assertEquals(List.of("DISMISSIVE_PERHAPS"), codes(desk.next(Desk.LETTER, 2)));
            configure(desk, Map.of());
            assertEquals(List.of(), desk.next(Desk.LETTER, 2));
        }
    }

    private static void configure(Desk desk, Object settings) {
        desk.server().getWorkspaceService().didChangeConfiguration(new DidChangeConfigurationParams(settings));
    }

    @Test
    void settings_notUnderstood() throws Exception {
        Map<String, Object> options = Map.of(
                "strictness", "hollyhock7", "severity", List.of(1), "disabledRules", List.of("hollyhock7", "at-least"));
        try (Desk desk = Desk.open(options)) {
            List<String> said = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                said.add(desk.messages.poll(20, TimeUnit.SECONDS).getMessage());
            }
            assertEquals(
                    List.of(
                            "toward.strictness: expected gentle, default or picky.",
                            "toward.disabledRules: expected a list of rules, as MINIMIZING_AT_LEAST or at-least.",
                            "toward.severity: expected error, warning, information or hint."),
                    said);
            assertEquals(1, desk.read("At least. Whatever.").size());
        }
    }

    // the session

    @Test
    void handshake_comesBeforeTheModels() throws Exception {
        CountDownLatch loads = new CountDownLatch(1);
        CountDownLatch may = new CountDownLatch(1);
        try (Desk desk = new Desk(() -> {
            loads.countDown();
            await(may);
            return new WordAnswers();
        })) {
            desk.introduce(null);
            assertEquals(1, loads.getCount(), "no text is there yet");
            desk.write(Desk.LETTER, "plaintext", "whatever");
            assertTrue(loads.await(20, TimeUnit.SECONDS));
            assertEquals(0, desk.published.size());
            may.countDown();
            assertEquals(1, desk.next(Desk.LETTER, 1).size());
        }
    }

    @Test
    void models_missing() throws Exception {
        try (Desk desk = new Desk(() -> {
            throw new ModelException("model file x is missing; do this");
        })) {
            desk.introduce(null);
            desk.write(Desk.LETTER, "plaintext", "whatever");
            assertEquals(
                    "Toward is not ready: model file x is missing; do this.",
                    desk.messages.poll(20, TimeUnit.SECONDS).getMessage());
            assertNull(desk.hover(0, 0));
            desk.change(2, Desk.whole("calm down"));
            assertNull(desk.hover(0, 0));
            assertEquals(0, desk.messages.size());
            assertEquals(List.of("not ready: model file x is missing; do this"), desk.log);
        }
    }

    @Test
    void request_outOfTurn() {
        try (Desk desk = new Desk(WordAnswers::new)) {
            desk.write(Desk.LETTER, "plaintext", "whatever");
            HoverParams hover = new HoverParams(new TextDocumentIdentifier(Desk.LETTER), new Position(0, 0));
            assertEquals(
                    ResponseErrorCode.ServerNotInitialized.getValue(),
                    Desk.error(desk.server().getTextDocumentService().hover(hover)));
            desk.introduce(null);
            assertEquals(
                    ResponseErrorCode.InvalidRequest.getValue(),
                    Desk.error(desk.server().initialize(new InitializeParams())));
            Desk.get(desk.server().shutdown());
            assertEquals(
                    ResponseErrorCode.InvalidRequest.getValue(),
                    Desk.error(desk.server().getTextDocumentService().hover(hover)));
        }
    }

    @Test
    void request_unknown() {
        try (Desk desk = Desk.open()) {
            assertEquals(
                    ResponseErrorCode.MethodNotFound.getValue(),
                    Desk.error(desk.launcher.getRemoteEndpoint().request("toward/nothing", Map.of())));
            assertEquals(
                    ResponseErrorCode.MethodNotFound.getValue(),
                    Desk.error(desk.launcher.getRemoteEndpoint().request("$/nothing", Map.of())));
            desk.launcher.getRemoteEndpoint().notify("toward/nothing", Map.of());
            desk.launcher.getRemoteEndpoint().notify("$/setTrace", Map.of("value", "verbose"));
            assertEquals(1, desk.read("whatever").size());
        }
    }

    @Test
    void request_cancelled() {
        try (Desk desk = Desk.open()) {
            desk.write(Desk.LETTER, "plaintext", "slowly, whatever");
            CompletableFuture<Hover> hover = desk.server()
                    .getTextDocumentService()
                    .hover(new HoverParams(new TextDocumentIdentifier(Desk.LETTER), new Position(0, 9)));
            pause(100);
            hover.cancel(true);
            assertEquals(1, desk.next(Desk.LETTER, 1).size());
            assertNotNull(desk.hover(0, 9));
        }
    }

    @Test
    void fault_costsNothingElse_andTellsNothing() {
        Analyses broken = (draft, suggestions, them) -> {
            if (draft.text().contains("hollyhock7")) {
                throw new IllegalStateException("at " + draft.text());
            }
            return new WordAnswers().analyze(draft, suggestions, them);
        };
        try (Desk desk = Desk.with(broken)) {
            assertEquals(List.of(), desk.read("hollyhock7"));
            desk.change(2, Desk.whole("whatever"));
            assertEquals(1, desk.next(Desk.LETTER, 2).size());
            assertEquals(1, desk.log.size());
            assertTrue(desk.log.get(0).startsWith("a document could not be read: java.lang.IllegalStateException at"));
            assertFalse(desk.log.toString().contains("hollyhock7"));
        }
    }

    @Test
    void exit_afterShutdown() {
        try (Desk desk = Desk.open()) {
            desk.read("whatever");
            assertNull(Desk.get(desk.server().shutdown()));
            assertTrue(desk.isServing());
            desk.server().exit();
            assertTrue(Desk.get(desk.tookLeave));
        }
    }

    @Test
    void exit_withoutShutdown() {
        try (Desk desk = Desk.open()) {
            desk.server().exit();
            assertFalse(Desk.get(desk.tookLeave));
        }
    }

    @Test
    void end_ofTheStream() throws Exception {
        try (Desk desk = Desk.open()) {
            desk.toServer.close();
            assertFalse(Desk.get(desk.tookLeave));
        }
    }

    @Test
    void end_ofTheEditor() throws Exception {
        Process editor = new ProcessBuilder("sleep", "60").start();
        try (Desk desk = new Desk(WordAnswers::new)) {
            InitializeParams params = new InitializeParams();
            params.setProcessId((int) editor.pid());
            Desk.get(desk.server().initialize(params));
            assertEquals(1, desk.read("whatever").size());
            editor.destroy();
            assertFalse(Desk.get(desk.tookLeave));
        } finally {
            editor.destroyForcibly();
        }
    }

    @Test
    void frames_broken() throws Exception {
        try (Desk desk = new Desk(WordAnswers::new)) {
            for (String bad : List.of(
                    "GET / HTTP/1.1\r\nHost: hollyhock7\r\n\r\n",
                    "Content-Length: hollyhock7\r\n\r\n",
                    "Content-Length: -5\r\n\r\n",
                    "Content-Length: 0\r\n\r\n",
                    "\r\n\r\n\n\n",
                    "Content-Length: 99999999999999999999999\r\n\r\n",
                    frame("{\"hollyhock7\""),
                    frame("[1, 2"),
                    frame("null"),
                    frame("[]"),
                    frame("\"hollyhock7\""),
                    frame("{}"),
                    frame("{\"jsonrpc\":\"2.0\",\"method\":\"textDocument/didOpen\",\"params\":\"hollyhock7\"}"),
                    frame("{\"jsonrpc\":\"2.0\",\"method\":\"textDocument/didOpen\",\"params\":{}}"),
                    frame("{\"jsonrpc\":\"2.0\",\"id\":77,\"result\":1}"),
                    frame("[".repeat(100_000)),
                    frame("\u0000\u0001\ufffd"))) {
                desk.toServer.write(bad.getBytes(UTF_8));
                desk.toServer.flush();
            }
            desk.introduce(null);
            assertEquals(1, desk.read("whatever").size());
            assertFalse(desk.log.toString().contains("hollyhock7"), desk.log::toString);
        }
    }

    @Test
    void params_none() throws Exception {
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed, true, UTF_8));
        try (Desk desk = new Desk(WordAnswers::new)) {
            RemoteEndpoint editor = desk.launcher.getRemoteEndpoint();
            int invalid = ResponseErrorCode.InvalidParams.getValue();
            assertEquals(invalid, Desk.error(editor.request("initialize", null)));
            desk.introduce(null);
            for (String method : List.of("textDocument/hover", "textDocument/codeAction", "workspace/executeCommand")) {
                assertEquals(invalid, Desk.error(editor.request(method, null)), method);
            }
            assertEquals(
                    ResponseErrorCode.MethodNotFound.getValue(), Desk.error(editor.request("toward/nothing", null)));
            for (String method : List.of("textDocument/didOpen", "textDocument/didChange", "textDocument/didClose")) {
                editor.notify(method, null);
                desk.toServer.write(frame("{\"jsonrpc\":\"2.0\",\"method\":\"" + method + "\",\"params\":null}")
                        .getBytes(UTF_8));
                desk.toServer.flush();
            }
            assertEquals(1, desk.read("whatever").size());
            assertFalse(desk.log.toString().contains("Exception"), desk.log::toString);
            assertNull(Desk.get(desk.server().shutdown()));
        } finally {
            System.setErr(err);
        }
        assertEquals("", printed.toString(UTF_8));
    }

    @Test
    void frames_tooLargeArePassedOver() throws Exception {
        try (Desk desk = new Desk(WordAnswers::new)) {
            int length = 33 << 20;
            desk.toServer.write(("Content-Length: " + length + "\r\n\r\n").getBytes(UTF_8));
            byte[] some = "a".repeat(1 << 20).getBytes(UTF_8);
            for (int i = 0; i < 33; i++) {
                desk.toServer.write(some);
            }
            desk.introduce(null);
            assertEquals(1, desk.read("whatever").size());
            assertEquals(List.of("a message of more than 32 MiB was passed over"), desk.log);
        }
    }

    @Test
    void frames_cutOff() throws Exception {
        try (Desk desk = new Desk(WordAnswers::new)) {
            desk.toServer.write("Content-Length: 60000000\r\n\r\n{".getBytes(UTF_8));
            desk.toServer.close();
            assertFalse(Desk.get(desk.tookLeave));
        }
    }

    private static String frame(String json) {
        return "Content-Length: " + json.getBytes(UTF_8).length + "\r\n\r\n" + json;
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
