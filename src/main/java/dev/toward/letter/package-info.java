/** Which parts of a longer text are said to somebody, and what they answer. */
@NullMarked
package dev.toward.letter;

import org.jspecify.annotations.NullMarked;
