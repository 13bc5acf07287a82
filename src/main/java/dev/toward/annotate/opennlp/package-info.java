/** Language, sentences and tokens by Apache OpenNLP. */
@NullMarked
package dev.toward.annotate.opennlp;

import org.jspecify.annotations.NullMarked;
