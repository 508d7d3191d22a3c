#!/usr/bin/env bash
# ops/e2e/smoke.sh URL: asks every surface about forty questions and prints, for each, a line of
# status, content type and normalised body. The WAR and the EAR must print the same lines.
# Needs EASEL_API_KEY, and a fresh data directory for the same answers.
EASEL_URL=${1:-${EASEL_URL:?usage: ops/e2e/smoke.sh URL, with EASEL_API_KEY set}}
EASEL_URL=${EASEL_URL%/}
# shellcheck source=lib.sh
source "$(dirname "$0")/lib.sh"

readonly JSON='Content-Type: application/json'
readonly SKETCH='"model":"easel/sketch"'

# Everything that differs from run to run becomes a word; a busy server's first images have no score.
normalise() {
  tr '\n' ' ' | sed -E \
    -e 's#https?:\\?/\\?/[A-Za-z0-9.:-]+#URL#g' \
    -e 's#\?[A-Za-z]+=[^"<> ]*#?QUERY#g' \
    -e 's#[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z#TIME#g' \
    -e 's#\b(gen|img|req|usr|ten|key|acc|att|file|err|evt|tkt)_[A-Za-z0-9]{6,}#\1_ID#g' \
    -e 's#[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}#UUID#g' \
    -e 's#esk_live_[A-Za-z0-9_]+#KEY#g' \
    -e 's#[0-9a-f]{24,}#HEX#g' \
    -e 's#"b64_json" ?: ?"[^"]*"#"b64_json":DATA#g' \
    -e 's#"status":"(queued|processing)"#"status":OPEN#g; s#"model_used":(null|"[^"]*")#"model_used":M#g' \
    -e 's#"next_cursor":"[^"]*"#"next_cursor":CURSOR#g' \
    -e 's#"nsfw_score" ?: ?(null|[0-9.]+)#"nsfw_score":N#g' \
    -e 's#"(created|created_at|started_at|latency_ms|size_bytes|storage_used_mb|balance|images_generated_[a-z]+|credits_remaining|eta_seconds|[a-z_]*(_ms|remaining|reset))" ?: ?[0-9.]+#"\1":N#g' |
    if [[ ${FACTS:-} == 0 ]]; then echo -; else cut -c "1-${FACTS:-300}"; fi
}

content_type() { sed -n 's/^[Cc]ontent-[Tt]ype: *//p' "$WORK/headers" | tr -d '\r' | tail -n 1; }

# What is worth comparing in a body: an image's size, a stream's events, else its words.
facts() {
  case $(content_type) in
    image/png) od -An -tu1 -j16 -N8 "$WORK/body" | awk '{ print ($1*256^3+$2*256^2+$3*256+$4) "x" ($5*256^3+$6*256^2+$7*256+$8) }' ;;
    text/event-stream*) sed -n 's/^event: *//p' "$WORK/body" | uniq -c | awk '{ printf "%s ", $2 }' ;;
    text/plain* | text/html* | application/yaml*) echo "-" ;;
    *) normalise <"$WORK/body" ;;
  esac
}

# ask WHAT STATUS METHOD PATH [curl options]
ask() {
  local what=$1 expected=$2 actual line
  shift 2
  actual=$(api "$@")
  line="$what | $actual | $(content_type) | $(facts)"
  if [[ $actual == "$expected" ]]; then ok "$line"; else not_ok "$line" "expected status $expected"; fi
}

# Without a key, or with another one.
ask_as() {
  local key=$1 own=$EASEL_API_KEY
  shift
  EASEL_API_KEY=$key
  ask "$@"
  EASEL_API_KEY=$own
}

# until_has FIELD PATH: asks again until the field has a value that is not null.
until_has() {
  local tries=0
  while api GET "$2" >/dev/null && [[ -z $(field "$1") || $(field "$1") == null ]] && ((tries++ < 100)); do
    sleep 0.2
  done
}

path_of() { sed -E 's#^https?://[^/]+##' <<<"$1"; }

operations() {
  ask "alive" 200 GET /health/live
  ask "ready" 200 GET /health/ready
  FACTS=0 ask "metrics" 200 GET /metrics
  FACTS=60 ask "contract" 200 GET /openapi
  ask "reference" 200 GET /docs
  ask "reference of an error" 200 GET /docs/errors/INVALID_PROMPT
  ask "nothing here" 404 GET /nothing
}

v2() {
  local create=/api/v2/generate/text-to-image small='"parameters":{"width":256,"height":256,"seed":7}'
  local id url
  ask "v2 makes an image" 200 POST $create -H "$JSON" -d "{$SKETCH,\"prompt\":\"a red sea\",$small}"
  id=$(field id) url=$(path_of "$(sed -E 's/.*"images"//' "$WORK/body" | grep -oE '"url" ?: ?"[^"]*"' | head -n 1 | sed -E 's/.*: ?"//; s/"$//; s#\\/#/#g; s/\\u0026/\&/g')")
  ask "v2 finds it again" 200 GET "/api/v2/generations/$id"
  ask "v2 serves the file" 200 GET "$url"
  ask "v2 lists" 200 GET '/api/v2/generations?limit=1'
  ask "v2 queues when asked to" 202 POST $create -H "$JSON" -H 'Prefer: respond-async' -d "{$SKETCH,\"prompt\":\"snow\",$small}"
  FACTS=80 ask "v2 models" 200 GET /api/v2/models
  ask "v2 model" 200 GET /api/v2/models/easel/sketch
  ask "v2 model, escaped slash" 200 GET /api/v2/models/easel%2Fsketch
  ask "v2 profile" 200 GET /api/v2/user/profile
  ask "v2 empty prompt" 400 POST $create -H "$JSON" -d "{$SKETCH,\"prompt\":\"\"}"
  ask "v2 size out of range" 400 POST $create -H "$JSON" -d "{$SKETCH,\"prompt\":\"x\",\"parameters\":{\"width\":63}}"
  ask "v2 wrong type" 400 POST $create -H "$JSON" -d "{$SKETCH,\"prompt\":[1]}"
  ask "v2 no JSON" 400 POST $create -H "$JSON" -d '{"prompt":'
  ask "v2 unknown model" 404 POST $create -H "$JSON" -d '{"model":"no/such","prompt":"x"}'
  ask "v2 unconfigured model" 503 POST $create -H "$JSON" -d '{"model":"midjourney-v6","prompt":"x"}'
  ask "v2 foreign id" 404 GET /api/v2/generations/gen_00000000000000000000000000
  ask "v2 unknown route" 404 GET /api/v2/nothing
  ask "v2 wrong method" 405 DELETE $create
  ask "v2 wrong media type" 415 POST $create -H 'Content-Type: text/csv' -d 'a,b'
  ask_as "" "v2 no key" 401 GET /api/v2/user/profile
  ask_as "esk_live_wrong_key" "v2 wrong key" 401 GET /api/v2/user/profile
}

v1() {
  local create=/api/v1/file/generate-image id url
  local config='"generation_config_name":"easel/sketch","params":{"width":256,"height":256,"seed":7}'
  ask "v1 makes an image" 200 POST $create -H "$JSON" -d "{\"config\":{\"prompt\":\"a lake\",$config}}"
  id=$(field id)
  until_has url "/api/v1/file/$id"
  url=$(path_of "$(field url)")
  ask "v1 finds it again" 200 GET "/api/v1/file/$id"
  ask "v1 serves the file" 200 GET "$url"
  FACTS=80 ask "v1 models" 200 GET /api/v1/generation-config
  ask "v1 user" 200 GET /api/v1/user/me
  ask "v1 no prompt" 422 POST $create -H "$JSON" -d "{\"config\":{$config}}"
  ask "v1 no JSON" 422 POST $create -H "$JSON" -d '{'
  ask "v1 foreign id" 404 GET /api/v1/file/img_00000000000000000000000000
  ask "v1 unknown route" 404 GET /api/v1/nothing
  ask "v1 wrong method" 405 PUT $create -H "$JSON" -d '{}'
  ask_as "" "v1 no key" 401 GET /api/v1/user/me
}

openai() {
  local create=/v1/images/generations
  ask "openai makes an image" 200 POST $create -H "$JSON" -d "{$SKETCH,\"prompt\":\"a hill\",\"size\":\"256x256\",\"seed\":7}"
  ask "openai streams" 200 POST $create -H "$JSON" -d "{$SKETCH,\"prompt\":\"a hill\",\"size\":\"256x256\",\"seed\":7,\"stream\":true,\"partial_images\":2}"
  FACTS=80 ask "openai models" 200 GET /v1/models
  ask "openai no prompt" 400 POST $create -H "$JSON" -d "{$SKETCH}"
  ask "openai no JSON" 400 POST $create -H "$JSON" -d '['
  ask "openai unknown model" 404 POST $create -H "$JSON" -d '{"model":"no/such","prompt":"x"}'
  ask "openai wrong size" 400 POST $create -H "$JSON" -d "{$SKETCH,\"prompt\":\"x\",\"size\":\"3x4x5\"}"
  ask "openai unknown route" 404 GET /v1/nothing
  ask "openai wrong method" 405 GET $create
  ask "openai wrong media type" 415 POST $create -H 'Content-Type: text/csv' -d 'a,b'
  ask_as "" "openai no key" 401 GET /v1/models
}

operations
v2
v1
openai
