#!/usr/bin/env bash
# What limits cost: nanoseconds per decision of the limiter alone, and the server's processor time
# per request with limits nobody reaches beside none. Two servers, asked in turn.
# EASEL_BENCH_ROUNDS rounds (default 5) of 6 s after a warm-up.
source "$(dirname "$0")/lib.sh"

rounds=${EASEL_BENCH_ROUNDS:-5}
warm=${EASEL_BENCH_WARM:-30}
connections=${EASEL_BENCH_CONNECTIONS:-8}
body='{"prompt":"a lake","model":"easel/sketch","parameters":{"width":64,"height":64,"num_outputs":1}}'
machine
java -cp "$ROOT/web/target/easel/WEB-INF/lib/*" "$ROOT/ops/bench/Limits.java" "${EASEL_BENCH_SECONDS:-2}"

(cd "$ROOT" && ./mvnw -q -B dependency:copy -Dartifact=com.h2database:h2:2.2.224 -DoutputDirectory="$WORK" \
  -Dmdep.stripVersion=true) >"$WORK/mvn.log" 2>&1 || { cat "$WORK/mvn.log"; exit 1; }
export EASEL_ENGINE_ENABLED=false EASEL_NO_BUILD=1
up() { "$ROOT/ops/easel" up --port "$2" --data "$WORK/$1" --detach >"$WORK/up.log" 2>&1 || { cat "$WORK/up.log"; return 1; }; }
down() { "$ROOT/ops/easel" down --data "$WORK/$1" >/dev/null 2>&1 || true; }
trap 'down on; down off; finish' EXIT
key() { sed -n 's/.*"api_key" *: *"\([^"]*\)".*/\1/p' "$WORK/$1/first-run.json"; }
up on "$PORT"
down on
java -cp "$WORK/h2.jar" org.h2.tools.Shell -url "jdbc:h2:file:$WORK/on/easel;DB_CLOSE_ON_EXIT=FALSE" -user sa -password '' \
  -sql "update plan set per_minute = 100000000, per_hour = 1000000000, per_day = 1000000000" >/dev/null
up on "$PORT"
up off "$((PORT + 2))"

# asked SERVER PORT METHOD PATH SECONDS [BODY]: microseconds of processor time per request.
asked() {
  local pid line before after count
  pid=$(cat "$WORK/$1/run/easel.pid")
  before=$(awk '{ print $14 + $15 }' "/proc/$pid/stat")
  line=$(load "$3" "http://127.0.0.1:$2$4" "$(key "$1")" "$connections" "$5" 400000 "${6:-}")
  after=$(awk '{ print $14 + $15 }' "/proc/$pid/stat")
  count=$(sed -n 's/.*(\([0-9]*\) requests.*/\1/p' <<<"$line")
  [[ $line == *"4xx 0, 5xx 0"* ]] || echo "$1: $line" >&2
  awk -v t=$((after - before)) -v hz="$(getconf CLK_TCK)" -v n="$count" 'BEGIN { printf "%.1f\n", t * 1e6 / hz / n }'
}
compare() {
  local what=$1 round
  shift
  asked on "$PORT" "$1" "$2" "$warm" "${3:-}" >/dev/null
  asked off "$((PORT + 2))" "$1" "$2" "$warm" "${3:-}" >/dev/null
  for ((round = 1; round <= rounds; round++)); do
    asked on "$PORT" "$1" "$2" 6 "${3:-}" >>"$WORK/$what.on"
    asked off "$((PORT + 2))" "$1" "$2" 6 "${3:-}" >>"$WORK/$what.off"
  done
  echo "$what: $(median <"$WORK/$what.on") µs of processor time per request with limits," \
    "$(median <"$WORK/$what.off") µs without, medians of $rounds"
}
compare read GET /v1/models/easel/sketch
compare accept POST /api/v2/generate/text-to-image "$body"
