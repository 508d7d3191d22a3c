#!/usr/bin/env bash
# A process that runs is cancelled: it ends soon, costs nothing, leaves nothing behind and lets the next
# one run. What was cancelled or failed is run again, and charged once. Uses the built-in network.
# shellcheck source=lib.sh
source "$(dirname "$0")/lib.sh"
# shellcheck source=v2.sh
source "$(dirname "$0")/v2.sh"

readonly PROCESS=/api/v2/process GENERATIONS=/api/v2/generations

credits() { api GET /api/v2/user/profile >/dev/null && json .user.usage.credits_remaining; }
# start PATH BODY: accepted, prints its id.
start() {
  api POST "$1" -H "$JSON" -H 'Prefer: respond-async' -d "$2" >/dev/null
  json .id
}
# until_is ID FILTER [SECONDS]: succeeds once the filter is true of the generation.
until_is() {
  local deadline=$((SECONDS + ${3:-60}))
  until api GET "$GENERATIONS/$1" >/dev/null && jq -e "$2" "$WORK/body" >/dev/null 2>&1; do
    ((SECONDS < deadline)) || { head -c 600 "$WORK/body"; return 1; }
    sleep 0.3
  done
}
readonly OVER='.status == "completed" or .status == "failed" or .status == "cancelled"'
# files_of ID: how many are kept of it.
files_of() { find "$EASEL_DATA/blobs" -type f -path "*/$1/*" | wc -l; }
# entries ID: the kinds of its lines in the ledger, in the order they came.
entries() { api GET '/api/v2/billing/ledger?limit=100' >/dev/null && json "[.entries[] | select(.generation_id == \"$1\").kind] | reverse | join(\" \")"; }

# sketch EDGE: the id of a picture that large.
sketch() {
  make "{\"model\":\"easel/sketch\",\"prompt\":\"a red boat on a lake\",\"parameters\":{\"width\":$1,\"height\":$1,\"seed\":29}}" >/dev/null
  json '.images[0].id'
}
enlarge() { printf '{"image_url":"%s","scale_factor":4,"model":"real-esrgan"}' "$1"; }

# Of 36 tiles nobody sees the last; nine take some seconds.
prepare() {
  LARGE=$(enlarge "$(sketch 1024)") SOURCE=$(sketch 512)
  BODY=$(enlarge "$SOURCE")
}

running() {
  local before runs
  before=$(credits)
  runs=$(start $PROCESS/upscale "$LARGE")
  check "it runs" until_is "$runs" '.status == "processing" and .progress > 0.2'
  WAITED=$(start $PROCESS/upscale "$BODY")
  check "another waits for its turn at the network" until_is "$WAITED" '.status == "processing"'
  curl -s -N -m 60 -H "Authorization: Bearer $EASEL_API_KEY" "$EASEL_URL$GENERATIONS/$runs/events" >"$WORK/events" &
  check "who waits can be cancelled" grep -qE '^20[02]$' <<<"$(api POST "$GENERATIONS/$WAITED/cancel")"
  check "within three seconds" until_is "$WAITED" '.status == "cancelled"' 3
  same "the other runs on" processing "$(api GET "$GENERATIONS/$runs" >/dev/null && json .status)"
  same "who runs is cancelled" 202 "$(api POST "$GENERATIONS/$runs/cancel")"
  check "after the part it is at" until_is "$runs" "$OVER" 8
  holds "and says so" '.status == "cancelled" and .result == null and .completed_at != null and .cost == {"credits":0,"usd":0}'
  wait $!
  same "as its events do" generation.cancelled "$(sed -n 's/^event: //p' "$WORK/events" | tail -n 1)"
  same "nothing was charged or is held" "$before" "$(credits)"
  same "what was held was released" "hold release" "$(entries "$runs")"
  same "no file is left" 0 "$(($(files_of "$runs") + $(files_of "$WAITED")))"
  check "the next has the network" until_is "$(start $PROCESS/upscale "${BODY/:4/:2}")" '.status == "completed"' 240
  same "cancelled again does no harm" 200 "$(api POST "$GENERATIONS/$runs/cancel")"
}

# again WHAT ID: retried under one key twice, runs to its end, is charged once.
again() {
  local before key="stops-$RANDOM$RANDOM" id cost
  before=$(credits)
  same "$1 is run again" 202 "$(api POST "$GENERATIONS/$2/retry" -H "Idempotency-Key: $key" -H 'Prefer: respond-async')"
  id=$(json .id)
  holds "$1 is another process then" ".id != \"$2\" and (.id | startswith(\"upscale_\"))"
  api POST "$GENERATIONS/$2/retry" -H "Idempotency-Key: $key" -H 'Prefer: respond-async' >/dev/null
  holds "$1 is run once for one key" ".id == \"$id\""
  check "$1 ends" until_is "$id" "$OVER" 100
  holds "$1 is complete" '.status == "completed" and .result.upscaled_dimensions == {"width":2048,"height":2048} and .cost.credits > 0'
  cost=$(json .cost.credits)
  same "$1 is charged once" 1 "$(awk -v gone="$(credits)" -v before="$before" -v cost="$cost" 'BEGIN { d = before - gone - cost; print d * d < 1e-9 }')"
  same "$1 is in the ledger once" "hold capture" "$(entries "$id")"
  refused "$1 cannot be run again once it is made" 409 CONFLICT POST "$GENERATIONS/$id/retry"
}

# A source whose file is gone from the store when its turn comes.
failed() {
  local file id before
  before=$(credits)
  file=$(find "$EASEL_DATA/blobs" -type f -path "*/gen_${SOURCE:4:24}/*" ! -name '*thumb*')
  check "the file of the source" test -f "$file"
  mv "$file" "$WORK/away"
  id=$(start $PROCESS/upscale "$BODY")
  check "without it the process ends" until_is "$id" "$OVER" 60
  holds "as failed, with a reason" '.status == "failed" and (.error.message | length) > 0 and .cost.credits == 0'
  same "and nothing is charged" "$before" "$(credits)"
  mv "$WORK/away" "$file"
  again "what failed" "$id"
}

prepare
running
again "what was cancelled" "$WAITED"
failed
