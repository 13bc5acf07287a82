/** Warmer wordings for the cold part of a draft. */
@NullMarked
package dev.toward.suggest;

import org.jspecify.annotations.NullMarked;
