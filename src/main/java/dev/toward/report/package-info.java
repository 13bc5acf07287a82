/** The ledger and its messages as a page and as files. */
@NullMarked
package dev.toward.report;

import org.jspecify.annotations.NullMarked;
