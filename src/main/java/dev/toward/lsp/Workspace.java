package dev.toward.lsp;

import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.services.WorkspaceService;
import org.jspecify.annotations.Nullable;

/** What the editor says of itself: its settings, and what the user chose from a menu. */
final class Workspace implements WorkspaceService {
    private final Session session;

    Workspace(Session session) {
        this.session = session;
    }

    @Override
    public void didChangeConfiguration(DidChangeConfigurationParams params) {
        session.configure(params.getSettings());
    }

    @Override
    public void didChangeWatchedFiles(DidChangeWatchedFilesParams params) {
        // files are none of ours; what is open is told by itself
    }

    @Override
    public CompletableFuture<@Nullable Object> executeCommand(ExecuteCommandParams params) {
        List<Object> arguments = params.getArguments();
        if (!Offers.LEAVE_ALONE.equals(params.getCommand())) {
            throw refused("there is no such command; there is " + Offers.LEAVE_ALONE);
        }
        if (arguments == null
                || arguments.size() != 1
                || !(arguments.get(0) instanceof JsonPrimitive mark)
                || !mark.getAsString().matches("[0-9a-f]{32}")) {
            throw refused(Offers.LEAVE_ALONE + " takes one argument, that of the action it was offered with");
        }
        session.leaveAlone(mark.getAsString());
        return CompletableFuture.completedFuture(null);
    }

    private static ResponseErrorException refused(String why) {
        return new ResponseErrorException(new ResponseError(ResponseErrorCode.InvalidParams, why, null));
    }
}
