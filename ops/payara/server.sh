#!/usr/bin/env bash
# Runs the enterprise archive (ear/target/easel.ear) on Payara Server, in a domain of its own below
# the data directory. For the smoke test, and to see how the archive is put on an existing server.
set -euo pipefail

EASEL_ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
readonly EASEL_ROOT CLI=$EASEL_ROOT/ops/cli
# shellcheck source=../cli/common.sh
source "$CLI/common.sh"
# shellcheck source=../cli/build.sh
source "$CLI/build.sh"
# shellcheck source=../cli/keycloak.sh
source "$CLI/keycloak.sh"
# shellcheck source=../cli/server.sh
source "$CLI/server.sh"

readonly SERVER=$EASEL_ROOT/ear/target/payara6
readonly DOMAIN=easel

offer_help "${@:-help}" <<'TEXT'
ops/payara/server.sh up [--port-base B] [--data DIR] [--ear FILE] [--keycloak]
ops/payara/server.sh down [--data DIR]

up    fetches Payara Server into ear/target, creates a domain in DIR/run/domains, starts it with
      ops/payara/preboot.asadmin, deploys the archive and waits until it is ready.
      HTTP is on B+80, administration on B+48 (local only); B is 28600 unless given.
      --keycloak as for `ops/easel up`.
down  stops the domain and removes it, and stops the Keycloak beside it.

The database is chosen as for `ops/easel up`, by EASEL_DB_URL, EASEL_DB_USER, EASEL_DB_PASSWORD.
TEXT

main() {
  local command=${1:-} base=28600 ear=$EASEL_ROOT/ear/target/easel.ear
  [[ $# -eq 0 ]] || shift
  instance_options "$@"
  set -- ${REST[@]+"${REST[@]}"}
  KEYCLOAK=${EASEL_KEYCLOAK:-}
  while [[ $# -gt 0 ]]; do
    case $1 in
      --keycloak)
        KEYCLOAK=1
        shift
        continue
        ;;
      --port-base) base=$(value_of "$@") ;;
      --ear) ear=$(value_of "$@") ;;
      *) no_more_options "$@" ;;
    esac
    shift 2
  done
  case $command in
    up) server_up "$base" "$ear" ;;
    down) server_down ;;
    *) fail "say up or down; see --help" ;;
  esac
}

asadmin() { "$SERVER/bin/asadmin" --interactive=false "$@"; }

fetch_server() {
  [[ ! -f $SERVER/complete ]] || return 0
  hold "$SERVER.lock"
  [[ -f $SERVER/complete ]] || unpack_server
  release
}

unpack_server() {
  local version
  version=$(sed -n 's:.*<dep.payara.version>\(.*\)</dep.payara.version>.*:\1:p' "$EASEL_ROOT/pom.xml")
  say "Fetching Payara Server $version ..."
  (cd "$EASEL_ROOT" && ./mvnw -q -B -N dependency:unpack -DoutputDirectory=ear/target \
    -Dartifact="fish.payara.distributions:payara:$version:zip") </dev/null
  chmod +x "$SERVER"/bin/* "$SERVER"/glassfish/bin/*
  touch "$SERVER/complete"
}

server_up() {
  local base=$1 ear=$2
  [[ -f $ear ]] || fail "there is no $ear; build it with ./mvnw package"
  [[ -f $RUNTIME/postgresql.jar ]] || fail "there is no $RUNTIME/postgresql.jar; run ./mvnw package"
  PORT=$((base + 80))
  ! is_listening "$PORT" || fail "port $PORT is taken; choose another --port-base"
  choose_database
  fetch_server
  [[ -z $KEYCLOAK ]] || keycloak_install
  keep_private
  [[ -z $KEYCLOAK ]] || keycloak_begin
  create_domain "$base"
  export EASEL_DATA=$DATA EASEL_PORT=$PORT
  asadmin start-domain --domaindir "$RUN/domains" --prebootcommandfile "$RUN/preboot.asadmin" \
    "$DOMAIN" >"$RUN/asadmin.log" 2>&1 || give_up_server "the domain did not start"
  asadmin --port $((base + 48)) deploy --name easel "$ear" >>"$RUN/asadmin.log" 2>&1 ||
    give_up_server "the deployment failed"
  local deadline=$((SECONDS + START_SECONDS))
  until [[ $(readiness "$PORT") == 200 ]]; do
    ((SECONDS < deadline)) || give_up_server "not ready after $START_SECONDS s"
    sleep 0.5
  done
  [[ -z $KEYCLOAK ]] || keycloak_await || give_up_server "Keycloak did not start"
  say "Easel is ready on Payara Server at http://localhost:$PORT"
  [[ -z $KEYCLOAK ]] || keycloak_announce
}

create_domain() {
  [[ ! -d $RUN/domains/$DOMAIN ]] || fail "there is a domain in $RUN/domains already; run down first"
  mkdir -p "$RUN/domains"
  asadmin create-domain --domaindir "$RUN/domains" --nopassword=true --portbase "$1" "$DOMAIN" \
    >"$RUN/asadmin.log" 2>&1 || give_up_server "the domain could not be created"
  cp "$RUNTIME/postgresql.jar" "$RUN/domains/$DOMAIN/lib/"
  sed -i.bak -e 's/-Xmx512m/-Xmx1g/' "$RUN/domains/$DOMAIN/config/domain.xml"
  {
    # The HTTP protocol has another name than on Payara Micro.
    sed -e "s/\.max-pool-size=.*/.max-pool-size=$EASEL_DB_POOL/" \
      -e 's/\.protocol\.http-listener\./.protocol.http-listener-1./' \
      "$EASEL_ROOT/ops/payara/preboot.asadmin"
    # Payara Server keeps the batch repository in a pool of its own unless told otherwise.
    echo "set configs.config.server-config.batch-runtime-configuration.data-source-lookup-name=jdbc/__default"
  } >"$RUN/preboot.asadmin"
}

give_up_server() {
  tail -n 20 "$RUN/asadmin.log" | cut -c 1-400 >&2
  grep -hE 'SEVERE|Caused by: ' "$RUN/domains/$DOMAIN/logs/server.log" 2>/dev/null | tail -n 20 | cut -c 1-300 >&2 || true
  cp "$RUN/domains/$DOMAIN/logs/server.log" "$RUN/server.log" 2>/dev/null || true
  server_down
  fail "$1; the server's log is $RUN/server.log"
}

server_down() {
  keycloak_end
  [[ -d $RUN/domains/$DOMAIN ]] || return 0
  asadmin stop-domain --domaindir "$RUN/domains" "$DOMAIN" >>"$RUN/asadmin.log" 2>&1 ||
    warn "stop-domain failed; see $RUN/asadmin.log"
  cp "$RUN/domains/$DOMAIN/logs/server.log" "$RUN/server.log" 2>/dev/null || true
  rm -rf "$RUN/domains"
}

main "$@"
