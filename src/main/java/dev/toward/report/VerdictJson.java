package dev.toward.report;

import dev.toward.Analysis;

/** The JSON form of an analysis: one object, in one line. */
@FunctionalInterface
public interface VerdictJson {
    String line(Analysis analysis);
}
