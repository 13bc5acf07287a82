/** The HTTP surface. */
@NullMarked
package dev.toward.http;

import org.jspecify.annotations.NullMarked;
