/** Makes the models from the corpus and measures them. */
@NullMarked
package dev.toward.train;

import org.jspecify.annotations.NullMarked;
