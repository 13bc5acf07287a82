package dev.toward.lsp;

import dev.toward.Server;
import dev.toward.match.Match;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionOptions;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.ExecuteCommandOptions;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.ServerInfo;
import org.eclipse.lsp4j.SetTraceParams;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.TextDocumentSyncOptions;
import org.eclipse.lsp4j.WorkDoneProgressCancelParams;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.lsp4j.services.WorkspaceService;
import org.jspecify.annotations.Nullable;

/**
 * One editor's session, from {@code initialize} to {@code exit}. Messages come on one thread, texts are read on a few others, and what the editor
 * is told goes out through one more, in order, so that a slow editor holds nobody up.
 */
final class Session implements LanguageServer {
    /** After the last key, before a text is read. */
    private static final int PAUSE_MILLIS = 250;

    /** For what is being read when the session ends. */
    private static final int PATIENCE_SECONDS = 2;

    private final Manners manners;
    private final Consumer<String> log;
    private final CompletableFuture<Boolean> ended = new CompletableFuture<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("toward-clock").daemon().factory());
    private final ExecutorService readers = Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(),
            Thread.ofPlatform().name("toward-read-", 0).daemon().factory());
    private final ExecutorService outbox = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("toward-tell").daemon().factory());
    private final Reader reader = new Reader();
    private final LeftAlone leftAlone = new LeftAlone();
    private final LazyModels models;
    private final Shown shown;
    private final Documents documents = new Documents(this);
    private final Workspace workspace = new Workspace(this);
    private volatile Editor editor = Editor.of(null);
    private volatile Settings settings = Settings.USUAL;
    private volatile @Nullable LanguageClient client;

    Session(Server.Loading loading, @Nullable Path pages, Manners manners, Consumer<String> log) {
        this.manners = manners;
        this.log = log;
        this.shown = new Shown(new Pages(pages));
        this.models = new LazyModels(loading, why -> {
            log.accept("not ready: " + why);
            show("Toward is not ready: " + why + ".");
        });
    }

    void connect(LanguageClient some) {
        client = some;
    }

    /** True when the editor took its leave before it went. */
    CompletableFuture<Boolean> ended() {
        return ended;
    }

    Editor editor() {
        return editor;
    }

    Shown shown() {
        return shown;
    }

    Offers offers() {
        return new Offers(editor);
    }

    Diagnostic diagnostic(Reading reading, Match match) {
        return shown.diagnostic(reading, match, settings.severity());
    }

    @Override
    public CompletableFuture<InitializeResult> initialize(InitializeParams params) {
        editor = Editor.of(params.getCapabilities());
        settings = Settings.of(params.getInitializationOptions(), this::tell);
        Integer parent = params.getProcessId();
        if (parent != null) {
            endWith(parent);
        }
        TextDocumentSyncOptions sync = new TextDocumentSyncOptions();
        sync.setOpenClose(true);
        sync.setChange(TextDocumentSyncKind.Incremental);
        ServerCapabilities abilities = new ServerCapabilities();
        abilities.setPositionEncoding(editor.encoding().id());
        abilities.setTextDocumentSync(sync);
        abilities.setHoverProvider(true);
        abilities.setCodeActionProvider(new CodeActionOptions(List.of(CodeActionKind.QuickFix)));
        abilities.setExecuteCommandProvider(new ExecuteCommandOptions(List.of(Offers.LEAVE_ALONE)));
        manners.open();
        return CompletableFuture.completedFuture(new InitializeResult(abilities, new ServerInfo("Toward", version())));
    }

    private static @Nullable String version() {
        return Session.class.getPackage().getImplementationVersion();
    }

    /** An editor that is gone without a word leaves nobody behind. */
    private void endWith(int parent) {
        Optional<ProcessHandle> process = ProcessHandle.of(parent);
        if (process.isEmpty()) {
            ended.complete(false);
        } else {
            process.get().onExit().thenRun(() -> ended.complete(manners.isOver()));
        }
    }

    @Override
    public void initialized(InitializedParams params) {
        // models are loaded when the first text comes
    }

    @Override
    public CompletableFuture<@Nullable Object> shutdown() {
        manners.over();
        documents.closeAll();
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void exit() {
        ended.complete(manners.isOver());
    }

    @Override
    public void setTrace(SetTraceParams params) {
        // nothing is traced: a trace would hold texts
    }

    @Override
    public void cancelProgress(WorkDoneProgressCancelParams params) {
        // no progress is shown
    }

    @Override
    public TextDocumentService getTextDocumentService() {
        return documents;
    }

    @Override
    public WorkspaceService getWorkspaceService() {
        return workspace;
    }

    Watched watch(Text text) {
        return new Watched(new Watched.Setting(this::read, clock, readers, this::publish, log, PAUSE_MILLIS), text);
    }

    private Optional<Reading> read(Text text, BooleanSupplier late) {
        return models.get()
                .flatMap(analyses -> reader.read(text, settings, analyses, late))
                .map(leftAlone::without);
    }

    void configure(@Nullable Object sent) {
        settings = Settings.of(sent, this::tell);
        documents.refresh();
    }

    void leaveAlone(String mark) {
        leftAlone.add(mark);
        documents.refresh();
    }

    private void publish(Reading reading) {
        List<Diagnostic> diagnostics = reading.matches().stream()
                .map(match -> diagnostic(reading, match))
                .toList();
        send(to -> to.publishDiagnostics(new PublishDiagnosticsParams(
                reading.text().uri(), diagnostics, reading.text().version())));
    }

    /** Takes back what was told of a document. */
    void clear(String uri) {
        send(to -> to.publishDiagnostics(new PublishDiagnosticsParams(uri, List.of())));
    }

    /** For whoever looks into the editor's log. */
    void tell(String line) {
        send(to -> to.logMessage(new MessageParams(MessageType.Info, line)));
    }

    private void show(String line) {
        send(to -> to.showMessage(new MessageParams(MessageType.Error, line)));
    }

    private void send(Consumer<LanguageClient> message) {
        LanguageClient to = client;
        if (to == null) {
            return;
        }
        try {
            outbox.execute(() -> {
                try {
                    message.accept(to);
                } catch (RuntimeException e) {
                    // the editor is gone; so will we be
                    ended.complete(false);
                }
            });
        } catch (RejectedExecutionException e) {
            // the session is over
        }
    }

    /** Stops reading and lets the models go. */
    void stop() {
        documents.closeAll();
        clock.shutdownNow();
        readers.shutdown();
        outbox.shutdown();
        try {
            if (readers.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                models.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
