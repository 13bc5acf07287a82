#!/bin/sh
# How cost grows: bench/growth.sh [MESSAGES [MESSAGES_IN_AUTO [PHRASES]]], at most 10000000, 10000 and 100000 unless said. HEAP=8g in the environment is for 1000000 phrases. Prints tables for
# reports/scale.md, and draws reports/figures/growth-{messages,phrases,length,context}.svg. Some ten minutes of one core.
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
cd "$here"
[ -n "${BUILT:-}" ] || mvn -q -B test-compile dependency:build-classpath -Dmdep.includeScope=test -Dmdep.outputFile="$here/target/test.classpath"
exec "$("$here/bench/jdk")" --enable-native-access=ALL-UNNAMED -Xss16m -Xmx"${HEAP:-3g}" \
  -cp "$here/target/classes:$here/target/test-classes:$(cat "$here/target/test.classpath")" \
  dev.toward.train.Growth reports/figures "${1:-10000000}" "${2:-10000}" "${3:-100000}"
