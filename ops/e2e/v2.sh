# shellcheck shell=bash
# What the scripts for /api/v2 share; sourced after lib.sh.
# shellcheck disable=SC2034  # JSON and CREATE are for the scripts
readonly JSON='Content-Type: application/json' CREATE=/api/v2/generate/text-to-image

install_debian jq jq

# json FILTER: the value in the last body, strings without quotes; nothing if the body is no JSON.
json() { jq -r "$1" "$WORK/body" 2>/dev/null; }

# header NAME: its value in the last answer.
header() { sed -n "s/^$1: *//Ip" "$WORK/headers" | tr -d '\r' | tail -n 1; }

# holds WHAT FILTER: ok when the filter is true of the last body.
holds() {
  if jq -e "$2" "$WORK/body" >/dev/null 2>&1; then ok "$1"; else not_ok "$1" "$(head -c 1500 "$WORK/body")"; fi
}

# cursor KEY: as lists tell it.
cursor() { printf '%s' "$1" | base64 -w 0 | tr -d '=' | tr '+/' '-_'; }

# make BODY [curl options]: POST to text-to-image, prints the status.
make() {
  local body=$1
  shift
  api POST $CREATE -H "$JSON" -d "$body" "$@"
}

# refused WHAT STATUS CODE METHOD PATH [curl options]: the documented error, whole.
refused() {
  local what=$1 status=$2 code=$3 actual
  shift 3
  actual=$(api "$@")
  local envelope='.error | (keys_unsorted == ["type","code","message","details","request_id","documentation_url"])
    and (.message | length > 0) and (.details | type == "object")
    and (.documentation_url | endswith("/docs/errors/" + .code // ""))'
  if [[ $actual == "$status" && $(json .error.code) == "$code" && $(header X-Request-ID) == "$(json .error.request_id)" ]] &&
    jq -e "${envelope/.code \/\/ \"\"/\"$code\"}" "$WORK/body" >/dev/null 2>&1; then
    ok "$what"
  else
    not_ok "$what" "status $actual, wanted $status $code"$'\n'"$(head -c 800 "$WORK/body")"
  fi
}

# not_made WHAT STATUS CODE FIELD BODY [curl options]: refused, and the field named.
not_made() {
  local what=$1 status=$2 code=$3 field=$4 body=$5
  shift 5
  refused "$what" "$status" "$code" POST $CREATE -H "$JSON" -d "$body" "$@"
  [[ -z $field ]] || holds "$what: names $field" ".error.details.field == \"$field\" or .error.details.fields[\"$field\"] != null"
}

# without_key COMMAND...: runs it as somebody unknown.
without_key() {
  local own=$EASEL_API_KEY
  EASEL_API_KEY=
  "$@"
  EASEL_API_KEY=$own
}
