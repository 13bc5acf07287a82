#!/bin/sh
# Fits what the ledger has learnt (src/main/resources/dev/toward/ledger/*.tsv) to the conversations of corpus/chats, and prints how it does on them, a sixth left out
# in turn, beside the rules: bench/ledgerfit.sh [--sweep]
#   --sweep           print what other bars would give, too
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
cd "$here"
mvn -q -B test-compile dependency:build-classpath -Dmdep.includeScope=test -Dmdep.outputFile=target/test.classpath
exec "$("$here/bench/jdk")" --enable-native-access=ALL-UNNAMED -Xss16m -cp "target/classes:target/test-classes:$(cat target/test.classpath)" \
  dev.toward.ledger.LedgerFit corpus/chats src/main/resources/dev/toward/ledger "$@"
