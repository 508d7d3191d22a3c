#!/usr/bin/env bash
# Submits per second that cost money: all from one wallet, whose row each of them locks, beside the
# same spread over a thousand wallets. Nothing is rendered meanwhile.
# EASEL_BENCH_ROUNDS rounds (default 5) of 8 s after a warm-up, alternating. With EASEL_DB_URL set the
# database must be one of its own: it gets a thousand organisations.
source "$(dirname "$0")/lib.sh"

rounds=${EASEL_BENCH_ROUNDS:-5}
connections=${EASEL_BENCH_CONNECTIONS:-16}
body='{"prompt":"a lake","model":"easel/sketch","parameters":{"width":64,"height":64,"num_outputs":1}}'
machine
export EASEL_ENGINE_ENABLED=false
easel_up
curl -sf -o "$WORK/price.json" "http://127.0.0.1:$PORT/api/v2/admin/models/easel/sketch/prices" \
  -H "Authorization: Bearer $KEY" -H 'Content-Type: application/json' -d '{"reason":"bench","rules":[{"usd":0.01}]}'
easel_down
for jar in com.h2database:h2:2.2.224 org.postgresql:postgresql:42.7.8; do
  (cd "$ROOT" && ./mvnw -q -B dependency:copy -Dartifact=$jar -DoutputDirectory="$WORK/jdbc") >"$WORK/mvn.log" 2>&1 ||
    { cat "$WORK/mvn.log"; exit 1; }
done
java -cp "$ROOT/web/target/easel/WEB-INF/lib/*:$WORK/jdbc/*" "$ROOT/ops/bench/Wallets.java" \
  "${EASEL_DB_URL:-jdbc:h2:file:$WORK/data/easel;DB_CLOSE_ON_EXIT=FALSE}" "${EASEL_DB_USER:-sa}" "${EASEL_DB_PASSWORD:-}" \
  1000 >"$WORK/keys"
easel_up
submit() {
  load POST "http://127.0.0.1:$PORT/api/v2/generate/text-to-image" "$1" "$connections" "$2" 400000 "$body"
}
echo "warm-up, one wallet:        $(submit "$KEY" 40)"
echo "warm-up, a thousand wallets: $(submit "@$WORK/keys" 20)"
for ((round = 1; round <= rounds; round++)); do
  for what in one thousand; do
    [[ $what == one ]] && key=$KEY || key=@$WORK/keys
    line=$(submit "$key" 8)
    echo "$what: $line"
    echo "${line%% *}" >>"$WORK/$what.rps"
  done
done
echo "submits with a hold, medians of $rounds at $connections connections: one wallet $(median <"$WORK/one.rps")/s," \
  "a thousand wallets $(median <"$WORK/thousand.rps")/s"
