#!/bin/sh
# A data folder with many phrases, to time the search of them: bench/many_phrases.sh COUNT DIR. They are those that ship, each under new ids and
# with messages of the corpus as examples.
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
mvn -q -B -f "$here/pom.xml" test-compile dependency:build-classpath -Dmdep.includeScope=test -Dmdep.outputFile="$here/target/test.classpath"
exec "$("$here/bench/jdk")" -cp "$here/target/classes:$here/target/test-classes:$(cat "$here/target/test.classpath")" \
  dev.toward.phrase.ManyPhrases "$@"
