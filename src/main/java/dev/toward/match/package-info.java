/** What is told of a passage: rules, and the words that they match. */
@NullMarked
package dev.toward.match;

import org.jspecify.annotations.NullMarked;
