#!/bin/sh
# What is offered for flagged drafts, in figures: bench/words.sh FILE_OR_FOLDER…  (labelled drafts, as for ./toward evaluate)
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
mvn -q -B -f "$here/pom.xml" test-compile dependency:build-classpath -Dmdep.includeScope=test -Dmdep.outputFile="$here/target/test.classpath"
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" --enable-native-access=ALL-UNNAMED -Xss16m \
  -cp "$here/target/classes:$here/target/test-classes:$(cat "$here/target/test.classpath")" dev.toward.suggest.WordsMeasurement "$@"
