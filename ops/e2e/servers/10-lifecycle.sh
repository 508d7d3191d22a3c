#!/usr/bin/env bash
# Starting, stopping and failing: this script runs servers of its own, on H2.
# shellcheck source=../lib.sh
source "$(dirname "$0")/../lib.sh"
easel=$EASEL_ROOT/ops/easel
PORT=$(free_port 28810)
EASEL_URL=http://localhost:$PORT
data=$WORK/first

cleanup() {
  "$easel" down --data "$data" >/dev/null 2>&1
  "$easel" down --data "$WORK/second" >/dev/null 2>&1
  rm -rf "$WORK"
}
trap cleanup EXIT

up() { "$easel" up --detach --port "$1" --data "$2"; }
key() { sed -n 's/.*"api_key"[[:space:]]*:[[:space:]]*"\([^"]*\)".*/\1/p' "$1/first-run.json"; }
server() { cat "$data/run/easel.pid"; }
json='Content-Type: application/json'
create=/api/v2/generate/text-to-image

# As an earlier release left it.
mkdir -p "$data/blobs"
chmod 755 "$data" "$data/blobs"
check "a first start succeeds" up "$PORT" "$data"
same "the data directory is private" 700 "$(stat -c %a "$data")"
same "so are the images" 700 "$(stat -c %a "$data/blobs")"
same "and the database" 600 "$(stat -c %a "$data/easel.mv.db")"
EASEL_API_KEY=$(key "$data")
first_key=$EASEL_API_KEY
same "first-run.json is private" 600 "$(stat -c %a "$data/first-run.json")"
same "the master key is private" 600 "$(stat -c %a "$data/master.key")"

install_debian ss iproute2
listening=$(ss -ltnpH | grep -c "pid=$(server),")
same "the server listens on one port" 1 "$listening"

other=$(free_port $((PORT + 1)))
check "a second server starts beside it" up "$other" "$WORK/second"
if [[ $(key "$WORK/second") != "$first_key" ]]; then
  ok "the second server has a key of its own"
else
  not_ok "the second server has a key of its own"
fi
check "the second server stops" "$easel" down --data "$WORK/second"
same "the first server goes on" 200 "$(api GET /health/ready)"

# A drain: the answer that is under way is given, though the server was told to stop.
api POST $create -H "$json" -d '{"model":"easel/sketch","prompt":"a sea","parameters":{"width":64,"height":64}}' >/dev/null
made=$(field id)
curl -s -m 60 -o "$WORK/drained" -w '%{http_code}' -H "Authorization: Bearer $EASEL_API_KEY" -H "$json" \
  -d '{"model":"easel/sketch","prompt":"a city","parameters":{"width":1024,"height":1024,"num_outputs":4}}' \
  "$EASEL_URL$create" >"$WORK/drained.status" &
asked=$!
sleep 1
check "a server with a request in flight stops" "$easel" down --data "$data"
wait $asked
if grep -qE '^20[02]$' "$WORK/drained.status"; then
  ok "the request in flight was answered"
else
  not_ok "the request in flight was answered" "status $(<"$WORK/drained.status") $(head -c 300 "$WORK/drained")"
fi

check "it starts again on the same data" up "$PORT" "$data"
same "the key is still the same" "$first_key" "$(key "$data")"
same "what was made is still there" 200 "$(api GET "/api/v2/generations/$made")"

kill -KILL "$(server)"
sleep 1
status=0
"$easel" status --data "$data" >/dev/null || status=$?
same "a killed server is seen as not running" 3 "$status"
check "it starts again after a kill" env EASEL_LOG_BYTES=3000 "$easel" up --detach --port "$PORT" --data "$data"
same "the log is put aside when it is full" "yes yes" "$(for log in server.log server.log.1; do
  [[ $(stat -c %s "$data/run/$log") -le 12000 ]] && echo yes; done | xargs)"
same "what was made survived the kill" 200 "$(api GET "/api/v2/generations/$made")"
check "it stops" "$easel" down --data "$data"

# Payara Micro stays up, and calls itself ready, when the application could not be deployed.
broken=$WORK/broken
if output=$(EASEL_DB_URL=jdbc:postgresql://127.0.0.1:1/none EASEL_DB_USER=x up "$other" "$broken" 2>&1); then
  not_ok "a start without its database fails" "$output"
else
  ok "a start without its database fails"
fi
if grep -q 'did not start' <<<"$output"; then ok "the failure is explained"; else not_ok "the failure is explained" "$output"; fi
if (exec 3<>"/dev/tcp/127.0.0.1/$other") 2>/dev/null; then
  not_ok "a failed start leaves nothing running"
else
  ok "a failed start leaves nothing running"
fi

# Foreground: Ctrl-C, which a shell without job control hands on as SIGTERM here. It comes as soon as
# the first word is said: no moment may be left in which it would leave the server behind.
"$easel" up --port "$PORT" --data "$data" >"$WORK/foreground.log" 2>&1 &
foreground=$!
tries=0
until grep -qs 'is ready' "$WORK/foreground.log" || ((tries++ > 6000)); do sleep 0.02; done
kill -TERM $foreground
status=0
wait $foreground || status=$?
same "up in the foreground ends cleanly" 0 "$status"
if grep -q 'Stopped' "$WORK/foreground.log"; then ok "it says so"; else not_ok "it says so" "$(cat "$WORK/foreground.log")"; fi
