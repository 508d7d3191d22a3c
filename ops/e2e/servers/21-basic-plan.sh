#!/usr/bin/env bash
# What a customer of the Basic plan is refused, and answers whose images do not fit inside.
# shellcheck source=../lib.sh
source "$(dirname "$0")/../lib.sh"
# shellcheck source=../v2.sh
source "$(dirname "$0")/../v2.sh"
easel=$EASEL_ROOT/ops/easel
data=$WORK/data
port=$(free_port "${BASIC_PORT:-28840}")

cleanup() {
  "$easel" down --data "$data" >/dev/null 2>&1
  rm -rf "$WORK"
}
trap cleanup EXIT

check "a server starts whose first customer is on Basic" env EASEL_FIRST_RUN_PLAN=basic \
  EASEL_CATALOG_DEMO_ROUTES=true EASEL_INLINE_MOST_BYTES=1 "$easel" up --detach --port "$port" --data "$data"
EASEL_URL=http://localhost:$port
EASEL_API_KEY=$(sed -n 's/.*"api_key"[[:space:]]*:[[:space:]]*"\([^"]*\)".*/\1/p' "$data/first-run.json")

api GET /api/v2/models >/dev/null
vip=$(json '[.models[] | select(.vip_required)][0].id')
check "there is a VIP model" test -n "$vip"
api GET /api/v2/user/profile >/dev/null
before=$(json .user.usage.credits_remaining)

same "v2 refuses a VIP model" 403 "$(make "{\"model\":\"$vip\",\"prompt\":\"x\"}")"
holds "in its words" '.error.code == "FORBIDDEN" and .error.type == "permission_error" and (.error.message | test("VIP"; "i"))'
same "v1 refuses it" 403 "$(api POST /api/v1/file/generate-image -H "$JSON" \
  -d "{\"config\":{\"generation_config_name\":\"$vip\",\"prompt\":\"x\"}}")"
holds "in its words" '.detail | test("VIP"; "i")'
same "/v1 refuses it" 403 "$(api POST /v1/images/generations -H "$JSON" -d "{\"model\":\"$vip\",\"prompt\":\"x\"}")"
holds "in its words" '.error.code == "model_access_denied" and .error.type == "permission_error" and .error.param == "model"'
same "and as a stream too" 403 "$(api POST /v1/images/generations -H "$JSON" -d "{\"model\":\"$vip\",\"prompt\":\"x\",\"stream\":true}")"
api GET /api/v2/generations >/dev/null
holds "nothing was made" '.generations == []'
api GET /api/v2/user/profile >/dev/null
same "nothing was charged" "$before" "$(json .user.usage.credits_remaining)"

small='"parameters":{"width":64,"height":64}'
same "what fits nowhere inside is made" 200 \
  "$(make "{\"model\":\"easel/sketch\",\"prompt\":\"x\",$small,\"output\":{\"return_type\":\"base64\"}}")"
holds "and given by its address, with a word" \
  '(.images[0] | has("b64_json") | not) and (.images[0].url | startswith("http")) and ([.warnings[].code] | index("inline_too_large"))'
same "so it is on /v1" 200 "$(api POST /v1/images/generations -H "$JSON" \
  -d '{"model":"easel/sketch","prompt":"x","size":"64x64","response_format":"b64_json"}')"
holds "by its address, with a word" \
  '(.data[0] | has("b64_json") | not) and (.data[0].url | startswith("http")) and ([.warnings[].code] | index("inline_too_large"))'
