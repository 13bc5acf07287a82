/** The domain's words (tactics, gestures, bids) and the finders of their traces in a reply. */
@NullMarked
package dev.toward.cue;

import org.jspecify.annotations.NullMarked;
