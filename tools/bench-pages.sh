#!/usr/bin/env bash
# p50 and p95 of every page of the workbench and of Tasklist's filters, 32 people at once, at two sizes: tools/bench-pages.sh
set -euo pipefail
cd "$(dirname "$0")/.."
mvn -B -ntp -q test-compile
mvn -B -ntp -q dependency:build-classpath -Dmdep.includeScope=test -Dmdep.outputFile=target/test.classpath
exec java -Xmx1536m -Duser.timezone=Asia/Shanghai -cp "target/test-classes:target/classes:$(cat target/test.classpath)" cn.anchang.endurance.PagesBench "$@"
