/**
 * Bids and how they were met, counted over conversations. {@link dev.toward.ledger.Scan} reads the messages, finds what each
 * one answers, has it analysed, and keeps the count in a {@link dev.toward.ledger.Ledger}.
 */
@NullMarked
package dev.toward.ledger;

import org.jspecify.annotations.NullMarked;
