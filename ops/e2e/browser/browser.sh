#!/usr/bin/env bash
# The dashboard in a headless Chromium: on a server of its own, which begins at the set-up page and
# whose models the painter stands in for. See main.mjs.
#
# EASEL_SUITES="journey pages" runs some of suites/ only. Pictures of all pages: web/target/screenshots.
# Packages are kept below web/target/ci/browser.
# shellcheck source=../lib.sh
source "$(dirname "$0")/../lib.sh"
HERE=$(cd "$(dirname "$0")" && pwd)
CACHE=$EASEL_ROOT/web/target/ci/browser
easel=$EASEL_ROOT/ops/easel
data=$WORK/data

clean_up() {
  "$easel" down --data "$data" >/dev/null 2>&1
  rm -rf "$WORK"
}
trap clean_up EXIT

install_debian chromium chromium fonts-dejavu-core
install_debian node nodejs npm

# The packages of the lock file, and what is here beside them.
install_packages() {
  mkdir -p "$CACHE"
  if ! cmp -s "$HERE/package-lock.json" "$CACHE/package-lock.json" || [[ ! -d $CACHE/node_modules ]]; then
    cp "$HERE/package.json" "$HERE/package-lock.json" "$CACHE/"
    (cd "$CACHE" && npm ci --silent --no-audit --no-fund --ignore-scripts) || return 1
  fi
  rm -rf "$CACHE/lib" "$CACHE/pages" "$CACHE/suites"
  cp -r "$HERE"/*.mjs "$HERE/lib" "$HERE/pages" "$HERE/suites" "$CACHE/"
}

if ! install_packages >"$WORK/npm.log" 2>&1; then
  not_ok "npm ci" "$(<"$WORK/npm.log")"
  exit 1
fi
port=$(free_port "${BROWSER_PORT:-28880}")
if ! env -u EASEL_DB_URL -u EASEL_DB_USER -u EASEL_DB_PASSWORD -u EASEL_DB_CLASS EASEL_FIRST_RUN_PAGE=true \
  EASEL_CATALOG_DEMO_ROUTES=true EASEL_LIMITS_STRANGERS=0 \
  "$easel" up --detach --port "$port" --data "$data" >"$WORK/up.log" 2>&1 </dev/null; then
  not_ok "a server starts that asks for its owner" "$(<"$WORK/up.log")"
  exit 1
fi
EASEL_URL=http://localhost:$port EASEL_SETUP_TOKEN=$(<"$data/setup-token")
EASEL_SHOTS=$EASEL_ROOT/web/target/screenshots
export EASEL_ROOT EASEL_URL EASEL_SETUP_TOKEN EASEL_SHOTS
rm -rf "$EASEL_SHOTS" && mkdir -p "$EASEL_SHOTS"
cd "$CACHE" || exit 1
node --test-reporter=./lines.mjs main.mjs 2>"$WORK/node.err"
outcome=$?
sound_log "nothing broke in the server behind it" "$data/run/server.log"
((outcome == 0)) || tail -n 20 "$WORK/node.err" >&2
exit "$outcome"
