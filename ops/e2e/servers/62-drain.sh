#!/usr/bin/env bash
# SIGTERM: who waits for an image gets it, what is in the queue or too long to wait for goes on with
# the next start, and nothing of it is cancelled or fails. So it is in the first second of a life.
# shellcheck source=../lib.sh
source "$(dirname "$0")/../lib.sh"
unset EASEL_PORT EASEL_DETACH EASEL_DATA EASEL_DB_URL EASEL_DB_USER EASEL_DB_PASSWORD
export EASEL_NO_BUILD=1 EASEL_CATALOG_DEMO_ROUTES=true
easel=$EASEL_ROOT/ops/easel
data=$WORK/data
port=$(free_port "${CRASH_PORT:-28675}")
trap '"$easel" down --data "$data" >/dev/null 2>&1; rm -rf "$WORK"' EXIT
export EASEL_URL=http://localhost:$port

# A foreground server, as a supervisor runs it.
"$easel" up --port "$port" --data "$data" >"$WORK/up.log" 2>&1 &
supervised=$!
until grep -q 'Ctrl-C stops it' "$WORK/up.log"; do
  kill -0 "$supervised" 2>/dev/null || {
    not_ok "the server starts" "$(cat "$WORK/up.log")"
    exit 1
  }
  sleep 0.5
done
EASEL_API_KEY=$(sed -n 's/.*"api_key":"\([^"]*\)".*/\1/p' "$data/first-run.json")
export EASEL_API_KEY

# order SIZE COUNT: the body of a paid request.
order() {
  printf '{"model":"comfyui/flux","prompt":"a lake at dawn, %s","parameters":{"width":%s,"height":%s,"num_outputs":%s}}' \
    "$RANDOM" "$1" "$1" "$2"
}
create=/api/v2/generate/text-to-image json='Content-Type: application/json'

api POST "$create" -H "$json" -d "$(order 64 1)" >/dev/null # the first request of a life is slow
ids=() waiting=()
for number in 1 2; do
  curl -s -m 100 -o "$WORK/held-$number" -w '%{http_code}' -H "Authorization: Bearer $EASEL_API_KEY" \
    -H "$json" -d "$(order 512 1)" "$EASEL_URL$create" >"$WORK/status-$number" &
  waiting+=($!)
done
sleep 1
# Far more than the engine waits for when it stops.
for ((i = 0; i < 4; i++)); do
  api POST "$create" -H "$json" -H 'Prefer: respond-async' -d "$(order 2048 4)" >"$WORK/status"
  ids+=("$(field id)")
done
began=$SECONDS
kill -TERM "$supervised"
status=0
wait "$supervised" || status=$?
took=$((SECONDS - began))
same "a server told to stop ends with 0" 0 "$status"
check "... without being killed ($took s)" bash -c "! grep -q killing '$WORK/up.log'"
wait "${waiting[@]}"
for number in 1 2; do
  same "held request $number got its answer" 200 "$(<"$WORK/status-$number")"
  check "... with its image" grep -q '"status":"completed"' "$WORK/held-$number"
done

check "the server starts again" "$easel" up --detach --port "$port" --data "$data"
deadline=$((SECONDS + 300))
ends=
for id in "${ids[@]}"; do
  until api GET "/api/v2/generations/$id" >"$WORK/status" &&
    [[ $(field status) =~ ^(completed|failed|cancelled)$ ]] || ((SECONDS > deadline)); do
    sleep 0.5
  done
  ends+="$(field status) "
done
same "what was queued or running is completed after the stop" \
  "$(printf 'completed %.0s' "${ids[@]}")" "$ends"

# A server that is told to stop while its very first request is at work.
"$easel" down --data "$data" >/dev/null 2>&1
fresh=$WORK/fresh
trap '"$easel" down --data "$data" >/dev/null 2>&1; "$easel" down --data "$fresh" >/dev/null 2>&1; rm -rf "$WORK"' EXIT
check "a fresh server starts" "$easel" up --detach --port "$port" --data "$fresh"
EASEL_API_KEY=$(sed -n 's/.*"api_key":"\([^"]*\)".*/\1/p' "$fresh/first-run.json")
curl -s -m 100 -o "$WORK/first" -w '%{http_code}' -H "Authorization: Bearer $EASEL_API_KEY" \
  -H "$json" -d "$(order 64 1)" "$EASEL_URL$create" >"$WORK/status-first" &
first=$!
sleep 0.4
kill -TERM "$(<"$fresh/run/easel.pid")"
wait "$first"
# Where a first image takes longer than a stop waits, the answer is its state.
check "its first request got its answer ($(<"$WORK/status-first"))" grep -qE '^20[02]$' "$WORK/status-first"
check "... which is not an error" grep -qE '"status":"(completed|processing|queued)"' "$WORK/first"
