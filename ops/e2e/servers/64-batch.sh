#!/usr/bin/env bash
# A server is killed in the middle of an audit of the ledger: the run goes on after the restart, ends
# once, and every item is done once. On PostgreSQL (EASEL_DATABASE=postgresql, in a database of its own)
# there is a second server, which takes over what a killed one leaves and stops what the other runs.
# shellcheck source=../lib.sh
source "$(dirname "$0")/../lib.sh"
# shellcheck source=../../cli/postgresql.sh
source "$EASEL_ROOT/ops/cli/postgresql.sh"
easel=$EASEL_ROOT/ops/easel data=$WORK/data other=$WORK/other
PORT=$(free_port "${BATCH_PORT:-28690}")
unset EASEL_DATA EASEL_PORT EASEL_DETACH
export EASEL_NO_BUILD=1 EASEL_CATALOG_DEMO_ROUTES=true EASEL_BATCH_PAUSE=PT3S
export EASEL_JAVA_OPTS=${EASEL_JAVA_OPTS:--Xmx1g -XX:TieredStopAtLevel=1 -XX:+UseSerialGC}
EASEL_URL=http://localhost:$PORT
if [[ ${EASEL_DATABASE:-h2} == postgresql ]]; then
  authority=${EASEL_DB_URL#jdbc:postgresql://} && authority=${authority%%/*}
  PGPASSWORD=$EASEL_DB_PASSWORD "$(postgresql_programs)/createdb" \
    -h "${authority%:*}" -p "${authority#*:}" -U "$EASEL_DB_USER" easel_batch || exit 1
  export EASEL_DB_URL=jdbc:postgresql://$authority/easel_batch EASEL_BATCH_LEASE=PT10S
fi

up() { "$easel" up --detach --port "$PORT" --data "$data" >"$WORK/up.log" 2>&1; }
stop() { "$easel" down --data "$data" >/dev/null 2>&1; }
server() { cat "$data/run/easel.pid"; }
trap 'stop; [[ ! -d $other/run ]] || "$easel" down --data "$other" >/dev/null 2>&1; rm -rf "$WORK"' EXIT

# await FIELD VALUE: asks for the run until a field has the value, or says no after a minute.
await() {
  local tries
  for ((tries = 0; tries < 120; tries++)); do
    api GET "/api/v2/admin/batch-runs/$run" >/dev/null
    [[ $(field "$1") != "$2" ]] || return 0
    sleep 0.5
  done
  cat "$WORK/body"
  return 1
}

check "a server starts" up || cat "$WORK/up.log"
EASEL_API_KEY=$(grep -oE '"api_key" *: *"[^"]*"' "$data/first-run.json" | sed -E 's/.*: *"//; s/"$//')

same "something is paid for" 200 "$(api POST /api/v2/generate/text-to-image -H 'Content-Type: application/json' \
  -d '{"prompt":"a lake","model":"flux-schnell","parameters":{"width":64,"height":64,"num_inference_steps":1}}')"

same "an audit is asked for" 202 "$(api POST /api/v2/admin/ledger/audit)"
run=$(field id)
same "asked for again, it is the same" 202 "$(api POST /api/v2/admin/ledger/audit)"
same "and not another one" "$run" "$(field id)"
check "it does its first item" await 'done' 1
kill -KILL "$(server)"
sleep 1
check "the server starts again after a kill" up
check "the run comes to its end" await status completed
same "it was taken up twice" 2 "$(field claims)"
same "every item was done, and once" "$(field total)" "$(field 'done')"
same "no item failed" 0 "$(field failed)"
api GET /api/v2/admin/batch-runs?job=ledger-audit >/dev/null
same "no other audit came of it" 1 "$(grep -o '"id":"run_' "$WORK/body" | wc -l)"
same "the audit is told" 200 "$(api GET /api/v2/admin/ledger/audit)"
same "the books are right" up "$(field status)"
same "nothing was found" 0 "$(field count)"
curl -s -m 20 "$EASEL_URL/health" >"$WORK/body"
if grep -q '"ledger":{"status":"up","findings":0' "$WORK/body"; then ok "health shows the audit"; else not_ok "health shows the audit" "$(cat "$WORK/body")"; fi
curl -s -m 20 "$EASEL_URL/metrics" >"$WORK/body"
if grep -qE '^easel_ledger_findings 0' "$WORK/body"; then ok "so do the metrics"; else not_ok "so do the metrics"; fi

same "a rebuild is asked for" 202 "$(api POST /api/v2/admin/ledger/rebuild)"
run=$(field id)
same "and stopped" 200 "$(api POST "/api/v2/admin/batch-runs/$run/stop")"
check "a run that is stopped ends" await status stopped
api GET "/api/v2/admin/batch-runs?limit=1" >/dev/null
same "the newest run is on the first page" "$run" "$(field id)"
api GET "/api/v2/admin/batch-runs?limit=1&cursor=$(field next_cursor)" >/dev/null
check "and an older one on the next" test -n "$(field id)" -a "$(field id)" != "$run"
same "an id is no cursor" 400 "$(api GET "/api/v2/admin/batch-runs?cursor=$run")"
same "a run nobody knows is not found" 404 "$(api GET /api/v2/admin/batch-runs/run_000000000000000000000000)"
same "nobody may ask without a key" 401 "$(curl -s -m 20 -o /dev/null -w '%{http_code}' "$EASEL_URL/api/v2/admin/batch-runs")"

[[ ${EASEL_DATABASE:-h2} == postgresql ]] || exit 0
second=$(free_port $((PORT + 1)))
check "a second server starts on the same database" \
  "$easel" up --detach --port "$second" --data "$other"

# at DATA: has the server with that data directory been asked from now on.
at() { if [[ $1 == "$data" ]]; then EASEL_URL=http://localhost:$PORT; else EASEL_URL=http://localhost:$second; fi; }
owner() { if [[ $(field server) == "$(cat "$data/node.id")" ]]; then echo "$data"; else echo "$other"; fi; }
rest() { if [[ $1 == "$data" ]]; then echo "$other"; else echo "$data"; fi; }

api POST /api/v2/admin/ledger/audit >/dev/null
run=$(field id)
check "one of the two does an item" await 'done' 1
had=$(owner)
at "$(rest "$had")"
kill -KILL "$(cat "$had/run/easel.pid")"
check "the other one brings it to its end" await status completed
same "having taken it over" 2 "$(field claims)"
same "with every item done once" "$(field total)" "$(field 'done')"
"$easel" down --data "$had" >/dev/null 2>&1

check "the killed one comes back" \
  "$easel" up --detach --port "$([[ $had == "$data" ]] && echo "$PORT" || echo "$second")" --data "$had"
api POST /api/v2/admin/ledger/audit >/dev/null
run=$(field id)
check "one of the two runs another audit" await status running
at "$(rest "$(owner)")"
same "the other one stops it" 200 "$(api POST "/api/v2/admin/batch-runs/$run/stop")"
check "and it stops" await status stopped
