#!/usr/bin/env bash
# Rendering nodes, by the command and the API, against ComfyUI nodes that are none: added, looked at,
# tried, taken out of work, lost and found again, and remembered when the server is killed.
# shellcheck source=../lib.sh
source "$(dirname "$0")/../lib.sh"
# shellcheck source=../v2.sh
source "$EASEL_ROOT/ops/e2e/v2.sh"
easel=$EASEL_ROOT/ops/easel data=$WORK/data
PORT=$(free_port "${NODES_PORT:-28720}")
FIRST=$(free_port $((PORT + 10)))
SECOND=$((FIRST + 1)) CONTROL=$(free_port $((FIRST + 20)))
unset EASEL_DATA EASEL_PORT EASEL_DETACH EASEL_DB_URL
export EASEL_NO_BUILD=1
export EASEL_JAVA_OPTS=${EASEL_JAVA_OPTS:--Xmx1g -XX:TieredStopAtLevel=1 -XX:+UseSerialGC}
EASEL_URL=http://localhost:$PORT
readonly NODES=/api/v2/admin/nodes

up() { "$easel" up --detach --port "$PORT" --data "$data" >"$WORK/up.log" 2>&1; }
stop() { "$easel" down --data "$data" >/dev/null 2>&1; }
node() { env -u EASEL_URL -u EASEL_API_KEY "$easel" node "$@" --data "$data"; }
control() { curl -s -m 10 -o /dev/null -X POST "http://127.0.0.1:$CONTROL$1"; }
trap 'stop; [[ -z ${fake:-} ]] || kill "$fake" 2>/dev/null; rm -rf "$WORK"' EXIT

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

# becomes NODE FILTER SECONDS: asks until the filter is true of the node.
becomes() {
  local until=$((SECONDS + $3))
  until api GET "$NODES/$1" >/dev/null && jq -e "$2" "$WORK/body" >/dev/null 2>&1; do
    ((SECONDS < until)) || { cat "$WORK/body"; return 1; }
    sleep 0.5
  done
}

"$EASEL_ROOT/ops/bench/comfyui-fake" --port "$FIRST" --nodes 2 --control "$CONTROL" >"$WORK/fake.log" 2>&1 &
fake=$!
says "without a server there is nothing to tell" 1 "no server runs" node list
says "options are judged before anything else" 2 "there is no 'node lst'" node lst
check "a server starts" up || cat "$WORK/up.log"
EASEL_API_KEY=$(grep -oE '"api_key" *: *"[^"]*"' "$data/first-run.json" | sed -E 's/.*: *"//; s/"$//')
for ((tries = 0; tries < 240; tries++)); do
  ! grep -q '^ready' "$WORK/fake.log" || break
  sleep 0.5
done

says "there are none" 0 "no nodes" node list
says "what is added is asked at once" 0 "health +up" \
  node add "http://127.0.0.1:$FIRST/" --name one --header 'X-Secret: hush-hush' --label rack=a
says "its kind was found out" 0 "one +comfyui +up +active +0/2" node list
says "what it has is shown" 0 '"checkpoints":\["' node show one --inventory
says "one address is one node" 1 "node_exists" node add "HTTP://127.0.0.1:$FIRST" --kind comfyui
says "what does not answer needs its kind" 1 "kind" node add http://127.0.0.1:9
says "an address has no user" 1 "credentials go into headers" node add http://a:b@127.0.0.1
says "a second one" 0 "health +up" node add "http://127.0.0.1:$SECOND" --name two --models flux-schnell

same "the API shows it" 200 "$(api GET $NODES/one)"
holds "with all there is to know" '.kind == "comfyui" and .health == "up" and .takes_work and .reasons == []
  and .labels == {"rack":"a"} and .headers == ["X-Secret"] and .vram_total > 0 and .software != null
  and .inventory.models.checkpoints > 0 and .inventory.node_classes > 0 and .in_flight == 0 and .version >= 1'
if grep -rqs "hush-hush" "$WORK/body" "$data/logs" "$data/run"; then not_ok "a secret shows"; else ok "secrets are not shown"; fi
holds "nor told in the list" '. | tostring | contains("hush") | not'
same "pages" 200 "$(api GET "$NODES?limit=1")"
holds "of one" '(.nodes | map(.name)) == ["one"] and .limit == 1'
same "the next one" 200 "$(api GET "$NODES?limit=1&cursor=$(json .next_cursor)")"
holds "has the other" '(.nodes | map(.name)) == ["two"] and .nodes[0].models == ["flux-schnell"] and .next_cursor == null'

says "a trial image is rendered" 0 "one passed" node canary one

# shellcheck source=../pages.sh
EASEL_DATA=$data source "$EASEL_ROOT/ops/e2e/pages.sh"
# cell LABEL: the text of the first cell of that name on the page last shown.
cell() { tr -d '\n' <"$WORK/body" | sed -E "s/<td/\n<td/g" | grep -m 1 "data-label=\"$1\"" | sed -E 's/<\/td>.*//; s/<[^>]*>//g; s/^ *//; s/ *$//'; }
same "an image is made there" 200 "$(make '{"model":"flux-schnell","prompt":"a fox","parameters":{"width":256,"height":256,"num_inference_steps":4}}')"
node cordon two >/dev/null 2>&1 # so that the next one is made by the first
same "and another" 200 "$(make '{"model":"flux-schnell","prompt":"two foxes","parameters":{"width":256,"height":256,"num_inference_steps":4}}')"
node uncordon two >/dev/null 2>&1
page $SIGN_IN >/dev/null
same "an operator signs in" 303 "$(send $SIGN_IN "email=$EMAIL" "password=$PASSWORD")"
made() { page /app/operate/nodes >/dev/null && [[ $(cell 'Loaded') == flux-schnell && $(cell 'Images, last hour') -ge 1 ]]; }
for ((tries = 0; tries < 60; tries++)); do ! made || break; sleep 0.5; done
same "the page of nodes tells what is loaded" flux-schnell "$(cell 'Loaded')"
check "what it made in the last hour" test "$(cell 'Images, last hour')" -ge 1
check "in how many seconds each" grep -qE '^[0-9]+\.[0-9]$' <<<"$(cell 'Seconds a job')"
check "its memory" grep -qE '^[0-9.]+ GiB of [0-9.]+ GiB$' <<<"$(cell 'VRAM free')"
same "and that it is free" '0 / 2' "$(cell 'Jobs')"

says "cordoned" 0 "wish +cordoned" node cordon one
says "and let work again" 0 "health +up$" node uncordon one
says "drained" 0 "it can be switched off" node drain one
says "changed" 0 "3" node set one --max-in-flight 3 --label rack=b

control /nodes/1/die
check "a node that dies is down within 20 seconds" becomes two '.health == "down" and .reasons == ["silent"]' 20
kill -KILL "$(cat "$data/run/easel.pid")"
sleep 1
check "the server starts again after a kill" up
check "what was drained still is" becomes one '.wish == "draining" and .health == "up" and .max_in_flight == 3' 20
check "what was down still is" becomes two '.health == "down"' 5
control /nodes/1/revive
check "and is found again" becomes two '.health == "up" and .takes_work' 30

refused "a node nobody knows" 404 NOT_FOUND GET $NODES/three
refused "without an address" 400 INVALID_REQUEST POST $NODES -H "$JSON" -d '{}'
holds "names what is missing" '.error.details.field == "url"'
refused "with a header that is ours" 400 INVALID_REQUEST POST $NODES -H "$JSON" -d '{"url":"http://x","headers":{"Host":"y"}}'
refused "with a model that is not in the catalogue" 400 INVALID_REQUEST PATCH $NODES/two -H "$JSON" -d '{"models":["nobody"]}'
refused "an old version" 409 CONFLICT PATCH $NODES/two -H "$JSON" -d '{"labels":{},"version":0}'
without_key refused "nodes are for administrators" 401 UNAUTHORIZED GET $NODES
says "removed" 0 "removed one" node remove one
says "and gone" 1 "NOT_FOUND" node show one
