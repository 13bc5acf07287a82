#!/bin/sh
# How fast, and in how much memory, a large Telegram export is inspected: bench/big_telegram.sh [MEGABYTES [FOLDER]]
# Writes a made-up result.json (1000 MB if nothing else is said) into the folder, reads it with a heap of 128 MB, and deletes it.
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
mvn -q -B -f "$here/pom.xml" test-compile dependency:build-classpath -Dmdep.includeScope=test -Dmdep.outputFile="$here/target/test.classpath"
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xmx128m \
  -cp "$here/target/classes:$here/target/test-classes:$(cat "$here/target/test.classpath")" dev.toward.chat.MeasureTelegram "$@"
