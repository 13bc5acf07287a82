@NullMarked
package dev.toward.chat;

import org.jspecify.annotations.NullMarked;
