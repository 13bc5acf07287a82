#!/bin/sh
# The benchmarks of src/jmh: bench/jmh.sh [OPTION… of JMH] [PATTERN]; -l lists them. One fork, 3 rounds of 5 s to warm up and 5 to measure, allocation
# told, unless options say otherwise; bench/jmh.sh -f 1 -wi 1 -i 2 -w 2 -r 2 is a short look.
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
cd "$here"
mvn -q -B -Pjmh process-test-classes dependency:build-classpath -Dmdep.includeScope=test -Dmdep.outputFile="$here/target/jmh.classpath"
# JMH takes each option once.
unless_said() { # option, its value, all that was said
  option=$1 value=$2
  shift 2
  for said in "$@"; do
    [ "$said" != "$option" ] || return 0
  done
  printf '%s %s ' "$option" "$value"
}
rounds=
for pair in '-f 1' '-wi 3' '-w 5' '-i 5' '-r 5' '-prof gc'; do
  rounds="$rounds$(unless_said "${pair% *}" "${pair#* }" "$@")"
done
# shellcheck disable=SC2086
exec "$("$here/bench/jdk")" -cp "$here/target/jmh:$here/target/classes:$here/target/test-classes:$(cat "$here/target/jmh.classpath")" \
  org.openjdk.jmh.Main -jvmArgs "-Xss16m -Xmx2g --enable-native-access=ALL-UNNAMED" $rounds "$@"
