#!/usr/bin/env bash
# Nodes that take the order itself: a web UI of AUTOMATIC1111 and a server of stable-diffusion.cpp,
# both none, serve a model whose checkpoint they have, also when the server is killed in between.
# shellcheck source=../lib.sh
source "$(dirname "$0")/../lib.sh"
# shellcheck source=../v2.sh
source "$EASEL_ROOT/ops/e2e/v2.sh"
easel=$EASEL_ROOT/ops/easel data=$WORK/data
PORT=$(free_port "${KINDS_PORT:-28820}")
FIRST=$(free_port $((PORT + 10)))
unset EASEL_DATA EASEL_PORT EASEL_DETACH EASEL_DB_URL
export EASEL_NO_BUILD=1
export EASEL_JAVA_OPTS=${EASEL_JAVA_OPTS:--Xmx1g -XX:TieredStopAtLevel=1 -XX:+UseSerialGC}
EASEL_URL=http://localhost:$PORT
readonly MODEL=stable-diffusion-xl

up() { "$easel" up --detach --port "$PORT" --data "$data" >"$WORK/up.log" 2>&1; }
stop() { "$easel" down --data "$data" >/dev/null 2>&1; }
node() { env -u EASEL_URL -u EASEL_API_KEY "$easel" node "$@" --data "$data"; }
trap 'stop; [[ -z ${fake:-} ]] || kill "$fake" 2>/dev/null; rm -rf "$WORK"' EXIT

# shows PATTERN COMMAND...: its output matches.
shows() {
  local pattern=$1 output
  shift
  output=$("$@" 2>&1 </dev/null) || true
  grep -qE "$pattern" <<<"$output" || { printf '%s\n' "$output"; return 1; }
}

# order: submits one that nobody waits for and prints its id.
order() {
  api POST $CREATE -H "$JSON" -H 'Prefer: respond-async' -d '{"model":"'$MODEL'","prompt":"a red fox"}' >/dev/null
  json .id
}

# cut_out: the last answer's image has transparency, or the answer says why not.
cut_out() {
  curl -s -m 30 -o "$WORK/cut.png" "$(json '.data[0].url')"
  case $(json .background) in
    transparent) [[ $(od -An -tu1 -j25 -N1 "$WORK/cut.png" | tr -d ' ') == 6 ]] ;;
    opaque) jq -e '.warnings | any(.code == "background_kept")' "$WORK/body" ;;
    *) false ;;
  esac || { cat "$WORK/body"; return 1; }
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

"$EASEL_ROOT/ops/bench/direct-fakes" "$FIRST" >"$WORK/fake.log" 2>&1 &
fake=$!
check "a server starts" up || cat "$WORK/up.log"
EASEL_API_KEY=$(grep -oE '"api_key" *: *"[^"]*"' "$data/first-run.json" | sed -E 's/.*: *"//; s/"$//')
for ((tries = 0; tries < 240; tries++)); do
  ! grep -q '^ready' "$WORK/fake.log" || break
  sleep 0.5
done

refused "without a node the model cannot be called" 503 MODEL_NOT_AVAILABLE POST $CREATE -H "$JSON" \
  -d '{"model":"'$MODEL'","prompt":"a fox"}'
check "a web UI is added" node add "http://127.0.0.1:$FIRST" --name web --header 'Authorization: Basic dTpw'
check "its kind was found out" shows 'web +a1111 +up +active +0/1' node list
check "its checkpoint is shown" shows '"sd_xl_base_1.0"' node show web --inventory
check "a trial image is rendered there" shows 'web passed' node canary web
same "an image is made" 200 "$(make '{"model":"'$MODEL'","prompt":"a red fox","parameters":{"num_outputs":2,"seed":7,"scheduler":"K_EULER"}}')"
holds "by the web UI" '.status == "completed" and (.images | map(.seed)) == [7, 8] and .model_used == "a1111/sd_xl_base_1.0"'
same "the file is a picture" "image/png" "$(curl -s -o /dev/null -w '%{content_type}' "$(json '.images[0].url')")"
same "one without background" 200 "$(api POST /v1/images/generations -m 115 -H "$JSON" -d '{"model":"'$MODEL'","prompt":"a red fox","background":"transparent"}')"
check "is cut out here, or it is told that nothing stands out" cut_out
check "only one job at a time" shows 'max_in_flight' node set web --max-in-flight 2

check "a server of stable-diffusion.cpp is added" node add "http://127.0.0.1:$((FIRST + 1))" --name cpp
check "its kind was found out" shows 'cpp +sdcpp +up +active +0/2' node list
check "a trial image is rendered there" shows 'cpp passed' node canary cpp
check "the web UI is put aside" shows 'cordoned' node cordon web
same "an image is made" 200 "$(make '{"model":"'$MODEL'","prompt":"a red fox","parameters":{"num_outputs":2,"seed":7}}')"
holds "by stable-diffusion.cpp" '.status == "completed" and (.images | map(.seed)) == [7, 8] and .model_used == "sdcpp/sd_xl_base_1.0"'

id=$(order)
sleep 1
kill -KILL "$(cat "$data/run/easel.pid")"
sleep 1
check "the server starts again after a kill" up
same "what was being made is made" completed "$(ended "$id" 120)"
sound_log "nothing broke" "$data/run/server.log"
