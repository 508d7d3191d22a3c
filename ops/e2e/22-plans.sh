#!/usr/bin/env bash
# Plans and tenants by an administrator's hand, and what a tenant notices of it.
# shellcheck source=lib.sh
source "$(dirname "$0")/lib.sh"
# shellcheck source=v2.sh
source "$(dirname "$0")/v2.sh"
readonly PLANS=/api/v2/admin/plans TENANTS=/api/v2/admin/tenants
suffix=$RANDOM$RANDOM
tenant='' key=''

# as KEY COMMAND...: runs it with another key.
as() {
  local own=$EASEL_API_KEY
  EASEL_API_KEY=$1
  shift
  "$@"
  EASEL_API_KEY=$own
}
# Limits and plans are remembered for 4 seconds.
settle() { sleep 5; }

plans() {
  same "everybody sees the plans" 200 "$(api GET /api/v2/plans)"
  holds "with the limits as sold" '[.plans[] | select(.id == "free" or .id == "basic" or .id == "pro") | [.requests_per_minute,.requests_per_hour,.requests_per_day]] == [[10,100,1000],[60,1000,10000],[300,5000,50000]]'
  same "an administrator makes one" 201 "$(api POST $PLANS -H "$JSON" -d "{\"id\":\"team-$suffix\",\"name\":\"Team\",\"requests_per_minute\":120,\"monthly_credits\":7}")"
  holds "without limits nobody asked for" '.requests_per_minute == 120 and .requests_per_hour == null and .monthly_credits == 7 and .vip == false'
  refused "once" 409 CONFLICT POST $PLANS -H "$JSON" -d "{\"id\":\"team-$suffix\",\"name\":\"Team\"}"
  same "and changes it" 200 "$(api PATCH "$PLANS/team-$suffix" -H "$JSON" -d '{"requests_per_minute":null,"requests_per_hour":90}')"
  holds "what is named" '.requests_per_minute == null and .requests_per_hour == 90 and .monthly_credits == 7'
  refused "no limit of zero" 400 INVALID_REQUEST PATCH "$PLANS/team-$suffix" -H "$JSON" -d '{"requests_per_minute":0}'
  refused "no member that is misspelt" 400 INVALID_REQUEST PATCH "$PLANS/team-$suffix" -H "$JSON" -d '{"per_minute":5}'
  refused "no plan that is not there" 404 NOT_FOUND PATCH "$PLANS/none" -H "$JSON" -d '{}'
}

tenants() {
  same "an administrator makes a tenant" 201 "$(api POST $TENANTS -H "$JSON" -d "{\"name\":\"Studio\",\"email\":\"ann-$suffix@example.org\"}")"
  tenant=$(json .tenant.id) key=$(json .api_key)
  holds "on Free, with its first credits" '.tenant.plan == "free" and .tenant.available.credits == 100 and (.owner.password | length) == 20'
  refused "one tenant per address" 409 CONFLICT POST $TENANTS -H "$JSON" -d "{\"name\":\"Studio\",\"email\":\"ANN-$suffix@example.org\"}"
  refused "no plan that is not there" 400 INVALID_REQUEST POST $TENANTS -H "$JSON" -d "{\"name\":\"x\",\"plan\":\"none\",\"email\":\"b-$suffix@example.org\"}"
  same "its key works" 200 "$(as "$key" api GET /api/v2/user/profile)"
  holds "and tells when the plan renews" '.user.subscription | .plan == "free" and .status == "active" and (.renews_at | test("T00:00:00Z$"))'
  same "it makes an image" 200 "$(as "$key" make '{"model":"easel/sketch","prompt":"x","parameters":{"width":64,"height":64}}')"
  same "within Free's minute" 10 "$(header X-RateLimit-Limit)"
  as "$key" refused "it is no administrator" 403 FORBIDDEN GET $TENANTS
  same "an upgrade" 200 "$(api PATCH "$TENANTS/$tenant" -H "$JSON" -d '{"plan":"basic"}')"
  holds "grants the difference" '.plan == "basic" and .available.credits == 1000 and .usage.images_generated_today == 1'
  api PATCH "$TENANTS/$tenant" -H "$JSON" -d '{"plan":"free"}' >/dev/null
  api PATCH "$TENANTS/$tenant" -H "$JSON" -d '{"plan":"basic"}' >/dev/null
  holds "once a month" '.available.credits == 1000'
  settle
  same "it makes another image" 200 "$(as "$key" make '{"model":"easel/sketch","prompt":"x","parameters":{"width":64,"height":64}}')"
  same "within Basic's minute" 60 "$(header X-RateLimit-Limit)"
  same "a cancelled subscription" 200 "$(api PATCH "$TENANTS/$tenant" -H "$JSON" -d '{"subscription":"cancelled"}')"
  holds "does not renew" '.subscription == {"plan":"basic","status":"cancelled","renews_at":null}'
  api PATCH "$TENANTS/$tenant" -H "$JSON" -d '{"subscription":"active"}' >/dev/null
  holds "until it is resumed" '.subscription.status == "active" and .subscription.renews_at != null'
  same "the tenants are listed" 200 "$(api GET "$TENANTS?limit=1")"
  holds "page by page" '(.tenants | length) == 1 and .next_cursor != null'
}

# Of four at once on a plan that runs one at a time: one runs, the others wait and say why.
concurrency() {
  local ids=() id plan=single-$suffix
  same "a plan that runs one at a time" 201 "$(api POST $PLANS -H "$JSON" -d "{\"id\":\"$plan\",\"name\":\"Single\",\"concurrency\":1,\"monthly_credits\":50}")"
  holds "says so" '.concurrency == 1'
  refused "and cannot run none" 400 INVALID_REQUEST PATCH "$PLANS/$plan" -H "$JSON" -d '{"concurrency":0}'
  api PATCH "$TENANTS/$tenant" -H "$JSON" -d "{\"plan\":\"$plan\"}" >/dev/null
  settle
  for _ in 1 2 3 4; do
    as "$key" api POST $CREATE -H "$JSON" -H "Prefer: respond-async" \
      -d '{"model":"easel/sketch","prompt":"a wide valley","parameters":{"width":1024,"height":1024}}' >/dev/null
    ids+=("$(json .id)")
  done
  same "the last of four is shown" 200 "$(as "$key" api GET "/api/v2/generations/${ids[3]}")"
  holds "waiting for its turn, and why" '.status == "queued" and .waiting_reason == "concurrency_cap" and .queue_position > 1'
  for id in "${ids[@]}"; do
    for _ in $(seq 150); do
      as "$key" api GET "/api/v2/generations/$id" >/dev/null
      [[ $(json .status) =~ ^(queued|processing)$ ]] || break
      sleep 0.2
    done
    holds "it ends well" '.status == "completed" and .waiting_reason == null'
  done
}

# More than the plan's storage: delivered all the same, with a word.
storage() {
  api POST $PLANS -H "$JSON" -d "{\"id\":\"tiny-$suffix\",\"name\":\"Tiny\",\"storage_mb\":1}" >/dev/null
  api PATCH "$TENANTS/$tenant" -H "$JSON" -d "{\"plan\":\"tiny-$suffix\"}" >/dev/null
  settle
  same "who stores more than the plan holds still gets images" 200 "$(as "$key" make '{"model":"easel/sketch","prompt":"x","parameters":{"width":64,"height":64}}')"
  holds "with a warning" '[.warnings[].code] | index("storage_exceeded")'
}

plans
tenants
concurrency
storage
