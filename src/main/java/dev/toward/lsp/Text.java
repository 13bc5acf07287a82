package dev.toward.lsp;

import dev.toward.text.Span;
import java.util.List;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;

/**
 * What stood in a document at one version of it.
 *
 * @param version as the editor counts
 */
record Text(String uri, Kind kind, int version, String content, LineTable lines, Encoding encoding) {
    Text(String uri, Kind kind, int version, String content, Encoding encoding) {
        this(uri, kind, version, content, new LineTable(content, encoding), encoding);
    }

    /** The next version. Each change is of what the one before it has left; one without a range is of everything. */
    Text changed(int nextVersion, List<TextDocumentContentChangeEvent> changes) {
        Text now = this;
        for (TextDocumentContentChangeEvent change : changes) {
            Range range = change.getRange();
            String words = change.getText() == null ? "" : change.getText();
            if (range != null) {
                Span gone = now.lines.span(range);
                words = now.content.substring(0, gone.start()) + words + now.content.substring(gone.end());
            }
            now = new Text(uri, kind, nextVersion, words, encoding);
        }
        return now == this ? new Text(uri, kind, nextVersion, content, lines, encoding) : now;
    }
}
