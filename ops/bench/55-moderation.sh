#!/usr/bin/env bash
# What judging a prompt costs: nanoseconds for 1,000 characters against 500 rules.
source "$(dirname "$0")/lib.sh"
machine
java -cp "$ROOT/web/target/easel/WEB-INF/lib/*" "$ROOT/ops/bench/Moderation.java" "${EASEL_BENCH_SECONDS:-1}"
