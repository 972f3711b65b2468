#!/usr/bin/env bash
# What becomes of a morning's letters when the mail server or the application fails: tools/faulty-letters.sh [kills=20]
set -euo pipefail
cd "$(dirname "$0")/.."
mvn -B -ntp -q test-compile
mvn -B -ntp -q dependency:build-classpath -Dmdep.includeScope=runtime -Dmdep.outputFile=target/application.classpath
mvn -B -ntp -q dependency:build-classpath -Dmdep.includeScope=test -Dmdep.outputFile=target/test.classpath
exec java -Xmx512m -Dapplication.class.path="target/classes:$(cat target/application.classpath)" \
  -cp "target/test-classes:target/classes:$(cat target/test.classpath)" cn.anchang.endurance.LetterFaults "$@"
