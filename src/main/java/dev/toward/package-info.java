/** The way in: {@link dev.toward.Analyzer}. */
@NullMarked
package dev.toward;

import org.jspecify.annotations.NullMarked;
