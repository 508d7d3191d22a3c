#!/usr/bin/env bash
# /api/v1 with curl: files from asking to deleting, watching, models, and what bad input gets.
# shellcheck source=lib.sh
source "$(dirname "$0")/lib.sh"

readonly JSON='Content-Type: application/json' CREATE=/api/v1/file/generate-image
readonly SKETCH='"generation_config_name":"easel/sketch"' SMALL='"params":{"width":256,"height":256,"seed":7}'

# answers WHAT STATUS [curl arguments of api]
answers() {
  local what=$1 expected=$2 actual
  shift 2
  actual=$(api "$@")
  if [[ $actual == "$expected" ]]; then ok "$what"; else not_ok "$what" "expected $expected, was $actual: $(<"$WORK/body")"; fi
}

# refused WHAT STATUS TEXT [curl arguments]: the body holds the text.
refused() {
  local what=$1 expected=$2 text=$3 actual
  shift 3
  actual=$(api "$@")
  if [[ $actual == "$expected" ]] && grep -qF -- "$text" "$WORK/body"; then
    ok "$what"
  else
    not_ok "$what" "expected $expected with $text, was $actual: $(<"$WORK/body")"
  fi
}

# create CONFIG-MEMBERS: posts a config.
create() { api POST $CREATE -H "$JSON" -d "{\"config\":{$SKETCH,$1}}"; }
bad() {
  local what=$1 expected=$2 text=$3
  refused "$what" "$expected" "$text" POST $CREATE -H "$JSON" -d "$4"
}
number_of() { grep -oE "\"$1\" *:" "$WORK/body" | wc -l; }
balance() { api GET /api/v1/user/me >/dev/null && field balance; }

# ready ID: waits until the file has a url.
ready() {
  local tries=0
  while api GET "/api/v1/file/$1" >/dev/null && [[ $(field url) == null ]] && ((tries++ < 150)); do sleep 0.2; done
  [[ $(field url) == http* ]]
}

life_of_a_file() {
  local id url
  same "a request is answered with 200" 200 "$(create "\"prompt\":\"a lake\",$SMALL")"
  check "the answer is an array" grep -q '^\[' "$WORK/body"
  same "url is null at first" null "$(field url)"
  id=$(field id)
  check "it becomes ready" ready "$id"
  check "tasks are empty when complete" grep -qE '"tasks" *: *\[\]' "$WORK/body"
  check "no error key when all is well" bash -c "! grep -q '\"error\"' '$WORK/body'"
  same "the seed is kept" 7 "$(field seed)"
  url=$(field url)
  same "the image is served without a key" "200 image/png" \
    "$(curl -s -o "$WORK/image" -w '%{http_code} %{content_type}' "$url")"
  same "the thumbnail is served" "200 image/jpeg" \
    "$(curl -s -o /dev/null -w '%{http_code} %{content_type}' "$(field thumbnail_url)")"
  repaint "$id"
  answers "it is deleted" 204 DELETE "/api/v1/file/$id"
  refused "and gone" 404 '"detail":"No file' GET "/api/v1/file/$id"
  refused "and cannot be deleted again" 404 '"detail"' DELETE "/api/v1/file/$id"
  same "its address is void" 404 "$(curl -s -o /dev/null -w '%{http_code}' "$url")"
}

# From a file of one's own, with another one as the mask.
repaint() {
  same "an image from an image" 200 "$(create "\"prompt\":\"snow\",\"references\":[\"$1\"],\"params\":{\"strength\":0.7,\"quality\":\"hd\",\"width\":256,\"height\":256}")"
  check "it names its source" grep -qF "\"reference_id\":\"$1\"" "$WORK/body"
  check "it becomes ready too" ready "$(field id)"
  same "a mask" 200 "$(create "\"prompt\":\"snow\",\"references\":[\"$1\",{\"type\":\"mask\",\"reference_id\":\"$1\"}],$SMALL")"
  check "the masked one becomes ready" ready "$(field id)"
  uploaded
}

# From a file that was uploaded, with one more for its style.
uploaded() {
  local asset
  same "an upload" 200 "$(api POST '/api/v1/file/upload?type=image' -F "payload=@$WORK/image")"
  asset=$(field id)
  same "an image from an upload" 200 "$(create "\"prompt\":\"snow\",\"references\":[\"$asset\",{\"type\":\"style\",\"reference_id\":\"$asset\"}]")"
  check "is as large as it" grep -q '"width":256,"height":256' "$WORK/body"
  check "names its source" grep -qF "{\"type\":\"source\",\"reference_id\":\"$asset\"}" "$WORK/body"
  check "and the style" grep -qF "{\"type\":\"style\",\"reference_id\":\"$asset\"}" "$WORK/body"
  check "the one from an upload becomes ready" ready "$(field id)"
  check "tells that its colours were taken" grep -q '"code":"style_reference_colors"' "$WORK/body"
  bad "a strength beyond 1" 422 'strengths from 0 to 1' \
    "{\"config\":{$SKETCH,\"prompt\":\"x\",\"references\":[{\"type\":\"style\",\"reference_id\":\"$asset\",\"strength\":2}]}}"
}

batches_and_lists() {
  local first
  same "two at once" 200 "$(create "\"prompt\":\"hills\",\"batch_size\":2,$SMALL")"
  same "two files" 2 "$(number_of thumbnail_url)"
  check "with seeds that follow each other" grep -q '"seed":8' "$WORK/body"
  first=$(field id)
  check "ready" ready "$first"
  answers "a list of one" 200 GET '/api/v1/file?limit=1'
  same "one item" 1 "$(number_of thumbnail_url)"
  same "the newest first" "$first" "$(field id)"
  answers "the next page" 200 GET "/api/v1/file?limit=1&after=$first"
  same "goes on inside the batch" "${first%_0}_1" "$(field id)"
  answers "the same by offset" 200 GET '/api/v1/file?limit=1&offset=1'
  same "is the same" "${first%_0}_1" "$(field id)"
  refused "a limit has a range" 422 '"loc":["query","limit"]' GET '/api/v1/file?limit=0'
}

cancelling() {
  local id
  same "a long one" 200 "$(create '"prompt":"a city","n":10,"params":{"width":1024,"height":1024,"steps":150}')"
  id=$(field id)
  answers "deleting what is not finished cancels it" 204 DELETE "/api/v1/file/$id"
  local tries=0
  while api GET "/api/v1/file/$id" >/dev/null && [[ -z $(field error) ]] && ((tries++ < 100)); do sleep 0.2; done
  same "whoever polls it is told" "The generation was cancelled" "$(field error)"
}

watching() {
  local id ticket
  create "\"prompt\":\"a storm\",$SMALL" >/dev/null
  id=$(field id)
  answers "the stream ends by itself" 200 GET "/api/v1/events/file.$id"
  check "events have no name" bash -c "! grep -q '^event:' '$WORK/body'"
  check "the client is told when to return" grep -q '^retry: *2000' "$WORK/body"
  check "the last event has the url" bash -c "grep '^data:' '$WORK/body' | tail -n 1 | grep -q '\"url\":\"http'"
  check "events have ids" grep -q '^id: *1' "$WORK/body"
  answers "a ticket" 200 POST /api/v1/events/ticket
  ticket=$(field ticket)
  same "opens the stream without a key" 200 \
    "$(curl -s -o /dev/null -w '%{http_code}' "$EASEL_URL/api/v1/events/file.$id?ticket=$ticket")"
  same "once" 401 "$(curl -s -o /dev/null -w '%{http_code}' "$EASEL_URL/api/v1/events/file.$id?ticket=$ticket")"
  same "and only streams" 401 "$(curl -s -o /dev/null -w '%{http_code}' "$EASEL_URL/api/v1/user/me?ticket=$ticket")"
  refused "a foreign file has no channel" 404 '"detail"' GET /api/v1/events/file.img_000000000000000000000000_0
  refused "nor has anything else" 404 '"detail"' GET /api/v1/events/project.1
}

bad_input() {
  local before
  before=$(balance)
  bad "no config" 422 '"loc":["body","config"]' '{}'
  bad "no prompt" 422 '"loc":["body","config","prompt"],"msg":"is required"' '{"config":{}}'
  bad "a prompt of the wrong type" 422 '"type":"type_error"' '{"config":{"prompt":5}}'
  bad "an empty prompt" 422 '"loc":["body","config","prompt"]' "{\"config\":{$SKETCH,\"prompt\":\" \"}}"
  bad "an endless number where nothing is read" 422 '"loc":["body","config","x"]' "{\"config\":{$SKETCH,\"prompt\":\"x\",\"x\":1e2147483647}}"
  bad "a member given twice" 422 'given twice' "{\"config\":{$SKETCH,\"prompt\":\"x\",\"prompt\":\"y\"}}"
  bad "broken JSON" 422 '"loc":["body"]' '{"config":'
  bad "a size out of range" 422 '"params","width"' "{\"config\":{$SKETCH,\"prompt\":\"x\",\"params\":{\"width\":63,\"height\":64}}}"
  bad "an unknown quality" 422 '"params","quality"' "{\"config\":{$SKETCH,\"prompt\":\"x\",\"params\":{\"quality\":\"4k\"}}}"
  bad "too many images" 422 '"params","n"' "{\"config\":{$SKETCH,\"prompt\":\"x\",\"params\":{\"n\":99}}}"
  bad "a negative seed" 422 '"params","seed"' "{\"config\":{$SKETCH,\"prompt\":\"x\",\"params\":{\"seed\":-1}}}"
  bad "an unknown style" 422 '"config","style_name"' "{\"config\":{$SKETCH,\"prompt\":\"x\",\"style_name\":\"zzz\"}}"
  bad "a foreign reference" 400 'config.references names no image' "{\"config\":{$SKETCH,\"prompt\":\"x\",\"references\":[\"img_000000000000000000000000_0\"]}}"
  bad "an unknown model" 404 '"detail":"The model' '{"config":{"prompt":"x","generation_config_name":"no/such"}}'
  bad "a prohibited prompt" 400 '"detail":"The prompt' "{\"config\":{$SKETCH,\"prompt\":\"child porn\"}}"
  head -c 5000000 /dev/zero | tr '\0' a | sed "s#^#{\"config\":{$SKETCH,\"prompt\":\"#; s#\$#\"}}#" >"$WORK/large"
  refused "a prompt of 5 MB" 413 '"detail"' POST $CREATE -H "$JSON" --data-binary "@$WORK/large"
  refused "another media type" 415 '"detail"' POST $CREATE -H 'Content-Type: text/csv' -d a
  refused "an unknown address" 404 '"detail"' GET /api/v1/nothing
  refused "a wrong method" 405 '"detail"' PUT $CREATE -H "$JSON" -d '{}'
  refused "a file that is none" 404 '"detail"' GET /api/v1/file/x
  same "without a key" 401 "$(curl -s -o "$WORK/body" -w '%{http_code}' "$EASEL_URL/api/v1/user/me")"
  check "the detail says so" grep -q '{"detail":"An API key is required"}' "$WORK/body"
  same "none of it cost anything" "$before" "$(balance)"
}

lists() {
  answers "models" 200 GET /api/v1/generation-config
  check "the painter is among them" grep -q '"name":"easel/sketch"' "$WORK/body"
  answers "all models" 200 GET '/api/v1/generation-config?all=true'
  check "prices are in dollars" grep -qE '"name":"google-cloud/imagen4-ultra","price_per_generation":3\.0' "$WORK/body"
  answers "one model" 200 GET /api/v1/generation-config/comfyui/flux/inpainting
  same "its main use" image_to_image "$(field type)"
  answers "styles" 200 GET /api/v1/style
  answers "user" 200 GET /api/v1/user/me
  same "is VIP" true "$(field vip)"
  same "ping needs no key" 200 "$(curl -s -o /dev/null -w '%{http_code}' "$EASEL_URL/api/v1/ping")"
}

life_of_a_file
batches_and_lists
cancelling
watching
bad_input
lists
