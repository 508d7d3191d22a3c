#!/usr/bin/env bash
# /api/v2 as its users call it: making images, every parameter, every refusal, waiting, lists,
# events, models, profile. Uses the built-in painter only.
# shellcheck source=lib.sh
source "$(dirname "$0")/lib.sh"
# shellcheck source=v2.sh
source "$(dirname "$0")/v2.sh"

readonly SKETCH='"model":"easel/sketch"' SMALL='"parameters":{"width":64,"height":64}'

png_size() {
  od -An -tu1 -j16 -N8 "$1" | awk '{ print ($1*256^3+$2*256^2+$3*256+$4) "x" ($5*256^3+$6*256^2+$7*256+$8) }'
}
image() { curl -s -m 20 -o "$WORK/image" "$(json "$1")"; }
credits() { api GET /api/v2/user/profile >/dev/null && json .user.usage.credits_remaining; }
count() { api GET '/api/v2/generations?limit=100' >/dev/null && json '.generations | length'; }

making() {
  same "an image is made" 200 "$(make "{$SKETCH,\"prompt\":\"a red sea at dawn 🌅\",\"parameters\":{\"width\":256,\"height\":128,\"num_outputs\":2,\"seed\":7,\"num_inference_steps\":20,\"guidance_scale\":5},\"metadata\":{\"a\":[1,{\"b\":null}]}}")"
  holds "the printed members come first, in order" 'keys_unsorted[:8] == ["id","status","created_at","completed_at","model","images","cost","metadata"]'
  holds "so do those of an image" '.images[0] | keys_unsorted[:8] == ["id","url","width","height","size_bytes","format","nsfw_score","aesthetic_score"]'
  holds "two images of the size asked for" '[.images[] | [.width,.height,.format]] == [[256,128,"png"],[256,128,"png"]]'
  holds "image i has seed + i" '[.images[].seed] == [7,8]'
  holds "metadata comes back" '.metadata == {"a":[1,{"b":null}]}'
  holds "UTF-8 all the way" '.effective_prompt == "a red sea at dawn 🌅"'
  holds "what was not measured has no score" '.images[0] | (.nsfw_score == null or (.nsfw_score >= 0 and .nsfw_score <= 1)) and .aesthetic_score == null'
  holds "the cost has the printed shape" '.cost == {"credits":0,"usd":0}'
  same "the answer is not kept" no-store "$(header Cache-Control)"
  same "credits are told" 1 "$(header X-Credits-Remaining | grep -cE '^[0-9.]+$')"
  local size id
  id=$(json .id) size=$(json '.images[1].size_bytes')
  image '.images[1].url'
  same "the file is a PNG of that size" 256x128 "$(png_size "$WORK/image")"
  same "of that many bytes" "$size" "$(stat -c %s "$WORK/image")"
  make "{$SKETCH,\"prompt\":\"a red sea at dawn 🌅\",\"parameters\":{\"width\":256,\"height\":128,\"seed\":8,\"num_inference_steps\":20,\"guidance_scale\":5}}" >/dev/null
  # The files differ in the id of their generation, not in length.
  same "the same seed paints the same again" "$size" "$(json '.images[0].size_bytes')"
  same "it is found again" 200 "$(api GET "/api/v2/generations/$id")"
  holds "with all a waiting client needs" '.progress == 1 and has("queue_position") and has("eta_seconds") and has("waiting_reason") and .error == null'
  holds "and its receipt" '.receipt | .requested.parameters.seed == 7 and .applied.parameters.num_inference_steps == 20
    and .model_used == "easel/sketch" and .price.settled and (.price.lines | length) == 1
    and .timings.total_seconds > 0 and .attempts[0].outcome == "completed" and (.warnings | type) == "array"'
  local tag
  tag=$(header ETag)
  same "unchanged is 304" 304 "$(api GET "/api/v2/generations/$id" -H "If-None-Match: $tag")"
  make "{$SKETCH,\"prompt\":\"x\",$SMALL,\"output\":{\"return_type\":\"base64\"}}" >/dev/null
  local inside
  inside=$(json .id)
  api GET "/api/v2/generations/$inside" >/dev/null
  tag=$(header ETag)
  holds "an image inside is there again" '.images[0].b64_json | length > 100'
  find "$EASEL_DATA/blobs/images" -path "*/$inside/*" -delete
  same "unchanged is known without reading images" 304 "$(api GET "/api/v2/generations/$inside" -H "If-None-Match: $tag")"
  for asked in "/api/v2/generations/$id" '/api/v2/models' "/api/v2/generations/$id/events"; do
    curl -s -I -m 10 -H "X-API-Key: $EASEL_API_KEY" "$EASEL_URL$asked" >"$WORK/headers"
    same "HEAD $asked is 200" 200 "$(sed -n '1s/^[^ ]* \([0-9]*\).*/\1/p' "$WORK/headers")"
    same "and tells no wrong length" 0 "$(header Content-Length | grep -cx 0)"
  done
  api GET "/api/v2/generations/$id" >/dev/null
  size=$(json '.images[0].size_bytes')
  same "HEAD of an image tells its length" "$size" \
    "$(curl -s -I "$(json '.images[0].url')" | sed -n 's/^Content-Length: *//Ip' | tr -d '\r')"
  same "the doubled prefix of the development base works" 200 "$(api GET "/api/api/v2/generations/$id")"
  same "a trailing slash does no harm" 200 "$(api GET "/api/v2/generations/$id/")"
}

parameters() {
  make "{$SKETCH,\"prompt\":\"x\",\"parameters\":{\"width\":64},\"output\":{\"format\":\"jpg\",\"quality\":40,\"return_type\":\"base64\"}}" >/dev/null
  holds "one edge alone: the other is the model's" '.images[0] | [.width,.height] == [64,1024]'
  holds "base64 comes with the image" '(.images[0].b64_json | length) > 100 and .images[0].format == "jpg"'
  json '.images[0].b64_json' | base64 -d >"$WORK/image"
  same "and is a JPEG" "255 216 255" "$(od -An -tu1 -N3 "$WORK/image" | xargs)"
  same "of the size told" "$(json '.images[0].size_bytes')" "$(stat -c %s "$WORK/image")"
  make "{$SKETCH,\"prompt\":\"x\",$SMALL,\"output\":{\"format\":\"webp\",\"quality\":50}}" >/dev/null
  image '.images[0].url'
  same "webp" WEBP "$(head -c 12 "$WORK/image" | tail -c 4)"
  same "camelCase is understood" 200 "$(make "{$SKETCH,\"prompt\":\"x\",\"negativePrompt\":\"y\",\"parameters\":{\"width\":64,\"height\":64,\"numOutputs\":2,\"numInferenceSteps\":10,\"guidanceScale\":2.5}}")"
  holds "numOutputs counts" '(.images | length) == 2 and .warnings == [] or ([.warnings[].code] | index("unknown_parameter") | not)'
  make "{$SKETCH,\"prompt\":\"a hill\",$SMALL,\"style\":{\"preset\":\"photorealistic\",\"artistic_style\":\"impressionist\",\"lighting\":\"golden_hour\",\"camera_angle\":\"wide_angle\"}}" >/dev/null
  holds "all four styles go into the prompt" '.effective_prompt | startswith("a hill, ") and test("photorealistic") and test("impressionist") and test("golden hour") and test("wide angle")'
  make "{$SKETCH,\"prompt\":\"x\",$SMALL,\"colour\":1,\"output\":{\"dpi\":2}}" >/dev/null
  holds "unknown members are told" '[.warnings[] | select(.code == "unknown_parameter") | .message] | length == 2 and (.[0] | test("colour")) and (.[1] | test("output.dpi"))'
  same "null is as good as absent" 200 "$(make "{$SKETCH,\"prompt\":\"x\",$SMALL,\"negative_prompt\":null,\"style\":null,\"output\":{\"format\":null},\"metadata\":null,\"webhook_url\":null}")"
  same "a number may have a fraction of nothing" 200 "$(make "{$SKETCH,\"prompt\":\"x\",\"parameters\":{\"width\":64.0,\"height\":6.4e1}}")"
  same "every key header will do" 200 "$(curl -s -o /dev/null -w '%{http_code}' -H "X-API-Key: $EASEL_API_KEY" "$EASEL_URL/api/v2/models")"
  same "also without Bearer" 200 "$(curl -s -o /dev/null -w '%{http_code}' -H "Authorization: $EASEL_API_KEY" "$EASEL_URL/api/v2/models")"
}

refusals() {
  local before_credits before_count long
  before_credits=$(credits) before_count=$(count)
  not_made "no prompt" 400 INVALID_REQUEST prompt "{$SKETCH}"
  not_made "blank prompt" 400 INVALID_REQUEST prompt "{$SKETCH,\"prompt\":\" \"}"
  not_made "prompt of a wrong type" 400 INVALID_REQUEST prompt "{$SKETCH,\"prompt\":[1]}"
  not_made "U+0000 in the prompt" 400 INVALID_REQUEST prompt "{$SKETCH,\"prompt\":\"a\\u0000\"}"
  not_made "half a surrogate pair" 400 INVALID_REQUEST prompt "{$SKETCH,\"prompt\":\"a\\ud800\"}"
  not_made "width below 64" 400 INVALID_REQUEST parameters.width "{$SKETCH,\"prompt\":\"x\",\"parameters\":{\"width\":56}}"
  not_made "width above 2048" 400 INVALID_REQUEST parameters.width "{$SKETCH,\"prompt\":\"x\",\"parameters\":{\"width\":2056}}"
  not_made "height not a multiple of 8" 400 INVALID_REQUEST parameters.height "{$SKETCH,\"prompt\":\"x\",\"parameters\":{\"height\":100}}"
  not_made "no images" 400 INVALID_REQUEST parameters.num_outputs "{$SKETCH,\"prompt\":\"x\",\"parameters\":{\"num_outputs\":0}}"
  not_made "five images" 400 INVALID_REQUEST parameters.num_outputs "{$SKETCH,\"prompt\":\"x\",\"parameters\":{\"num_outputs\":5}}"
  not_made "too many steps" 400 INVALID_REQUEST parameters.num_inference_steps "{$SKETCH,\"prompt\":\"x\",\"parameters\":{\"num_inference_steps\":151}}"
  not_made "too little guidance" 400 INVALID_REQUEST parameters.guidance_scale "{$SKETCH,\"prompt\":\"x\",\"parameters\":{\"guidance_scale\":0.9}}"
  not_made "guidance of a wrong type" 400 INVALID_REQUEST parameters.guidance_scale "{$SKETCH,\"prompt\":\"x\",\"parameters\":{\"guidance_scale\":\"7\"}}"
  not_made "negative seed" 400 INVALID_REQUEST parameters.seed "{$SKETCH,\"prompt\":\"x\",\"parameters\":{\"seed\":-1}}"
  not_made "broken seed" 400 INVALID_REQUEST parameters.seed "{$SKETCH,\"prompt\":\"x\",\"parameters\":{\"seed\":1.5}}"
  not_made "endless seed" 400 INVALID_REQUEST parameters.seed "{$SKETCH,\"prompt\":\"x\",\"parameters\":{\"seed\":1e999999999}}"
  not_made "unknown preset" 400 INVALID_REQUEST style.preset "{$SKETCH,\"prompt\":\"x\",\"style\":{\"preset\":\"nope\"}}"
  holds "unknown preset: the known ones are listed" '.error.message | test("photorealistic")'
  not_made "unknown format" 400 INVALID_REQUEST output.format "{$SKETCH,\"prompt\":\"x\",\"output\":{\"format\":\"gif\"}}"
  not_made "quality out of range" 400 INVALID_REQUEST output.quality "{$SKETCH,\"prompt\":\"x\",\"output\":{\"quality\":101}}"
  not_made "unknown return type" 400 INVALID_REQUEST output.return_type "{$SKETCH,\"prompt\":\"x\",\"output\":{\"return_type\":\"zip\"}}"
  not_made "webhook that is no web address" 400 INVALID_REQUEST webhook_url "{$SKETCH,\"prompt\":\"x\",\"webhook_url\":\"ftp://x/y\"}"
  not_made "relative webhook" 400 INVALID_REQUEST webhook_url "{$SKETCH,\"prompt\":\"x\",\"webhook_url\":\"/hook\"}"
  not_made "metadata of a wrong type" 400 INVALID_REQUEST metadata "{$SKETCH,\"prompt\":\"x\",\"metadata\":[1]}"
  long=$(printf 'm%.0s' {1..16384})
  not_made "metadata above 16 KB" 400 INVALID_REQUEST metadata "{$SKETCH,\"prompt\":\"x\",\"metadata\":{\"a\":\"$long\"}}"
  not_made "an endless number in metadata" 400 INVALID_REQUEST metadata.a "{$SKETCH,\"prompt\":\"x\",\"metadata\":{\"a\":1e2147483647}}"
  not_made "a number no parser holds" 400 INVALID_REQUEST "" "{$SKETCH,\"prompt\":\"x\",\"metadata\":{\"a\":1e999999999999}}"
  not_made "a member of metadata given twice" 400 INVALID_REQUEST "" "{$SKETCH,\"prompt\":\"x\",\"metadata\":{\"a\":1,\"a\":2}}"
  not_made "parameters of a wrong type" 400 INVALID_REQUEST parameters "{$SKETCH,\"prompt\":\"x\",\"parameters\":7}"
  not_made "all that is wrong at once" 400 INVALID_REQUEST output.format "{\"prompt\":1,\"parameters\":{\"width\":1},\"output\":{\"format\":\"x\"}}"
  holds "three fields are named" '.error.details.fields | keys == ["output.format","parameters.width","prompt"]'
  not_made "unknown members, strictly" 400 INVALID_REQUEST parameters.cfg "{$SKETCH,\"prompt\":\"x\",\"parameters\":{\"cfg\":7}}" -H 'Prefer: handling=strict'
  refused "unknown members, strictly by query" 400 INVALID_REQUEST POST "$CREATE?strict=true" -H "$JSON" -d "{$SKETCH,\"prompt\":\"x\",\"colour\":1}"
  not_made "a model nobody configured" 503 MODEL_NOT_AVAILABLE model '{"model":"midjourney-v6","prompt":"x"}'
  not_made "unknown model" 404 NOT_FOUND model '{"model":"no/such","prompt":"x"}'
  not_made "a model that makes no images from text" 400 INVALID_REQUEST model '{"model":"real-esrgan","prompt":"x"}'
  not_made "prohibited content" 400 INVALID_PROMPT prompt "{$SKETCH,\"prompt\":\"child pornography\"}"
  holds "prohibited content: reason and suggestion" '.error.details | has("reason") and has("suggestion")'
  not_made "an idempotency key above 255 characters" 400 INVALID_REQUEST Idempotency-Key "{$SKETCH,\"prompt\":\"x\"}" -H "Idempotency-Key: $(printf 'k%.0s' {1..256})"
  not_made "broken JSON" 400 INVALID_REQUEST "" '{"prompt":'
  not_made "an array" 400 INVALID_REQUEST "" '[]'
  not_made "nothing at all" 400 INVALID_REQUEST "" ''
  not_made "JSON too deep" 400 INVALID_REQUEST "" "{\"prompt\":$(printf '[%.0s' {1..100})$(printf ']%.0s' {1..100})}"
  { printf '{"prompt":"' && head -c 5000000 /dev/zero | tr '\0' a && printf '"}'; } >"$WORK/large"
  refused "a prompt of 5 MB" 413 INVALID_REQUEST POST $CREATE -H "$JSON" --data-binary "@$WORK/large"
  refused "another media type" 415 INVALID_REQUEST POST $CREATE -H 'Content-Type: text/csv' -d a,b
  refused "another method" 405 INVALID_REQUEST DELETE $CREATE
  same "the methods that would do" 1 "$(header Allow | grep -c POST)"
  refused "an answer nobody can give" 406 INVALID_REQUEST GET /api/v2/models -H 'Accept: image/png'
  refused "no such route" 404 NOT_FOUND GET /api/v2/nothing
  refused "no such route behind the doubled prefix" 404 NOT_FOUND GET /api/api/v2/nothing
  refused "no such generation" 404 NOT_FOUND GET /api/v2/generations/gen_000000000000000000000000
  refused "no such generation to cancel" 404 NOT_FOUND POST /api/v2/generations/gen_000000000000000000000000/cancel
  refused "no such generation to watch" 404 NOT_FOUND GET /api/v2/generations/gen_000000000000000000000000/events
  refused "no such model" 404 NOT_FOUND GET /api/v2/models/no/such
  refused "broken percent encoding" 400 INVALID_REQUEST GET '/api/v2/generations?model=%zz'
  without_key refused "no key" 401 UNAUTHORIZED POST $CREATE -H "$JSON" -d "{$SKETCH,\"prompt\":\"x\"}"
  EASEL_API_KEY=esk_live_wrong refused "a wrong key" 401 UNAUTHORIZED GET /api/v2/user/profile
  refused "two different keys" 401 UNAUTHORIZED GET /api/v2/user/profile -H 'X-API-Key: other'
  same "nothing was charged" "$before_credits" "$(credits)"
  same "nothing was written" "$before_count" "$(count)"
  same "no way into the archive" 404 "$(api GET /api/api/../WEB-INF/web.xml --path-as-is)"
  refused "nor by the encoded way" 404 NOT_FOUND GET /api/v2/application.wadl
}

waiting() {
  local id again
  same "respond-async is 202" 202 "$(make "{$SKETCH,\"prompt\":\"snow\",$SMALL}" -H 'Prefer: respond-async')"
  id=$(json .id)
  same "says where to ask" "$EASEL_URL/api/v2/generations/$id" "$(header Location)"
  same "and when" 1 "$(header Retry-After | grep -cE '^[1-9][0-9]*$')"
  same "and that it obeyed" respond-async "$(header Preference-Applied)"
  holds "202 has no images yet" '.images == [] and (.status == "queued" or .status == "processing") and .cost.estimated'
  same "a wait in seconds" 202 "$(make "{$SKETCH,\"prompt\":\"a city\",\"parameters\":{\"width\":2048,\"height\":2048,\"num_outputs\":4}}" -H 'Prefer: wait=1')"
  id=$(json .id)
  same "is told as applied" wait=1 "$(header Preference-Applied)"
  api POST "/api/v2/generations/$id/cancel" >/dev/null
  curl -s -N -m 60 -H "Authorization: Bearer $EASEL_API_KEY" "$EASEL_URL/api/v2/generations/$id/events" >"$WORK/events"
  same "a running one can be cancelled" generation.cancelled "$(sed -n 's/^event: //p' "$WORK/events" | tail -n 1)"
  same "again does no harm" 200 "$(api POST "/api/v2/generations/$id/cancel")"
  holds "cancelled costs nothing" '.status == "cancelled" and .cost == {"credits":0,"usd":0}'
  same "it can be made again" 202 "$(api POST "/api/v2/generations/$id/retry" -H "Idempotency-Key: again-$id")"
  holds "as a generation of its own" ".id != \"$id\""
  again=$(json .id)
  same "twice with one key" 202 "$(api POST "/api/v2/generations/$id/retry" -H "Idempotency-Key: again-$id")"
  holds "is made once" ".id == \"$again\""
  same "and told to be a replay" true "$(header Idempotent-Replayed)"
  api POST "/api/v2/generations/$(json .id)/cancel" >/dev/null
  make "{$SKETCH,\"prompt\":\"x\",$SMALL}" >/dev/null
  id=$(json .id)
  refused "what is done cannot be cancelled" 409 CONFLICT POST "/api/v2/generations/$id/cancel"
  refused "nor made again" 409 CONFLICT POST "/api/v2/generations/$id/retry"
}

idempotency() {
  local key=e2e-$$-$RANDOM body="{$SKETCH,\"prompt\":\"a lake\",\"parameters\":{\"width\":512,\"height\":512}}" i pids=()
  for i in {1..20}; do
    curl -s -m 90 -D "$WORK/headers.$i" -o "$WORK/body.$i" -H "Authorization: Bearer $EASEL_API_KEY" -H "$JSON" \
      -H "Idempotency-Key: $key" -d "$body" "$EASEL_URL$CREATE" &
    pids+=($!)
  done
  wait "${pids[@]}"
  same "20 at once with one key are one generation" 1 "$(jq -r .id "$WORK"/body.* | sort -u | wc -l)"
  same "all have the image" 20 "$(jq -r .status "$WORK"/body.* | grep -c completed)"
  same "19 are told they are replays" 19 "$(grep -il '^Idempotent-Replayed: true' "$WORK"/headers.* | wc -l)"
  refused "the key with another body" 422 IDEMPOTENCY_KEY_REUSED POST $CREATE -H "$JSON" -H "Idempotency-Key: $key" -d "{$SKETCH,\"prompt\":\"other\"}"
  make "$body" -H 'X-Stainless-Retry-Count: 0' >/dev/null
  make "$body" -H 'X-Stainless-Retry-Count: 1' >/dev/null
  same "an SDK's retry without a key joins too" true "$(header Idempotent-Replayed | sed 's/^$/no/')"
}

lists() {
  local ids first cursor
  api GET '/api/v2/generations?limit=3' >/dev/null
  holds "a page of three" '(.generations | length) == 3 and .limit == 3 and .page == 1 and (.next_cursor | type) == "string"'
  holds "printed as the POST is" '.generations[0] | keys_unsorted[:8] == ["id","status","created_at","completed_at","model","images","cost","metadata"]'
  holds "newest first" '[.generations[].created_at] | . == (sort | reverse)'
  cursor=$(json .next_cursor) first=$(json '.generations[-1].id')
  api GET "/api/v2/generations?limit=3&cursor=$cursor" >/dev/null
  ids=$(json '[.generations[].id] | join(" ")')
  api GET '/api/v2/generations?limit=3&page=2' >/dev/null
  same "cursor and page lead to the same" "$ids" "$(json '[.generations[].id] | join(" ")')"
  holds "and not to what was seen" "[.generations[].id] | index(\"$first\") | not"
  api GET '/api/v2/generations?status=cancelled&limit=100' >/dev/null
  holds "filter by status" '(.generations | length) > 0 and ([.generations[].status] | unique) == ["cancelled"]'
  make "{$SKETCH,\"prompt\":\"x\",$SMALL}" -H "X-Request-ID: e2e-$$" >/dev/null
  first=$(json .id)
  same "the request id is echoed" "e2e-$$" "$(header X-Request-ID)"
  api GET "/api/v2/generations?request_id=e2e-$$" >/dev/null
  same "a lost answer is found by it" "$first" "$(json '[.generations[].id] | join(" ")')"
  api GET "/api/v2/generations?date_to=2020-01-01" >/dev/null
  holds "nothing is that old" '.generations == [] and .next_cursor == null'
  api GET "/api/v2/generations?model=easel/sketch&date_from=2020-01-01T00:00:00Z&limit=1" >/dev/null
  holds "filters by model and date" '.generations[0].model == "easel/sketch"'
  refused "unknown status" 400 INVALID_REQUEST GET '/api/v2/generations?status=done'
  refused "limit above 100" 400 INVALID_REQUEST GET '/api/v2/generations?limit=101'
  refused "a cursor of nobody" 400 INVALID_REQUEST GET '/api/v2/generations?cursor=abc'
  refused "no date" 400 INVALID_REQUEST GET '/api/v2/generations?date_from=yesterday'
}

events() {
  make "{$SKETCH,\"prompt\":\"a bridge over a lake\",\"parameters\":{\"width\":1024,\"height\":1024,\"num_outputs\":2}}" -H 'Prefer: respond-async' >/dev/null
  local id names
  id=$(json .id)
  curl -s -N -m 60 -D "$WORK/headers" -H "Authorization: Bearer $EASEL_API_KEY" -H 'Last-Event-ID: 5' "$EASEL_URL/api/v2/generations/$id/events" >"$WORK/events"
  same "events are a stream" text/event-stream "$(header Content-Type)"
  names=$(sed -n 's/^event: //p' "$WORK/events" | sort -u | xargs)
  same "of the documented names" 0 "$(tr ' ' '\n' <<<"$names" | grep -cvE '^generation\.(queued|started|progress|preview|completed)$')"
  same "with previews" 1 "$(grep -cw generation.preview <<<"$names")"
  same "numbered from 1" "$(seq -s ' ' "$(grep -c '^id: ' "$WORK/events")")" "$(sed -n 's/^id: //p' "$WORK/events" | xargs)"
  sed -n 's/^data: //p' "$WORK/events" | head -n 1 >"$WORK/body"
  holds "the present state comes first" ".generation.id == \"$id\" and .generation_id == \"$id\""
  grep '"generation.preview"' "$WORK/events" | head -n 1 | sed 's/^data: //' >"$WORK/body"
  json .preview | sed 's/^data:image\/jpeg;base64,//' | base64 -d >"$WORK/image"
  same "a preview is a small JPEG" "255 216 255" "$(od -An -tu1 -N3 "$WORK/image" | xargs)"
  sed -n 's/^data: //p' "$WORK/events" | tail -n 1 >"$WORK/body"
  holds "the last bears the whole generation" '.event == "generation.completed" and (.generation.images | length) == 2 and .progress == 1 and .generation.receipt.seed != null'
  curl -s -N -m 20 -H "Authorization: Bearer $EASEL_API_KEY" "$EASEL_URL/api/v2/generations/$id/events" >"$WORK/events"
  same "who comes late gets the end at once" generation.completed "$(sed -n 's/^event: //p' "$WORK/events" | xargs)"
}

models() {
  api GET /api/v2/models >/dev/null
  holds "models are listed as printed" '.models[] | select(.id == "stable-diffusion-xl") | (keys_unsorted - ["specialized_features"])[:9] == ["id","name","version","type","status","capabilities","supported_sizes","pricing","performance"]'
  holds "with the printed prices" '(.models[] | select(.id == "stable-diffusion-xl") | .pricing) == {"per_image":0.02,"credits":1} and (.models[] | select(.id == "midjourney-v6") | .pricing) == {"per_image":0.05,"credits":2.5}'
  holds "capabilities are an array here" '.models[] | select(.id == "stable-diffusion-xl") | .capabilities[:3] == ["text-to-image","image-to-image","inpainting"]'
  holds "features where there are any" '.models[] | select(.id == "midjourney-v6") | .specialized_features == ["artistic","creative","stylized"]'
  holds "retired models say so" '.models[] | select(.id == "dall-e-3") | .status == "retired" and .successor == "gpt-image-2"'
  api GET '/api/v2/models?available=true' >/dev/null
  holds "only what can be called" '[.models[].unavailable_reason] | unique == [null]'
  api GET '/api/v2/models?capability=upscaling' >/dev/null
  holds "filter by capability" '[.models[].id] | index("real-esrgan") and (index("easel/sketch") | not)'
  api GET '/api/v2/models?type=text-to-image' >/dev/null
  holds "filter by type" '[.models[].type] | unique == ["text-to-image"]'
  api GET /api/v2/models/stable-diffusion-xl >/dev/null
  holds "a model in detail as printed" '.model | keys_unsorted[:9] == ["id","name","description","version","release_date","type","status","capabilities","parameters"]'
  holds "capabilities are flags here" '.model.capabilities == {"text_to_image":true,"image_to_image":true,"inpainting":true,"outpainting":false,"controlnet":true}'
  holds "with the printed parameters" '.model.parameters | .max_prompt_length == 1000 and .inference_steps_range == {"min":10,"max":150,"default":50} and .guidance_scale_range == {"min":1.0,"max":20.0,"default":7.5} and (.supported_schedulers | index("DPMSolverMultistep"))'
  same "a slash in the id" 200 "$(api GET /api/v2/models/easel/sketch)"
  same "an escaped slash" 200 "$(api GET /api/v2/models/easel%2Fsketch)"
  holds "measured times" '.model.performance.average_generation_time == null or .model.performance.average_generation_time > 0'
  api GET /api/v2/models/dall-e-3 >/dev/null
  same "a retired model names its successor" "<$EASEL_URL/api/v2/models/gpt-image-2>; rel=\"successor-version\"" "$(header Link)"
  same "and its end" "Tue, 12 May 2026 00:00:00 GMT" "$(header Sunset)"
}

profile() {
  api GET /api/v2/user/profile >/dev/null
  holds "the profile as printed" '.user | keys_unsorted == ["id","email","username","created_at","subscription","usage","preferences"]
    and (.subscription | keys_unsorted == ["plan","status","renews_at"])
    and (.usage | keys_unsorted == ["images_generated_today","images_generated_month","credits_remaining","storage_used_mb","storage_limit_mb"])
    and (.preferences | keys_unsorted == ["default_model","default_size","nsfw_filter","auto_save_gallery"])'
  holds "true numbers" '.user.usage | .images_generated_today > 0 and .images_generated_month >= .images_generated_today and .storage_used_mb > 0'
  same "the balance is the header's" "$(json .user.usage.credits_remaining)" "$(header X-Credits-Remaining)"
}

browsers() {
  local status
  status=$(curl -s -o /dev/null -D "$WORK/headers" -w '%{http_code}' -X OPTIONS -H 'Origin: https://app.example' \
    -H 'Access-Control-Request-Method: POST' -H 'Access-Control-Request-Headers: authorization,content-type' "$EASEL_URL$CREATE")
  same "a preflight needs no key" 204 "$status"
  same "any origin" '*' "$(header Access-Control-Allow-Origin)"
  same "with the headers it asked for" authorization,content-type "$(header Access-Control-Allow-Headers)"
  same "but no credentials" "" "$(header Access-Control-Allow-Credentials)"
  without_key api GET /api/v2/models -H 'Origin: https://app.example' >/dev/null
  same "refusals can be read as well" '*' "$(header Access-Control-Allow-Origin)"
  same "and their request id" 1 "$(header Access-Control-Expose-Headers | grep -c X-Request-ID)"
}

making
parameters
refusals
waiting
idempotency
lists
events
models
profile
browsers
