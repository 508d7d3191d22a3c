#!/usr/bin/env bash
# Limits of requests, on a server whose first organisation has the plan Basic: 60 requests a minute,
# 1,000 an hour, 10,000 generations a day.
# shellcheck source=../lib.sh
source "$(dirname "$0")/../lib.sh"
# shellcheck source=../v2.sh
source "$(dirname "$0")/../v2.sh"
easel=$EASEL_ROOT/ops/easel
data=$WORK/data
port=$(free_port 28850)
trap '"$easel" down --data "$data" >/dev/null 2>&1; rm -rf "$WORK"' EXIT

check "a server with the plan Basic starts" env EASEL_FIRST_RUN_PLAN=basic EASEL_LIMITS_REFUSED_KEYS=20 \
  "$easel" up --detach --port "$port" --data "$data"
EASEL_URL=http://localhost:$port
EASEL_API_KEY=$(sed -n 's/.*"api_key"[[:space:]]*:[[:space:]]*"\([^"]*\)".*/\1/p' "$data/first-run.json")
own_key=$EASEL_API_KEY
small='{"model":"easel/sketch","prompt":"a sea","parameters":{"width":64,"height":64}}'

# told WHAT: the last answer bears every header of the limits, as numbers.
told() {
  local name missing=
  for name in X-RateLimit-Limit X-RateLimit-Remaining X-RateLimit-Reset X-RateLimit-Reset-After \
    X-Quota-Limit X-Quota-Remaining X-Quota-Reset; do
    [[ $(header $name) =~ ^[0-9]+$ ]] || missing+=" $name=$(header $name)"
  done
  [[ $(header RateLimit-Policy) =~ ^\"[a-z]+\"\;q=[0-9]+\;w=[0-9]+, ]] || missing+=" RateLimit-Policy"
  [[ $(header RateLimit) =~ ^\"[a-z]+\"\;r=[0-9]+\;t=[0-9]+$ ]] || missing+=" RateLimit"
  if [[ -z $missing ]]; then ok "$1 tells the limits"; else not_ok "$1 tells the limits" "$missing"; fi
}

# answers STATUS METHOD PATH [curl options]: that status, with the headers.
answers() {
  local status=$1
  shift
  same "$1 $2" "$status" "$(api "$@")"
  told "$1 $2 ($status)"
}

same "the first request" 200 "$(make "$small")"
told "an answer with images"
same "the limit of the minute" 60 "$(header X-RateLimit-Limit)"
same "the limit of the day" "10000 9999" "$(header X-Quota-Limit) $(header X-Quota-Remaining)"
same "the day ends at midnight UTC" 0 $(($(header X-Quota-Reset) % 86400))
same "all windows are policies" '"minute";q=60;w=60, "hour";q=1000;w=3600, "day";q=10000;w=86400' "$(header RateLimit-Policy)"
made=$(json .id)
same "what is not valid" 400 "$(make '{}')"
told "a refusal"
if [[ $(header X-RateLimit-Remaining) =~ ^5[789]$ ]]; then ok "it counts"; else not_ok "it counts" "$(cat "$WORK/headers")"; fi
same "is a request and no generation" "9999" "$(header X-Quota-Remaining)"
same "an idempotent request" 200 "$(make "$small" -H 'Idempotency-Key: limits')"
same "repeated" 200 "$(make "$small" -H 'Idempotency-Key: limits')"
same "counts for the day once" 9998 "$(header X-Quota-Remaining)"

answers 200 GET "/api/v2/generations/$made"
same "looking has a bucket of its own" 600 "$(header X-RateLimit-Limit)"
answers 404 GET /api/v2/generations/gen_000000000000000000000000
answers 200 GET /api/v2/user/profile
answers 422 POST /api/v1/file/generate-image -H "$JSON" -d '{}'
answers 200 GET /api/v1/file
answers 404 GET /api/v1/file/none
answers 400 POST /v1/images/generations -H "$JSON" -d '{}'
same "OpenAI's limit" 60 "$(header x-ratelimit-limit-requests)"
if [[ $(header x-ratelimit-remaining-requests) =~ ^[0-9]+$ && $(header x-ratelimit-reset-requests) =~ ^[0-9.]+m?s$ ]]; then
  ok "OpenAI's headers are in its form"
else
  not_ok "OpenAI's headers are in its form" "$(cat "$WORK/headers")"
fi
answers 200 GET /v1/models
answers 404 GET /v1/models/none
answers 200 GET /openai/v1/models
same "a broken body" 400 "$(make '{')"
told "a broken body"
same "a stream" 200 "$(api POST /v1/images/generations -H "$JSON" -d '{"model":"easel/sketch","prompt":"a sea","size":"256x256","stream":true}')"
told "a stream"
same "a page asks before it calls" 204 "$(api OPTIONS $CREATE -H 'Origin: https://a.example' -H 'Access-Control-Request-Method: POST')"
api GET /api/v2/models >/dev/null
if [[ $(header Access-Control-Expose-Headers) == *RateLimit-Policy* ]]; then ok "pages may read them"; else not_ok "pages may read them"; fi

# Everything comes back after as many seconds as told.
same "another request" 400 "$(make '{}')"
sleep "$(header X-RateLimit-Reset-After)"
same "after the reset" 400 "$(make '{}')"
same "the minute was full again" 59 "$(header X-RateLimit-Remaining)"
sleep 2

# new-api eb75ff232: 200 at once at a limit of 60, and none refused. What refills meanwhile may pass.
burst() { java "$(dirname "$0")/Burst.java" "$EASEL_URL$CREATE" "$EASEL_API_KEY" 200 "$1"; }
count_of() { sed -n "s/.*\b$1=\([0-9]*\).*/\1/p" <<<"$2"; }
exactly_sixty() {
  local what=$1 status=$2 line=$3 passed seconds
  passed=$(count_of "$status" "$line")
  seconds=$(count_of seconds "$line")
  if ((passed >= 60 && passed <= 60 + seconds && passed + $(count_of 429 "$line") == 200)); then
    ok "$what: 200 at once at a limit of 60 pass 60, and one for each whole second it took"
  else
    not_ok "$what: 200 at once at a limit of 60 pass 60, and one for each whole second it took" "$line"
  fi
}
# limited [api arguments]: asks until it is refused for asking, since a request comes back each
# second; prints the last status.
limited() {
  local status tries
  for ((tries = 0; tries < 90; tries++)); do
    status=$(api "$@")
    [[ $status != 429 ]] || break
  done
  printf '%s' "$status"
}
line=$(burst '{}')
echo "# $line"
exactly_sixty "requests" 400 "$line"
same "the next one is refused" 429 "$(limited POST $CREATE -H "$JSON" -d '{}')"
holds "in the words of v2" '.error.code == "RATE_LIMITED" and .error.type == "rate_limit_error"'
told "a refusal for the rate"
holds "says which limit and how long" '.error.details.window == "minute" and .error.details.limit == 60 and (.error.details.retry_after | type == "number")'
same "as the header does" "$(json .error.details.retry_after)" "$(header Retry-After)"
same "and that nothing is left" 0 "$(header X-RateLimit-Remaining)"
same "v1 refuses in its words" 429 "$(limited POST /api/v1/file/generate-image -H "$JSON" -d '{}')"
holds "with a detail" '.detail | type == "string"'
same "/v1 refuses in its words" 429 "$(limited POST /v1/images/generations -H "$JSON" -d '{}')"
holds "as OpenAI's rate limit" '.error.type == "rate_limit_error" and .error.code == "rate_limit_exceeded" and .error.param == null'
same "looking goes on" 200 "$(api GET "/api/v2/generations/$made")"
same "so does cancelling, though this one has ended" 409 "$(api POST "/api/v2/generations/$made/cancel")"

# The minute is full again after a start; the day is not.
before=$(api GET /api/v2/models >/dev/null; header X-Quota-Remaining)
check "it stops" "$easel" down --data "$data"
check "it starts again" env EASEL_FIRST_RUN_PLAN=basic EASEL_LIMITS_REFUSED_KEYS=20 \
  "$easel" up --detach --port "$port" --data "$data"
api GET /api/v2/models >/dev/null
same "the day's count survived" "$before" "$(header X-Quota-Remaining)"
line=$(burst "$small")
echo "# $line"
exactly_sixty "generations" 202 "$line"
sleep 6
after=$(api GET /api/v2/models >/dev/null; header X-Quota-Remaining)
same "the day counted what was accepted" "$(count_of 202 "$line")" $((before - after))

# Wrong keys: their own bucket per address; who has a right one does not notice.
EASEL_API_KEY=esk_live_wrong
for ((i = 0; i < 20; i++)); do api GET /api/v2/models >/dev/null; done
same "too many wrong keys" 429 "$(limited GET /api/v2/models)"
holds "are told so" '.error | (keys_unsorted == ["type","code","message","details","request_id","documentation_url"])
  and .code == "RATE_LIMITED" and (.message | length > 0) and (.details | type == "object")
  and (.documentation_url | endswith("/docs/errors/RATE_LIMITED"))'
same "by the number of their request" "$(header X-Request-ID)" "$(json .error.request_id)"
EASEL_API_KEY=$own_key
same "a right key goes on" 200 "$(api GET /api/v2/models)"
