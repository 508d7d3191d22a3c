#!/usr/bin/env bash
# Claims per second on H2 with nothing but the engine, at 1,000 and at 200,000 waiting.
source "$(dirname "$0")/lib.sh"

machine
lib=$ROOT/web/target/easel/WEB-INF/lib
(cd "$ROOT" && ./mvnw -q -B dependency:copy -Dartifact=com.h2database:h2:2.2.224 -DoutputDirectory="$WORK" \
  -Dmdep.stripVersion=true) >"$WORK/mvn.log" 2>&1 || { cat "$WORK/mvn.log"; exit 1; }
for backlog in ${EASEL_BENCH_BACKLOGS:-1000 200000}; do
  java -Dorg.slf4j.simpleLogger.defaultLogLevel=error -cp "$WORK/h2.jar:$lib/*" \
    "$ROOT/ops/bench/Claims.java" "$WORK/claims-$backlog" "$backlog" 10 2>/dev/null
done
