package dev.toward.lsp;

import dev.toward.match.Match;
import dev.toward.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.jspecify.annotations.Nullable;

/** The documents that are open, and what the editor asks about them. */
final class Documents implements TextDocumentService {
    private final Session session;
    private final Map<String, Watched> open = new ConcurrentHashMap<>();

    Documents(Session session) {
        this.session = session;
    }

    @Override
    public void didOpen(DidOpenTextDocumentParams params) {
        TextDocumentItem item = params.getTextDocument();
        String uri = item.getUri();
        String language = item.getLanguageId() == null ? "" : item.getLanguageId();
        close(uri);
        Kind.of(language, uri).ifPresent(kind -> {
            Text text = new Text(
                    uri,
                    kind,
                    item.getVersion(),
                    item.getText() == null ? "" : item.getText(),
                    session.editor().encoding());
            if (Reader.isTooLong(text)) {
                session.tell("This document is longer than " + Reader.MOST_CHARACTERS
                        + " characters; it is left alone as long as it is.");
            }
            open.put(uri, session.watch(text));
        });
    }

    @Override
    public void didChange(DidChangeTextDocumentParams params) {
        Watched watched = open.get(params.getTextDocument().getUri());
        Text before = watched == null ? null : watched.text();
        if (watched != null && before != null) {
            Integer version = params.getTextDocument().getVersion();
            watched.change(
                    before.changed(version == null ? before.version() + 1 : version, params.getContentChanges()));
        }
    }

    @Override
    public void didClose(DidCloseTextDocumentParams params) {
        String uri = params.getTextDocument().getUri();
        if (close(uri)) {
            session.clear(uri);
        }
    }

    private boolean close(String uri) {
        Watched watched = open.remove(uri);
        if (watched != null) {
            watched.close();
        }
        return watched != null;
    }

    @Override
    public void didSave(DidSaveTextDocumentParams params) {
        // what is saved has been read
    }

    /** Reads all again: what is told has changed. */
    void refresh() {
        open.values().forEach(Watched::refresh);
    }

    void closeAll() {
        List.copyOf(open.keySet()).forEach(this::close);
    }

    @Override
    public CompletableFuture<@Nullable Hover> hover(HoverParams params) {
        return reading(params.getTextDocument().getUri()).thenApply(found -> {
            if (found.isEmpty()) {
                return null;
            }
            Reading reading = found.get();
            int at = reading.text().lines().offset(params.getPosition());
            List<Match> there = reading.at(new Span(at, at));
            return there.isEmpty()
                    ? null
                    : session.shown()
                            .hover(reading, there.get(0), session.editor().markdown());
        });
    }

    @Override
    public CompletableFuture<List<Either<Command, CodeAction>>> codeAction(CodeActionParams params) {
        if (!Offers.areAskedFor(params.getContext())) {
            return CompletableFuture.completedFuture(List.of());
        }
        return reading(params.getTextDocument().getUri()).thenApply(found -> {
            List<Either<Command, CodeAction>> offers = new ArrayList<>();
            found.ifPresent(reading -> {
                Span place = reading.text().lines().span(params.getRange());
                for (Match match : reading.at(place)) {
                    offers.addAll(session.offers().of(reading, match, session.diagnostic(reading, match)));
                }
            });
            return offers;
        });
    }

    private CompletableFuture<Optional<Reading>> reading(String uri) {
        Watched watched = open.get(uri);
        return watched == null ? CompletableFuture.completedFuture(Optional.empty()) : watched.reading();
    }
}
