/** Parts of speech, lemmas, dependencies and patterns over them by Stanford CoreNLP. Nothing of it leaves here. */
@NullMarked
package dev.toward.annotate.corenlp;

import org.jspecify.annotations.NullMarked;
