/** A small student of the full reader: hashed words and static vectors, some microseconds a message. */
@NullMarked
package dev.toward.fast;

import org.jspecify.annotations.NullMarked;
