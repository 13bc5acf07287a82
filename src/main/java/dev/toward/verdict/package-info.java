/** How a reply takes up a bid, with calibrated probabilities and what they rest on. */
@NullMarked
package dev.toward.verdict;

import org.jspecify.annotations.NullMarked;
