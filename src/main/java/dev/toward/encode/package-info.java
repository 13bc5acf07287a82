/** A text, or a bid and its reply, to vectors and logits. The one place that knows ONNX Runtime. */
@NullMarked
package dev.toward.encode;

import org.jspecify.annotations.NullMarked;
