package dev.toward.lsp;

import dev.toward.cue.Tactic;
import dev.toward.match.Match;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticCodeDescription;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;

/** Puts matches into the words that an editor shows. Stateless. */
record Shown(Pages pages) {
    static final String SOURCE = "toward";

    private static final int MOST_WORDINGS = 3;

    Diagnostic diagnostic(Reading reading, Match match, DiagnosticSeverity severity) {
        Diagnostic diagnostic = new Diagnostic(
                reading.text().lines().range(match.span()), heading(match) + ". " + match.message(), severity, SOURCE);
        diagnostic.setCode(match.rule().id());
        pages.address(match.rule()).map(DiagnosticCodeDescription::new).ifPresent(diagnostic::setCodeDescription);
        return diagnostic;
    }

    /** What there is to say of the first of some matches. */
    Hover hover(Reading reading, Match match, boolean markdown) {
        String words = markdown ? markdown(match) : plain(match);
        return new Hover(
                new MarkupContent(markdown ? MarkupKind.MARKDOWN : MarkupKind.PLAINTEXT, words),
                reading.text().lines().range(match.span()));
    }

    private static String heading(Match match) {
        return "Can sound " + match.label().id();
    }

    private static String tactics(Match match) {
        return match.tactics().isEmpty()
                ? "perhaps"
                : String.join(", ", match.tactics().stream().map(Tactic::id).toList());
    }

    private static List<String> wordings(Match match) {
        return match.replacements().stream().limit(MOST_WORDINGS).toList();
    }

    private String markdown(Match match) {
        StringBuilder words = new StringBuilder("**")
                .append(Markdown.escaped(heading(match)))
                .append("**: ")
                .append(Markdown.escaped(tactics(match)))
                .append("\n\n")
                .append(Markdown.escaped(match.message()));
        List<String> wordings = wordings(match);
        if (!wordings.isEmpty()) {
            words.append("\n\nWarmer:\n");
            wordings.forEach(each -> words.append("\n- ").append(Markdown.escaped(each)));
        }
        Optional<String> page = pages.address(match.rule());
        page.ifPresent(address ->
                words.append("\n\n[Why it lands so](<").append(address).append(">)"));
        return words.toString();
    }

    private static String plain(Match match) {
        StringBuilder words = new StringBuilder(heading(match))
                .append(": ")
                .append(tactics(match))
                .append("\n\n")
                .append(match.message());
        List<String> wordings = wordings(match);
        if (!wordings.isEmpty()) {
            words.append("\n\nWarmer:");
            wordings.forEach(each -> words.append("\n- ").append(Markdown.oneLine(each)));
        }
        return words.toString();
    }
}
