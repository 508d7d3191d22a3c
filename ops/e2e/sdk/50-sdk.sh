#!/usr/bin/env bash
# The official OpenAI SDKs for Python, Node and Java, unchanged, against a running server.
#
# Starts two servers of its own besides: one whose models the painter stands in for, with few
# credits, and one that allows ten requests a minute.
# What the SDKs send goes through fault-proxy.mjs where attempts are counted or answers are lost.
# EASEL_SDKS="python node java" chooses some. Packages are kept below web/target/ci/sdk.
# shellcheck source=../lib.sh
source "$(dirname "$0")/../lib.sh"
HERE=$(cd "$(dirname "$0")" && pwd)
CACHE=$EASEL_ROOT/web/target/ci/sdk
mkdir -p "$CACHE"

clean_up() {
  [[ -z ${PROXY:-} ]] || kill "$PROXY" 2>/dev/null
  "$EASEL_ROOT/ops/easel" down --data "$WORK/demo" >/dev/null 2>&1
  "$EASEL_ROOT/ops/easel" down --data "$WORK/limited" >/dev/null 2>&1
  rm -rf "$WORK"
}
trap clean_up EXIT

install_debian python3 python3 python3-venv
install_debian node nodejs npm

start_demo() {
  local port
  port=$(free_port 28760)
  env -u EASEL_DB_URL -u EASEL_DB_USER -u EASEL_DB_PASSWORD -u EASEL_DB_CLASS \
    EASEL_CATALOG_DEMO_ROUTES=true EASEL_FIRST_RUN_CREDITS=200 \
    "$EASEL_ROOT/ops/easel" up --detach --port "$port" --data "$WORK/demo" >"$WORK/up" 2>&1 </dev/null || return 1
  export DEMO_URL=http://localhost:$port
  DEMO_KEY=$(sed -n 's/.*"api_key"[[:space:]]*:[[:space:]]*"\([^"]*\)".*/\1/p' "$WORK/demo/first-run.json")
  export DEMO_KEY
}

start_limited() {
  local port
  port=$(free_port 28770)
  env -u EASEL_DB_URL -u EASEL_DB_USER -u EASEL_DB_PASSWORD -u EASEL_DB_CLASS EASEL_FIRST_RUN_PLAN=free \
    "$EASEL_ROOT/ops/easel" up --detach --port "$port" --data "$WORK/limited" >"$WORK/up" 2>&1 </dev/null || return 1
  export LIMITED_URL=http://localhost:$port
  LIMITED_KEY=$(sed -n 's/.*"api_key"[[:space:]]*:[[:space:]]*"\([^"]*\)".*/\1/p' "$WORK/limited/first-run.json")
  export LIMITED_KEY
}

start_proxy() {
  local port
  port=$(free_port 28780)
  node "$HERE/fault-proxy.mjs" "$port" "$DEMO_URL" &
  PROXY=$!
  export PROXY_URL=http://127.0.0.1:$port
}

python_sdk() {
  [[ -x $CACHE/venv/bin/python ]] || python3 -m venv "$CACHE/venv" || return 1
  "$CACHE/venv/bin/pip" install -q --disable-pip-version-check -r "$HERE/requirements.txt" >&2 || return 1
  "$CACHE/venv/bin/python" "$HERE/python_sdk.py"
}

node_sdk() {
  mkdir -p "$CACHE/node"
  cp "$HERE/package.json" "$HERE/node_sdk.mjs" "$CACHE/node/"
  (cd "$CACHE/node" && npm install --silent --no-audit --no-fund --no-package-lock >&2 && node node_sdk.mjs)
}

java_sdk() {
  local classpath=$CACHE/java.classpath
  (cd "$HERE/java" && "$EASEL_ROOT/mvnw" -q -B -f pom.xml dependency:build-classpath \
    "-Dmdep.outputFile=$classpath") >&2 </dev/null || return 1
  java -cp "$(<"$classpath")" "$HERE/java/JavaSdk.java"
}

if ! start_demo; then
  not_ok "a server with stand-in models starts" "$(<"$WORK/up")"
  exit 1
fi
if ! start_limited; then
  not_ok "a server with the plan Free starts" "$(<"$WORK/up")"
  exit 1
fi
start_proxy
RUN_ID=$$-$RANDOM
export RUN_ID
for sdk in ${EASEL_SDKS:-python node java}; do
  "${sdk}_sdk" 2>"$WORK/$sdk.err" || not_ok "the $sdk SDK's checks ran to their end" "$(tail -n 20 "$WORK/$sdk.err")"
done | tee "$WORK/lines"
! grep -q '^not ok' "$WORK/lines"
