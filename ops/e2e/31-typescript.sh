#!/usr/bin/env bash
# The TypeScript of seed 000 run as it stands, on a server where the painter stands in for all
# models: the guide asks for models that need a GPU or an account. See typescript/guide.ts.
# shellcheck source=lib.sh
source "$(dirname "$0")/lib.sh"
easel=$EASEL_ROOT/ops/easel
E2E=$EASEL_ROOT/ops/e2e

# The server under test will do if it has the models; else another one is started beside it.
choose_server() {
  [[ $(api GET /api/v1/generation-config/comfyui/flux) == 200 && $(field available) == true ]] && return
  local port demo=$WORK/demo
  port=$(free_port 28660)
  trap '"$easel" down --data "$WORK/demo" >/dev/null 2>&1; rm -rf "$WORK"' EXIT
  env -u EASEL_DB_URL -u EASEL_DB_USER -u EASEL_DB_PASSWORD EASEL_CATALOG_DEMO_ROUTES=true \
    "$easel" up --detach --port "$port" --data "$demo" >"$WORK/up.log" 2>&1 </dev/null ||
    { not_ok "a server with stand-ins starts" "$(<"$WORK/up.log")" && exit 1; }
  EASEL_URL=http://localhost:$port
  EASEL_API_KEY=$(sed -n 's/.*"api_key" *: *"\([^"]*\)".*/\1/p' "$demo/first-run.json")
}

install_debian node nodejs npm
cp -r "$E2E/typescript" "$WORK/guide"
cd "$WORK/guide" || exit 1
npm install --no-audit --no-fund --loglevel=error >"$WORK/npm.log" 2>&1 ||
  { not_ok "npm install" "$(<"$WORK/npm.log")" && exit 1; }
check "the guide's TypeScript compiles" \
  npx esbuild guide.ts --format=esm --target=node18 --outfile=guide.mjs --log-level=warning
choose_server
export EASEL_URL EASEL_API_KEY
timeout 300 node guide.mjs 2>"$WORK/node.log" ||
  not_ok "the guide runs to its end" "$(<"$WORK/node.log")"
