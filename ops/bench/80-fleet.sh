#!/usr/bin/env bash
# Rendering nodes: what a job costs beyond the node's own time, jobs per second over many nodes, and
# what 100,000 waiting ones do to memory and to the next dispatch. The nodes are ComfyUI nodes that are
# none and take no time unless told. They and the load share the machine with the server.
# EASEL_BENCH_NODES (100), EASEL_BENCH_JOBS (2000), EASEL_BENCH_QUEUED (100000).
source "$(dirname "$0")/lib.sh"

nodes=${EASEL_BENCH_NODES:-100}
jobs=${EASEL_BENCH_JOBS:-2000}
queued=${EASEL_BENCH_QUEUED:-100000}
first=$((PORT + 100))
body='{"prompt":"a lake","model":"flux-schnell","parameters":{"width":256,"height":256,"num_outputs":1,"num_inference_steps":1}}'
machine
"$ROOT/ops/bench/comfyui-fake" --port "$first" --nodes "$nodes" --control $((PORT + 99)) >"$WORK/fake.log" 2>&1 &
fake=$!
trap 'kill $fake 2>/dev/null; finish' EXIT
easel_up
until grep -q ^ready "$WORK/fake.log"; do sleep 0.5; done

api() { curl -sf -H "Authorization: Bearer $KEY" -H 'Content-Type: application/json' "$@"; }
url() { echo "http://127.0.0.1:$PORT$1"; }
ended() { curl -sf "$(url /metrics)" | awk '/^easel_generations_total\{/ { n += $NF } END { printf "%d\n", n }'; }
depth() { curl -sf "$(url /metrics)" | awk '/^easel_queue_depth / { printf "%d\n", $2 }'; }
submit() { load POST "$(url /api/v2/generate/text-to-image)" "$KEY" 16 "$2" "$1" "$body"; }
heap_mb() { jcmd "$(easel_pid)" GC.run >/dev/null; jcmd "$(easel_pid)" GC.heap_info | awk '/used/ { sub(/.*used /, ""); printf "%d", $1 / 1024; exit }'; }

for ((node = 0; node < nodes; node++)); do
  api -o /dev/null -d '{"url":"http://127.0.0.1:'$((first + node))'","kind":"comfyui","name":"n'$node'"}' "$(url /api/v2/admin/nodes)"
done
echo "$nodes nodes"

for ((try = 0; try < 60; try++)); do
  ms=$(curl -s -o /dev/null -w '%{time_total}' -H "Authorization: Bearer $KEY" -H 'Content-Type: application/json' \
    -d "$body" "$(url /api/v2/generate/text-to-image)" | awk '{ printf "%.0f", $1 * 1000 }')
  ((try < 20)) || echo "$ms" >>"$WORK/one.ms"
done
echo "one job at a time on a node that takes no time, submit to answer: $(median <"$WORK/one.ms") ms, median of 40"

for round in warm-up measured; do
  before=$(ended) begin=$(now_ms)
  line=$(submit "$jobs" 600)
  until (($(ended) - before >= jobs)); do sleep 0.2; done
  echo "$round: $jobs jobs done in $(($(now_ms) - begin)) ms, $((jobs * 1000 / ($(now_ms) - begin))) per second; submitted at ${line%% *}/s"
done

for ((node = 0; node < nodes; node++)); do api -o /dev/null -X POST "$(url /api/v2/admin/nodes/n$node/cordon)"; done
echo "nothing waiting: $(heap_mb) MiB of heap after a collection, $(rss_mb "$(easel_pid)") MiB resident"
echo "$queued submitted: $(submit "$queued" 1200)"
echo "$(depth) waiting (counted up to 100,000): $(heap_mb) MiB of heap after a collection, $(rss_mb "$(easel_pid)") MiB resident"
before=$(ended) begin=$(now_ms)
api -o /dev/null -X POST "$(url /api/v2/admin/nodes/n0/uncordon)"
until (($(ended) > before)); do sleep 0.05; done
echo "a node is let work again: $(($(now_ms) - begin)) ms to the first job done"
sleep 20
echo "and $((($(ended) - before) / 20)) per second from one node with the backlog"
