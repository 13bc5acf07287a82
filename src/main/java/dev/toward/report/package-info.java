/** The ledger and its messages as a page and as files; {@link dev.toward.report.ScanReport} is the way in. */
@NullMarked
package dev.toward.report;

import org.jspecify.annotations.NullMarked;
