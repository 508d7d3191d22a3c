#!/usr/bin/env bash
# Start-up time to the first 200, and memory when idle, beside a bare WAR on the same server.
# EASEL_BENCH_ROUNDS rounds (default 3), alternating.
source "$(dirname "$0")/lib.sh"

rounds=${EASEL_BENCH_ROUNDS:-3}
machine
bare_war
for ((round = 1; round <= rounds; round++)); do
  begin=$(now_ms)
  bare_up
  echo $(($(now_ms) - begin)) >>"$WORK/bare.ms"
  sleep 3
  rss_mb "$BARE_PID" >>"$WORK/bare.mb"
  echo >>"$WORK/bare.mb"
  bare_down

  rm -rf "$WORK/data"
  begin=$(now_ms)
  easel_up
  echo $(($(now_ms) - begin)) >>"$WORK/easel.ms"
  sleep 3
  rss_mb "$(easel_pid)" >>"$WORK/easel.mb"
  echo >>"$WORK/easel.mb"
  easel_down
done
bare=$(median <"$WORK/bare.ms")
easel=$(median <"$WORK/easel.ms")
echo "start to first 200, median of $rounds: bare $bare ms, easel with an empty database $easel ms," \
  "ratio $(awk "BEGIN { printf \"%.2f\", $easel / $bare }")"
echo "idle memory, median of $rounds: bare $(median <"$WORK/bare.mb") MiB, easel $(median <"$WORK/easel.mb") MiB"
