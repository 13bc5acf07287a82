/** Sentences, tokens, language and grammar of a text, as values of our own. */
@NullMarked
package dev.toward.annotate;

import org.jspecify.annotations.NullMarked;
