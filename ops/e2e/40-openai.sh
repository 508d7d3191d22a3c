#!/usr/bin/env bash
# /v1 by hand: the examples of the API's document, then everything that must be refused, and how.
# Starts a server of its own whose models the painter stands in for.
# shellcheck source=lib.sh
source "$(dirname "$0")/lib.sh"
readonly JSON='Content-Type: application/json' CREATE=/v1/images/generations

clean_up() {
  "$EASEL_ROOT/ops/easel" down --data "$WORK/demo" >/dev/null 2>&1
  rm -rf "$WORK"
}
trap clean_up EXIT

create() { api POST $CREATE -H "$JSON" -d "$1"; }

header() { sed -n "s/^$1: *//Ip" "$WORK/headers" | tr -d '\r' | tail -n 1; }

# has WHAT PATTERN: the last body matches.
has() {
  if grep -qE "$2" "$WORK/body"; then ok "$1"; else not_ok "$1" "$(head -c 600 "$WORK/body")"; fi
}

# refused WHAT STATUS TYPE PARAM CODE STATUS_SEEN: all four keys, and no fifth.
refused() {
  local expected="\\{\"error\":\\{\"message\":\"[^\"]+\",\"type\":\"$3\",\"param\":$4,\"code\":\"$5\"\\}\\}"
  if [[ $6 == "$2" ]] && grep -qxE "$expected" "$WORK/body" &&
    [[ $(header Content-Type) == application/json* && -n $(header X-Request-ID) ]]; then
    ok "$1"
  else
    not_ok "$1" "expected $2 $3 $4 $5, was $6: $(head -c 600 "$WORK/body")"
  fi
}

bad() { refused "$1" 400 invalid_request_error "$2" invalid_parameter "$(create "$3")"; }

refusals() {
  local sketch='"model":"easel/sketch","prompt":"x"'
  bad "no prompt" '"prompt"' '{"model":"easel/sketch"}'
  bad "an empty prompt" '"prompt"' '{"model":"easel/sketch","prompt":"  "}'
  bad "a prompt that is no string" '"prompt"' '{"model":"easel/sketch","prompt":[1]}'
  bad "a prompt with U+0000" '"prompt"' '{"model":"easel/sketch","prompt":"a\u0000b"}'
  bad "n of 0" '"n"' "{$sketch,\"n\":0}"
  bad "n of 11" '"n"' "{$sketch,\"n\":11}"
  bad "n of 1.5" '"n"' "{$sketch,\"n\":1.5}"
  bad "a huge number" '"n"' "{$sketch,\"n\":1e999999999}"
  bad "a size without form" '"size"' "{$sketch,\"size\":\"3x4x5\"}"
  bad "a size out of range" '"size"' "{$sketch,\"size\":\"63x64\"}"
  bad "an unknown quality" '"quality"' "{$sketch,\"quality\":\"best\"}"
  bad "an unknown style" '"style"' "{$sketch,\"style\":\"baroque\"}"
  bad "an unknown background" '"background"' "{$sketch,\"background\":\"red\"}"
  bad "transparency in a JPEG" '"background"' "{$sketch,\"background\":\"transparent\",\"output_format\":\"jpeg\"}"
  bad "gif" '"output_format"' "{$sketch,\"output_format\":\"gif\"}"
  has "says which formats there are" 'png, jpeg or webp'
  bad "svg" '"output_format"' "{$sketch,\"output_format\":\"svg\"}"
  bad "compression above 100" '"output_compression"' "{$sketch,\"output_format\":\"jpeg\",\"output_compression\":101}"
  bad "compression of a PNG" '"output_compression"' "{$sketch,\"output_compression\":50}"
  bad "too many partial images" '"partial_images"' "{$sketch,\"stream\":true,\"partial_images\":4}"
  bad "stream that is no flag" '"stream"' "{$sketch,\"stream\":\"yes\"}"
  bad "an unknown response format" '"response_format"' "{$sketch,\"response_format\":\"xml\"}"
  bad "moderation" '"moderation"' "{$sketch,\"moderation\":\"off\"}"
  bad "a negative seed" '"seed"' "{$sketch,\"seed\":-1}"
  bad "guidance out of range" '"guidance_scale"' "{$sketch,\"guidance_scale\":99}"
  bad "strength out of range" '"strength"' "{$sketch,\"strength\":1.1}"
  bad "steps out of range" '"steps"' "{$sketch,\"steps\":1000}"
  bad "an unknown provider" '"provider"' "{$sketch,\"provider\":\"acme\"}"
  bad "a provider without this model" '"provider"' "{$sketch,\"provider\":\"google\"}"
  bad "an image by an address within" '"image"' "{$sketch,\"image\":\"https://127.0.0.1/x.png\"}"
  bad "an image that is named by nothing" '"image"' "{$sketch,\"image\":\"x\"}"
  has "says which images are taken" 'the id of an image or an asset'
  bad "an image whose data is none" '"image"' "{$sketch,\"image\":\"data:image/png;base64,AAAA\"}"
  bad "an image of somebody else" '"image"' "{$sketch,\"image\":\"img_000000000000000000000000_0\"}"
  bad "an endless number in metadata" '"metadata.a"' "{$sketch,\"metadata\":{\"a\":1e2147483647}}"
  bad "a number no parser holds" null "{$sketch,\"metadata\":{\"a\":1e999999999999}}"
  bad "a member of metadata given twice" null "{$sketch,\"metadata\":{\"a\":1,\"a\":2}}"
  bad "metadata that is no object" '"metadata"' "{$sketch,\"metadata\":\"x\"}"
  bad "a webhook that is no address" '"webhook_url"' "{$sketch,\"webhook_url\":\"ftp://x\"}"
  bad "no JSON" null '{"prompt":'
  bad "JSON that is no object" null '["prompt"]'
  printf '{"prompt":"\xff"}' >"$WORK/latin"
  refused "a body that is not UTF-8" 400 invalid_request_error null invalid_parameter \
    "$(api POST $CREATE -H "$JSON" --data-binary @"$WORK/latin")"
  { printf '{"prompt":"' && head -c 75000000 /dev/zero | tr '\0' x && printf '"}'; } >"$WORK/large"
  refused "a body of 75 MB" 413 invalid_request_error null payload_too_large \
    "$(api POST $CREATE -H "$JSON" --data-binary @"$WORK/large")"
  refused "a prohibited prompt" 400 invalid_request_error '"prompt"' content_policy_violation \
    "$(create '{"model":"easel/sketch","prompt":"child pornography"}')"
  has "in the words of the document" '"Your request was rejected as it violates our content policy."'
  refused "an unknown model" 404 invalid_request_error '"model"' model_not_found \
    "$(create '{"model":"no/such","prompt":"x"}')"
  refused "a model nobody configured" 404 invalid_request_error '"model"' model_not_found \
    "$(create '{"model":"midjourney-v6","prompt":"x"}')"
  refused "that model, asked for" 404 invalid_request_error '"model"' model_not_found \
    "$(api GET /v1/models/midjourney-v6)"
  refused "an error in place of a stream" 400 invalid_request_error '"size"' invalid_parameter \
    "$(create "{$sketch,\"stream\":true,\"size\":\"1x1\"}")"
  refused "an unknown address" 404 invalid_request_error null not_found "$(api GET /v1/nothing)"
  refused "a variation of what is no picture" 400 invalid_request_error '"image"' invalid_parameter \
    "$(api POST /v1/images/variations -F image=x)"
  refused "a wrong method" 405 invalid_request_error null method_not_allowed "$(api GET $CREATE)"
  refused "a wrong media type" 415 invalid_request_error null unsupported_media_type \
    "$(api POST $CREATE -H 'Content-Type: text/csv' -d 'a,b')"
  refused "an Azure address, a wrong size" 400 invalid_request_error '"size"' invalid_parameter \
    "$(api POST '/openai/deployments/sketch/images/generations?api-version=x' -H "$JSON" -d '{"prompt":"x","size":"1x1"}')"
}

# A mask of 8x8 that is transparent everywhere.
readonly HOLE=iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAYAAADED76LAAAADUlEQVR42mNgGAUgAAABCAABXbcZDQAAAABJRU5ErkJggg==
edit() { api POST /v1/images/edits -F model=easel/sketch "$@"; }
bad_edit() {
  local what=$1 param=$2
  shift 2
  refused "$what" 400 invalid_request_error "$param" invalid_parameter "$(edit "$@")"
}

edits() {
  local sketch='"model":"easel/sketch","prompt":"a hill","size":"256x256"' json=/v1/images/edits id first file=$WORK/hill.png
  create "{$sketch,\"seed\":1}" >/dev/null
  id=$(field id | sed 's/^gen/img/')_0
  curl -s -o "$file" "$(field url)"
  same "an edit in a form" 200 "$(edit -F prompt=snow -F "image=@$file")"
  has "as large as its file" '"size":"256x256"'
  same "a part without name and type, another name for it" 200 \
    "$(edit -F prompt=snow -F 'image[0]=<'"$file"';type=application/octet-stream' -F "images=@$file;type=text/plain")"
  has "that the painter takes no second picture is told" '"code":"reference_unused"'
  same "an edit in JSON" 200 "$(api POST $json -H "$JSON" -d "{$sketch,\"images\":[{\"file_id\":\"$id\"}]}")"
  { printf '{%s,"stream":false,"images":[{"image_url":"data:image/png;base64,' "$sketch" &&
    base64 -w0 "$file" && printf '"}],"mask":{"image_url":"data:image/png;base64,%s"}}' "$HOLE"; } >"$WORK/edit.json"
  same "a mask without a hole" 400 "$(api POST $json -H "$JSON" -d "{$sketch,\"images\":[{\"file_id\":\"$id\"}],\"mask\":{\"file_id\":\"$id\"}}")"
  has "is named with the reason" 'nothing of it is transparent'
  same "with a data URL and a mask" 200 "$(api POST $json -H "$JSON" --data-binary @"$WORK/edit.json")"
  api GET "/api/v2/generations/$(field id)" >/dev/null
  same "what is kept of it holds no picture" "" "$(grep -o 'base64,' "$WORK/body")"
  same "the image of a generation by its address" 200 \
    "$(create "{$sketch,\"image\":{\"image_url\":\"$(printf 'data:image/png;base64,' && base64 -w0 "$file")\"}}")"
  same "a stream by a form" 200 "$(edit -F prompt=snow -F "image=@$file" -F stream=true -F partial_images=1)"
  same "ends with the edit" "event: image_edit.completed" "$(grep '^event:' "$WORK/body" | tail -n 1)"
  same "an edit's retry" 200 "$(edit -F prompt=snow -F "image=@$file" -H 'x-stainless-retry-count: 0')"
  first=$(field id)
  edit -F prompt=snow -F "image=@$file" -H 'x-stainless-retry-count: 1' >/dev/null
  same "joins, whatever the boundary" "$first" "$(field id)"
  same "a price asked for" 200 "$(edit -F prompt=snow -F "image=@$file" -F dry_run=true)"
  has "makes nothing" '"data":\[\]'
  same "a variation" 200 "$(api POST /v1/images/variations -F model=easel/sketch -F "image=@$file")"
  same "Azure's address of a deployment" 200 \
    "$(api POST '/openai/deployments/sketch/images/edits?api-version=x' -F prompt=snow -F "image=@$file")"
  same "an edit of a photograph without its background" 200 \
    "$(edit -F prompt=night -F background=transparent -F strength=0.2 -F "image=@$EASEL_ROOT/ejb/src/test/resources/photographs/astronaut.jpg")"
  has "says what it is" '"background":"transparent"'
  curl -s -o "$WORK/cut.png" "$(field url)"
  same "is a PNG with alpha" 6 "$(od -An -tu1 -j25 -N1 "$WORK/cut.png" | tr -d ' ')"
  bad_edit "an edit without an image" '"image"' -F prompt=x
  bad_edit "an edit without a prompt" '"prompt"' -F "image=@$file"
  bad_edit "an edit of a text" '"image"' -F prompt=x -F image=hello
  bad_edit "a mask that is none" '"mask"' -F prompt=x -F "image=@$file" -F mask=hello
  bad_edit "two masks" '"mask"' -F prompt=x -F "image=@$file" -F "mask=@$file" -F "mask=@$file"
  bad_edit "n that is no number" '"n"' -F prompt=x -F "image=@$file" -F n=two
  bad_edit "stream that is neither" '"stream"' -F prompt=x -F "image=@$file" -F stream=perhaps
  bad_edit "an unknown fidelity" '"input_fidelity"' -F prompt=x -F "image=@$file" -F input_fidelity=medium
  refused "no boundary" 400 invalid_request_error null invalid_parameter \
    "$(api POST $json -H 'Content-Type: multipart/form-data' -d x)"
  refused "a picture named by nothing" 400 invalid_request_error '"images\[0\]"' invalid_parameter \
    "$(api POST $json -H "$JSON" -d "{$sketch,\"images\":[{}]}")"
  refused "an edit by a wrong method" 405 invalid_request_error null method_not_allowed "$(api GET $json)"
  head -c 75000000 /dev/zero >"$WORK/large"
  refused "a form of 75 MB" 413 invalid_request_error null payload_too_large \
    "$(edit -F prompt=x -F "image=@$WORK/large")"
  EASEL_API_KEY=esk_live_wrong \
    refused "a large form with a wrong key" 401 authentication_error null invalid_api_key \
    "$(head -c 3000000 /dev/zero >"$WORK/large" && EASEL_API_KEY=esk_live_wrong edit -F prompt=x -F "image=@$WORK/large")"
}

keys() {
  local key=$EASEL_API_KEY
  EASEL_API_KEY=esk_live_wrong
  refused "a wrong key" 401 authentication_error null invalid_api_key "$(api GET /v1/models)"
  : >"$WORK/body"
  refused "no key" 401 authentication_error null invalid_api_key \
    "$(curl -s -D "$WORK/headers" -o "$WORK/body" -w '%{http_code}' "$EASEL_URL/v1/models")"
  refused "two keys" 401 authentication_error null invalid_api_key "$(api GET /v1/models -H "api-key: $key")"
  EASEL_API_KEY=$key
  for header in "Authorization: $key" "X-API-Key: $key" "api-key: $key"; do
    same "a key in ${header%%:*}" 200 \
      "$(curl -s -o /dev/null -w '%{http_code}' -H "$header" "$EASEL_URL/v1/models")"
  done
}

answers() {
  local sketch='"model":"easel/sketch","prompt":"a hill","size":"256x256"' first
  same "an image" 200 "$(create "{$sketch,\"metadata\":{\"a\":1},\"user\":\"u1\"}")"
  has "has an address, not the content" '"url":"http'
  same "tells how long it took" 0 "$([[ $(header openai-processing-ms) -gt 0 ]]; echo $?)"
  same "is not to be kept" no-store "$(header Cache-Control)"
  has "who it was for" '"safety_identifier":"u1"'
  same "auto everywhere" 200 "$(create "{\"model\":\"easel/sketch\",\"prompt\":\"a hill\",\"size\":\"auto\",\"quality\":\"auto\",\"background\":\"auto\",\"moderation\":\"auto\"}")"
  has "is resolved in the answer" '"size":"1024x1024","quality":"medium","background":"opaque","output_format":"png"'
  same "null is as absent" 200 "$(create "{$sketch,\"n\":null,\"quality\":null,\"stream\":null,\"style\":null}")"
  same "unknown fields are no harm" 200 "$(create "{$sketch,\"foo\":{\"bar\":[1]}}")"
  create "{$sketch,\"loras\":[],\"frame_count\":4}" >/dev/null
  has "what has no effect is told" "'frame_count' has no effect.*'loras' has no effect"
  same "a retry of the SDK" 200 "$(api POST $CREATE -H "$JSON" -H 'x-stainless-retry-count: 0' -d "{$sketch,\"seed\":99}")"
  first=$(field id)
  api POST $CREATE -H "$JSON" -H 'x-stainless-retry-count: 1' -d "{$sketch,\"seed\":99}" >/dev/null
  same "joins what was made" "$first" "$(field id)"
  same "and says so" true "$(header Idempotent-Replayed)"
  api POST $CREATE -H "$JSON" -H 'x-stainless-retry-count: 0' -d "{$sketch,\"seed\":99}" >/dev/null
  if [[ $(field id) != "$first" ]]; then ok "a new request is new"; else not_ok "a new request is new"; fi
  api POST $CREATE -H "$JSON" -d "{$sketch,\"stream\":true,\"partial_images\":1}" >/dev/null
  same "a stream" "text/event-stream" "$(header Content-Type)"
  same "ends with the image" "event: image_generation.completed" "$(grep '^event:' "$WORK/body" | tail -n 1)"
  same "and holds nothing but events" "" "$(grep -vE '^(event: image_generation\.(partial_image|completed)|data: \{.*\}|: keepalive|)$' "$WORK/body")"
  same "models" 200 "$(api GET /v1/models)"
  has "lists what can be called" '"object":"list","data":\[\{"id":"easel/sketch","object":"model"'
  same "models of another type" 200 "$(api GET '/v1/models?type=llm')"
  same "are none" '{"object":"list","data":[]}' "$(<"$WORK/body")"
  same "models in detail" 200 "$(api GET '/v1/models/detailed?subtype=inpainting')"
  has "with capabilities" '"capabilities":\["image-to-image","inpainting","text-to-image"\]'
  same "a model with an escaped slash" 200 "$(api GET /v1/models/easel%2Fsketch)"
}

# The document's own commands; only host and key are replaced.
example() {
  sed -e "s#https://apipie.ai#$DEMO_URL#; s#<YOUR_API_KEY>#$DEMO_KEY#" >"$WORK/example.sh"
  bash "$WORK/example.sh" >"$WORK/body" 2>/dev/null
}

examples() {
  local port
  port=$(free_port 28760)
  if ! env -u EASEL_DB_URL -u EASEL_DB_USER -u EASEL_DB_PASSWORD -u EASEL_DB_CLASS \
    EASEL_CATALOG_DEMO_ROUTES=true EASEL_FIRST_RUN_CREDITS=10 \
    "$EASEL_ROOT/ops/easel" up --detach --port "$port" --data "$WORK/demo" >"$WORK/up" 2>&1 </dev/null; then
    not_ok "a server with stand-in models starts" "$(<"$WORK/up")"
    return
  fi
  DEMO_URL=http://localhost:$port
  DEMO_KEY=$(sed -n 's/.*"api_key"[[:space:]]*:[[:space:]]*"\([^"]*\)".*/\1/p' "$WORK/demo/first-run.json")
  example <<'CURL'
curl -L -X POST 'https://apipie.ai/v1/images/generations' \
-H 'Content-Type: application/json' \
-H 'Accept: application/json' \
-H 'Authorization: Bearer <YOUR_API_KEY>' \
--data-raw '{
  "provider": "openai",
  "model": "dall-e-3",
  "prompt": "A serene lake at sunset with mountains in the background",
  "n": 1,
  "size": "1024x1024",
  "quality": "standard",
  "style": "natural"
}'
CURL
  has "the document's first example" '^\{"created":[0-9]{10},.*"data":\[\{"url":"http[^"]*","revised_prompt":"[^"]+"'
  has "has its usage" '"cost":0.04,"latency_ms":[0-9]+,"image_size":"1024x1024","model_used":"easel/sketch"'
  example <<'CURL'
curl -L -X POST 'https://apipie.ai/v1/images/generations' \
-H 'Content-Type: application/json' \
-H 'Accept: application/json' \
-H 'Authorization: Bearer <YOUR_API_KEY>' \
--data-raw '{
  "provider": "openai",
  "model": "dall-e-3",
  "prompt": "A futuristic cityscape at night with flying cars and neon lights",
  "n": 1,
  "size": "1024x1024",
  "quality": "hd",
  "style": "vivid",
  "response_format": "b64_json"
}'
CURL
  has "the document's second example" '"data":\[\{"b64_json":"iVBORw0KGgo[^"]+","revised_prompt":"[^"]+"'
  EASEL_URL=$DEMO_URL EASEL_API_KEY=$DEMO_KEY
  refused "a size the model does not know" 400 invalid_request_error '"size"' invalid_parameter \
    "$(create '{"model":"dall-e-3","prompt":"x","size":"512x512"}')"
  has "in the words of the document" "The 'size' parameter must be one of: 1024x1024, 1792x1024, 1024x1792"
  refused "an image for a model that takes none" 400 invalid_request_error '"image"' invalid_parameter \
    "$(create '{"model":"dall-e-3","prompt":"x","image":"img_000000000000000000000000_0"}')"
  refused "too few credits" 429 rate_limit_error null insufficient_quota \
    "$(create '{"model":"gpt-image-2","prompt":"x","n":10}')"
  same "is not to be tried again" false "$(header x-should-retry)"
  same "a model past its end" 200 "$(create '{"provider":"openai","model":"dall-e-2","prompt":"x","size":"256x256"}')"
  same "says so" '</v1/models/gpt-image-2>; rel="successor-version"' "$(header Link)"
}

refusals
keys
answers
edits
examples
