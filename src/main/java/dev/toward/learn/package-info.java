/** What somebody's own messages teach: {@link dev.toward.learn.Lesson} proposes phrases out of them, for their writer to accept. */
@NullMarked
package dev.toward.learn;

import org.jspecify.annotations.NullMarked;
