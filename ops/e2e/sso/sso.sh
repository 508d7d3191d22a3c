#!/usr/bin/env bash
# Single sign-on against the real Keycloak that `ops/easel up --keycloak` starts: the checks of main.mjs
# on the WAR and on the EAR, on two servers that share a PostgreSQL, and a journey in Chromium. One
# Keycloak serves them all.
#
# EASEL_SSO_ON="war ear two browser" runs some of it; EASEL_SUITES="signin races" some of the checks.
# shellcheck source=../lib.sh
source "$(dirname "$0")/../lib.sh"
# shellcheck source=../../cli/postgresql.sh
source "$EASEL_ROOT/ops/cli/postgresql.sh"
HERE=$(cd "$(dirname "$0")" && pwd)
CACHE=$EASEL_ROOT/web/target/ci/sso
BROWSER=$EASEL_ROOT/ops/e2e/browser
easel=$EASEL_ROOT/ops/easel
payara=$EASEL_ROOT/ops/payara/server.sh
port=$(free_port "${SSO_PORT:-28900}")
EASEL_KEYCLOAK_PORT=$(free_port $((port + 10)))
export EASEL_KEYCLOAK_PORT
# Keycloak starts quicker and stays smaller so; it has a handful of users.
export EASEL_KEYCLOAK_JAVA_OPTS=${EASEL_KEYCLOAK_JAVA_OPTS:--Xms64m -Xmx512m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC}
unset EASEL_DATA EASEL_PORT EASEL_DETACH EASEL_DB_URL EASEL_DB_CLASS EASEL_DB_USER EASEL_DB_PASSWORD
failures=0

clean_up() {
  local name
  for name in first second; do
    [[ ! -d $WORK/$name/run ]] || "$easel" down --data "$WORK/$name" >/dev/null 2>&1
  done
  "$payara" down --data "$WORK/ear" >/dev/null 2>&1
  # A check that was broken off may have left it standing still.
  kill -CONT "$(cat "$WORK/war/run/keycloak.pid" 2>/dev/null)" 2>/dev/null
  "$easel" down --data "$WORK/war" >/dev/null 2>&1
  postgresql_stop
  rm -rf "$WORK"
}
trap clean_up EXIT

install_packages() {
  mkdir -p "$CACHE"
  if ! cmp -s "$BROWSER/package-lock.json" "$CACHE/package-lock.json" || [[ ! -d $CACHE/node_modules ]]; then
    cp "$BROWSER/package.json" "$BROWSER/package-lock.json" "$CACHE/"
    (cd "$CACHE" && npm ci --silent --no-audit --no-fund --ignore-scripts) || return 1
  fi
  rm -rf "$CACHE/sso" "$CACHE/browser"
  cp -r "$HERE" "$CACHE/sso"
  cp -r "$BROWSER" "$CACHE/browser"
}

# checks WHERE MODULE: its lines, each with the place it ran at.
checks() {
  local outcome=0
  export EASEL_ROOT EASEL_KEYCLOAK_ACCESS=$WORK/war/keycloak/access.json EASEL_KEYCLOAK_PID=$WORK/war/run/keycloak.pid
  (cd "$CACHE/sso" && exec node --test-reporter="$CACHE/browser/lines.mjs" "$2") 2>"$WORK/node.err" |
    sed -u -E "s/^((not )?ok - )/\1$1: /" || outcome=$?
  ((outcome == 0)) || tail -n 20 "$WORK/node.err" >&2
  failures=$((failures + outcome))
}

# What `up --keycloak` told the server, for servers that have no Keycloak of their own.
connect() {
  local access=$WORK/war/keycloak/access.json
  EASEL_OIDC_ISSUER=$(jq -r .url "$access")/realms/easel
  EASEL_OIDC_CLIENT_SECRET=$(jq -r .client_secret "$access")
  EASEL_OIDC_ADMIN_CLIENT_SECRET=$(jq -r .admin_client_secret "$access")
  export EASEL_OIDC_ISSUER EASEL_OIDC_CLIENT_SECRET EASEL_OIDC_ADMIN_CLIENT_SECRET EASEL_OIDC_NAME=Keycloak
  export EASEL_OIDC_CLIENT_ID=easel-dashboard EASEL_OIDC_ADMIN_CLIENT_ID=easel-clients
  export EASEL_OIDC_ADMIN_GROUP=easel-admins EASEL_OIDC_MEMBER_GROUP=easel-members
}

on_war() {
  EASEL_URL=http://localhost:$port EASEL_DATA=$WORK/war checks WAR main.mjs
}

on_browser() {
  install_debian chromium chromium fonts-dejavu-core
  EASEL_URL=http://localhost:$port EASEL_DATA=$WORK/war checks browser journey.mjs
}

on_ear() {
  local base
  base=$(($(free_port $((port + 100))) - 80))
  [[ -f $EASEL_ROOT/ear/target/easel.ear ]] ||
    (cd "$EASEL_ROOT" && ./mvnw -q -B -DskipTests package) >"$WORK/ear.log" 2>&1 </dev/null
  if ! (connect && "$payara" up --port-base "$base" --data "$WORK/ear") >>"$WORK/ear.log" 2>&1 </dev/null; then
    not_ok "the EAR starts" "$(tail -n 20 "$WORK/ear.log")"
    return 1
  fi
  EASEL_URL=http://localhost:$((base + 80)) EASEL_DATA=$WORK/ear checks EAR main.mjs
  "$payara" down --data "$WORK/ear" >/dev/null 2>&1
  sound_log "nothing broke in the EAR" "$WORK/ear/run/server.log"
}

# Two servers behind one address, as a proxy would spread requests.
on_two() {
  local first second
  first=$(free_port $((port + 20))) && second=$(free_port $((first + 1)))
  postgresql_start "$WORK/postgresql" >"$WORK/postgresql.log" 2>&1 || {
    not_ok "a private PostgreSQL" "$(<"$WORK/postgresql.log")"
    return 1
  }
  (
    connect
    EASEL_MASTER_KEY=$(head -c 32 /dev/urandom | base64)
    export EASEL_MASTER_KEY EASEL_PUBLIC_URL=http://localhost:$first
    export EASEL_DB_URL=$POSTGRESQL_URL EASEL_DB_USER=easel EASEL_DB_PASSWORD=$POSTGRESQL_PASSWORD
    "$easel" up --detach --port "$first" --data "$WORK/first" && "$easel" up --detach --port "$second" --data "$WORK/second"
  ) >"$WORK/two.log" 2>&1 </dev/null || {
    not_ok "two servers start" "$(tail -n 20 "$WORK/two.log")"
    return 1
  }
  EASEL_URL=http://localhost:$first EASEL_SECOND_URL=http://localhost:$second EASEL_DATA=$WORK/first checks "two servers" two.mjs
  "$easel" down --data "$WORK/second" >/dev/null 2>&1
  "$easel" down --data "$WORK/first" >/dev/null 2>&1
  sound_log "nothing broke in the first of two" "$WORK/first/run/server.log"
  sound_log "nor in the second" "$WORK/second/run/server.log"
}

install_debian jq jq
install_debian node nodejs npm
if ! install_packages >"$WORK/npm.log" 2>&1; then
  not_ok "npm ci" "$(<"$WORK/npm.log")"
  exit 1
fi
if ! "$easel" up --detach --keycloak --port "$port" --data "$WORK/war" >"$WORK/up.log" 2>&1 </dev/null; then
  not_ok "Keycloak starts beside a server" "$(<"$WORK/up.log")"
  exit 1
fi
ok "Keycloak starts beside a server"
export EASEL_NO_BUILD=1
for place in ${EASEL_SSO_ON:-war browser ear two}; do
  "on_$place" || failures=$((failures + 1))
done
"$easel" down --data "$WORK/war" >/dev/null 2>&1
sound_log "nothing broke in the WAR" "$WORK/war/run/server.log"
exit "$((failures > 0))"
