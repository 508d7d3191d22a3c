#!/usr/bin/env bash
# Prices: a quote is what is held and what the receipt says; administrators publish versions. The
# painter costs something while this runs, and nothing again at the end.
# shellcheck source=lib.sh
source "$(dirname "$0")/lib.sh"
# shellcheck source=v2.sh
source "$(dirname "$0")/v2.sh"

readonly PRICES=/api/v2/admin/models/easel/sketch/prices QUOTE=/api/v2/quote
readonly FREE='{"reason":"free again","rules":[{"usd":0}]}'

publish() { api POST "${2:-$PRICES}" -H "$JSON" -d "$1"; }
quote() { api POST $QUOTE -H "$JSON" -d "$@"; }
trap 'publish "$FREE" >/dev/null; rm -rf "$WORK"' EXIT

# wish WIDTH HEIGHT COUNT STEPS
wish() {
  printf '{"model":"easel/sketch","prompt":"a sea","parameters":{"width":%s,"height":%s,"num_outputs":%s,"num_inference_steps":%s}}' "$@"
}

same "prices can be read" 200 "$(api GET $PRICES)"
holds "with every version" '.model == "easel/sketch" and (.versions | length) >= 1 and .versions[0].state == "active" and .versions[0].rules[0].usd == 0'
newest=$(json '.versions[0].version')

same "a version is published" 201 "$(publish '{"reason":"bands","rules":[
  {"max_pixels":16384,"usd":0.04},{"max_pixels":65536,"usd":0.1,"included_steps":30,"usd_per_extra_step":0.0005},
  {"max_pixels":16384,"from_count":3,"usd":0.03},
  {"max_pixels":16384,"quality":"high","usd":0.2}]}')"
holds "as the next one" ".version.version == $((newest + 1)) and .version.state == \"active\" and (.version.rules | length) == 4"

api GET /api/v2/user/profile >/dev/null
before=$(json .user.usage.credits_remaining)
same "a quote" 200 "$(quote "$(wish 128 128 2 20)")"
holds "tells lines, balance and route" ".quote | .credits == 4 and .usd == 0.08 and .affordable and .balance == $before
  and .balance_after == $before - 4 and .model == \"easel/sketch\" and .operation == \"text-to-image\""
holds "in the shape of the description" '(keys_unsorted == ["quote","budget","route","queue_position","eta_seconds","eta","warnings"])
  and .route == {"provider":"sketch","upstream_model":"easel/sketch"} and .queue_position == 1
  and (.quote.lines | length) == 1 and .quote.lines[0].quantity == 2 and .quote.lines[0].unit_credits == 2
  and ([.quote.lines[].credits] | add) == .quote.credits'
rule=$(json '.quote.lines[0].price_rule')
api GET /api/v2/user/profile >/dev/null
same "and costs nothing" "$before" "$(json .user.usage.credits_remaining)"

same "what was quoted is made" 200 "$(make "$(wish 128 128 2 20)")"
holds "for what was quoted" '.cost == {"credits":4,"usd":0.08}'
api GET "/api/v2/generations/$(json .id)" >/dev/null
holds "and so says the receipt" ".receipt.price | .held == {\"credits\":4,\"usd\":0.08} and .charged == .held
  and .lines[0].rule == \"$rule\" and .lines[0].version == $((newest + 1)) and .lines[0].amount.credits == 4"
api GET /api/v2/user/profile >/dev/null
holds "and the balance" ".user.usage.credits_remaining == $before - 4"

quote "$(wish 256 256 1 40)" >/dev/null
holds "a larger band and ten further steps" '.quote.usd == 0.105'
quote "$(wish 128 128 3 20)" >/dev/null
holds "a volume price" '.quote.usd == 0.09 and .quote.lines[0].quantity == 3'
refused "no band, no price: refused, not free" 503 MODEL_NOT_AVAILABLE POST $QUOTE -H "$JSON" -d "$(wish 512 512 1 20)"
holds "and says why" '.error.details.reason == "no_price_rule"'
refused "nor made" 503 MODEL_NOT_AVAILABLE POST $CREATE -H "$JSON" -d "$(wish 512 512 1 20)"
refused "a quote is judged like the request" 400 INVALID_REQUEST POST $QUOTE -H "$JSON" -d "$(wish 100 128 1 20)"
refused "its content too" 400 INVALID_PROMPT POST $QUOTE -H "$JSON" -d '{"model":"easel/sketch","prompt":"child pornography"}'
refused "an operation there is not" 400 INVALID_REQUEST POST $QUOTE -H "$JSON" -d '{"operation":"sculpt","prompt":"x"}'
same "the operation may be named" 200 "$(quote "{\"operation\":\"text-to-image\",$(wish 128 128 1 20 | cut -c 2-)")"

refused "no price below zero" 400 INVALID_REQUEST POST $PRICES -H "$JSON" -d '{"rules":[{"usd":-1}]}'
refused "no band twice" 400 INVALID_REQUEST POST $PRICES -H "$JSON" -d '{"rules":[{"usd":1},{"usd":2}]}'
refused "not after a version that is no longer the newest" 409 CONFLICT POST $PRICES -H "$JSON" -d "{\"after_version\":$newest,\"rules\":[{\"usd\":1}]}"
refused "an unknown model" 404 NOT_FOUND GET /api/v2/admin/models/no/such/prices
same "an escaped slash will do" 200 "$(api GET /api/v2/admin/models/easel%2Fsketch/prices)"

cost=$(wish 128 128 1 20)
quote "$cost" >/dev/null
holds "where no budget caps it, a quote says so" 'has("budget") and .budget == null'
same "a budget" 201 "$(api POST /api/v2/budgets -H "$JSON" -d '{"scope":"tenant","monthly_credits":0.5}')"
budget=$(json .id)
quote "$cost" >/dev/null
holds "that leaves no room is told beforehand" ".quote.affordable and (.budget | .id == \"$budget\" and .scope == \"tenant\"
  and .would_refuse and .remaining_after < 0)"
refused "and refuses" 402 QUOTA_EXCEEDED POST $CREATE -H "$JSON" -d "$cost"
same "with more room" 200 "$(api PATCH "/api/v2/budgets/$budget" -H "$JSON" -d '{"monthly_credits":1000000}')"
quote "$cost" >/dev/null
holds "it would not" '.budget.would_refuse == false and .budget.remaining_after > 0'
same "the budget goes" 204 "$(api DELETE "/api/v2/budgets/$budget")"

same "/v1 tells the cost of a dry run" 200 "$(api POST /v1/images/generations -H "$JSON" \
  -d '{"model":"easel/sketch","prompt":"a sea","size":"128x128","quality":"hd","n":2,"dry_run":true}')"
holds "by its quality, and makes nothing" '.dry_run and .data == [] and .usage.cost == 0.4 and .quote.lines[0].quantity == 2'
same "and makes it for that" 200 "$(api POST /v1/images/generations -H "$JSON" \
  -d '{"model":"easel/sketch","prompt":"a sea","size":"128x128","quality":"hd","n":2}')"
holds "all images of it" '.usage.cost == 0.4 and (.data | length) == 2'

same "it is free again" 201 "$(publish "$FREE")"
quote "$cost" >/dev/null
holds "at once" '.quote.credits == 0'
