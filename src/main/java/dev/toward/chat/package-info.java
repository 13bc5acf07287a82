/** Readers of chat exports, one format to a class. */
@NullMarked
package dev.toward.chat;

import org.jspecify.annotations.NullMarked;
