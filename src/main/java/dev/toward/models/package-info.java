/** Opens the files under {@code models/} and checks their digests. */
@NullMarked
package dev.toward.models;

import org.jspecify.annotations.NullMarked;
