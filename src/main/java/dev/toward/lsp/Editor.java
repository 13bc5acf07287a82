package dev.toward.lsp;

import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeActionCapabilities;
import org.eclipse.lsp4j.GeneralClientCapabilities;
import org.eclipse.lsp4j.HoverCapabilities;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.WorkspaceEditCapabilities;
import org.jspecify.annotations.Nullable;

/**
 * What the editor can do.
 *
 * @param versionedEdits whether it takes changes together with the version that they are of
 * @param actions whether it takes whole actions, not only commands
 * @param markdown whether it shows Markdown
 */
record Editor(Encoding encoding, boolean versionedEdits, boolean actions, boolean markdown) {
    static Editor of(@Nullable ClientCapabilities given) {
        Optional<ClientCapabilities> all = Optional.ofNullable(given);
        Optional<TextDocumentClientCapabilities> texts = all.map(ClientCapabilities::getTextDocument);
        List<String> formats = texts.map(TextDocumentClientCapabilities::getHover)
                .map(HoverCapabilities::getContentFormat)
                .orElse(List.of());
        return new Editor(
                Encoding.of(all.map(ClientCapabilities::getGeneral)
                        .map(GeneralClientCapabilities::getPositionEncodings)
                        .orElse(null)),
                all.map(ClientCapabilities::getWorkspace)
                        .map(WorkspaceClientCapabilities::getWorkspaceEdit)
                        .map(WorkspaceEditCapabilities::getDocumentChanges)
                        .orElse(false),
                texts.map(TextDocumentClientCapabilities::getCodeAction)
                        .map(CodeActionCapabilities::getCodeActionLiteralSupport)
                        .isPresent(),
                formats.isEmpty() || formats.contains(MarkupKind.MARKDOWN));
    }
}
