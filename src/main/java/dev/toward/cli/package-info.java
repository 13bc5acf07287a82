/** The command line. */
@NullMarked
package dev.toward.cli;

import org.jspecify.annotations.NullMarked;
