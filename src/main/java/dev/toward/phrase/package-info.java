/** The bank of warmer words. The one place that knows Lucene. */
@NullMarked
package dev.toward.phrase;

import org.jspecify.annotations.NullMarked;
