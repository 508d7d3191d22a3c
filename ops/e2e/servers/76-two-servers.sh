#!/usr/bin/env bash
# Two servers with the same nodes on one PostgreSQL of their own. One is stopped for longer than its
# lease, in the middle of a transaction and in the middle of a turn, and goes on; then one is killed.
# The other one takes over: every job is sent once, delivered once and paid for once.
# shellcheck source=../lib.sh
source "$(dirname "$0")/../lib.sh"
# shellcheck source=../v2.sh
source "$EASEL_ROOT/ops/e2e/v2.sh"
# shellcheck source=../../cli/postgresql.sh
source "$EASEL_ROOT/ops/cli/postgresql.sh"
easel=$EASEL_ROOT/ops/easel
declare -A PORTS
PORTS[first]=$(free_port "${TWO_PORT:-28840}")
PORTS[second]=$(free_port $((PORTS[first] + 1)))
FIRST=$(free_port $((PORTS[first] + 10)))
CONTROL=$(free_port $((FIRST + 20)))
unset EASEL_DATA EASEL_PORT EASEL_DETACH EASEL_DB_URL EASEL_DB_CLASS
export EASEL_NO_BUILD=1
export EASEL_JAVA_OPTS=${EASEL_JAVA_OPTS:--Xmx1g -XX:TieredStopAtLevel=1 -XX:+UseSerialGC}
# A lease of four seconds, and locks are kept no longer.
export EASEL_ENGINE_HEARTBEAT=PT1S EASEL_DB_INIT="set idle_in_transaction_session_timeout = 4000"
EASEL_MASTER_KEY=$(head -c 32 /dev/urandom | base64)
export EASEL_MASTER_KEY
EASEL_URL=http://localhost:${PORTS[second]}
readonly MODEL=flux-schnell

# up NAME: its connections bear its name.
up() {
  EASEL_DB_URL="$POSTGRESQL_URL?ApplicationName=$1" \
    "$easel" up --detach --port "${PORTS[$1]}" --data "$WORK/$1" >"$WORK/$1-up.log" 2>&1 || { cat "$WORK/$1-up.log"; return 1; }
}
server() { cat "$WORK/$1/run/easel.pid"; }
control() { curl -s -m 10 -o /dev/null -X POST "http://127.0.0.1:$CONTROL$1"; }
nodes() { curl -s -m 10 "http://127.0.0.1:$CONTROL/nodes"; }
sent() { nodes | jq '[.[].executions[]] | add // 0'; }
clean_up() {
  for name in first second; do
    [[ ! -f $WORK/$name/run/easel.pid ]] || kill -CONT "$(server $name)" 2>/dev/null
    [[ ! -d $WORK/$name/run ]] || "$easel" down --data "$WORK/$name" >/dev/null 2>&1
  done
  [[ -z ${fake:-} ]] || kill "$fake" 2>/dev/null
  postgresql_stop
  rm -rf "$WORK"
}
trap clean_up EXIT

# sql QUERY: its value.
sql() { psql_ -c "$1"; }

psql_() {
  local authority=${POSTGRESQL_URL#jdbc:postgresql://}
  authority=${authority%%/*}
  PGPASSWORD=$POSTGRESQL_PASSWORD "$programs/psql" -h "${authority%:*}" -p "${authority#*:}" -U easel -AtX "$@" easel
}

# order SEED: submits one that nobody waits for and prints its id.
order() {
  api POST $CREATE -H "$JSON" -H 'Prefer: respond-async' \
    -d '{"model":"'$MODEL'","prompt":"a red fox","parameters":{"width":256,"height":256,"num_inference_steps":4,"seed":'"$1"'}}' >/dev/null
  json .id
}

# orders COUNT: into ids.
orders() {
  ids=()
  for ((n = 0; n < $1; n++)); do ids+=("$(order $((seed++)))"); done
}

# all_made SECONDS: every one of ids.
all_made() {
  local until=$((SECONDS + $1)) list
  list=$(printf "'%s'," "${ids[@]}")
  until [[ $(sql "select count(*) from generation where id in (${list%,}) and status = 'COMPLETED'") == "${#ids[@]}" ]]; do
    ((SECONDS < until)) || {
      sql "select id, status, attempt, error_message from generation where id in (${list%,}) and status <> 'COMPLETED'"
      return 1
    }
    sleep 0.3
  done
}

credits() { api GET /api/v2/user/profile >/dev/null && json .user.usage.credits_remaining; }

# charged BEFORE COUNT: COUNT images were paid for since, and nothing is held back.
charged() {
  local now
  now=$(credits)
  jq -en "(($1 - $now) - $2 * $price) | fabs < 0.0001" >/dev/null || { echo "$1 - $now, not $2 times $price"; return 1; }
}

# delivered WHAT: each of ids has one image, which both can show, made in one attempt.
delivered() {
  local id images=0 shown=0
  for id in "${ids[@]}"; do
    api GET "/api/v2/generations/$id" >/dev/null
    images=$((images + $(json '.images | length')))
    [[ $(curl -s -o /dev/null -m 10 -w '%{content_type}' "$(json '.images[0].url')") != image/png ]] || shown=$((shown + 1))
  done
  same "$1: each is delivered once" "${#ids[@]}" "$images"
  same "$1: each can be seen" "${#ids[@]}" "$shown"
}

postgresql_start "$WORK/postgresql" >"$WORK/postgresql.log" 2>&1 || { cat "$WORK/postgresql.log"; exit 1; }
programs=$(postgresql_programs)
export EASEL_DB_USER=easel EASEL_DB_PASSWORD=$POSTGRESQL_PASSWORD
"$EASEL_ROOT/ops/bench/comfyui-fake" --port "$FIRST" --nodes 2 --control "$CONTROL" --delay-ms 1000 >"$WORK/fake.log" 2>&1 &
fake=$!
mkdir -p "$WORK/first/blobs" "$WORK/second"
ln -s "$WORK/first/blobs" "$WORK/second/blobs"
check "a server starts" up first
EASEL_API_KEY=$(grep -oE '"api_key" *: *"[^"]*"' "$WORK/first/first-run.json" | sed -E 's/.*: *"//; s/"$//')
check "a second one starts on the same database" up second
for node in 0 1; do
  same "a node is added" 201 "$(api POST /api/v2/admin/nodes -H "$JSON" \
    -d '{"url":"http://127.0.0.1:'$((FIRST + node))'","kind":"comfyui","name":"n'$node'"}')"
done
sleep 2 # the first one reads the list anew
same "an image is made" 200 "$(make '{"model":"'$MODEL'","prompt":"a red fox","parameters":{"width":256,"height":256,"num_inference_steps":4}}')"
price=$(json .cost.credits)
seed=100

# Who is in a turn of its own; turns are short unless a node takes its time.
readonly TURN="select case picked_by when '$(cat "$WORK/first/node.id")' then 'first' else 'second' end
  from scheduled_tasks where picked and task_name = 'render' fetch first 1 rows only"
# Who waits for a row that is locked: what it has locked itself stays so when it stands still.
readonly LOCKED="select application_name from pg_stat_activity
  where application_name in ('first', 'second') and wait_event_type = 'Lock' fetch first 1 rows only"

# when QUERY: waits until it names a server, which is the victim then; the other one is asked from now on.
when() {
  local until=$((SECONDS + 60))
  until victim=$(sql "$1") && [[ -n $victim ]]; do
    ((SECONDS < until)) || { echo "nobody: $1"; return 1; }
  done
  local other=first
  [[ $victim == second ]] || other=second
  EASEL_URL=http://localhost:${PORTS[$other]}
}

stopped() {
  when "$TURN" && kill -STOP "$(server "$victim")"
}

stopped_in_transaction() {
  local outcome=0
  coproc HOLDER { psql_; }
  echo "begin; select 1 from ledger_account for update;" >&"${HOLDER[1]}"
  when "$LOCKED" && kill -STOP "$(server "$victim")" || outcome=1
  echo "rollback;" >&"${HOLDER[1]}"
  eval "exec ${HOLDER[1]}>&-"
  return $outcome
}

# paused WHAT HOW: the one at work stands still for longer than its lease.
paused() {
  local before sent frozen
  before=$(credits) sent=$(sent)
  orders 12
  if "$2"; then ok "$1: a server is stopped"; else not_ok "$1: a server is stopped"; fi
  frozen=$SECONDS
  check "$1: the other one makes all there is" all_made 90
  echo "# $((SECONDS - frozen)) s" >&2
  while ((SECONDS - frozen < 6)); do sleep 0.2; done
  kill -CONT "$(server "$victim")"
  sleep 2
  same "$1: each was sent once" $((sent + 12)) "$(sent)"
  delivered "$1"
  check "$1: each is paid for once" charged "$before" 12
}

control "/nodes/all/faults/LATE_SUBMIT_REPLY?times=1000"
paused "in a turn" stopped
control /nodes/all/disarm
paused "in a transaction" stopped_in_transaction

control "/nodes/all/faults/LATE_SUBMIT_REPLY?times=1000"
before=$(credits) sent=$(sent)
orders 6
if when "$TURN"; then ok "one is at work"; else not_ok "one is at work"; fi
kill -KILL "$(server "$victim")"
check "the other one makes all there is" all_made 90
same "each was sent once" $((sent + 6)) "$(sent)"
delivered "killed"
check "each is paid for once" charged "$before" 6

same "the audit of the books is asked for" 202 "$(api POST /api/v2/admin/ledger/audit)"
for ((tries = 0; tries < 60; tries++)); do
  api GET /api/v2/admin/ledger/audit >/dev/null
  [[ $(json .status) != up ]] || break
  sleep 0.5
done
holds "it finds nothing" '.status == "up" and .audit.count == 0'
same "no image is there twice" 0 "$(sql "select count(*) from (select 1 from image group by generation_id having count(*) > 1) d")"
# What the container says about connections that were taken from it while it stood still.
sound_log "nothing broke in the first" "$WORK/first/run/server.log" 'resource\.resourceadapter|gjc\.spi\.base\.ConnectionHolder'
sound_log "nor in the second" "$WORK/second/run/server.log" 'resource\.resourceadapter|gjc\.spi\.base\.ConnectionHolder'
