#!/usr/bin/env bash
# The pages of who runs the server: models, organisations, plans, rules, changes. What each does, and
# to whom it is refused.
# shellcheck source=lib.sh
source "$(dirname "$0")/lib.sh"
# shellcheck source=v2.sh
source "$(dirname "$0")/v2.sh"
# shellcheck source=pages.sh
source "$(dirname "$0")/pages.sh"

# hidden NAME: the value of a hidden field of the page last shown.
hidden() { grep -o "name=\"$1\" value=\"[^\"]*\"" "$WORK/body" | head -n 1 | sed 's/.*value="//; s/"$//'; }
lacks() { check "$1" bash -c "! grep -qF -- '$2' '$WORK/body'"; }
sign_in() {
  rm -f "$JAR"
  page $SIGN_IN >/dev/null
  send $SIGN_IN "email=$1" "password=$2"
}

tenant='' owner="ann$suffix@example.org" owner_password='' owner_key=''
organisations() {
  same "the organisations" 200 "$(page /app/operate/tenants)"
  same "one without an address is refused" 400 "$(send /app/operate/tenants "name=North $suffix" email=ann plan=free)"
  shows "in words" 'email must be an address'
  shows "and the form comes back" "value=\"North $suffix\""
  page /app/operate/tenants >/dev/null
  same "one is made" 200 "$(send /app/operate/tenants "name=North $suffix" "email=$owner" plan=free)"
  owner_password=$(grep -oE '<dd><code>[^<]+' "$WORK/body" | sed -n '1s/.*>//p')
  owner_key=$(grep -oE 'esk_live_[A-Za-z0-9_]+' "$WORK/body" | head -n 1)
  tenant=$(grep -oE 'operate/tenants/ten_[a-z0-9]+' "$WORK/body" | head -n 1 | sed 's/.*\///')
  check "with a key, shown once" test -n "$owner_key" -a -n "$tenant"
  same "found by a part of its name" 200 "$(page "/app/operate/tenants?q=north+$suffix")"
  shows "as the one" "$tenant"
  same "or by a member's address" 200 "$(page "/app/operate/tenants?q=ann$suffix@")"
  shows "too" "$tenant"
  same "nobody is called so" 200 "$(page "/app/operate/tenants?q=%25nobody$suffix")"
  shows "which the page says" 'No organisation matches'
  same "its page" 200 "$(page "/app/operate/tenants/$tenant")"
  shows "with its owner" "$owner"
  same "one that is none" 404 "$(page /app/operate/tenants/ten_none)"
}

money() {
  local path=/app/operate/tenants/$tenant once
  page "$path" >/dev/null
  once=$(hidden once)
  same "credits without a reason" 400 "$(send "$path/credits" kind=top_up credits=5 reason= "once=$once")"
  page "$path" >/dev/null
  once=$(hidden once)
  same "a top-up" 200 "$(send "$path/credits" kind=top_up credits=12.5 "reason=paid $suffix" "once=$once")"
  same "sent twice" 200 "$(send "$path/credits" kind=top_up credits=12.5 "reason=paid $suffix" "once=$once")"
  same "is booked once" 12.5 "$(ledger 'top_up')"
  page "$path" >/dev/null
  same "an adjustment takes" 200 "$(send "$path/credits" kind=adjustment credits=-2.5 "reason=wrong $suffix" "once=$(hidden once)")"
  same "what it says" -2.5 "$(ledger 'adjustment')"
  page "$path" >/dev/null
  same "more than there is" 409 "$(send "$path/credits" kind=adjustment credits=-999999 "reason=wrong $suffix" "once=$(hidden once)")"
}
ledger() {
  EASEL_API_KEY=$owner_key api GET "/api/v2/billing/ledger?kind=$1" >/dev/null
  jq -r '[.entries[].available_effect.credits] | add' "$WORK/body"
}

plans() {
  same "the plans" 200 "$(page /app/operate/plans)"
  same "a limit that is none" 400 "$(send /app/operate/plans "id=p$suffix" name=Team monthly_credits=10 storage_mb=64 weight=1 requests_per_minute=many)"
  same "a plan is made" 200 "$(send /app/operate/plans "id=p$suffix" name=Team monthly_credits=10 storage_mb=64 weight=1 requests_per_minute=77 requests_per_hour= requests_per_day= concurrency=)"
  same "once" 409 "$(send /app/operate/plans "id=p$suffix" name=Team monthly_credits=10 storage_mb=64 weight=1)"
  same "its page" 200 "$(page "/app/operate/plans/p$suffix")"
  same "is changed" 200 "$(send "/app/operate/plans/p$suffix" "name=Team $suffix" monthly_credits=10 storage_mb=64 weight=2 requests_per_minute= vip=on)"
  shows "and says so" 'It is done.'
  page "/app/operate/tenants/$tenant" >/dev/null
  same "the organisation is put on it" 200 "$(send "/app/operate/tenants/$tenant" "name=South $suffix" "plan=p$suffix" subscription=active)"
  local tries=0
  while [[ $(plan_of_owner) != "p$suffix" ]] && ((tries++ < 30)); do sleep 0.3; done
  same "as its API says" "p$suffix" "$(plan_of_owner)"
  page /app/operate/plans >/dev/null
  shows "one is on it" ">Team $suffix<"
}

plan_of_owner() {
  EASEL_API_KEY=$owner_key api GET /api/v2/user/profile >/dev/null
  jq -r .user.subscription.plan "$WORK/body"
}

rules() {
  same "the rules" 200 "$(page /app/operate/moderation)"
  same "a pattern that is none" 400 "$(send /app/operate/moderation kind=pattern 'text=(' reason=odd level=always enabled=on)"
  page /app/operate/moderation >/dev/null
  same "a rule" 200 "$(send /app/operate/moderation kind=word "text=zz$suffix" reason=e2e_word level=always enabled=on)"
  same "is tried" 200 "$(send /app/operate/moderation/try "prompt=a zz$suffix on a hill")"
  shows "and objects" 'These rules object'
  same "refuses a prompt" 400 "$(EASEL_API_KEY=$owner_key api POST /api/v2/generate/text-to-image -H 'Content-Type: application/json' -d "{\"model\": \"easel/sketch\", \"prompt\": \"a zz$suffix\"}")"
  local id
  page /app/operate/moderation >/dev/null
  id=$(grep -B1 -oE "operate/moderation/mod_[a-z0-9]+\">zz$suffix<" "$WORK/body" | grep -oE 'mod_[a-z0-9]+' | head -n 1)
  same "its page" 200 "$(page "/app/operate/moderation/$id")"
  same "is changed" 200 "$(send "/app/operate/moderation/$id" kind=word "text=yy$suffix" reason=e2e_word level=always enabled=on "version=$(hidden version)")"
  same "not over somebody else's change" 409 "$(send "/app/operate/moderation/$id" kind=word "text=xx$suffix" reason=e2e_word level=always enabled=on version=0)"
  same "is switched off" 200 "$(send "/app/operate/moderation/$id/switch" on=false)"
  same "and lets pass" 200 "$(send /app/operate/moderation/try "prompt=a yy$suffix")"
  shows "everything" 'No rule objects.'
  same "is removed" 303 "$(send "/app/operate/moderation/$id/remove")"
  same "for good" 404 "$(page "/app/operate/moderation/$id")"
  page /app/operate/moderation >/dev/null
  shows "the refusal is counted" 'e2e_word'
}

suspension() {
  local path=/app/operate/tenants/$tenant own tries=0
  page "$path" >/dev/null
  same "suspended" 200 "$(send "$path/suspend")"
  shows "as the page says" 'Nobody is let in since'
  while [[ $(EASEL_API_KEY=$owner_key api GET /api/v2/user/profile) != 403 ]] && ((tries++ < 30)); do sleep 0.3; done
  same "its key is refused" 403 "$(EASEL_API_KEY=$owner_key api GET /api/v2/user/profile)"
  local operator=$JAR
  JAR=$WORK/other
  same "its owner does not get in" 403 "$(sign_in "$owner" "$owner_password")"
  JAR=$operator
  page "$path" >/dev/null
  same "resumed" 200 "$(send "$path/resume")"
  tries=0
  while [[ $(EASEL_API_KEY=$owner_key api GET /api/v2/user/profile) != 200 ]] && ((tries++ < 30)); do sleep 0.3; done
  same "its key is good again" 200 "$(EASEL_API_KEY=$owner_key api GET /api/v2/user/profile)"
  page "/app/operate/tenants?q=$EMAIL" >/dev/null
  own=$(grep -oE 'operate/tenants/ten_[a-z0-9_]+' "$WORK/body" | head -n 1 | sed 's/.*\///')
  page "/app/operate/tenants/$own" >/dev/null
  same "nobody locks the server's own people out" 409 "$(send "/app/operate/tenants/$own/suspend")"
}

# model_page: the page of the painter.
model_page() { page '/app/operate/models/model?id=easel/sketch'; }
# life LIFECYCLE SUNSET SUCCESSOR [on]: sends the form of that page.
life() {
  local fields=("lifecycle=$1" "sunset_on=$2" "successor=$3")
  [[ -z ${4:-} ]] || fields+=("enabled=$4")
  model_page >/dev/null
  send '/app/operate/models/model?id=easel/sketch' "${fields[@]}"
}
# order: the owner asks the painter for an image; prints the status, 200 however far it came.
order() {
  EASEL_API_KEY=$owner_key api POST /api/v2/generate/text-to-image -H 'Content-Type: application/json' \
    -d '{"model": "easel/sketch", "prompt": "a hill", "width": 64, "height": 64}' | sed 's/202/200/'
}
models() {
  same "the models" 200 "$(page /app/operate/models)"
  shows "with the painter" 'easel/sketch'
  same "some of them" 200 "$(page '/app/operate/models?q=retired')"
  lacks "without it" '<code>easel/sketch</code>'
  same "those that can be called" 200 "$(page '/app/operate/models?state=ready')"
  shows "with it" '<code>easel/sketch</code>'
  lacks "not those without a way" 'not configured</span>'
  same "those of no known state" 200 "$(page '/app/operate/models?state=x%22')"
  shows "are all" '<code>easel/sketch</code>'
  same "none of that id" 404 "$(page '/app/operate/models/model?id=none')"
  same "an order is taken" 200 "$(order)"
  same "its page" 200 "$(model_page)"
  shows "tells the key that asked for it" 'First key'
  shows "and whose it is" "South $suffix"
  same "an active one has no end" 400 "$(life active 2031-06-30 '' on)"
  same "it is deprecated" 200 "$(life deprecated 2031-06-30 stable-diffusion-xl on)"
  same "the catalogue says so" 'deprecated 2031-06-30 stable-diffusion-xl' "$(api GET /api/v2/models/easel/sketch >/dev/null; jq -r '.model | "\(.status) \(.sunset_on) \(.successor)"' "$WORK/body")"
  same "who asks for what ends" 200 "$(page /app/operate/models/ending)"
  shows "is told with the organisation" "South $suffix"
  shows "and what to go on with" '<code>stable-diffusion-xl</code>'
  same "by the API too" 'deprecated 2031-06-30 stable-diffusion-xl' "$(api GET /api/v2/admin/ending-models >/dev/null; jq -r --arg t "$tenant" '.keys[] | select(.tenant_id == $t and .model == "easel/sketch") | "\(.lifecycle) \(.sunset_on) \(.successor)"' "$WORK/body")"
  api GET /api/v2/models/easel/sketch >/dev/null
  check "in headers too" grep -qi '^sunset: Mon, 30 Jun 2031' "$WORK/headers"
  same "it succeeds itself" 400 "$(life deprecated 2031-06-30 easel/sketch on)"
  same "it is switched off" 200 "$(life deprecated 2031-06-30 stable-diffusion-xl)"
  same "and takes no orders" 503 "$(order)"
  check "which has a reason" grep -q model_switched_off "$WORK/body"
  same "the API brings it back" 200 "$(api PATCH /api/v2/admin/models/easel/sketch -H 'Content-Type: application/json' -d '{"lifecycle": "active", "enabled": true}')"
  same "without an end" 'active null null true' "$(jq -r '"\(.lifecycle) \(.sunset_on) \(.successor) \(.enabled)"' "$WORK/body")"
  same "and knows who uses it" "$tenant" "$(jq -r --arg t "$tenant" '.keys[] | select(.tenant_id == $t).tenant_id' "$WORK/body")"
  same "orders are taken again" 200 "$(order)"
  same "not by the API for its owner" 403 "$(EASEL_API_KEY=$owner_key api PATCH /api/v2/admin/models/easel/sketch -H 'Content-Type: application/json' -d '{"enabled": false}')"
  prices
}

prices() {
  local path='/app/operate/models/prices?id=easel/sketch' version shipped
  api GET /api/v2/admin/models/easel/sketch/prices >/dev/null
  shipped=$(jq -r 'first(.versions[] | select(.state == "active")).rules[0].usd' "$WORK/body")
  model_page >/dev/null
  version=$(hidden after_version)
  same "a price that is none" 400 "$(send "$path" "after_version=$version" 'operation=*' usd=dear)"
  shows "comes back as typed" 'value="dear"'
  model_page >/dev/null
  same "new prices" 200 "$(send "$path" "after_version=$version" "reason=e2e $suffix" 'operation=*' usd=0.02 'operation=*' usd=)"
  same "not over somebody else's" 409 "$(send "$path" "after_version=$version" 'operation=*' usd=0.03)"
  same "are in force" 1 "$(EASEL_API_KEY=$owner_key api POST /api/v2/quote -H 'Content-Type: application/json' -d '{"model": "easel/sketch", "prompt": "a hill"}' >/dev/null; jq -r .quote.credits "$WORK/body")"
  model_page >/dev/null
  same "and give way to what was" 200 "$(send "$path" "after_version=$(hidden after_version)" "reason=e2e $suffix" 'operation=*' "usd=$shipped")"
}

latency() {
  local tries=0
  JAR=$WORK/owner
  sign_in "$owner" "$owner_password" >/dev/null
  while page /app/usage >/dev/null && ! grep -q 'Median time' "$WORK/body" && ((tries++ < 50)); do sleep 0.3; done
  shows "usage tells how long it took" '95 % within'
  JAR=$WORK/jar
}

changes() {
  same "the changes" 200 "$(page "/app/operate/changes?tenant=$tenant")"
  local action
  for action in tenant.created plan.changed tenant.changed credits.booked tenant.suspended tenant.resumed; do
    shows "know of $action" "<code>$action</code>"
  done
  same "of plans" 200 "$(page "/app/operate/changes?what=plan&which=p$suffix&who=$EMAIL")"
  shows "what it was made" 'plan.created'
  shows "and revised to" 'plan.revised'
  same "of rules" 200 "$(page '/app/operate/changes?what=moderation_rule')"
  shows "the last" 'moderation_rule.removed'
  same "of a day long ago" 200 "$(page '/app/operate/changes?to=2001-01-01')"
  shows "there are none" 'Nothing matches'
  same "a day that is none" 400 "$(page '/app/operate/changes?from=yesterday')"
  same "of models" 200 "$(page '/app/operate/changes?which=easel/sketch')"
  shows "their life" 'model.changed'
  shows "and their prices" 'prices.published'
  same "as a file" 200 "$(page "/app/operate/easel-changes.csv?tenant=$tenant")"
  shows "with the booking" "12.5 credits: paid $suffix"
}

others() {
  JAR=$WORK/owner
  same "an owner signs in" 303 "$(sign_in "$owner" "$owner_password")"
  page /app/keys >/dev/null
  lacks "and is shown no way there" '/app/operate'
  local form
  form=$(token)
  local path
  for path in models 'models/model?id=easel/sketch' tenants "tenants/$tenant" plans plans/free moderation changes easel-changes.csv; do
    same "an owner may not see $path" 403 "$(page "/app/operate/$path")"
  done
  for path in 'models/model?id=easel/sketch' 'models/prices?id=easel/sketch' tenants "tenants/$tenant" "tenants/$tenant/suspend" "tenants/$tenant/credits" plans plans/free moderation moderation/try; do
    same "nor send to $path" 403 "$(page "/app/operate/$path" --data-urlencode "_csrf=$form" -d prompt=x)"
  done
  JAR=$WORK/nobody
  same "a stranger is sent to sign in" 303 "$(page /app/operate/tenants)"
  same "a key of the owner is refused by the API" 403 "$(EASEL_API_KEY=$owner_key api PATCH "/api/v2/admin/tenants/$tenant" -H 'Content-Type: application/json' -d '{"suspended": false}')"
}

same "who runs the server signs in" 303 "$(sign_in "$EMAIL" "$PASSWORD")"
organisations
money
plans
rules
models
latency
suspension
changes
others
