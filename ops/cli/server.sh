# shellcheck shell=bash
# up, down, status, logs: one server process per data directory.

readonly START_SECONDS=${EASEL_START_SECONDS:-120}
readonly STOP_SECONDS=45
readonly LOG_BYTES=${EASEL_LOG_BYTES:-33554432}

up() {
  offer_help "$@" <<'TEXT'
ops/easel up [--port P] [--data DIR] [--detach] [--keycloak]

Builds what is missing, starts the server and waits until it is ready. In the foreground it runs
until Ctrl-C; with --detach (EASEL_DETACH=1) it goes on in the background, see `ops/easel down`.

  --port P      EASEL_PORT        HTTP port (default 8080)
  --data DIR    EASEL_DATA        data directory (default: data/ in the checkout)
  --detach, -d  EASEL_DETACH      return as soon as the server is ready
  --keycloak    EASEL_KEYCLOAK    start a Keycloak beside it, to try single sign-on: fetched the first
                                  time, with three demo users (ops/keycloak/README.md)
                EASEL_KEYCLOAK_PORT  where it listens (default 8180)
                EASEL_DB_URL      jdbc:postgresql://host/db, or an H2 URL with WRITE_DELAY=0
                EASEL_DB_USER     EASEL_DB_PASSWORD
                EASEL_JAVA_OPTS   options for the JVM (default -Xmx1g)
                EASEL_LOG_BYTES   size at which the log is put aside (default 32 MiB)

Exit status: 0 the server was ready; 1 it was not, and the end of its log says why.
TEXT
  instance_options "$@"
  local detach=${EASEL_DETACH:-} word pid
  KEYCLOAK=${EASEL_KEYCLOAK:-}
  for word in ${REST[@]+"${REST[@]}"}; do
    case $word in
      --detach | -d) detach=1 ;;
      --keycloak) KEYCLOAK=1 ;;
      *) no_more_options "$word" ;;
    esac
  done
  need curl "it asks the server whether it is ready"
  [[ $LOG_BYTES =~ ^[1-9][0-9]{0,17}$ ]] || fail "EASEL_LOG_BYTES must be a number of bytes, not '$LOG_BYTES'"
  choose_database
  server_pid >/dev/null || build_war
  [[ -z $KEYCLOAK ]] || server_pid >/dev/null || keycloak_install
  keep_private
  hold "$RUN/lock"
  if pid=$(server_pid); then
    release
    already_up "$pid" "$detach"
  else
    PORT=${PORT:-8080}
    start
    release
    [[ -n $detach ]] || stay
    trap - INT TERM HUP
  fi
}

already_up() {
  local port
  port=$(server_port)
  [[ -z $PORT || $PORT == "$port" ]] ||
    fail "the server of $DATA already runs on port $port (process $1)"
  PORT=$port
  [[ -z $KEYCLOAK ]] || keycloak_pid >/dev/null ||
    fail "the server of $DATA runs without Keycloak (process $1); see ops/easel down"
  [[ -n $2 ]] || fail "already running at http://localhost:$PORT (process $1); see ops/easel down"
  await_ready "$1" theirs
  say "Easel already runs at http://localhost:$PORT (process $1)."
}

# Sets the four variables preboot.asadmin reads. Refuses what would lose committed work.
choose_database() {
  local file="jdbc:h2:file:$DATA/easel;WRITE_DELAY=0;LOCK_TIMEOUT=10000;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_ON_EXIT=FALSE;QUERY_CACHE_SIZE=200"
  export EASEL_DB_URL=${EASEL_DB_URL:-$file}
  case $EASEL_DB_URL in
    jdbc:postgresql:*)
      export EASEL_DB_CLASS=${EASEL_DB_CLASS:-org.postgresql.ds.PGSimpleDataSource}
      export EASEL_DB_USER=${EASEL_DB_USER:-easel}
      # A server that stands still must not keep its locks from the others.
      export EASEL_DB_INIT=${EASEL_DB_INIT:-set idle_in_transaction_session_timeout = 20000}
      ;;
    jdbc:h2:*)
      [[ $(tr '[:lower:]' '[:upper:]' <<<"$EASEL_DB_URL;") == *';WRITE_DELAY=0;'* ]] ||
        fail "EASEL_DB_URL is an H2 database without WRITE_DELAY=0: it would forget committed work" \
          "when the process is killed. Add ;WRITE_DELAY=0 to the URL."
      export EASEL_DB_CLASS=${EASEL_DB_CLASS:-org.h2.jdbcx.JdbcDataSource}
      export EASEL_DB_USER=${EASEL_DB_USER:-sa}
      ;;
    *) fail "EASEL_DB_URL must begin with jdbc:postgresql: or jdbc:h2:, not '${EASEL_DB_URL%%[/;?]*}'" ;;
  esac
  export EASEL_DB_PASSWORD=${EASEL_DB_PASSWORD:-}
  EASEL_DB_POOL=${EASEL_DB_POOL:-32}
  if ! [[ $EASEL_DB_POOL =~ ^[1-9][0-9]*$ && $EASEL_DB_POOL -ge 8 ]]; then
    fail "EASEL_DB_POOL must be a number of connections, at least 8, not '$EASEL_DB_POOL'"
  fi
}

# Pictures, prompts and the database are nobody else's, also where an earlier start left them open.
# A directory that holds other things than Easel's is left as it is; what is put into it is not.
keep_private() {
  umask 077
  [[ -d $DATA && -O $DATA ]] || return 0
  if [[ -d $DATA/blobs || -z $(ls -A "$DATA") ]] && [[ ! -k $DATA ]]; then
    chmod 700 "$DATA"
  fi
  local own
  for own in "$DATA"/easel.*.db "$DATA/node.id" "$DATA/blobs" "$RUN"; do
    [[ ! -O $own ]] || chmod go-rwx "$own"
  done
}

# Runs under the lock of the data directory; the server is stopped again when this is interrupted.
start() {
  ! is_listening "$PORT" || fail "port $PORT is taken by another program; choose one with --port"
  mkdir -p "$RUN" || fail "cannot write into $DATA"
  rm -rf "$RUN/payara" "$RUN/tmp" "$RUN/classes.lst"
  mkdir -p "$RUN/payara" "$RUN/tmp"
  [[ ! -f $RUN/server.log ]] || mv -f "$RUN/server.log" "$RUN/server.log.1"
  sed "s/\.max-pool-size=.*/.max-pool-size=$EASEL_DB_POOL/" \
    "$CLI/../payara/preboot.asadmin" >"$RUN/preboot.asadmin"
  say "Starting Easel (log: $RUN/server.log) ..."
  local fresh=1
  [[ ! -f $DATA/first-run.json ]] || fresh=
  unpack_micro
  [[ -z $KEYCLOAK ]] || keycloak_begin
  launch
  trap 'stop_and_leave 130' INT TERM HUP
  await_ready "$(<"$RUN/easel.pid")" ours
  [[ -z $KEYCLOAK ]] || keycloak_await || give_up_keycloak
  # From here on a signal is a wish; no moment may be left in which it would orphan the server.
  trap 'stop_and_leave 0' INT TERM HUP
  archive_classes
  announce "$fresh"
}

# Starts Payara Micro in a process group of its own, so that Ctrl-C reaches this script alone.
launch() {
  local options=() LAUNCHER SHARING
  # A start allocates twenty times what stays, and G1 keeps what it once had unless told otherwise.
  local heap=(-XX:G1PeriodicGCInterval=15000 -XX:MinHeapFreeRatio=20 -XX:MaxHeapFreeRatio=40)
  read -r -a options <<<"${EASEL_JAVA_OPTS:--Xmx1g}"
  micro_launcher
  class_sharing
  cp -R "$MICRO/config" "$MICRO/docroot" "$MICRO/lib" "$RUN/payara/"
  : >"$RUN/server.log"
  export EASEL_DATA=$DATA EASEL_PORT=$PORT
  set -m
  (
    cd "$DATA" || exit 1
    exec nohup java ${SHARING[@]+"${SHARING[@]}"} "${heap[@]}" "${options[@]}" \
      -Deasel.instance="$DATA" -Djava.io.tmpdir="$RUN/tmp" -Djava.awt.headless=true \
      -Dfile.encoding=UTF-8 -Duser.timezone=UTC \
      "${LAUNCHER[@]}" --nocluster --rootdir "$RUN/payara" \
      --prebootcommandfile "$RUN/preboot.asadmin" \
      --deploy "$WAR" --contextroot / --port "$PORT"
  ) > >(exec "$CLI/rotate.sh" "$RUN/server.log" "$LOG_BYTES" >/dev/null 2>&1) 2>&1 </dev/null &
  echo $! >"$RUN/easel.pid"
  set +m
  disown -h $! 2>/dev/null || true
  echo "$PORT" >"$RUN/easel.port"
}

# await_ready PID ours|theirs: returns when the server answers; otherwise says why not, stops it if
# it is ours, and ends. Payara says "ready" also after a failed deployment, so only the
# application's own word counts.
await_ready() {
  local deadline=$((SECONDS + START_SECONDS)) silent=0 answer reason=
  while answer=$(readiness "$PORT") && [[ $answer != 200 ]]; do
    if ! kill -0 "$1" 2>/dev/null; then
      reason="the server ended by itself"
    elif in_log 'Boot Command .* failed|Boot Command .* result FAILURE'; then
      reason="a setting in $RUN/preboot.asadmin was refused"
    elif in_log 'java.net.BindException'; then
      reason="port $PORT is taken"
    elif in_log 'Exception while loading the app|Exception while deploying the app'; then
      reason="the deployment failed"
    elif in_log 'Payara Micro .* ready in' && [[ $answer == 404 ]] && ((silent++ >= 10)); then
      reason="the server is up without the application"
    elif ((SECONDS >= deadline)); then
      reason="not ready after $START_SECONDS s"
    fi
    [[ -z $reason ]] || give_up "$1" "$2" "$reason"
    sleep 0.5
  done
}

in_log() { grep -qE "$1" "$RUN/server.log"; }

# Payara logs one failure several times over; each line that tells something is shown once.
give_up() {
  local telling='Boot Command .* failed|Exception while (loading|deploying)|Caused by: |^[a-z.]+[A-Za-z]*(Exception|Error): '
  {
    grep -E "$telling" "$RUN/server.log" | awk '!seen[$0]++ && ++n <= 15' || true
    grep -qE "$telling" "$RUN/server.log" || tail -n 40 "$RUN/server.log"
  } | cut -c 1-300 >&2
  [[ $2 == theirs ]] || terminate "$1"
  local own
  own=$(grep -oE 'Cannot open the store at .*|easel\.[a-z0-9.-]+ is .*, must be .*' "$RUN/server.log" | head -n 1) || true
  fail "Easel did not start: $3${own:+: $own}. The whole log is in $RUN/server.log"
}

give_up_keycloak() {
  terminate "$(<"$RUN/easel.pid")"
  fail "Easel was stopped again"
}

announce() {
  say "Easel is ready at http://localhost:$PORT (process $(<"$RUN/easel.pid"))"
  say "  API        http://localhost:$PORT/api/v2  /api/v1  /v1"
  say "  reference  http://localhost:$PORT/docs"
  say "  data       $DATA"
  if [[ -r $DATA/setup-token ]]; then
    say "  first run  http://localhost:$PORT/app/setup, token $(<"$DATA/setup-token")"
  fi
  [[ -z $KEYCLOAK ]] || keycloak_announce
  [[ -r $DATA/first-run.json ]] || return 0
  if [[ -n $1 ]]; then
    say "  first run  administrator $(first_run admin_email), password $(first_run admin_password)"
    say "             API key $(first_run api_key)"
    say "             (said once; kept in $DATA/first-run.json)"
  else
    say "  keys       $DATA/first-run.json"
  fi
}

# Foreground: nothing but waiting for the server or for the signal that ends it.
stay() {
  local pid code=0
  pid=$(<"$RUN/easel.pid")
  say "Ctrl-C stops it; its log: $RUN/server.log"
  wait "$pid" || code=$?
  keycloak_end
  rm -f "$RUN/easel.pid" "$RUN/easel.port"
  fail "the server ended by itself (status $code); see $RUN/server.log"
}

# stop_and_leave STATUS: what a signal does while the server is this script's.
stop_and_leave() {
  trap '' INT TERM HUP
  say
  say "Stopping ..."
  terminate "$(<"$RUN/easel.pid")"
  say "Stopped."
  exit "$1"
}

# SIGTERM, then patience: requests in flight finish and tasks are handed back.
terminate() {
  local waited=0
  kill -TERM "$1" 2>/dev/null || true
  while kill -0 "$1" 2>/dev/null && ((waited++ < STOP_SECONDS * 5)); do
    sleep 0.2
  done
  if kill -0 "$1" 2>/dev/null; then
    warn "the server did not stop in $STOP_SECONDS s; killing process $1"
    kill -KILL "$1" 2>/dev/null || true
    sleep 0.5
  fi
  keycloak_end
  rm -rf "$RUN/easel.pid" "$RUN/easel.port" "$RUN/payara" "$RUN/tmp"
}

down() {
  offer_help "$@" <<'TEXT'
ops/easel down [--data DIR]

Stops the server of the data directory, and the Keycloak beside it. Requests in flight finish; work that is not done yet stays
in the queue and goes on with the next start. Succeeds when no server runs.
TEXT
  instance_options "$@"
  no_more_options ${REST[@]+"${REST[@]}"}
  local pid
  if ! pid=$(server_pid); then
    rm -f "$RUN/easel.pid" "$RUN/easel.port"
    keycloak_end
    say "No Easel runs on $DATA."
    return 0
  fi
  terminate "$pid"
  say "Stopped (process $pid)."
}

status() {
  offer_help "$@" <<'TEXT'
ops/easel status [--data DIR]

Says whether the server of the data directory runs, where, and whether it is ready.
Exit status: 0 ready; 1 running, not ready; 3 not running.
TEXT
  instance_options "$@"
  no_more_options ${REST[@]+"${REST[@]}"}
  local pid code
  if ! pid=$(server_pid); then
    say "not running ($DATA)"
    exit 3
  fi
  PORT=$(server_port)
  code=$(readiness "$PORT")
  say "url      http://localhost:$PORT"
  say "process  $pid, up $(ps -o etime= -p "$pid" | tr -d ' '), $(($(ps -o rss= -p "$pid") / 1024)) MB resident"
  say "data     $DATA"
  ! pid=$(keycloak_pid) || say "keycloak $(keycloak_value url) (process $pid)"
  if [[ $code == 200 ]]; then
    say "health   ready"
    return 0
  fi
  say "health   not ready (HTTP $code)"
  exit 1
}

logs() {
  offer_help "$@" <<'TEXT'
ops/easel logs [-f] [-n LINES] [--data DIR]

Shows the end of the server's log; -f goes on showing what is added.
TEXT
  instance_options "$@"
  [[ -r $RUN/server.log ]] || fail "no log in $RUN; was a server started with this data directory?"
  set -- ${REST[@]+"${REST[@]}"}
  local lines=100 follow=()
  while [[ $# -gt 0 ]]; do
    case $1 in
      -f | --follow) follow=(-F) && shift ;;
      -n | --lines)
        lines=$(value_of "$@") || exit 1
        shift 2
        ;;
      *) no_more_options "$@" ;;
    esac
  done
  exec tail -n "$lines" ${follow[@]+"${follow[@]}"} "$RUN/server.log"
}
