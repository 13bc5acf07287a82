package dev.toward.lsp;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What sort of text a document is, by the name that the editor has for its language, else by the end of its name. */
enum Kind {
    TEXT(
            Set.of(
                    "plaintext",
                    "text",
                    "txt",
                    "plain",
                    "org",
                    "rst",
                    "restructuredtext",
                    "asciidoc",
                    "gitcommit",
                    "git-commit",
                    "scminput"),
            Set.of("txt", "text", "org", "rst", "adoc")),
    MARKDOWN(Set.of("markdown", "md", "gfm", "mdx", "quarto", "rmd"), Set.of("md", "markdown", "mdx", "qmd")),
    MAIL(Set.of("mail", "email", "eml", "message", "mu4e-compose", "notmuch-message"), Set.of("eml", "mail"));

    private final Set<String> languages;
    private final Set<String> endings;

    Kind(Set<String> languages, Set<String> endings) {
        this.languages = languages;
        this.endings = endings;
    }

    /** Nothing for a document that is no prose, as a program: it is left alone. */
    static Optional<Kind> of(String language, String uri) {
        String name = language.toLowerCase(Locale.ROOT);
        for (Kind kind : values()) {
            if (kind.languages.contains(name)) {
                return Optional.of(kind);
            }
        }
        if (!name.isEmpty()) {
            return Optional.empty();
        }
        String ending = uri.substring(uri.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        for (Kind kind : values()) {
            if (kind.endings.contains(ending)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
