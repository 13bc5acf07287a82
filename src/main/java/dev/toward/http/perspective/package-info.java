/** The Perspective protocol: what its clients ask, and what they are told. Knows nothing of HTTP. */
@NullMarked
package dev.toward.http.perspective;

import org.jspecify.annotations.NullMarked;
