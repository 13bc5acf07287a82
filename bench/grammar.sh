#!/bin/sh
# Mistakes in grammar that suggestions bring into drafts: bench/grammar.sh [COUNT], 1,000 rewritten drafts unless said
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
mvn -q -B -f "$here/pom.xml" test-compile dependency:build-classpath -Dmdep.includeScope=test -Dmdep.outputFile="$here/target/test.classpath"
exec "$("$here/bench/jdk")" --enable-native-access=ALL-UNNAMED -Xss16m \
  -cp "$here/target/classes:$here/target/test-classes:$(cat "$here/target/test.classpath")" dev.toward.RewriteGrammar "$@"
