package dev.toward.lsp;

import dev.toward.match.Match;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.TextDocumentEdit;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.jspecify.annotations.Nullable;

/**
 * What can be done about a match: other words in its place, the best first, or to leave it alone.
 *
 * @param editor what it can take
 */
record Offers(Editor editor) {
    /** Takes one argument, a mark of {@link LeftAlone}. */
    static final String LEAVE_ALONE = "toward.ignore";

    private static final int LONGEST_TITLE = 100;

    /** True where the editor would hear of such offers. */
    static boolean areAskedFor(@Nullable CodeActionContext context) {
        List<String> only = context == null ? null : context.getOnly();
        return only == null
                || only.isEmpty()
                || only.stream().anyMatch(kind -> kind.isEmpty() || kind.equals(CodeActionKind.QuickFix));
    }

    /** @param diagnostic what is shown of the match */
    List<Either<Command, CodeAction>> of(Reading reading, Match match, Diagnostic diagnostic) {
        List<Either<Command, CodeAction>> offers = new ArrayList<>();
        Command leave = new Command(
                "Leave this alone", LEAVE_ALONE, List.of(LeftAlone.mark(match.rule(), reading.words(match))));
        if (!editor.actions()) {
            return List.of(Either.forLeft(leave));
        }
        for (String words : match.replacements()) {
            CodeAction action = action("Say: " + shortened(words), diagnostic);
            action.setEdit(edit(reading.text(), new TextEdit(diagnostic.getRange(), words)));
            if (offers.isEmpty()) {
                action.setIsPreferred(true);
            }
            offers.add(Either.forRight(action));
        }
        CodeAction alone = action(leave.getTitle(), diagnostic);
        alone.setCommand(leave);
        offers.add(Either.forRight(alone));
        return offers;
    }

    private static CodeAction action(String title, Diagnostic diagnostic) {
        CodeAction action = new CodeAction(title);
        action.setKind(CodeActionKind.QuickFix);
        action.setDiagnostics(List.of(diagnostic));
        return action;
    }

    private WorkspaceEdit edit(Text text, TextEdit edit) {
        if (!editor.versionedEdits()) {
            return new WorkspaceEdit(Map.of(text.uri(), List.of(edit)));
        }
        return new WorkspaceEdit(List.of(Either.forLeft(
                new TextDocumentEdit(new VersionedTextDocumentIdentifier(text.uri(), text.version()), List.of(edit)))));
    }

    private static String shortened(String words) {
        String line = Markdown.oneLine(words);
        int end = Math.min(line.length(), LONGEST_TITLE);
        if (end < line.length() && Character.isLowSurrogate(line.charAt(end))) {
            end--;
        }
        return end < line.length() ? line.substring(0, end).stripTrailing() + "\u2026" : line;
    }
}
