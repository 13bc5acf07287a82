#!/bin/sh
# What is offered for flagged drafts, in figures: bench/words.sh [OPTION…] FILE_OR_FOLDER…  (labelled drafts, as for ./toward evaluate)
#   --each            print every answer too, to be read
#   --without PART    rank without one part: gesture, heals, situation, register, intensity, length, named, nearness, variety, general, common
#   --balance FILE    hold back in FILE (common.txt) what was offered too often
#   --own DIR         with the phrases of a data folder beside those that ship; bench/many_phrases.sh makes a large one
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
mvn -q -B -f "$here/pom.xml" test-compile dependency:build-classpath -Dmdep.includeScope=test -Dmdep.outputFile="$here/target/test.classpath"
exec "$("$here/bench/jdk")" --enable-native-access=ALL-UNNAMED -Xss16m \
  -cp "$here/target/classes:$here/target/test-classes:$(cat "$here/target/test.classpath")" dev.toward.suggest.WordsMeasurement "$@"
