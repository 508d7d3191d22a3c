#!/usr/bin/env bash
# Usage on /api/v2 and /v1. The built-in painter is free: that charges and refunds add up to the
# ledger's is shown by the container tests.
# shellcheck source=lib.sh
source "$(dirname "$0")/lib.sh"
# shellcheck source=v2.sh
source "$(dirname "$0")/v2.sh"

readonly USAGE=/api/v2/usage V1=/v1/usage IMAGES=/v1/organization/usage/images
TODAY=$(date -u +%F)
START=$(($(date -u +%s) / 86400 * 86400))
readonly TODAY START

requests() { api GET "$USAGE?from=$TODAY&to=$TODAY" >/dev/null; json '.total.requests'; }

reports() {
  local before
  before=$(requests)
  make '{"model":"easel/sketch","prompt":"x","parameters":{"width":64,"height":64}}' >/dev/null
  same "a request counts once" $((before + 1)) "$(requests)"
  same "the month by model" 200 "$(api GET $USAGE)"
  holds "names its models" 'any(.usage[]; .model == "easel/sketch" and .requests > 0 and .cost.credits * 2 == .cost.usd * 100 and .cost.credits >= 0)'
  holds "adds up" '([.usage[].requests] | add) == .total.requests and ([.usage[].images] | add) == .total.images'
  holds "tells its period" "(.from | endswith(\"-01T00:00:00Z\")) and .to > .from and .group_by == [\"model\"]"
  api GET "$USAGE?from=$TODAY&to=$TODAY&group_by=day,key&group_by=model" >/dev/null
  holds "by three" ".group_by == [\"day\",\"key\",\"model\"] and all(.usage[]; .day == \"$TODAY\" and (.key | length > 0))"
  holds "tells how long it took" '.total.latency | .requests > 0 and .p50_seconds > 0 and .p50_seconds <= .p95_seconds'
  holds "of each too" 'any(.usage[]; .model == "easel/sketch" and .latency.requests > 0) and ([.usage[].latency // {requests: 0} | .requests] | add) == .total.latency.requests'
  api GET "$USAGE?from=2001-01-01&to=2001-02-01" >/dev/null
  holds "nothing is no row" '.usage == [] and .total.requests == 0 and .total.latency == null'
  refused "all that is wrong at once" 400 INVALID_REQUEST GET "$USAGE?from=x&group_by=colour"
  holds "two fields are named" '.error.details.fields | keys == ["from","group_by"]'
  refused "more than a year" 400 INVALID_REQUEST GET "$USAGE?from=2024-01-01&to=2025-01-01"
  without_key refused "no key" 401 UNAUTHORIZED GET $USAGE
}

tables() {
  same "CSV by Accept" 200 "$(api GET "$USAGE?group_by=day,model" -H 'Accept: text/csv')"
  same "begins with its columns" day,model,requests,images,failed,cancelled,credits,usd,p50_seconds,p95_seconds "$(head -n 1 "$WORK/body" | tr -d '\r')"
  same "is a file" 'attachment; filename="easel-usage.csv"' "$(header Content-Disposition)"
  cp "$WORK/body" "$WORK/by-accept"
  same "by its ending" 200 "$(api GET "$USAGE.csv?group_by=day,model")"
  check "is the same" cmp "$WORK/body" "$WORK/by-accept"
  refused "another form" 406 INVALID_REQUEST GET $USAGE -H 'Accept: image/png'
}

costs() {
  same "/v1 by seconds" 200 "$(api GET "$V1?start=$START&end=$((START + 86400))&group_by=day,key,model")"
  holds "has days, keys and models" ".start == $START and all(.data[]; .day == \"$TODAY\" and .model and .api_key_id and .cost >= 0)"
  same "/v1 by dates" 200 "$(api GET "$V1?start=$TODAY&end=$TODAY")"
  holds "is the same period" ".object == \"list\" and .start == $START and .end == $((START + 86400)) and .total.requests > 0"
  same "/v1 refuses" 400 "$(api GET "$V1?start=$TODAY&end=2001-01-01")"
  holds "in its own words" '.error | .param == "end" and .type == "invalid_request_error"'
}

buckets() {
  same "OpenAI's page" 200 "$(api GET "$IMAGES?start_time=$START&group_by[]=model&group_by[]=size" -g)"
  holds "has the day" ".object == \"page\" and .data[0].start_time == $START and any(.data[0].results[]; .object == \"organization.usage.images.result\" and .model == \"easel/sketch\" and .size == \"64x64\" and .num_model_requests > 0 and .source == null)"
  api GET "$IMAGES?start_time=$((START - 3 * 86400))&end_time=$START&limit=2" >/dev/null
  holds "of more there is a next page" ".has_more and (.data | length) == 2"
  api GET "$IMAGES?start_time=$((START - 3 * 86400))&end_time=$START&limit=2&page=$(json .next_page)" >/dev/null
  holds "which goes on" "(.has_more | not) and .next_page == null and [.data[].start_time] == [$((START - 86400))]"
  api GET "$IMAGES?start_time=$START&sources=image.edit&models=easel/sketch" >/dev/null
  holds "filters leave out" 'all(.data[]; .results == [])'
  same "a start is required" 400 "$(api GET $IMAGES)"
  holds "and named" '.error.param == "start_time"'
  same "32 days are too many" 400 "$(api GET "$IMAGES?start_time=$START&limit=32")"
}

reports
tables
costs
buckets
