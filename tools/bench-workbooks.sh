#!/usr/bin/env bash
# Seconds and heap of the tracking workbook at 100,000 rows beside bare SXSSF and fastexcel, and of an import: tools/bench-workbooks.sh
set -euo pipefail
cd "$(dirname "$0")/.."
mvn -B -ntp -q test-compile
mvn -B -ntp -q dependency:build-classpath -Dmdep.includeScope=test -Dmdep.outputFile=target/test.classpath
exec java -Xmx1g -cp "target/test-classes:target/classes:$(cat target/test.classpath)" cn.anchang.endurance.WorkbookBench "$@"
