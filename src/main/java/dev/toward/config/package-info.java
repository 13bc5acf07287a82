/** What the user has set, in files, in the environment and by options: one list of keys, one order of precedence, and where each value came from. */
@NullMarked
package dev.toward.config;

import org.jspecify.annotations.NullMarked;
