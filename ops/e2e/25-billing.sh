#!/usr/bin/env bash
# Money on /api/v2: the ledger, bookings by an administrator, monthly statements in three forms. The
# built-in painter is free, so charges and their refunds are left to the container tests.
# shellcheck source=lib.sh
source "$(dirname "$0")/lib.sh"
# shellcheck source=v2.sh
source "$(dirname "$0")/v2.sh"

readonly LEDGER=/api/v2/billing/ledger INVOICES=/api/v2/billing/invoices
MONTH=$(date -u +%Y-%m)
RUN=$$-$RANDOM
readonly MONTH RUN

# book KEY BODY: books credits for the tenant of the key, prints the status.
book() { api POST "$CREDITS" -H "$JSON" -H "Idempotency-Key: $RUN-$1" -d "$2"; }

not_booked() {
  local what=$1 status=$2 code=$3
  shift 3
  refused "$what" "$status" "$code" POST "$CREDITS" -H "$JSON" "$@"
}

bookings() {
  local before entry
  api GET "$INVOICES/$MONTH.html" >/dev/null
  CREDITS=/api/v2/admin/tenants/$(grep -o 'ten_[0-9a-f]*' "$WORK/body" | head -n 1)/credits
  api GET $INVOICES >/dev/null
  before=$(json '.invoices[0].closing_balance.credits')
  same "a top-up is booked" 201 "$(book top '{"kind":"top_up","credits":2.5,"reason":"=1+1"}')"
  entry=$(json .entry.id)
  holds "with who booked it" '.entry | .kind == "top_up" and .amount == {"credits":2.5,"usd":0.05} and (.actor | startswith("user_"))'
  same "the same once more" 200 "$(book top '{"kind":"top_up","credits":2.5,"reason":"=1+1"}')"
  holds "is the same entry" ".entry.id == \"$entry\""
  same "and told to be a replay" true "$(header Idempotent-Replayed)"
  same "the key with another amount" 422 "$(book top '{"kind":"top_up","credits":3,"reason":"x"}')"
  same "an adjustment takes credits" 201 "$(book down '{"kind":"adjustment","credits":-1,"reason":"Counted twice"}')"
  same "it is spent no further" 409 "$(book deep '{"kind":"adjustment","credits":-999999999,"reason":"x"}')"
  not_booked "no key" 400 INVALID_REQUEST -d '{"kind":"top_up","credits":1,"reason":"x"}'
  not_booked "no reason" 400 INVALID_REQUEST -H 'Idempotency-Key: a' -d '{"kind":"top_up","credits":1}'
  not_booked "a blank reason" 400 INVALID_REQUEST -H 'Idempotency-Key: a' -d '{"kind":"top_up","credits":1,"reason":" "}'
  not_booked "a negative top-up" 400 INVALID_REQUEST -H 'Idempotency-Key: a' -d '{"kind":"top_up","credits":-1,"reason":"x"}'
  not_booked "nothing" 400 INVALID_REQUEST -H 'Idempotency-Key: a' -d '{"kind":"adjustment","credits":0,"reason":"x"}'
  not_booked "a seventh decimal" 400 INVALID_REQUEST -H 'Idempotency-Key: a' -d '{"kind":"top_up","credits":1.0000001,"reason":"x"}'
  not_booked "another kind" 400 INVALID_REQUEST -H 'Idempotency-Key: a' -d '{"kind":"grant","credits":1,"reason":"x"}'
  refused "no such tenant" 404 NOT_FOUND POST /api/v2/admin/tenants/ten_none/credits -H "$JSON" -H 'Idempotency-Key: a' -d '{"kind":"top_up","credits":1,"reason":"x"}'
  refused "no such generation to refund" 404 NOT_FOUND POST /api/v2/admin/generations/gen_none/refunds -H "$JSON" -H 'Idempotency-Key: a' -d '{"reason":"x"}'
  make '{"model":"easel/sketch","prompt":"x","parameters":{"width":64,"height":64}}' >/dev/null
  refused "nothing to refund of what was free" 409 CONFLICT POST "/api/v2/admin/generations/$(json .id)/refunds" -H "$JSON" -H 'Idempotency-Key: a' -d '{"reason":"x"}'
  api GET $INVOICES >/dev/null
  same "the balance moved by what was booked" true "$(jq -n "$(json '.invoices[0].closing_balance.credits') == $before + 1.5")"
}

ledger() {
  same "the ledger" 200 "$(api GET "$LEDGER?limit=1")"
  holds "newest first" '(.entries | length) == 1 and .entries[0].kind == "adjustment" and .entries[0].amount.credits == -1'
  same "goes on" 200 "$(api GET "$LEDGER?limit=1&cursor=$(json .next_cursor)")"
  holds "with the entry before" '.entries[0] | .kind == "top_up" and .reason == "=1+1"'
  api GET "$LEDGER?kind=grant&from=2000-01-01&to=$(date -u +%F)" >/dev/null
  holds "of one kind and time" '(.entries | length) >= 1 and all(.entries[]; .kind == "grant")'
  api GET "$LEDGER?generation_id=gen_none" >/dev/null
  holds "of one generation" '.entries == [] and .next_cursor == null'
  refused "all that is wrong at once" 400 INVALID_REQUEST GET "$LEDGER?kind=x&from=y&cursor=z&limit=0"
  holds "four fields are named" '.error.details.fields | keys == ["cursor","from","kind","limit"]'
  refused "a cursor that never was" 400 INVALID_REQUEST GET "$LEDGER?cursor=$(cursor trf_000000000000000000000000)"
  refused "entries are not removed" 404 NOT_FOUND DELETE "$LEDGER/trf_1"
  without_key refused "no key" 401 UNAUTHORIZED GET $LEDGER
}

statements() {
  same "the statement" 200 "$(api GET "$INVOICES/$MONTH")"
  holds "adds up" '([.opening_balance.credits, .lines[].amount.credits] | add) - .closing_balance.credits | fabs < 1e-6'
  holds "is still open" '.status == "open"'
  same "as CSV by Accept" 200 "$(api GET "$INVOICES/$MONTH" -H 'Accept: text/csv')"
  same "is a file" "attachment; filename=\"easel-$MONTH.csv\"" "$(header Content-Disposition)"
  same "begins with its columns" month,item,model,entries,images,credits,usd "$(head -n 1 "$WORK/body" | tr -d '\r')"
  cp "$WORK/body" "$WORK/by-accept"
  api GET "$INVOICES/$MONTH.csv" >/dev/null
  check "is the same by its ending" cmp "$WORK/body" "$WORK/by-accept"
  same "as a page by Accept" 200 "$(api GET "$INVOICES/$MONTH" -H 'Accept: text/html,*/*;q=0.8')"
  same "is HTML" 'text/html;charset=UTF-8' "$(header Content-Type | tr -d ' ')"
  same "runs nothing" 0 "$(grep -c '<script' "$WORK/body")"
  same "loads nothing" 1 "$(header Content-Security-Policy | grep -c "default-src 'none'")"
  refused "a month before the first" 404 NOT_FOUND GET "$INVOICES/1999-12"
  refused "a month to come" 404 NOT_FOUND GET "$INVOICES/2999-12.csv"
  refused "no month at all" 404 NOT_FOUND GET "$INVOICES/2026-13"
  refused "another form" 406 INVALID_REQUEST GET "$INVOICES/$MONTH" -H 'Accept: image/png'
  same "the list" 200 "$(api GET "$INVOICES?limit=1")"
  holds "has the month" ".invoices[0].month == \"$MONTH\" and (.invoices[0] | has(\"lines\") | not)"
}

bookings
ledger
statements
