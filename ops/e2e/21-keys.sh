#!/usr/bin/env bash
# Keys by API: what they may do, where and how long, on all surfaces; and budgets.
# shellcheck source=lib.sh
source "$(dirname "$0")/lib.sh"
# shellcheck source=v2.sh
source "$(dirname "$0")/v2.sh"

readonly ROOT_KEY=$EASEL_API_KEY KEYS=/api/v2/keys
readonly PICTURE='{"model":"easel/sketch","prompt":"a lake","parameters":{"width":64,"height":64}}'

# new_key BODY: sets KEY and KEY_ID.
new_key() {
  api POST $KEYS -H "$JSON" -d "$1" >/dev/null
  KEY=$(json .key) KEY_ID=$(json .id)
}

# with_key KEY COMMAND...
with_key() {
  local EASEL_API_KEY=$1
  shift
  "$@"
}

lifecycle() {
  local id key successor
  same "a key is made" 201 "$(api POST $KEYS -H "$JSON" -d '{"name":"e2e"}')"
  key=$(json .key) id=$(json .id)
  same "and told whole, in the documented form" 1 "$(json .key | grep -cE '^esk_live_[0-9A-Za-z]{12}_[0-9A-Za-z]{38}$')"
  # shellcheck disable=SC2016  # a variable of jq
  holds "with its prefix and last four" '. as $k | (.key | startswith($k.prefix + "_") and endswith($k.last_four)) and .prefix == "esk_live_" + .id'
  holds "not for administrators" '(.scopes | index("admin") | not) and (.scopes | length) == 10'
  holds "without limits" '.models == null and .allowed_ips == null and .requests_per_minute == null and .expires_at == null'
  same "the answer is not kept" no-store "$(header Cache-Control)"
  same "it works at once" 200 "$(with_key "$key" api GET /api/v2/user/profile)"
  api GET "$KEYS/$id" >/dev/null
  holds "it is never told again" '.id and (has("key") | not) and (tostring | contains("secret") | not)'
  api GET "$KEYS?limit=1" >/dev/null
  holds "the newest is first on the list" ".keys[0].id == \"$id\" and (.next_cursor | type) == \"string\""
  api GET "$KEYS?limit=1&cursor=$(json .next_cursor)" >/dev/null
  holds "the next page goes on" "(.keys | length) == 1 and .keys[0].id != \"$id\""
  same "it is changed" 200 "$(api PATCH "$KEYS/$id" -H "$JSON" -d '{"name":"new name","requests_per_minute":5}')"
  holds "as was asked" '.name == "new name" and .requests_per_minute == 5'
  api PATCH "$KEYS/$id" -H "$JSON" -d '{"requests_per_minute":null}' >/dev/null
  holds "null lifts a limit, what is absent stays" '.name == "new name" and .requests_per_minute == null'
  same "it is replaced" 201 "$(api POST "$KEYS/$id/rotate" -H "$JSON" -d '{"overlap_seconds":600}')"
  successor=$(json .key)
  holds "by one of the same name" ".name == \"new name\" and .id != \"$id\""
  same "the new one works" 200 "$(with_key "$successor" api GET /api/v2/user/profile)"
  same "and the old one as well" 200 "$(with_key "$key" api GET /api/v2/user/profile)"
  same "it revokes itself" 204 "$(with_key "$key" api DELETE "$KEYS/$id")"
  with_key "$key" refused "and is refused at once" 401 UNAUTHORIZED GET /api/v2/user/profile
  api GET "$KEYS/$id" >/dev/null
  holds "the list says so" '.status == "revoked" and .revoked_at != null'
  refused "what is revoked is not changed" 409 CONFLICT PATCH "$KEYS/$id" -H "$JSON" -d '{"name":"x"}'
  same "replaced without overlap" 201 "$(with_key "$successor" api POST "$KEYS/$(cut -d_ -f3 <<<"$successor")/rotate")"
  refused "a cursor that never was" 400 INVALID_REQUEST GET "$KEYS?cursor=$(cursor 000000000000)"
  refused "a key of nobody" 404 NOT_FOUND GET "$KEYS/000000000000"
  refused "no id of a key" 404 NOT_FOUND DELETE "$KEYS/x"
}

refusals() {
  refused "a key without a name" 400 INVALID_REQUEST POST $KEYS -H "$JSON" -d '{}'
  refused "an unknown scope" 400 INVALID_REQUEST POST $KEYS -H "$JSON" -d '{"name":"x","scopes":["all"]}'
  refused "no scope at all" 400 INVALID_REQUEST POST $KEYS -H "$JSON" -d '{"name":"x","scopes":[]}'
  refused "an unknown model" 400 INVALID_REQUEST POST $KEYS -H "$JSON" -d '{"name":"x","models":["nope"]}'
  refused "no address" 400 INVALID_REQUEST POST $KEYS -H "$JSON" -d '{"name":"x","allowed_ips":["localhost"]}'
  refused "an end in the past" 400 INVALID_REQUEST POST $KEYS -H "$JSON" -d '{"name":"x","expires_at":"2020-01-01T00:00:00Z"}'
  refused "an unknown member" 400 INVALID_REQUEST POST $KEYS -H "$JSON" -d '{"name":"x","scope":"admin"}'
}

rights() {
  local id
  new_key '{"name":"generate","scopes":["images:generate"],"models":["easel/sketch"]}'
  same "a key for one model makes images with it" 200 "$(with_key "$KEY" make "$PICTURE")"
  id=$(json .id)
  same "and fetches them" 200 "$(with_key "$KEY" api GET "/api/v2/generations/$id")"
  with_key "$KEY" refused "but does not list" 403 FORBIDDEN GET /api/v2/generations
  holds "and is told the scope" '.error.details | .reason == "scope_missing" and .scope == "gallery:read"'
  with_key "$KEY" refused "nor make keys" 403 FORBIDDEN GET $KEYS
  with_key "$KEY" refused "another model is refused on v2" 403 FORBIDDEN POST /api/v2/generate/text-to-image -H "$JSON" -d '{"model":"flux-schnell","prompt":"x"}'
  holds "with the reason" '.error.details.reason == "model_not_allowed"'
  same "on v1" 403 "$(with_key "$KEY" api POST /api/v1/file/generate-image -H "$JSON" -d '{"config":{"prompt":"x","generation_config_name":"flux-schnell"}}')"
  holds "in its words" '.detail | contains("flux-schnell")'
  same "on /v1" 403 "$(with_key "$KEY" api POST /v1/images/generations -H "$JSON" -d '{"model":"flux-schnell","prompt":"x"}')"
  holds "in its words" '.error | .type == "permission_error" and .code == "model_access_denied" and .param == "model"'
  same "the profile needs its scope on v1 too" 403 "$(with_key "$KEY" api GET /api/v1/user/me)"
  same "any key sees the models" 200 "$(with_key "$KEY" api GET /v1/models)"
  new_key '{"name":"maker","scopes":["keys:manage","gallery:read"],"requests_per_minute":1000}'
  with_key "$KEY" refused "a key gives no more than it has" 403 FORBIDDEN POST $KEYS -H "$JSON" -d '{"name":"x","scopes":["images:generate"]}'
  holds "and is told what" '.error.details | .reason == "beyond_own_rights" and .field == "scopes"'
  with_key "$KEY" refused "nor replaces a stronger one" 403 FORBIDDEN POST "$KEYS/$(cut -d_ -f3 <<<"$ROOT_KEY")/rotate"
  with_key "$KEY" refused "nor takes its own scope away" 400 INVALID_REQUEST PATCH "$KEYS/$KEY_ID" -H "$JSON" -d '{"scopes":["gallery:read"]}'
  with_key "$KEY" refused "nor its own address" 400 INVALID_REQUEST PATCH "$KEYS/$KEY_ID" -H "$JSON" -d '{"allowed_ips":["198.51.100.1"]}'
}

places() {
  new_key '{"name":"elsewhere","allowed_ips":["198.51.100.0/24"]}'
  with_key "$KEY" refused "a key for another address" 403 FORBIDDEN GET /api/v2/models
  holds "is refused for it" '.error.details.reason == "ip_not_allowed"'
  with_key "$KEY" refused "a header anybody can send changes nothing" 403 FORBIDDEN GET /api/v2/models -H 'X-Forwarded-For: 198.51.100.7'
  new_key '{"name":"here","allowed_ips":["127.0.0.0/8","::1"]}'
  same "a key for this address" 200 "$(with_key "$KEY" api GET /api/v2/models)"
}

endings() {
  new_key "{\"name\":\"short\",\"expires_at\":\"$(date -u -d '+2 seconds' +%FT%TZ)\"}"
  sleep 7
  with_key "$KEY" refused "an expired key" 401 UNAUTHORIZED GET /api/v2/models
  api GET "$KEYS/$KEY_ID" >/dev/null
  holds "is shown as such" '.status == "expired"'
}

budgets() {
  local id key body='{"model":"flux-schnell","prompt":"a lake","parameters":{"width":512,"height":512}}' i pids=()
  new_key '{"name":"on a budget"}'
  key=$KEY
  same "a key gets a budget" 201 "$(api POST /api/v2/budgets -H "$JSON" -d "{\"scope\":\"key\",\"key_id\":\"$KEY_ID\",\"monthly_credits\":0}")"
  id=$(json .id)
  holds "with its month" '.scope == "key" and .period.spent.credits == 0 and .period.remaining.credits == 0 and .period.alerts == []'
  refused "a second one" 409 CONFLICT POST /api/v2/budgets -H "$JSON" -d "{\"scope\":\"key\",\"key_id\":\"$KEY_ID\",\"monthly_credits\":1}"
  if api GET /api/v2/models/flux-schnell >/dev/null && [[ $(json .model.unavailable_reason) == null ]]; then
    with_key "$key" refused "what is beyond it is refused on v2" 402 QUOTA_EXCEEDED POST $CREATE -H "$JSON" -d "$body"
    holds "with the reason" '.error.details | .reason == "budget_exceeded" and .scope == "key" and .monthly_cap == "0"'
    same "on /v1" 429 "$(with_key "$key" api POST /v1/images/generations -H "$JSON" -d '{"model":"flux-schnell","prompt":"x","size":"512x512"}')"
    holds "in its words" '.error.code == "insufficient_quota" and (.error.message | contains("budget"))'
    same "with no retry" false "$(header x-should-retry)"
    same "the cap is changed" 200 "$(api PATCH "/api/v2/budgets/$id" -H "$JSON" -d '{"monthly_credits":1000}')"
    same "and counts at once" 200 "$(with_key "$key" make "$body")"
    local charged
    charged=$(json .cost.credits)
    api GET "/api/v2/budgets/$id" >/dev/null
    holds "what was charged is spent" ".period.spent.credits == $charged and .period.held.credits == 0"
    api PATCH "/api/v2/budgets/$id" -H "$JSON" -d "{\"monthly_credits\":$(jq -n "$charged * 4")}" >/dev/null
    for i in {1..12}; do
      curl -s -m 90 -o /dev/null -w '%{http_code}\n' -H "Authorization: Bearer $key" -H "$JSON" -d "$body" "$EASEL_URL$CREATE" >"$WORK/status.$i" &
      pids+=($!)
    done
    wait "${pids[@]}"
    same "of 12 at once with room for 3, 3 are made" "3 9" "$(grep -l 200 "$WORK"/status.* | wc -l) $(grep -l 402 "$WORK"/status.* | wc -l)"
    api GET "/api/v2/budgets/$id" >/dev/null
    holds "alerts are told once each" '[.period.alerts[].percent] == [50,80,100] and .period.remaining.credits == 0'
    same "and counted" 1 "$(curl -s "$EASEL_URL/metrics" | grep -cE '^easel_budget_alerts_total\{percent="100"\} [1-9]')"
  fi
  api GET /api/v2/budgets >/dev/null
  holds "budgets are listed" "[.budgets[].id] | index(\"$id\") != null"
  refused "but not from a cursor that never was" 400 INVALID_REQUEST GET "/api/v2/budgets?cursor=$(cursor bud_000000000000000000000000)"
  same "it is removed" 204 "$(api DELETE "/api/v2/budgets/$id")"
  refused "and gone" 404 NOT_FOUND GET "/api/v2/budgets/$id"
  refused "no cap" 400 INVALID_REQUEST POST /api/v2/budgets -H "$JSON" -d '{"scope":"tenant"}'
  refused "no such key" 400 INVALID_REQUEST POST /api/v2/budgets -H "$JSON" -d '{"scope":"key","key_id":"000000000000","monthly_credits":1}'
}

lifecycle
refusals
rights
places
endings
budgets
