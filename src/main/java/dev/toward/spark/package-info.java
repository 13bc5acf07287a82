/**
 * Drafts and messages in bulk, on a Spark cluster: {@link dev.toward.spark.VerdictJob} reads files into verdicts, and
 * {@link dev.toward.spark.SqlFunctions} gives the same reading to SQL. The one place that knows Spark and Hadoop.
 */
@NullMarked
package dev.toward.spark;

import org.jspecify.annotations.NullMarked;
