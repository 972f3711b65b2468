#!/usr/bin/env bash
# Letters per second of a morning with 10,000 due of 100,000 instalments, and the tracking page at 30,000 and 300,000: tools/bench-collection.sh
set -euo pipefail
cd "$(dirname "$0")/.."
mvn -B -ntp -q test-compile
mvn -B -ntp -q dependency:build-classpath -Dmdep.includeScope=test -Dmdep.outputFile=target/test.classpath
exec java -Xmx1g -cp "target/test-classes:target/classes:$(cat target/test.classpath)" cn.anchang.endurance.CollectionBench "$@"
