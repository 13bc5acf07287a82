#!/bin/sh
# Fits how heavy a message is (gravity.txt) to the messages of corpus/gravity that were labelled by hand, and prints how it reads them: bench/gravity.sh
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
cd "$here"
mvn -q -B test-compile dependency:build-classpath -Dmdep.includeScope=test -Dmdep.outputFile=target/test.classpath
exec "$("$here/bench/jdk")" --enable-native-access=ALL-UNNAMED -cp "target/classes:target/test-classes:$(cat target/test.classpath)" \
  dev.toward.suggest.GravityFit corpus/gravity src/main/resources/dev/toward/suggest/gravity.txt
