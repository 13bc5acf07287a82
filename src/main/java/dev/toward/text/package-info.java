/** What people write: drafts, the bids they answer, messages and the places in them. Uses nothing else of ours. */
@NullMarked
package dev.toward.text;

import org.jspecify.annotations.NullMarked;
