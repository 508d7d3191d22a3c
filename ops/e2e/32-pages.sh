#!/usr/bin/env bash
# The first page, the reference, the OpenAPI document, health and metrics.
# shellcheck source=lib.sh
source "$(dirname "$0")/lib.sh"

# open PATH [curl options]: without a key; status and media type, body to $WORK/body.
open() {
  local path=$1
  shift
  curl -s -m 30 -D "$WORK/headers" -o "$WORK/body" -w '%{http_code} %{content_type}' "$@" "$EASEL_URL$path"
}

readonly PAGE='text/html;charset=UTF-8'

for page in / /docs /docs/ /docs/v1 /docs/v2 /docs/openai /docs/operations /docs/errors \
  /docs/errors/INVALID_PROMPT /docs/errors/insufficient_quota /docs/errors/422; do
  same "page $page" "200 $PAGE" "$(open "$page")"
done
open /docs/v2 >/dev/null
check "pages run no scripts" bash -c "! grep -qi '<script\|javascript:\| on[a-z]*=' '$WORK/body'"
check "and may not" grep -qi "^content-security-policy: default-src 'none'" "$WORK/headers"
check "commands name this server" grep -q "curl $EASEL_URL/api/v2/generate/text-to-image" "$WORK/body"

# Every link of the pages leads somewhere on this server.
broken=
while IFS= read -r link; do
  [[ $(open "$link" -L) == 200* ]] || broken+=" $link"
done < <(for page in / /docs /docs/v1 /docs/v2 /docs/openai /docs/operations /docs/errors; do
  curl -s "$EASEL_URL$page"
done | grep -oE '(href|src)="/[^"#]*' | sed 's/^[^"]*"//' | sort -u)
same "no link is broken" "" "$broken"

same "an unknown page is a page" "404 $PAGE" "$(open /docs/nothing)"
same "an unknown error too" "404 $PAGE" "$(open /docs/errors/NOPE)"
same "a browser gets a page elsewhere too" "404 $PAGE" "$(open /nothing -H 'Accept: text/html')"
same "a program gets JSON there" "404 application/json" "$(open /nothing)"
same "and a browser at an API" "404 application/json" "$(open /api/v2/nothing -H 'Accept: text/html')"
same "styles may be kept" "200 text/css" "$(open /static/easel.css)"
check "for an hour" grep -qi '^cache-control: public, max-age=3600' "$WORK/headers"

same "OpenAPI" "200 application/json" "$(open /openapi)"
check "of version 3.1" grep -q '"openapi":"3.1.0"' "$WORK/body"
check "served from here" grep -qF "\"servers\":[{\"url\":\"$EASEL_URL\"}]" "$WORK/body"
same "OpenAPI as YAML" "200 application/yaml" "$(open /openapi.yaml)"

same "alive" "200 application/json" "$(open /health/live)"
same "ready" "200 application/json" "$(open /health/ready)"
same "overview" "200 application/json" "$(open /health)"
check "it tells of the connections" jq -e '.database_pool | .most >= 8 and .in_use >= 0 and .in_use + .free >= 1 and .in_use + .free <= .most and .waiting >= 0' "$WORK/body"
same "ready, it says" ready "$(field status)"

# number NAME: the value of a line of the metrics.
number() { curl -s "$EASEL_URL/metrics" | awk -v name="$1" '$1 == name { print $2 }'; }
completed='easel_generations_total{model="easel/sketch",status="completed",surface="v1"}'
before=$(number "$completed")
api POST /api/v1/file/generate-image -H 'Content-Type: application/json' \
  -d '{"config":{"prompt":"a hill","generation_config_name":"easel/sketch","params":{"width":64,"height":64}}}' >/dev/null
file=$(field id) tries=0
while api GET "/api/v1/file/$file" >/dev/null && [[ $(field url) == null ]] && ((tries++ < 100)); do sleep 0.2; done
sleep 0.5
check "metrics count it" awk -v a="${before:-0}" -v b="$(number "$completed")" 'BEGIN { exit !(b == a + 1) }'
same "metrics" "200 text/plain; version=0.0.4; charset=utf-8" "$(open /metrics)"
for name in easel_queue_depth easel_renders_running easel_event_streams easel_credits_captured_total \
  easel_http_requests_total easel_render_seconds_bucket jvm_threads_current jvm_memory_used_bytes; do
  check "metrics have $name" grep -q "^$name" "$WORK/body"
done
check "metrics name nobody" bash -c "! grep -qE 'gen_|img_|user_|esk_|hill' '$WORK/body'"
