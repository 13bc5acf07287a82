#!/bin/sh
# What CoreNLP's sentiment would say of labelled drafts: bench/sentiment.sh N FILE_OR_FOLDER…, every Nth draft of each
# Takes its models (some 450 MB) from Maven Central.
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
mvn -q -B -f "$here/pom.xml" test-compile dependency:build-classpath -Dmdep.includeScope=test -Dmdep.outputFile="$here/target/test.classpath"
version=$(sed -n 's:.*<corenlp.version>\(.*\)</corenlp.version>.*:\1:p' "$here/pom.xml")
models=$(tr ':' '\n' < "$here/target/test.classpath" | sed -n 's:\(.*/stanford-corenlp-'"$version"'\)\.jar$:\1-models.jar:p')
exec "$("$here/bench/jdk")" -Xmx3g -cp "$here/target/classes:$here/target/test-classes:$(cat "$here/target/test.classpath"):$models" \
  dev.toward.train.SentimentMeasurement "$@"
