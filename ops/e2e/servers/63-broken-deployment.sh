#!/usr/bin/env bash
# What cannot work says so and leaves nothing running: up ends with 1 and names the reason.
# shellcheck source=../lib.sh
source "$(dirname "$0")/../lib.sh"
unset EASEL_PORT EASEL_DETACH EASEL_DATA EASEL_DB_URL EASEL_DB_USER EASEL_DB_PASSWORD
export EASEL_NO_BUILD=1
easel=$EASEL_ROOT/ops/easel
runtime=$EASEL_ROOT/web/target/runtime

# refuses WHAT DATA PATTERN [VARIABLE=VALUE...]: up fails with 1, says PATTERN, nothing is left.
refuses() {
  local what=$1 data=$2 pattern=$3 output status=0
  shift 3
  output=$(env "$@" "$easel" up --detach --port "$(free_port "${CRASH_PORT:-28670}")" --data "$data" 2>&1 </dev/null) ||
    status=$?
  if [[ $status == 1 ]] && grep -qE "$pattern" <<<"$output"; then
    ok "$what"
  else
    not_ok "$what" "status $status"$'\n'"$output"
  fi
  same "... and leaves no process" "" "$(pgrep -f -- "-Deasel.instance=$data ")"
  same "... and no process id" no "$([[ -e $data/run/easel.pid ]] && echo yes || echo no)"
}

# sql DATA STATEMENT: changes the H2 file of a server that does not run.
sql() {
  [[ -f $WORK/h2.jar ]] || (cd "$WORK" && jar xf "$runtime/payara-micro.jar" MICRO-INF/runtime/h2.jar &&
    mv MICRO-INF/runtime/h2.jar h2.jar)
  java -cp "$WORK/h2.jar" org.h2.tools.Shell -url "jdbc:h2:file:$1/easel;WRITE_DELAY=0" -user sa \
    -password '' -sql "$2"
}

# A migration that fails: a table of ours is there already, in a schema without history.
mkdir -p "$WORK/migration"
check "a foreign table is put where ours belongs" sql "$WORK/migration" \
  "create table ledger_account (x int); create table \"flyway_schema_history\" (x int)"
refuses "a broken migration fails the start" "$WORK/migration" 'deployment failed'

printf 'this is no database' >"$WORK/no-h2.mv.db"
mkdir -p "$WORK/file" && cp "$WORK/no-h2.mv.db" "$WORK/file/easel.mv.db"
refuses "a broken database file fails the start" "$WORK/file" 'deployment failed|did not start'

mkdir -p "$WORK/storage" && touch "$WORK/storage/blobs"
refuses "a store that cannot be opened fails the start" "$WORK/storage" 'did not start: the deployment failed: Cannot open the store at .*/storage/blobs: it is not a directory'

refuses "a level of moderation that is none fails the start" "$WORK/level" \
  'did not start: the deployment failed: easel.moderation.least is strict, must be one of: always, low, standard' \
  EASEL_MODERATION_LEAST=strict

touch "$WORK/flat"
refuses "a data directory that is a file is refused" "$WORK/flat" 'cannot write into|Not a directory|File exists'

refuses "a database that does not answer fails the start" "$WORK/away" 'Connection.*refused|cannot be reached' \
  EASEL_DB_URL=jdbc:postgresql://127.0.0.1:1/none EASEL_DB_PASSWORD=x
