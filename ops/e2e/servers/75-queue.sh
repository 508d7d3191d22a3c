#!/usr/bin/env bash
# The queue in the hands of an operator: paused, resumed, reordered and cancelled, by the command and the
# API; and still paused when the server is killed.
# shellcheck source=../lib.sh
source "$(dirname "$0")/../lib.sh"
# shellcheck source=../v2.sh
source "$EASEL_ROOT/ops/e2e/v2.sh"
easel=$EASEL_ROOT/ops/easel data=$WORK/data
PORT=$(free_port "${QUEUE_PORT:-29110}")
unset EASEL_DATA EASEL_PORT EASEL_DETACH EASEL_DB_URL
export EASEL_NO_BUILD=1
export EASEL_JAVA_OPTS=${EASEL_JAVA_OPTS:--Xmx1g -XX:TieredStopAtLevel=1 -XX:+UseSerialGC}
EASEL_URL=http://localhost:$PORT
readonly QUEUE=/api/v2/admin/queue MADE=/api/v2/generations
readonly PIER='{"prompt":"a pier","model":"easel/sketch","parameters":{"width":64,"height":64}}'

up() { "$easel" up --detach --port "$PORT" --data "$data" >"$WORK/up.log" 2>&1; }
queue() { env -u EASEL_URL -u EASEL_API_KEY "$easel" queue "$@" --data "$data"; }
trap '"$easel" down --data "$data" >/dev/null 2>&1; rm -rf "$WORK"' EXIT

# says WHAT STATUS PATTERN COMMAND...: ends with the status and says something that matches.
says() {
  local what=$1 expected=$2 pattern=$3 output status=0
  shift 3
  output=$("$@" 2>&1 </dev/null) || status=$?
  if [[ $status == "$expected" ]] && grep -qE "$pattern" <<<"$output"; then
    ok "$what"
  else
    not_ok "$what" "status $status"$'\n'"$output"
  fi
}

# submit: one small generation, whose id is printed.
submit() {
  make "$PIER" -H 'Prefer: respond-async' >/dev/null
  json .id
}

# becomes ID FILTER SECONDS: asks until the filter is true of the generation.
becomes() {
  local until=$((SECONDS + $3))
  until api GET "$MADE/$1" >/dev/null && jq -e "$2" "$WORK/body" >/dev/null 2>&1; do
    ((SECONDS < until)) || { cat "$WORK/body"; return 1; }
    sleep 0.2
  done
}

says "options are judged before anything else" 2 "there is no 'queue lst'" queue lst
says "a pause needs a subject" 2 "one of|One of" queue pause
check "a server starts" up || cat "$WORK/up.log"
EASEL_API_KEY=$(grep -oE '"api_key" *: *"[^"]*"' "$data/first-run.json" | sed -E 's/.*: *"//; s/"$//')

says "nothing waits" 0 "0 wait, 0 run" queue list
says "a model is paused" 0 "paused model easel/sketch" queue pause --model easel/sketch --note "new paint"
says "once" 0 "so already" queue pause --model easel/sketch
first=$(submit) second=$(submit) third=$(submit)
check "what is asked for waits and says why" becomes "$third" '.status == "queued" and .waiting_reason == "paused" and .eta == null and .eta_seconds == null' 30
same "it is listed" 200 "$(api GET "$QUEUE?model=easel/sketch&limit=2")"
holds "by age, with place and reason" "(.queue | map(.id)) == [\"$first\", \"$second\"] and (.queue | map(.place)) == [1, 2]
  and all(.queue[]; .waiting_reason == \"paused\" and .line == \"tenant\" and .lane == \"interactive\") and .next_cursor != null"
same "page by page" 200 "$(api GET "$QUEUE?model=easel/sketch&limit=2&cursor=$(json .next_cursor)")"
holds "to the end" "(.queue | map(.id)) == [\"$third\"] and .next_cursor == null"
same "counted" 200 "$(api GET "$QUEUE/summary")"
holds "by reason" '.waiting == 3 and .by_reason.paused == 3 and .by_model["easel/sketch"] == 3 and (.pauses | map(.subject)) == ["easel/sketch"]'
says "one is moved to the front" 0 "place 1" queue front "$third"
says "one is cancelled" 0 "cancelled" queue cancel "$second"
check "and over" becomes "$second" '.status == "cancelled" and .cost.credits == 0' 30
kill -KILL "$(cat "$data/run/easel.pid")"
sleep 0.5
check "the server starts again after a kill" up
check "what was paused still is" becomes "$first" '.status == "queued" and .waiting_reason == "paused"' 30
says "in the new order" 0 "$third.* 1 " queue list --model easel/sketch
curl -s "$EASEL_URL/metrics" >"$WORK/metrics"
check "figures tell it" grep -qE '^easel_queue_waiting\{lane="interactive",reason="paused"\} 2' "$WORK/metrics"
says "resumed" 0 "resumed" queue resume --model easel/sketch
check "what waited is made" becomes "$first" '.status == "completed"' 60
check "all of it" becomes "$third" '.status == "completed"' 60
same "expected times are measured" 200 "$(api POST /api/v2/quote -H "$JSON" -d "$PIER")"
holds "and told, or nothing" '.eta == null or .eta.p90_seconds >= .eta.p50_seconds'
refused "an unknown subject" 400 INVALID_REQUEST POST $QUEUE/pause -H "$JSON" -d '{"modle":"x"}'
refused "two of them" 400 INVALID_REQUEST POST $QUEUE/pause -H "$JSON" -d '{"all":true,"lane":"batch"}'
refused "a tenant nobody knows" 404 NOT_FOUND POST $QUEUE/pause -H "$JSON" -d '{"tenant":"ten_nobody"}'
refused "what has ended has no place" 409 CONFLICT POST "$QUEUE/$first/move" -H "$JSON" -d '{"place":1}'
refused "what is unknown cannot be cancelled" 404 NOT_FOUND POST $QUEUE/gen_nobody/cancel
without_key refused "the queue is for administrators" 401 UNAUTHORIZED GET $QUEUE
