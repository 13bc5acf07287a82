/** The LanguageTool protocol: what its clients ask, and what they are told. Knows nothing of HTTP but forms. */
@NullMarked
package dev.toward.http.languagetool;

import org.jspecify.annotations.NullMarked;
