/** Bids and how they were met, counted over a conversation. */
@NullMarked
package dev.toward.ledger;

import org.jspecify.annotations.NullMarked;
