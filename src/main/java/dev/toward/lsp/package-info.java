/** The Language Server Protocol over a pair of streams: what editors mark, say and offer to change. */
@NullMarked
package dev.toward.lsp;

import org.jspecify.annotations.NullMarked;
