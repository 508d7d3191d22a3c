#!/usr/bin/env bash
# The examples of seed 001, word for word except host and key, on a server whose painter stands in
# for the models named there.
# shellcheck source=../lib.sh
source "$(dirname "$0")/../lib.sh"
# shellcheck source=../v2.sh
source "$(dirname "$0")/../v2.sh"
easel=$EASEL_ROOT/ops/easel
data=$WORK/data
port=$(free_port 28830)

cleanup() {
  "$easel" down --data "$data" >/dev/null 2>&1
  rm -rf "$WORK"
}
trap cleanup EXIT

check "a demonstration server starts" env EASEL_CATALOG_DEMO_ROUTES=true "$easel" up --detach --port "$port" --data "$data"
EASEL_URL=http://localhost:$port
EASEL_API_KEY=$(sed -n 's/.*"api_key"[[:space:]]*:[[:space:]]*"\([^"]*\)".*/\1/p' "$data/first-run.json")

cat >"$WORK/request.json" <<'JSON'
{
  "prompt": "A serene Japanese garden with cherry blossoms, koi pond, and traditional bridge at sunset",
  "negative_prompt": "blur, low quality, distorted, watermark",
  "model": "stable-diffusion-xl",
  "parameters": {
    "width": 1024,
    "height": 1024,
    "num_outputs": 4,
    "num_inference_steps": 50,
    "guidance_scale": 7.5,
    "scheduler": "DPMSolverMultistep",
    "seed": 42,
    "sampler": "k_euler_a"
  },
  "style": {
    "preset": "photorealistic",
    "artistic_style": "impressionist",
    "lighting": "golden_hour",
    "camera_angle": "wide_angle"
  },
  "output": {
    "format": "png",
    "quality": 95,
    "return_type": "url"
  },
  "webhook_url": "https://your-app.com/webhooks/generation-complete",
  "metadata": {
    "user_id": "user_123",
    "project_id": "proj_456",
    "tags": ["nature", "landscape", "japan"]
  }
}
JSON
same "the example request" 200 "$(api POST $CREATE -H "$JSON" --data-binary "@$WORK/request.json")"
holds "is answered as the example" '.status == "completed" and .model == "stable-diffusion-xl" and (.images | length) == 4
  and .cost == {"credits":4,"usd":0.08} and .metadata == {"user_id":"user_123","project_id":"proj_456","tags":["nature","landscape","japan"]}'
holds "and says what it was not" '[.warnings[].code] | index("model_substituted") and index("sampler_wins")'
same "four credits are gone" 999996 "$(header X-Credits-Remaining)"

curl -s -o "$WORK/body" -X POST "$EASEL_URL/api/v2/generate/text-to-image" \
  -H "Authorization: Bearer $EASEL_API_KEY" \
  -H "Content-Type: application/json" \
  -d '{
    "prompt": "A cyberpunk street scene at night",
    "model": "stable-diffusion-xl",
    "parameters": {
      "width": 1024,
      "height": 1024,
      "num_outputs": 1
    }
  }'
holds "curl: text-to-image generation" '.status == "completed" and (.images[0].url | startswith("http"))'
id=$(json .id)
curl -s -o "$WORK/body" -X GET "$EASEL_URL/api/v2/generations/$id" \
  -H "Authorization: Bearer $EASEL_API_KEY"
holds "curl: check generation status" ".id == \"$id\" and .status == \"completed\""
curl -s -o "$WORK/body" -X GET "$EASEL_URL/api/v2/models" \
  -H "Authorization: Bearer $EASEL_API_KEY"
holds "curl: list models" '.models | length > 10'

# What the SDK examples send: JavaScript and Swift in camelCase, Python in snake_case.
same "JavaScript example" 200 "$(make '{"prompt":"A futuristic city at night","model":"stable-diffusion-xl","parameters":{"width":1024,"height":1024,"numOutputs":1}}')"
holds "one image, no warning of unknown members" '(.images | length) == 1 and ([.warnings[].code] | index("unknown_parameter") | not)'
same "Python example" 200 "$(make '{"prompt":"A serene mountain landscape","model":"stable-diffusion-xl","parameters":{"width":1024,"height":1024,"num_outputs":2}}')"
holds "two images" '(.images | length) == 2'
same "React example" 200 "$(make '{"prompt":"a fox","model":"stable-diffusion-xl","parameters":{"width":1024,"height":1024}}')"
not_made "a 1001st character" 400 INVALID_REQUEST prompt "{\"model\":\"stable-diffusion-xl\",\"prompt\":\"$(printf 'p%.0s' {1..1001})\"}"
not_made "nine steps" 400 INVALID_REQUEST parameters.num_inference_steps '{"model":"stable-diffusion-xl","prompt":"x","parameters":{"num_inference_steps":9}}'
not_made "a sampler nobody knows" 400 INVALID_REQUEST parameters.sampler '{"model":"stable-diffusion-xl","prompt":"x","parameters":{"sampler":"nope"}}'
same "a retired model still answers" 200 "$(make '{"model":"dall-e-3","prompt":"a hill"}')"
same "and says that it is retired" "Tue, 12 May 2026 00:00:00 GMT" "$(header Sunset)"

# A store that takes nothing: the job fails, its hold is released, and the client is told.
before=$(header X-Credits-Remaining)
mv "$data/blobs/images" "$data/blobs/images.away"
echo full >"$data/blobs/images"
failing='{"model":"stable-diffusion-xl","prompt":"x","parameters":{"width":64,"height":64}}'
not_made "a failure is an error of the documented kind" 500 GENERATION_FAILED "" "$failing" -H 'Idempotency-Key: failing'
holds "that names its generation" '.error.details.generation_id | startswith("gen_")'
same "and costs nothing" "$before" "$(header X-Credits-Remaining)"
id=$(json .error.details.generation_id)
not_made "the same key gets the same failure" 500 GENERATION_FAILED "" "$failing" -H 'Idempotency-Key: failing'
holds "of the same generation" ".error.details.generation_id == \"$id\""
rm "$data/blobs/images"
mv "$data/blobs/images.away" "$data/blobs/images"
api GET "/api/v2/generations/$id" >/dev/null
holds "it can be read" '.status == "failed" and .error.code == "GENERATION_FAILED" and .cost == {"credits":0,"usd":0}'
same "and made again" 202 "$(api POST "/api/v2/generations/$id/retry")"
id=$(json .id)
curl -s -N -m 60 -H "Authorization: Bearer $EASEL_API_KEY" "$EASEL_URL/api/v2/generations/$id/events" >"$WORK/events"
same "with success" generation.completed "$(sed -n 's/^event: //p' "$WORK/events" | tail -n 1)"
