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
(cd "$ROOT" && ./mvnw -q -B dependency:copy -Dartifact=com.h2database:h2:2.2.224 -DoutputDirectory="$WORK" \
  -Dmdep.stripVersion=true) >"$WORK/mvn.log" 2>&1 || { cat "$WORK/mvn.log"; exit 1; }
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

# rate NODES SECONDS: jobs per second with the backlog.
rate() {
  local before begin
  before=$(ended) begin=$(now_ms)
  sleep "$2"
  echo "with the backlog, $1 nodes: $((($(ended) - before) * 1000 / ($(now_ms) - begin))) jobs per second"
}

sql() { java -cp "$WORK/h2.jar" org.h2.tools.Shell -url "jdbc:h2:file:$WORK/data/easel;WRITE_DELAY=0" -user sa -password "" -sql "$1"; }

# backlog: what the last job was, many times over, by the tables: accepting them would take minutes.
backlog() {
  sql "insert into generation (id, tenant_id, user_id, surface, operation, model_id, prompt, effective_prompt,
         width, height, image_count, steps, guidance, seed, strength, output_format, encoding_quality,
         transparent, previews, status, attempt, cancel_requested, unit_price, price_rule_id, captured,
         delivered, request_id, created_at, version)
       select 'gen_' || lpad(cast(x as varchar), 24, '0'), tenant_id, user_id, surface, operation, model_id, prompt,
         effective_prompt, width, height, image_count, steps, guidance, x, strength, output_format, encoding_quality,
         transparent, previews, 'QUEUED', 0, false, 0, price_rule_id, 0, 0, 'backlog', current_timestamp, 1
       from system_range(1, $queued), (select * from generation order by created_at desc fetch first 1 rows only) g" >/dev/null
  sql "insert into waiting (generation_id, tenant_id, lane, model_id, reason, operation, cost, entered_at)
       select id, tenant_id, 'node-interactive', model_id, 'nodes_busy', operation, 1, created_at
       from generation where request_id = 'backlog'" >/dev/null
}

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
  before=$(ended) begin=$(now_ms) cpu=$(cpu_ms "$(easel_pid)")
  line=$(submit "$jobs" 600)
  until (($(ended) - before >= jobs)); do sleep 0.2; done
  echo "$round: $jobs jobs done in $(($(now_ms) - begin)) ms, $((jobs * 1000 / ($(now_ms) - begin))) per second; submitted at ${line%% *}/s;" \
    "$((($(cpu_ms "$(easel_pid)") - cpu) / jobs)) ms of processor time each"
done

echo "nothing waiting: $(heap_mb) MiB of heap after a collection, $(rss_mb "$(easel_pid)") MiB resident"
for ((node = 0; node < nodes; node++)); do api -o /dev/null -X POST "$(url "/api/v2/admin/nodes/n$node/cordon")"; done
easel_down
backlog
easel_start
echo "$(depth) waiting (counted up to 100,000): $(heap_mb) MiB of heap after a collection, $(rss_mb "$(easel_pid)") MiB resident"
before=$(ended) begin=$(now_ms)
api -o /dev/null -X POST "$(url /api/v2/admin/nodes/n0/uncordon)"
until (($(ended) > before)); do sleep 0.05; done
echo "a node is let work again: $(($(now_ms) - begin)) ms to the first job done"
rate 1 10
for ((node = 1; node < nodes; node++)); do api -o /dev/null -X POST "$(url "/api/v2/admin/nodes/n$node/uncordon")"; done
rate "$nodes" 20
echo "$(depth) waiting: $(heap_mb) MiB of heap after a collection, $(rss_mb "$(easel_pid)") MiB resident"
