#!/usr/bin/env bash
# Workflows of ComfyUI nodes, as administrators keep them; everything is as before at the end.
# shellcheck source=lib.sh
source "$(dirname "$0")/lib.sh"
# shellcheck source=v2.sh
source "$(dirname "$0")/v2.sh"

readonly FLOWS=/api/v2/admin/workflows
readonly INFO=$EASEL_ROOT/ejb/src/test/resources/comfyui/object_info_subset.json
trap 'api DELETE $FLOWS/e2e-sdxl >/dev/null; rm -rf "$WORK"' EXIT

# sent FILTER: the shipped SDXL workflow as a body of its own, changed by a jq filter.
sent() {
  jq -c '{name, model, operation, graph, bindings, limits, scheduler, files}
    | with_entries(select(.value != null)) | .id = "e2e-sdxl" | .name = "Ours" | '"$1" "$WORK/shipped"
}

same "those of the release are listed" 200 "$(api GET $FLOWS)"
holds "with what they are for" '[.workflows[] | select(.shipped) | .model] | unique
  | contains(["comfyui/flux","comfyui/flux/inpainting","real-esrgan","stable-diffusion-2.1","stable-diffusion-xl","stable-diffusion-xl-inpaint"])'
holds "and what nodes need" '.workflows[] | select(.id == "real-esrgan") | .needs.files == [{"folder":"upscale_models","name":"RealESRGAN_x4plus.safetensors"}] and .enabled'
holds "and not the graphs" '[.workflows[] | has("graph")] | any | not'
api GET "$FLOWS?model=stable-diffusion-xl&operation=inpainting" >/dev/null
holds "or those of a model and a use" '[.workflows[].id] == ["sdxl-inpaint"]'
refused "an operation there is not" 400 INVALID_REQUEST GET "$FLOWS?operation=sculpt"
same "one is shown whole" 200 "$(api GET $FLOWS/sdxl-text)"
cp "$WORK/body" "$WORK/shipped"
holds "with its graph and bindings" '.graph["3"].class_type == "KSampler" and .bindings.prompt == {"node":"6","input":"text"} and .checked_against == "shipped"'
refused "one there is not" 404 NOT_FOUND GET $FLOWS/nothing

same "an own one is added" 201 "$(api POST $FLOWS -H "$JSON" -d "$(sent .)")"
holds "and not enabled" '.id == "e2e-sdxl" and (.enabled or .shipped | not) and .checked_at == null'
same "its address is told" "$EASEL_URL$FLOWS/e2e-sdxl" "$(header Location)"
refused "not twice" 409 CONFLICT POST $FLOWS -H "$JSON" -d "$(sent .)"
refused "nor enabled before it was checked" 409 CONFLICT POST $FLOWS/e2e-sdxl/enable
holds "and says why" '.error.details.reason == "workflow_not_checked"'
refused "without a node it cannot be checked against one" 400 INVALID_REQUEST POST $FLOWS/e2e-sdxl/check
holds "and asks for declarations" '.error.details.field == "object_info" or .error.details.fields.object_info != null'
jq -c '{object_info: .}' "$INFO" >"$WORK/info"
same "but against declarations" 200 "$(api POST $FLOWS/e2e-sdxl/check -H "$JSON" --data-binary "@$WORK/info")"
holds "it passes" '.passed and .checked_against == "document" and .workflow.checked_at != null and ([.findings[].severity] | all(. == "warning"))'
same "then it is enabled" 200 "$(api POST $FLOWS/e2e-sdxl/enable)"
holds "but no node serves it" '.enabled and (.servable | not)'
api GET /api/v2/models >/dev/null
holds "the model for tests is not listed" '[.models[].id] | index("comfyui/modelfree") == null'

same "other files are chosen" 200 "$(api PUT $FLOWS/e2e-sdxl/files -H "$JSON" -d '{"files":{"checkpoint":"other.safetensors"}}')"
holds "and needed" '.enabled and .needs.files == [{"folder":"checkpoints","name":"other.safetensors"}]'
refused "not for what is not bound" 400 INVALID_REQUEST PUT $FLOWS/e2e-sdxl/files -H "$JSON" -d '{"files":{"unet":"x"}}'
same "a broken graph replaces it" 200 "$(api PUT $FLOWS/e2e-sdxl -H "$JSON" -d "$(sent 'del(.id) | .graph["3"].class_type = "KSimpler"')")"
holds "and disables it" '.enabled | not'
same "the check" 200 "$(api POST $FLOWS/e2e-sdxl/check -H "$JSON" --data-binary "@$WORK/info")"
holds "finds the fault" '(.passed | not) and (.findings | map(select(.severity == "error")) | .[0] | .code == "unknown_class" and .node == "3")'

# bad WHAT FIELD FILTER: refused, and the field named.
bad() {
  refused "$1" 400 INVALID_REQUEST POST $FLOWS -H "$JSON" -d "$(sent ".id = \"e2e-bad\" | $3")"
  holds "$1: names $2" ".error.details.field == \"$2\" or .error.details.fields[\"$2\"] != null"
}
bad "no graph" graph 'del(.graph)'
bad "the editor's format" graph '.graph = {nodes: [], links: []}'
bad "a link to nothing" graph.8.inputs.samples '.graph["8"].inputs.samples = ["99", 0]'
bad "a binding to nothing" bindings.seed '.bindings.seed = {node: "3", input: "sead"}'
bad "an unknown binding" bindings.mood '.bindings.mood = {node: "3", input: "seed"}'
bad "a model there is not" model '.model = "nobody"'
bad "a use the model has not" operation '.operation = "upscaling"'
bad "a path for a file" files.checkpoint '.files = {checkpoint: "../../etc/passwd"}'
bad "an unknown member" workflow '.workflow = 1'
refused "more than a mebibyte" 413 INVALID_REQUEST POST $FLOWS -H "$JSON" -d @<(head -c 1100000 /dev/zero | tr '\0' ' ')
refused "no body" 400 INVALID_REQUEST POST $FLOWS -H "$JSON"
refused "those of the release stay" 409 CONFLICT DELETE $FLOWS/sdxl-text
without_key refused "not for strangers" 401 UNAUTHORIZED GET $FLOWS

same "an own one is removed" 204 "$(api DELETE $FLOWS/e2e-sdxl)"
same "for good" 404 "$(api GET $FLOWS/e2e-sdxl)"
