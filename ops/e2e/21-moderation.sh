#!/usr/bin/env bash
# The content policy: levels on the three surfaces, disguises, rules edited while the server runs,
# counts of refusals that cost nothing.
# shellcheck source=lib.sh
source "$(dirname "$0")/lib.sh"
# shellcheck source=v2.sh
source "$(dirname "$0")/v2.sh"

readonly SKETCH='"model":"easel/sketch"' SMALL='"parameters":{"width":64,"height":64}'
readonly RULES=/api/v2/admin/moderation/rules TRY=/api/v2/admin/moderation/test

credits() { api GET /api/v2/user/profile >/dev/null && json .user.usage.credits_remaining; }
count() { api GET '/api/v2/generations?limit=100' >/dev/null && json '.generations | length'; }
painted() { same "$1" 200 "$(make "{$SKETCH,$SMALL,$2}")"; }
v1() { api POST /api/v1/file/generate-image -H "$JSON" -d "{\"config\":{\"generation_config_name\":\"easel/sketch\",\"params\":{\"width\":64,\"height\":64},\"prompt\":\"$1\"}}"; }
openai() { api POST /v1/images/generations -H "$JSON" -d "{$SKETCH,\"size\":\"64x64\",\"prompt\":\"$1\"${2:-}}"; }
# refusals REASON: how many are counted.
refusals() {
  api GET '/api/v2/admin/moderation/refusals?limit=1000' >/dev/null
  json "[.refusals[] | select(.reason == \"$1\") | .count] | add // 0"
}

surfaces() {
  local before_credits before_count before
  before_credits=$(credits) before_count=$(count) before=$(refusals nsfw_content_detected)
  not_made "v2 refuses" 400 INVALID_PROMPT prompt "{$SKETCH,\"prompt\":\"a nude woman\"}"
  holds "v2: the envelope of the specification" '.error | .type == "validation_error"
    and .message == "The prompt contains prohibited content"
    and .details == {"field":"prompt","reason":"nsfw_content_detected","suggestion":"Please modify your prompt to remove inappropriate content"}'
  same "v1 refuses" 400 "$(v1 "a nude woman")"
  holds "v1: detail" '. == {"detail":"The prompt contains prohibited content"}'
  same "/v1 refuses" 400 "$(openai "a nude woman")"
  holds "/v1: its envelope" '.error | .type == "invalid_request_error" and .param == "prompt" and .code == "content_policy_violation" and (.message | length > 0)'
  same "nothing was charged" "$before_credits" "$(credits)"
  same "nothing was kept" "$before_count" "$(count)"
  same "three refusals are counted" $((before + 3)) "$(refusals nsfw_content_detected)"
  curl -s "$EASEL_URL/metrics" >"$WORK/metrics"
  check "and told to Prometheus" grep -q '^easel_prompts_refused_total{reason="nsfw_content_detected"}' "$WORK/metrics"
  same "the prompt is not in the log" 0 "$(grep -c 'a nude woman' "$EASEL_DATA/run/server.log")"
}

disguises() {
  local prompt
  for prompt in 'a n.u.d.e woman' 'a n u d e woman' 'a NUD3 woman' 'a nu\u200bde woman' 'a nud\u0435 woman' \
    'a \uff4e\uff55\uff44\uff45 woman' 'a nuuuude woman' '$3xual intercourse' 'p0rn'; do
    not_made "seen through: $prompt" 400 INVALID_PROMPT prompt "{$SKETCH,\"prompt\":\"$prompt\"}"
  done
  for prompt in 'Essex in spring, a classic cockpit' 'the pen is on the table' 'an assassin in the grass' 'a naked mole rat'; do
    painted "innocent: $prompt" "\"prompt\":\"$prompt\""
  done
  painted "negative prompts are not judged" '"prompt":"a lake","negative_prompt":"nude, nsfw"'
}

levels() {
  painted "without the filter nudes pass" '"prompt":"a nude statue","preferences":{"nsfw_filter":false}'
  not_made "with the filter they do not" 400 INVALID_PROMPT prompt "{$SKETCH,\"prompt\":\"a nude statue\",\"preferences\":{\"nsfw_filter\":true}}"
  not_made "what no operator wants never passes" 400 INVALID_PROMPT prompt "{$SKETCH,\"prompt\":\"naked children\",\"preferences\":{\"nsfw_filter\":false}}"
  holds "and the reason is told" '.error.details.reason == "sexual_minors"'
  not_made "a filter that is no flag" 400 INVALID_REQUEST preferences.nsfw_filter "{$SKETCH,\"prompt\":\"x\",\"preferences\":{\"nsfw_filter\":1}}"
  same "moderation low lets nudes pass" 200 "$(openai "a nude statue" ',"moderation":"low"')"
  same "but no pornography" 400 "$(openai "pornography" ',"moderation":"low"')"
  same "auto refuses nudes" 400 "$(openai "a nude statue" ',"moderation":"auto"')"
}

editing() {
  local id
  same "a rule is added" 201 "$(api POST $RULES -H "$JSON" -d '{"kind":"phrase","text":"acme rocket","reason":"trademark","level":"always","suggestion":"Leave the brand out."}')"
  id=$(json .id)
  same "its address is told" 1 "$(header Location | grep -c "$RULES/$id\$")"
  not_made "it takes effect at once" 400 INVALID_PROMPT prompt "{$SKETCH,\"prompt\":\"an ACME-rocket\"}"
  holds "with its own reason and suggestion" '.error.details | .reason == "trademark" and .suggestion == "Leave the brand out."'
  same "it is counted by its reason" 1 "$(refusals trademark)"
  same "a prompt can be tried" 200 "$(api POST $TRY -H "$JSON" -d '{"prompt":"a.n.u.d.e statue on an acme rocket","level":"low"}')"
  holds "the trial tells rules and text" '.allowed == false and .normalized == "anude statue on an acme rocket"
    and ([.matches[] | [.reason,.applies]] | contains([["nsfw_content_detected",false],["trademark",true]]))'
  same "trials are not counted" 1 "$(refusals trademark)"
  same "counts come in pages" 200 "$(api GET '/api/v2/admin/moderation/refusals?limit=1')"
  same "one after the other" 200 "$(api GET "/api/v2/admin/moderation/refusals?limit=1&cursor=$(json .next_cursor)")"
  holds "without a gap" '.refusals | length == 1 and .[0].reason == "sexual_minors"'
  same "a rule is switched off" 200 "$(api PATCH "$RULES/$id" -H "$JSON" -d '{"enabled":false,"version":1}')"
  holds "and its version counts" '.enabled == false and .version == 2 and .text == "acme rocket"'
  painted "then it refuses nothing" '"prompt":"an acme rocket"'
  refused "a version that is not there any more" 409 CONFLICT PATCH "$RULES/$id" -H "$JSON" -d '{"enabled":true,"version":1}'
  same "it is in the list" 200 "$(api GET "$RULES?limit=500")"
  holds "with the shipped ones" "[.rules[].id] | contains([\"$id\",\"mod_shipped_01\"])"
  same "pages have a cursor" 200 "$(api GET "$RULES?limit=1")"
  same "which leads on" 200 "$(api GET "$RULES?limit=1&cursor=$(json .next_cursor)")"
  same "it is removed" 204 "$(api DELETE "$RULES/$id")"
  refused "and gone" 404 NOT_FOUND GET "$RULES/$id"
  refused "a broken pattern" 400 INVALID_REQUEST POST $RULES -H "$JSON" -d '{"kind":"pattern","text":"(a","reason":"x","level":"always"}'
  holds "what is wrong with it is told" '.error.details | .field == "text" and (.reason | test("missing closing"))'
  refused "look-around" 400 INVALID_REQUEST POST $RULES -H "$JSON" -d '{"kind":"pattern","text":"(?=a)b","reason":"x","level":"always"}'
  refused "a rule without anything" 400 INVALID_REQUEST POST $RULES -H "$JSON" -d '{}'
  holds "names all that is missing" '.error.details.fields | keys == ["kind","level","reason","text"]'
  refused "a cursor of another list" 400 INVALID_REQUEST GET '/api/v2/admin/moderation/refusals?cursor=bm9wZQ'
  refused "a day that is none" 400 INVALID_REQUEST GET '/api/v2/admin/moderation/refusals?from=2026-02-30'
  without_key refused "rules are for administrators" 401 UNAUTHORIZED GET $RULES
}

surfaces
disguises
levels
editing
