#!/usr/bin/env bash
# Carries sales through the running application and kills it under their hands: tools/killed-sales.sh [clients=64] [kills=3]
set -euo pipefail
cd "$(dirname "$0")/.."
mvn -B -ntp -q test-compile
mvn -B -ntp -q dependency:build-classpath -Dmdep.includeScope=runtime -Dmdep.outputFile=target/application.classpath
mvn -B -ntp -q dependency:build-classpath -Dmdep.includeScope=test -Dmdep.outputFile=target/test.classpath
exec java -Dapplication.class.path="target/classes:$(cat target/application.classpath)" \
  -cp "target/test-classes:target/classes:$(cat target/test.classpath)" cn.anchang.endurance.KilledSales "$@"
