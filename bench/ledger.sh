#!/bin/sh
# The ledger against conversations labelled by hand, in figures: bench/ledger.sh [--each]
#   --each            print what differs too, to be read
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
cd "$here"
mvn -q -B test-compile dependency:build-classpath -Dmdep.includeScope=test -Dmdep.outputFile="$here/target/test.classpath"
exec "$("$here/bench/jdk")" --enable-native-access=ALL-UNNAMED -Xss16m \
  -cp "$here/target/classes:$here/target/test-classes:$(cat "$here/target/test.classpath")" dev.toward.ledger.LedgerMeasurement "$@"
