package dev.toward.spark;

import org.apache.spark.sql.SparkSession;

/** Toward for Spark SQL: one line registers it, also from Python. docs/spark.md shows how. */
public final class SqlFunctions {
    private SqlFunctions() {}

    /**
     * Registers {@code toward_verdict(text, context)}, which gives the verdict as a struct. The models are those of the
     * session's {@code spark.toward.models}: a folder on every node, or the name under which an archive was shipped;
     * {@code models} unless set.
     */
    public static void register(SparkSession spark) {
        String models = spark.conf().get("spark.toward.models", "models");
        spark.udf().register("toward_verdict", new VerdictFunction(models), VerdictFunction.TYPE);
    }
}
