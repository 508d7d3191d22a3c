#!/usr/bin/env bash
# ops/easel test: everything CI runs, step by step. Each step writes a log below web/target/ci; what
# failed is printed, and the last line counts all checks.
set -uo pipefail

EASEL_ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
readonly EASEL_ROOT CLI=$EASEL_ROOT/ops/cli E2E=$EASEL_ROOT/ops/e2e LOGS=$EASEL_ROOT/web/target/ci
readonly ALL_STEPS=(unit war sdk browser servers ear sso postgresql)
# shellcheck source=common.sh
source "$CLI/common.sh"
# shellcheck source=../e2e/lib.sh
source "$E2E/lib.sh"
# shellcheck source=postgresql.sh
source "$CLI/postgresql.sh"
# shellcheck source=tally.sh
source "$CLI/tally.sh"
# shellcheck source=lanes.sh
source "$CLI/lanes.sh"

offer_help "$@" <<'TEXT'
ops/easel test [STEP...]

Installs what the tests need and runs every test that CI runs, or only the steps named:

  unit        ./mvnw verify: formatting, unit tests, a minute of fuzzing, architecture rules,
              container tests
  war         ops/e2e on the WAR (Payara Micro, H2)
  sdk         ops/e2e/sdk: the official OpenAI SDKs against the WAR
  browser     ops/e2e/browser: the dashboard in a headless Chromium; pictures of all pages in
              web/target/screenshots
  servers     ops/e2e/servers: what starts, stops and kills servers of its own
  ear         ops/e2e/smoke.sh on the EAR (Payara Server), compared with the WAR; edits there
  sso         ops/e2e/sso: signing in through a real Keycloak, on the WAR, the EAR and two servers
  postgresql  ops/e2e on the WAR with a private PostgreSQL; the container tests on it

All steps run in two lanes beside each other where the machine has two cores; steps that are named
run one after the other. EASEL_TEST_LANES=1 (2, 3, 4) says otherwise.

The steps use what is built and build what is missing. Logs: web/target/ci.
Exit status: 0 when nothing failed.
TEXT

# Fast start, small memory: the machine runs Maven, a server and a database at the same time.
export EASEL_JAVA_OPTS=${EASEL_JAVA_OPTS:--Xmx1g -XX:TieredStopAtLevel=1 -XX:+UseSerialGC}
export EASEL_START_SECONDS=${EASEL_START_SECONDS:-300}
unset EASEL_DB_URL EASEL_DB_CLASS EASEL_DB_USER EASEL_DB_PASSWORD EASEL_DATA EASEL_PORT EASEL_DETACH EASEL_URL EASEL_API_KEY EASEL_MODEL
unset EASEL_KEYCLOAK EASEL_KEYCLOAK_PORT EASEL_PUBLIC_URL "${!EASEL_OIDC_@}"

main() {
  local step steps=("$@")
  [[ $# -gt 0 ]] || steps=("${ALL_STEPS[@]}")
  for step in "${steps[@]}"; do
    [[ " ${ALL_STEPS[*]} " == *" $step "* ]] || fail "there is no step '$step'; see ops/easel test --help"
  done
  choose_lanes $#
  mkdir -p "$LOGS"
  trap clean_up EXIT
  trap 'exit 130' INT TERM
  need_java
  install_debian curl curl ca-certificates
  if ((LANES > 1)); then
    prepare && in_lanes "${steps[@]}"
  else
    for step in "${steps[@]}"; do
      run_step "$step"
    done
  fi
  tell_all
}

clean_up() {
  trap '' INT TERM HUP
  end_lanes
  end_job
  stop_server
  postgresql_stop
  rm -rf "$WORK"
}

step_unit() {
  build_all || return 0
  # Servers run from what was built: it is not packaged again.
  verify unit "./mvnw verify" -Pfuzz -pl '!ear'
}

# build_all: the WAR and the EAR, once, unless EASEL_NO_BUILD says that they are built.
build_all() {
  local log=$LOGS/build.log
  [[ -z ${EASEL_NO_BUILD:-}${BUILT:-} ]] || return 0
  if ! waited in_root ./mvnw -q -B -DskipTests package >"$log" 2>&1; then
    fail_check "the build (see $log)" "$log"
    return 1
  fi
  BUILT=1
}

in_root() { cd "$EASEL_ROOT" && exec "$@"; }

# verify LOG WHAT OPTION...: runs the tests of the build in Maven, which one step at a time does.
verify() {
  local log=$LOGS/$1.log marker=$WORK/began-$1 what=$2 outcome=0
  shift 2
  take_lock maven
  touch "$marker"
  waited in_root ./mvnw -B verify -Dmaven.war.skip -Dmaven.test.failure.ignore=true "$@" >"$log" 2>&1 || outcome=$?
  spoken tell_reports "$marker" "$log"
  release_lock maven "${EASEL_TEST_STEP:-}"
  ((outcome == 0)) || fail_check "$what (see $log)" "$log"
}

step_war() {
  export EASEL_DATABASE=h2
  start_server "$WORK/war" || return 0
  run_script "$E2E/smoke.sh" war
  keep_smoke war
  run_scripts war "$E2E"/[0-9]*.sh
  stop_server
}

step_sdk() {
  export EASEL_DATABASE=h2
  [[ -n $(find "$E2E/sdk" -maxdepth 1 -name '*.sh' 2>/dev/null) ]] || return 0
  start_server "$WORK/sdk" || return 0
  run_scripts sdk "$E2E"/sdk/*.sh
  stop_server
}

step_browser() {
  export EASEL_DATABASE=h2
  # The longest of all scripts: every page in four views.
  EASEL_SCRIPT_SECONDS=${EASEL_SCRIPT_SECONDS:-1800} run_script "$E2E/browser/browser.sh" browser
}

step_servers() {
  export EASEL_DATABASE=h2
  run_scripts servers "$E2E"/servers/*.sh
}

step_ear() {
  local log=$LOGS/ear-server.log port_base=28600
  export EASEL_DATABASE=h2
  [[ -f $EASEL_ROOT/ear/target/easel.ear ]] || build_all || return 0
  port_base=$(($(free_port 28780) - 80))
  if ! "$EASEL_ROOT/ops/payara/server.sh" up --port-base "$port_base" --data "$WORK/ear" >"$log" 2>&1 </dev/null; then
    fail_check "the EAR on Payara Server" "$log"
    return 0
  fi
  DATA=$WORK/ear
  local EASEL_URL=http://localhost:$((port_base + 80)) EASEL_API_KEY EASEL_DATA=$DATA
  EASEL_API_KEY=$(first_run api_key)
  export EASEL_URL EASEL_API_KEY EASEL_DATA
  run_script "$E2E/smoke.sh" ear
  # Class loading differs most there, and native libraries notice.
  run_scripts ear "$E2E/28-assets.sh" "$E2E/29-edits.sh"
  unset EASEL_URL EASEL_API_KEY EASEL_DATA
  "$EASEL_ROOT/ops/payara/server.sh" down --data "$WORK/ear" >>"$log" 2>&1
  compare_archives
}

step_sso() {
  [[ -f $EASEL_ROOT/ear/target/easel.ear ]] || build_all || return 0
  export EASEL_DATABASE=h2
  # It goes three times through most of it, and fetches Keycloak the first time.
  EASEL_SCRIPT_SECONDS=${EASEL_SCRIPT_SECONDS:-1800} run_script "$E2E/sso/sso.sh" sso
}

# The same questions, the same answers.
compare_archives() {
  if [[ ! -f $LOGS/smoke-war.txt ]]; then
    start_server "$WORK/war-again" || return 0
    run_script "$E2E/smoke.sh" ear-war
    keep_smoke ear-war
    stop_server
  fi
  diff "$LOGS/smoke-war.txt" "$LOGS/ear-smoke.log" >"$LOGS/smoke.diff" 2>&1
  count_lines "$(check "the EAR answers as the WAR does" cat_if_empty "$LOGS/smoke.diff")"
}

# Another lane may look for it this moment.
keep_smoke() { cp "$LOGS/$1-smoke.log" "$LOGS/smoke-$$.txt" && mv "$LOGS/smoke-$$.txt" "$LOGS/smoke-war.txt"; }

cat_if_empty() {
  cat "$1"
  [[ ! -s $1 ]]
}

step_postgresql() {
  export EASEL_DATABASE=postgresql
  if ! postgresql_start "$WORK/postgresql" >"$LOGS/postgresql.log" 2>&1; then
    fail_check "a private PostgreSQL" "$LOGS/postgresql.log"
    return 0
  fi
  export EASEL_DB_URL=$POSTGRESQL_URL EASEL_DB_USER=easel EASEL_DB_PASSWORD=$POSTGRESQL_PASSWORD
  if start_server "$WORK/war-postgresql"; then
    run_script "$E2E/smoke.sh" postgresql
    run_scripts postgresql "$E2E"/[0-9]*.sh
    stop_server
  fi
  CRASH_KILLS=${CRASH_KILLS:-4} run_script "$E2E/servers/60-crash.sh" postgresql
  run_script "$E2E/servers/64-batch.sh" postgresql
  slices_on_postgresql
  unset EASEL_DB_URL EASEL_DB_USER EASEL_DB_PASSWORD
  postgresql_stop
}

# The container tests (*IT) once more; `unit` ran them on H2.
slices_on_postgresql() {
  build_all || return 0
  EASEL_DB_CLASS=org.postgresql.ds.PGSimpleDataSource verify slices-postgresql \
    "the container tests on PostgreSQL" -pl web -am -Dspotless.check.skip -Dtest=none \
    -Dsurefire.failIfNoSpecifiedTests=false
}

# start_server DIR: a fresh server on a free port; sets what the scripts are given.
start_server() {
  local port log=$LOGS/$(basename "$1")-server-up.log
  port=$(free_port 28700)
  SERVER_DATA=$1
  if ! "$EASEL_ROOT/ops/easel" up --detach --port "$port" --data "$1" >"$log" 2>&1 </dev/null; then
    fail_check "ops/easel up ($EASEL_DATABASE)" "$log"
    return 1
  fi
  DATA=$1
  export EASEL_URL=http://localhost:$port EASEL_DATA=$1
  EASEL_API_KEY=$(first_run api_key)
  export EASEL_API_KEY
}

stop_server() {
  [[ -n ${SERVER_DATA:-} ]] || return 0
  "$EASEL_ROOT/ops/easel" down --data "$SERVER_DATA" >/dev/null 2>&1
  count_lines "$(sound_log "nothing broke in the server of $(basename "$SERVER_DATA")" "$SERVER_DATA/run/server.log")"
  cp "$SERVER_DATA/run/server.log" "$LOGS/$(basename "$SERVER_DATA")-server.log" 2>/dev/null
  SERVER_DATA=
  unset EASEL_URL EASEL_API_KEY EASEL_DATA
}

main "$@"
