package dev.toward.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.toward.Analyses;
import dev.toward.Server;
import dev.toward.http.WordAnswers;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionCapabilities;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionKindCapabilities;
import org.eclipse.lsp4j.CodeActionLiteralSupportCapabilities;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.GeneralClientCapabilities;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.WorkspaceEditCapabilities;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;

/** An editor at the other end of two pipes, with the library's own client in it. */
final class Desk implements LanguageClient, AutoCloseable {
    static final String LETTER = "file:///tmp/letter.txt";
    private static final int PIPE = 1 << 16;
    private static final long PATIENCE_SECONDS = 20;

    final PipedOutputStream toServer = new PipedOutputStream();
    final List<String> log = Collections.synchronizedList(new ArrayList<>());
    final BlockingQueue<PublishDiagnosticsParams> published = new LinkedBlockingQueue<>();
    final BlockingQueue<MessageParams> messages = new LinkedBlockingQueue<>();
    final CompletableFuture<Boolean> tookLeave = new CompletableFuture<>();
    final Launcher<LanguageServer> launcher;
    private final Thread serving;

    Desk(Server.Loading loading) {
        try {
            PipedInputStream fromEditor = new PipedInputStream(toServer, PIPE);
            PipedOutputStream toEditor = new PipedOutputStream();
            PipedInputStream fromServer = new PipedInputStream(toEditor, PIPE);
            serving = Thread.ofPlatform().daemon().start(() -> {
                try {
                    tookLeave.complete(
                            new LspServer().serve(fromEditor, toEditor, loading, Path.of("docs/tactics"), log::add));
                } catch (RuntimeException | Error e) {
                    tookLeave.completeExceptionally(e);
                }
            });
            launcher = LSPLauncher.createClientLauncher(this, fromServer, toServer);
            launcher.startListening();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With answers by single words, introduced. */
    static Desk open() {
        return open(null);
    }

    /** @param options for initialization */
    static Desk open(Object options) {
        Desk desk = new Desk(WordAnswers::new);
        desk.introduce(options);
        return desk;
    }

    static Desk with(Analyses analyses) {
        Desk desk = new Desk(() -> analyses);
        desk.introduce(null);
        return desk;
    }

    LanguageServer server() {
        return launcher.getRemoteProxy();
    }

    InitializeResult introduce(Object options, String... encodings) {
        InitializeParams params = new InitializeParams();
        ClientCapabilities abilities = new ClientCapabilities();
        if (encodings.length > 0) {
            GeneralClientCapabilities general = new GeneralClientCapabilities();
            general.setPositionEncodings(List.of(encodings));
            abilities.setGeneral(general);
        }
        CodeActionCapabilities actions = new CodeActionCapabilities();
        actions.setCodeActionLiteralSupport(
                new CodeActionLiteralSupportCapabilities(new CodeActionKindCapabilities(List.of("quickfix"))));
        TextDocumentClientCapabilities texts = new TextDocumentClientCapabilities();
        texts.setCodeAction(actions);
        abilities.setTextDocument(texts);
        WorkspaceEditCapabilities edits = new WorkspaceEditCapabilities();
        edits.setDocumentChanges(true);
        WorkspaceClientCapabilities workspace = new WorkspaceClientCapabilities();
        workspace.setWorkspaceEdit(edits);
        abilities.setWorkspace(workspace);
        params.setCapabilities(abilities);
        params.setInitializationOptions(options);
        return get(server().initialize(params));
    }

    void write(String uri, String language, String text) {
        server().getTextDocumentService()
                .didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(uri, language, 1, text)));
    }

    /** Opens a text and waits for what is told of it. */
    List<Diagnostic> read(String uri, String language, String text) {
        write(uri, language, text);
        return next(uri, 1);
    }

    List<Diagnostic> read(String text) {
        return read(LETTER, "plaintext", text);
    }

    void change(int version, TextDocumentContentChangeEvent... changes) {
        server().getTextDocumentService()
                .didChange(new DidChangeTextDocumentParams(
                        new VersionedTextDocumentIdentifier(LETTER, version), List.of(changes)));
    }

    void closeDocument(String uri) {
        server().getTextDocumentService().didClose(new DidCloseTextDocumentParams(new TextDocumentIdentifier(uri)));
    }

    static TextDocumentContentChangeEvent whole(String text) {
        return new TextDocumentContentChangeEvent(text);
    }

    static TextDocumentContentChangeEvent part(int line, int from, int toLine, int to, String text) {
        return new TextDocumentContentChangeEvent(new Range(new Position(line, from), new Position(toLine, to)), text);
    }

    /** What is told next, which must be of this document and version. */
    List<Diagnostic> next(String uri, Integer version) {
        try {
            PublishDiagnosticsParams next = published.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertNotNull(next, "nothing was told");
            assertEquals(uri, next.getUri());
            assertEquals(version, next.getVersion());
            return next.getDiagnostics();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    Hover hover(int line, int character) {
        return get(server().getTextDocumentService()
                .hover(new HoverParams(new TextDocumentIdentifier(LETTER), new Position(line, character))));
    }

    List<Either<Command, CodeAction>> actions(Range range, String... only) {
        CodeActionContext context = new CodeActionContext(List.of());
        if (only.length > 0) {
            context.setOnly(List.of(only));
        }
        return get(server().getTextDocumentService()
                .codeAction(new CodeActionParams(new TextDocumentIdentifier(LETTER), range, context)));
    }

    static <T> T get(CompletableFuture<T> future) {
        try {
            return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    /** The code of the error that a request must come to. */
    static int error(CompletableFuture<?> future) {
        try {
            throw new AssertionError("answered: " + future.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
        } catch (ExecutionException e) {
            return ((ResponseErrorException) e.getCause()).getResponseError().getCode();
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    boolean isServing() {
        return serving.isAlive();
    }

    @Override
    public void telemetryEvent(Object object) {
        throw new AssertionError("nothing is reported to anybody");
    }

    @Override
    public void publishDiagnostics(PublishDiagnosticsParams diagnostics) {
        published.add(diagnostics);
    }

    @Override
    public void showMessage(MessageParams message) {
        messages.add(message);
    }

    @Override
    public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams request) {
        throw new AssertionError("nobody is asked");
    }

    @Override
    public void logMessage(MessageParams message) {
        messages.add(message);
    }

    @Override
    public void close() {
        try {
            toServer.close();
            serving.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
