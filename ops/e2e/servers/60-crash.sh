#!/usr/bin/env bash
# Kills a server under load with -9 at random moments and proves that it forgets nothing, charges
# once and keeps rows and files together. CRASH_KILLS (8) and CRASH_SEED choose another run; with
# EASEL_DB_URL of a PostgreSQL everything happens in a database of its own there.
# shellcheck source=../lib.sh
source "$(dirname "$0")/../lib.sh"
trap '"$EASEL_ROOT/ops/easel" down --data "$WORK/data" >/dev/null 2>&1; rm -rf "$WORK"' EXIT

javac --release 17 -encoding UTF-8 -d "$WORK/classes" "$EASEL_ROOT"/ops/e2e/servers/crash/*.java || exit 1
unset EASEL_DATA EASEL_PORT EASEL_DETACH
export EASEL_NO_BUILD=1
# Fast starts: this is about what survives them.
export EASEL_JAVA_OPTS=${EASEL_JAVA_OPTS:--Xmx1g -XX:TieredStopAtLevel=1 -XX:+UseSerialGC}

java -cp "$WORK/classes" dev.easel.crash.Crash \
  "$EASEL_ROOT/ops/easel" "$EASEL_ROOT/web/target/runtime" "$WORK/data" "$(free_port "${CRASH_PORT:-28660}")"
