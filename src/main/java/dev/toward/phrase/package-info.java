/** The bank of warmer words, and packs of them. The one place that knows Lucene and YAML. */
@NullMarked
package dev.toward.phrase;

import org.jspecify.annotations.NullMarked;
