package dev.toward.lsp;

import dev.toward.match.Rule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The tactics' pages, which editors link to: files of this computer, so that nobody hears of it when one is opened.
 *
 * @param folder null where there is none
 */
record Pages(@Nullable Path folder) {
    /** The address of what there is to read on a rule. */
    Optional<String> address(Rule rule) {
        if (folder == null || rule.tactic() == null) {
            return Optional.empty();
        }
        Path page = folder.resolve(rule.tactic().id() + ".md").toAbsolutePath();
        return Files.isReadable(page) ? Optional.of(page.toUri().toString()) : Optional.empty();
    }
}
