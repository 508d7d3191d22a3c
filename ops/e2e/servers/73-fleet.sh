#!/usr/bin/env bash
# Generations on rendering nodes: sent once, told of, charged once, whatever the nodes do and when the
# server is killed in between. The nodes are ComfyUI nodes that are none.
# shellcheck source=../lib.sh
source "$(dirname "$0")/../lib.sh"
# shellcheck source=../v2.sh
source "$EASEL_ROOT/ops/e2e/v2.sh"
easel=$EASEL_ROOT/ops/easel data=$WORK/data
PORT=$(free_port "${FLEET_PORT:-28760}")
FIRST=$(free_port $((PORT + 10)))
CONTROL=$(free_port $((FIRST + 20)))
unset EASEL_DATA EASEL_PORT EASEL_DETACH EASEL_DB_URL
export EASEL_NO_BUILD=1
export EASEL_JAVA_OPTS=${EASEL_JAVA_OPTS:--Xmx1g -XX:TieredStopAtLevel=1 -XX:+UseSerialGC}
# A node that hangs is given up after six seconds without progress.
export EASEL_NODES_PATIENCE=PT6S
EASEL_URL=http://localhost:$PORT
readonly MODEL=flux-schnell

up() { "$easel" up --detach --port "$PORT" --data "$data" >"$WORK/up.log" 2>&1; }
stop() { "$easel" down --data "$data" >/dev/null 2>&1; }
control() { curl -s -m 10 -o /dev/null -X POST "http://127.0.0.1:$CONTROL$1"; }
nodes() { curl -s -m 10 "http://127.0.0.1:$CONTROL/nodes"; }
trap 'stop; [[ -z ${fake:-} ]] || kill "$fake" 2>/dev/null; rm -rf "$WORK"' EXIT

# order SEED: submits one that nobody waits for and prints its id.
order() {
  api POST $CREATE -H "$JSON" -H 'Prefer: respond-async' \
    -d '{"model":"'$MODEL'","prompt":"a red fox","parameters":{"width":256,"height":256,"num_inference_steps":4,"seed":'"$1"'}}' >/dev/null
  json .id
}

# ended ID SECONDS: waits for its end and prints it.
ended() {
  local until=$((SECONDS + $2)) status
  while api GET "/api/v2/generations/$1" >/dev/null && status=$(json .status) && [[ $status == queued || $status == processing ]]; do
    ((SECONDS < until)) || break
    sleep 0.3
  done
  printf '%s' "$status"
}

credits() { api GET /api/v2/user/profile >/dev/null && json .user.usage.credits_remaining; }

# charged BEFORE COUNT: COUNT images were paid for since, and nothing is held back.
charged() {
  local now
  now=$(credits)
  jq -en "(($1 - $now) - $2 * $price) | fabs < 0.0001" >/dev/null || { echo "$1 - $now, not $2 times $price"; return 1; }
}

# mute_at_work: the first node takes requests and answers none once it has a job.
mute_at_work() {
  local tries
  control "/nodes/0/delay?ms=3000"
  for ((tries = 0; tries < 40; tries++)); do
    [[ $(nodes | jq '.[0].remaining') == 0 ]] || break
    sleep 0.1
  done
  control "/nodes/0/faults/MUTE?times=100000"
}

# well_again: the nodes have no faults and take work.
well_again() {
  local node tries
  control /nodes/all/disarm
  control /nodes/all/revive
  control /nodes/all/delay?ms=400
  for node in n0 n1; do api POST "/api/v2/admin/nodes/$node/release" >/dev/null; done
  for ((tries = 0; tries < 150; tries++)); do
    api GET "/api/v2/admin/nodes?limit=10" >/dev/null
    ! jq -e '[.nodes[].takes_work] | all' "$WORK/body" >/dev/null || break
    sleep 0.2
  done
}

"$EASEL_ROOT/ops/bench/comfyui-fake" --port "$FIRST" --nodes 2 --control "$CONTROL" --delay-ms 400 >"$WORK/fake.log" 2>&1 &
fake=$!
check "a server starts" up || cat "$WORK/up.log"
EASEL_API_KEY=$(grep -oE '"api_key" *: *"[^"]*"' "$data/first-run.json" | sed -E 's/.*: *"//; s/"$//')
for ((tries = 0; tries < 240; tries++)); do
  ! grep -q '^ready' "$WORK/fake.log" || break
  sleep 0.5
done
refused "without a node the model cannot be called" 503 MODEL_NOT_AVAILABLE POST $CREATE -H "$JSON" \
  -d '{"model":"'$MODEL'","prompt":"a fox"}'
for node in 0 1; do
  check "a node is added" "$easel" node add "http://127.0.0.1:$((FIRST + node))" --name "n$node" --data "$data"
done

before=$(credits)
same "an image is made" 200 "$(make '{"model":"'$MODEL'","prompt":"a red fox","parameters":{"width":256,"height":256,"num_inference_steps":4}}')"
holds "by the node's workflow" '.status == "completed" and (.images | length) == 1 and .images[0].width == 256
  and (.model_used | startswith("comfyui/"))'
price=$(json .cost.credits)
same "the file is a picture" "image/png" "$(curl -s -o /dev/null -w '%{content_type}' "$(json '.images[0].url')")"
check "and paid for once" charged "$before" 1
same "two at once" 200 "$(make '{"model":"'$MODEL'","prompt":"two foxes","parameters":{"width":256,"height":256,"num_outputs":2,"num_inference_steps":4}}')"
holds "are two images" '(.images | length) == 2'

before=$(credits)
ids=()
for n in 1 2 3 4 5 6; do ids+=("$(order "$n")"); done
done=0
for id in "${ids[@]}"; do [[ $(ended "$id" 120) != completed ]] || done=$((done + 1)); done
same "six in a row are all made" 6 "$done"
check "each paid for once" charged "$before" 6
same "and each sent once" true "$(nodes | jq '[.[].executions[]] | all(. == 1)')"

seed=100 # the nodes answer the same wish from their cache
# Faults that cost an attempt and not the job.
for fault in DIE_MID_JOB RESTART_MID_JOB OUT_OF_MEMORY NODE_THROWS INVALID_PNG FILE_GONE REPLAY_OLD_FILE \
  INTERRUPTED_BY_OTHER DROP_SOCKET LOSE_SUBMIT_REPLY HANG MUTE; do
  before=$(credits)
  [[ $fault == MUTE ]] || control "/nodes/0/faults/$fault?times=1"
  control "/nodes/1/delay?ms=1200"
  seed=$((seed + 2))
  first=$(order "$seed")
  second=$(order $((seed + 1)))
  [[ $fault != MUTE ]] || mute_at_work
  outcome="$(ended "$first" 120) $(ended "$second" 120)"
  same "$fault: both are made" "completed completed" "$outcome"
  check "$fault: both are paid for once" charged "$before" 2
  well_again
done

before=$(credits)
control "/nodes/all/faults/NO_IMAGES?times=1"
same "a workflow that makes no image is not tried again" failed "$(ended "$(order 50)" 120)"
check "and costs nothing" charged "$before" 0
control /nodes/all/disarm

control "/nodes/all/delay?ms=8000"
interrupts=$(nodes | jq '[.[].interrupts] | add')
running=$(order 51)
for ((tries = 0; tries < 40; tries++)); do
  api GET "/api/v2/generations/$running" >/dev/null
  [[ $(json .status) != processing ]] || break
  sleep 0.2
done
sleep 1
same "what a node renders can be cancelled" 202 "$(api POST "/api/v2/generations/$running/cancel")"
same "and is" cancelled "$(ended "$running" 120)"
check "at no cost" charged "$before" 0
same "on the node as well" $((interrupts + 1)) "$(nodes | jq '[.[].interrupts] | add')"

control "/nodes/all/delay?ms=5000"
before=$(credits)
sent=$(nodes | jq '[.[].executions[]] | add')
running=$(order 7)
sleep 2
kill -KILL "$(cat "$data/run/easel.pid")"
sleep 1
check "the server starts again after a kill in the middle" up
same "the job is found on its node" completed "$(ended "$running" 120)"
same "it was not sent again" $((sent + 1)) "$(nodes | jq '[.[].executions[]] | add')"
check "and paid for once" charged "$before" 1

control "/nodes/all/delay?ms=300"
same "the audit of the books is asked for" 202 "$(api POST /api/v2/admin/ledger/audit)"
for ((tries = 0; tries < 60; tries++)); do
  sleep 0.5
  api GET /api/v2/admin/ledger/audit >/dev/null
  [[ $(json .status) != up ]] || break
done
holds "it finds nothing" '.status == "up" and .audit.count == 0'
sound_log "nothing broke" "$data/run/server.log"
