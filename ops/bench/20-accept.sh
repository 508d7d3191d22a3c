#!/usr/bin/env bash
# Durable jobs accepted per second over HTTP (authenticated, validated, priced, rows of job and task committed),
# with the engine off so that nothing is rendered meanwhile, beside a bare POST on the same server.
# EASEL_BENCH_ROUNDS rounds (default 5) of 8 s after a warm-up, alternating.
source "$(dirname "$0")/lib.sh"

rounds=${EASEL_BENCH_ROUNDS:-5}
connections=${EASEL_BENCH_CONNECTIONS:-16}
body='{"prompt":"a lake","model":"easel/sketch","parameters":{"width":64,"height":64,"num_outputs":1}}'
machine
bare_war
bare_up
export EASEL_ENGINE_ENABLED=false
easel_up
bare() { load POST "http://127.0.0.1:$BARE_PORT/bare" none "$connections" "$1" 1000000 "$body"; }
easel() {
  load POST "http://127.0.0.1:$PORT/api/v2/generate/text-to-image" "$KEY" "$connections" "$1" 400000 "$body"
}
echo "warm-up bare:  $(bare 10)"
echo "warm-up easel: $(easel 60)"
for ((round = 1; round <= rounds; round++)); do
  line=$(bare 8)
  echo "bare  $line"
  echo "${line%% *}" >>"$WORK/bare.rps"
  line=$(easel 8)
  echo "easel $line"
  echo "${line%% *}" >>"$WORK/easel.rps"
done
echo "accepted durably, median of $rounds at $connections connections: $(median <"$WORK/easel.rps") jobs/s;" \
  "bare POST $(median <"$WORK/bare.rps") req/s"
