#!/usr/bin/env bash
# Edits and processes on v2: each endpoint with the printed body, its answer, its charge; found
# again, listed, retried like generations; forms, quotes, refusals. Uses built-in models only.
# shellcheck source=lib.sh
source "$(dirname "$0")/lib.sh"
# shellcheck source=v2.sh
source "$(dirname "$0")/v2.sh"

readonly IMG2IMG=/api/v2/generate/image-to-image INPAINT=/api/v2/generate/inpaint PROCESS=/api/v2/process
readonly QUOTE=/api/v2/quote SKETCH='"model":"easel/sketch"'
# Networks load on first use; an answer may take as long as proxies allow.
readonly PATIENT='Prefer: wait=110'

post() {
  local path=$1 body=$2
  shift 2
  api POST "$path" -H "$JSON" -d "$body" -m 115 -H "$PATIENT" "$@"
}
credits() { api GET /api/v2/user/profile >/dev/null && json .user.usage.credits_remaining; }
count() { api GET '/api/v2/generations?limit=100' >/dev/null && json '.generations | length'; }
png_size() {
  od -An -tu1 -j16 -N8 "$1" | awk '{ print ($1*256^3+$2*256^2+$3*256+$4) "x" ($5*256^3+$6*256^2+$7*256+$8) }'
}
# fetched FILTER: size of the PNG the address leads to.
fetched() { curl -s -m 30 -o "$WORK/image" "$(json "$1")" && png_size "$WORK/image"; }
# denied WHAT CODE FIELD PATH BODY [curl options]: 400, with the field by its printed name.
denied() {
  local what=$1 code=$2 field=$3 path=$4 body=$5
  shift 5
  refused "$what" 400 "$code" POST "$path" -H "$JSON" -d "$body" "$@"
  holds "$what: names $field" ".error.details.field == \"$field\" or .error.details.fields[\"$field\"] != null"
}
# charged WHAT BEFORE: what the last answer cost is what went, and the ledger has it.
charged() {
  local id cost
  id=$(json .id) cost=$(json '.cost.credits // "none"')
  cp "$WORK/body" "$WORK/kept"
  same "$1 costs what it says" 1 "$(awk -v gone="$(credits)" -v before="$2" -v cost="$cost" 'BEGIN { d = before - gone - cost; print (cost != "none" && d * d < 1e-9) }')"
  api GET "/api/v2/billing/ledger?limit=100" >/dev/null
  if [[ $cost != 0 && $cost != none ]]; then
    same "$1 is in the ledger" 1 "$(grep -c "$id" "$WORK/body")"
  fi
  cp "$WORK/kept" "$WORK/body"
}
# again WHAT: GET by id has what the POST had, and the receipt.
again() {
  local id
  id=$(json .id)
  jq -S 'del(.. | .url?, .mask_url?, .thumbnail_url?) ' "$WORK/body" >"$WORK/first"
  same "$1 is found again" 200 "$(api GET "/api/v2/generations/$id")"
  holds "$1 has its receipt" '.progress == 1 and .receipt.price.settled and .receipt.attempts[0].outcome == "completed"'
  jq -S 'del(.progress, .queue_position, .eta_seconds, .eta, .waiting_reason, .error, .receipt) | del(.. | .url?, .mask_url?, .thumbnail_url?)' \
    "$WORK/body" >"$WORK/second"
  check "$1 looks the same" diff "$WORK/first" "$WORK/second"
}

# A mask of 64x64: white from 16 to 47 both ways, black around.
readonly MASK=iVBORw0KGgoAAAANSUhEUgAAAEAAAABACAAAAACPAi4CAAAAJklEQVR42u3MAQ0AAAgDoPcvrQmcAQ4BSAAO8xAIBAKBQNAXALUWde/8LgGr+O4AAAAASUVORK5CYII=

prepare() {
  same "a sketch to work on" 200 "$(make "{$SKETCH,\"prompt\":\"a red boat on a lake\",\"parameters\":{\"width\":64,\"height\":64,\"seed\":3}}")"
  SOURCE=$(json '.images[0].id') SOURCE_URL=$(json '.images[0].url')
  curl -s -m 20 -o "$WORK/source.png" "$SOURCE_URL"
  holds "its scores are measured or null, none is made up" '.images[0] | (.nsfw_score == null or (.nsfw_score >= 0 and .nsfw_score <= 1))
    and (.quality | has("brisque")) and .aesthetic_score == null'
  printf '%s' "$MASK" | base64 -d >"$WORK/mask.png"
}

image_to_image() {
  local before
  before=$(credits)
  same "image to image" 200 "$(post $IMG2IMG "{$SKETCH,\"init_image\":\"$SOURCE\",\"prompt\":\"at night\",\"strength\":0.9,\"parameters\":{\"num_outputs\":2,\"numInferenceSteps\":10},\"preserve\":{\"structure\":true,\"colors\":true},\"metadata\":{\"a\":1}}")"
  holds "its id is one of a generation" '.id | startswith("gen_")'
  holds "its source is analysed" '.source_image | (.url | test("^http")) and (.analysis.dominant_colors | length) > 0
    and all(.analysis.dominant_colors[]; test("^#[0-9A-F]{6}$")) and (.analysis.detected_objects | type) == "array" and (.analysis.style | length) > 0'
  holds "what was done is told" '(.images | length) == 2 and (.images[0].transformations_applied | index("color_transfer") != null and index("structure_preservation") != null)'
  holds "and that the strength was capped" '[.warnings[].code] | index("strength_capped") != null'
  holds "without a size it has the source's" '[.images[] | [.width, .height]] == [[64,64],[64,64]]'
  charged "image to image" "$before"
  again "image to image"
  same "its source can be fetched" 64x64 "$(fetched .source_image.url)"
  same "an address is told as it was given" 200 "$(post $IMG2IMG "{$SKETCH,\"init_image\":\"$SOURCE_URL\",\"prompt\":\"x\"}")"
  same "to the letter" "$SOURCE_URL" "$(json .source_image.url)"
  same "a data URL" 200 "$(post $IMG2IMG "{$SKETCH,\"initImage\":\"data:image/png;base64,$MASK\",\"prompt\":\"x\"}")"
  same "is an asset of ours then" 64x64 "$(fetched .source_image.url)"
  same "the receipt does not keep it" 200 "$(api GET "/api/v2/generations/$(json .id)")"
  holds "but the settings" '(.receipt.requested | has("init_image") | not) and .receipt.applied.settings.preserve.colors == false'
  same "a form with a file" 200 "$(api POST $IMG2IMG -m 115 -H "$PATIENT" -F "init_image=@$WORK/source.png" -F 'prompt=42' -F model=easel/sketch -F strength=0.5 -F parameters.num_outputs=1)"
  holds "is the same request" '.effective_prompt == "42" and (.images | length) == 1'
}

inpaint() {
  local before
  before=$(credits)
  same "inpainting with a mask data URL" 200 "$(post $INPAINT "{$SKETCH,\"init_image\":\"$SOURCE\",\"mask_image\":\"data:image/png;base64,$MASK\",\"prompt\":\"a garden\",\"inpaint_mode\":\"original\",\"mask_blur\":0,\"preserve_masked_area\":false}")"
  holds "its id" '.id | startswith("inp_")'
  holds "a quarter was repainted, in one place" '.images[0] | .mask_area_percentage == 25 and .inpainted_regions == [{"x":16,"y":16,"width":32,"height":32}]'
  charged "inpainting" "$before"
  again "inpainting"
  same "the other way round" 200 "$(post $INPAINT "{$SKETCH,\"init_image\":\"$SOURCE\",\"mask_image\":\"$MASK\",\"prompt\":\"a garden\",\"mask_blur\":0,\"preserve_masked_area\":true}")"
  holds "all else was" '.images[0].mask_area_percentage == 75'
  same "a form with two files and the rest as JSON" 200 "$(api POST $INPAINT -m 115 -H "$PATIENT" -F "init_image=@$WORK/source.png" -F "mask_image=@$WORK/mask.png" -F "request={$SKETCH,\"prompt\":\"x\",\"mask_blur\":2}")"
  denied "no mask" INVALID_REQUEST mask_image $INPAINT "{$SKETCH,\"init_image\":\"$SOURCE\",\"prompt\":\"x\"}"
  denied "no image" INVALID_REQUEST init_image $INPAINT "{$SKETCH,\"mask_image\":\"$SOURCE\",\"prompt\":\"x\"}"
  denied "no prompt" INVALID_REQUEST prompt $INPAINT "{$SKETCH,\"init_image\":\"$SOURCE\",\"mask_image\":\"$SOURCE\"}"
  denied "an unknown mode" INVALID_REQUEST inpaint_mode $INPAINT "{$SKETCH,\"init_image\":\"$SOURCE\",\"mask_image\":\"$SOURCE\",\"prompt\":\"x\",\"inpaint_mode\":\"magic\"}"
  denied "too much blur" INVALID_REQUEST mask_blur $INPAINT "{$SKETCH,\"init_image\":\"$SOURCE\",\"mask_image\":\"$SOURCE\",\"prompt\":\"x\",\"mask_blur\":65}"
  denied "a mask that is no image" INVALID_IMAGE mask_image $INPAINT "{$SKETCH,\"init_image\":\"$SOURCE\",\"mask_image\":\"data:image/png;base64,AAAA\",\"prompt\":\"x\"}"
}

filters() {
  local before
  before=$(credits)
  same "filters" 200 "$(post $PROCESS/filters "{\"image_url\":\"$SOURCE\",\"filters\":[{\"type\":\"brightness\",\"value\":1.2},{\"type\":\"contrast\",\"value\":1.1},{\"type\":\"blur\",\"radius\":5},{\"type\":\"resize\",\"width\":32}],\"output_format\":\"png\",\"preserve_metadata\":false,\"metadata\":{\"b\":2}}")"
  holds "the printed members" '(.id | startswith("proc_")) and .status == "completed" and .metadata == {"b":2} and .model == "easel/filters"
    and (.processed_image | keys_unsorted[:3] | sort == ["filters_applied","processing_time_ms","url"])
    and .processed_image.filters_applied == ["brightness","contrast","blur","resize"] and .processed_image.processing_time_ms >= 0'
  holds "and the size" '.processed_image | [.width,.height,.format] == [32,32,"png"] and (.image_id | startswith("img_proc_"))'
  charged "filters" "$before"
  again "filters"
  same "the file" 32x32 "$(fetched .processed_image.url)"
  same "inside the answer" 200 "$(post $PROCESS/filters "{\"image\":\"$SOURCE\",\"filters\":[{\"type\":\"invert\"}],\"output\":{\"format\":\"jpg\",\"return_type\":\"base64\"}}")"
  holds "as a JPEG" '.processed_image | .format == "jpg" and (.b64_json | length) > 100'
  denied "no filters" INVALID_REQUEST filters $PROCESS/filters "{\"image_url\":\"$SOURCE\"}"
  denied "an unknown filter" INVALID_REQUEST 'filters[0].type' $PROCESS/filters "{\"image_url\":\"$SOURCE\",\"filters\":[{\"type\":\"sparkle\"}]}"
  holds "lists the known ones" '.error.message | test("oil_painting|vignette")'
  denied "no image" INVALID_REQUEST image_url $PROCESS/filters '{"filters":[{"type":"invert"}]}'
  denied "an image of nobody" INVALID_IMAGE image_url $PROCESS/filters '{"image_url":"ast_000000000000000000000000","filters":[{"type":"invert"}]}'
  denied "an address nobody may ask for" INVALID_IMAGE image_url $PROCESS/filters '{"image_url":"http://169.254.169.254/a.png","filters":[{"type":"invert"}]}'
  denied "a format there is not" INVALID_REQUEST output_format $PROCESS/filters "{\"image_url\":\"$SOURCE\",\"filters\":[{\"type\":\"invert\"}],\"output_format\":\"tiff\"}"
  denied "unknown members, strictly" INVALID_REQUEST colour "$PROCESS/filters?strict=true" "{\"image_url\":\"$SOURCE\",\"filters\":[{\"type\":\"invert\"}],\"colour\":1}"
}

# A photograph that tells everything, in three formats: what is to stay stays, places do not.
metadata() {
  local format tags
  install_debian exiftool libimage-exiftool-perl
  cp "$EASEL_ROOT/ejb/src/test/resources/photographs/coffee.jpg" "$WORK/told.jpg"
  exiftool -q -overwrite_original -Make=Canon -Artist=Ada -ExposureTime=1/250 -Orientation#=6 -GPSLatitude=48.1 -GPSLatitudeRef=N \
    -GPSLongitude=11.5 -GPSLongitudeRef=E -XMP-dc:Creator=Ada -XMP-exif:GPSLatitude=48.1 -XMP-photoshop:City=Munich \
    "-ThumbnailImage<=$WORK/told.jpg" "$WORK/told.jpg"
  for format in png jpg webp; do
    same "metadata is kept in $format" 200 "$(api POST $PROCESS/filters -m 115 -H "$PATIENT" -F "image=@$WORK/told.jpg" \
      -F 'request={"filters":[{"type":"brightness","value":1.1}],"preserve_metadata":true,"output_format":"'"$format"'"}')"
    holds "and nothing was lost in $format" '[.warnings[]?.code] | index("metadata_dropped") == null'
    curl -s -m 30 -o "$WORK/told.$format.result" "$(json .processed_image.url)"
    tags=$(exiftool -s -n -G1 -a -u "$WORK/told.$format.result")
    same "$format has the camera, who held it and our provenance" 6 "$(grep -cE '^\[(IFD0\] +(Make +: Canon|Artist +: Ada|Orientation +: 1)|ExifIFD\] +ExposureTime +: 0.004|XMP-dc\] +Creator +: Ada|XMP-easel\] +GenerationId +: proc_)' <<<"$tags")"
    same "$format tells no place and shows no old picture" 0 "$(grep -ciE 'gps|munich|thumbnail|makernote' <<<"$tags")"
    same "$format is sound" "" "$(exiftool -q -q -validate -warning "$WORK/told.$format.result" | grep -v ': *OK$' | grep -vi 'missing required\|non-standard' || true)"
  done
}

others() {
  local before
  before=$(credits)
  same "remove-background" 200 "$(post $PROCESS/remove-background "{\"image_url\":\"$SOURCE\",\"mode\":\"remove\",\"output_format\":\"png\",\"edge_smoothing\":true,\"foreground_threshold\":0.5}")"
  holds "the printed members" '(.id | startswith("bg_remove_")) and (.result | (.url | length) > 0 and (.mask_url | length) > 0 and has("foreground_bounds"))'
  charged "remove-background" "$before"
  again "remove-background"
  same "the mask" 64x64 "$(fetched .result.mask_url)"
  same "replaced by a color" 200 "$(post $PROCESS/remove-background "{\"image_url\":\"$SOURCE\",\"mode\":\"replace\",\"background\":{\"color\":\"#ff8800\"},\"output_format\":\"jpg\"}")"
  same "replaced by an image" 200 "$(post $PROCESS/remove-background "{\"image_url\":\"$SOURCE\",\"mode\":\"replace\",\"background\":{\"image_url\":\"data:image/png;base64,$MASK\"}}")"
  denied "replaced by nothing" INVALID_REQUEST background $PROCESS/remove-background "{\"image_url\":\"$SOURCE\",\"mode\":\"replace\"}"
  denied "a JPEG has no transparency" INVALID_REQUEST output_format $PROCESS/remove-background "{\"image_url\":\"$SOURCE\",\"output_format\":\"jpg\"}"
  before=$(credits)
  same "upscale" 200 "$(post $PROCESS/upscale "{\"image_url\":\"$SOURCE\",\"scale_factor\":2,\"model\":\"real-esrgan\",\"enhance_faces\":true,\"denoise_strength\":0.5}")"
  holds "the printed members" '(.id | startswith("upscale_")) and .result.original_dimensions == {"width":64,"height":64}
    and .result.upscaled_dimensions == {"width":128,"height":128} and (.result.enhancement_details | has("faces_detected") and has("faces_enhanced") and has("quality_improvement_score"))'
  charged "upscale" "$before"
  again "upscale"
  same "the file" 128x128 "$(fetched .result.url)"
  same "lanczos, four times unless asked otherwise" 200 "$(post $PROCESS/upscale "{\"image_url\":\"$SOURCE\",\"model\":\"lanczos\"}")"
  holds "is free and 256 wide" '.cost.credits == 0 and .result.width == 256'
  denied "five times" INVALID_REQUEST scale_factor $PROCESS/upscale "{\"image_url\":\"$SOURCE\",\"scale_factor\":5}"
  denied "a model that paints" INVALID_REQUEST model $PROCESS/upscale "{$SKETCH,\"image_url\":\"$SOURCE\"}"
  before=$(credits)
  same "restore" 200 "$(post $PROCESS/restore "{\"image_url\":\"$SOURCE\",\"damage\":\"noise\",\"strength\":0.5}")"
  holds "what was done" '(.id | startswith("restore_")) and .result.damage == "noise" and .result.brisque_after >= 0'
  charged "restore" "$before"
  again "restore"
  before=$(credits)
  same "analyze" 200 "$(post $PROCESS/analyze "{\"image_url\":\"$SOURCE\"}")"
  holds "everything that is measured" '(.id | startswith("analyze_")) and (.analysis | .width == 64 and (.colors | length) > 0 and (.tags | type) == "array"
    and (.faces | type) == "array" and (.quality | has("brisque")) and .aesthetic_score == null and .nsfw_score >= 0)'
  charged "analyze" "$before"
  again "analyze"
  same "only colors" 200 "$(post $PROCESS/analyze "{\"image_url\":\"$SOURCE\",\"features\":[\"colors\"]}")"
  holds "are no tags" '.analysis | has("colors") and (has("tags") | not)'
  denied "a feature there is not" INVALID_REQUEST features $PROCESS/analyze "{\"image_url\":\"$SOURCE\",\"features\":[\"taste\"]}"
}

jobs() {
  local key id number
  same "not held: accepted" 202 "$(api POST $PROCESS/upscale -H "$JSON" -H 'Prefer: respond-async' -d "{\"image_url\":\"$SOURCE\",\"model\":\"lanczos\"}")"
  id=$(json .id)
  holds "without a result yet" '.result == null and .cost.estimated and (.status == "queued" or .status == "processing")'
  same "the address to ask at" "$EASEL_URL/api/v2/generations/$id" "$(header Location)"
  same "its events" 1 "$(curl -s -N -m 30 -H "Authorization: Bearer $EASEL_API_KEY" "$EASEL_URL/api/v2/generations/$id/events" | grep -c '^event: generation.completed')"
  same "what is done cannot be cancelled" 409 "$(api POST "/api/v2/generations/$id/cancel")"
  key=edit-$RANDOM$RANDOM
  post $PROCESS/filters "{\"image_url\":\"$SOURCE\",\"filters\":[{\"type\":\"sepia\"}]}" -H "Idempotency-Key: $key" >/dev/null
  id=$(json .id) number=$(count)
  same "the same key" 200 "$(post $PROCESS/filters "{\"image_url\":\"$SOURCE\",\"filters\":[{\"type\":\"sepia\"}]}" -H "Idempotency-Key: $key")"
  same "is the same process" "$id" "$(json .id)"
  same "and no other" "$number" "$(count)"
  refused "the key with another body" 422 IDEMPOTENCY_KEY_REUSED POST $PROCESS/filters -H "$JSON" -H "Idempotency-Key: $key" -d "{\"image_url\":\"$SOURCE\",\"filters\":[{\"type\":\"invert\"}]}"
  api GET '/api/v2/generations?limit=100' >/dev/null
  holds "lists have them all" '[.generations[].id | sub("_[0-9a-f]{24}$"; "")] | unique == ["analyze","bg_remove","gen","inp","proc","restore","upscale"]'
}

quotes() {
  local operation body
  for operation in filters remove-background upscale restore analyze image-to-image inpaint; do
    case $operation in
      filters) body='"image_url":"S","filters":[{"type":"invert"}]' ;;
      image-to-image) body="$SKETCH,\"init_image\":\"S\",\"prompt\":\"x\"" ;;
      inpaint) body="$SKETCH,\"init_image\":\"S\",\"mask_image\":\"S\",\"prompt\":\"x\"" ;;
      *) body='"image_url":"S"' ;;
    esac
    same "a quote for $operation" 200 "$(post $QUOTE "{\"operation\":\"$operation\",${body//\"S\"/\"$SOURCE\"}}")"
    holds "names it" ".quote.operation == \"$operation\" and .quote.lines[0].quantity == 1"
  done
  denied "a quote is judged like the request" INVALID_REQUEST scale_factor $QUOTE "{\"operation\":\"upscale\",\"image_url\":\"$SOURCE\",\"scale_factor\":9}"
}

models() {
  api GET '/api/v2/models?capability=upscaling&available=true' >/dev/null
  holds "v2 lists what enlarges" '[.models[].id] | index("real-esrgan") != null and index("lanczos") != null'
  holds "as what it is" 'all(.models[]; .capabilities == ["upscaling"] and .type != "text-to-image")'
  api GET /v1/models >/dev/null
  holds "/v1 lists none of them" '[.data[].id] | index("easel/sketch") != null and (. - ["lanczos","u2netp","easel/filters","easel/analyze","real-esrgan"]) == .'
  api GET /api/v1/generation-config >/dev/null
  same "nor does v1" 0 "$(grep -cE '"(lanczos|u2netp|easel/filters)"' "$WORK/body")"
}

scopes() {
  local own=$EASEL_API_KEY key
  api POST /api/v2/keys -H "$JSON" -d '{"name":"process only","scopes":["images:process"]}' >/dev/null
  key=$(json .key)
  EASEL_API_KEY=$key
  same "a key for processes may process" 200 "$(post $PROCESS/upscale "{\"image_url\":\"$SOURCE\",\"model\":\"lanczos\",\"scale_factor\":2}")"
  same "and ask for what it made" 200 "$(api GET "/api/v2/generations/$(json .id)")"
  refused "but not generate" 403 FORBIDDEN POST $IMG2IMG -H "$JSON" -d "{$SKETCH,\"init_image\":\"$SOURCE\",\"prompt\":\"x\"}"
  EASEL_API_KEY=$own
}

prepare
image_to_image
inpaint
filters
metadata
others
jobs
quotes
models
scopes
