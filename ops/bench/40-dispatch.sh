#!/usr/bin/env bash
# Time from acceptance to the start of rendering for interactive requests, with an empty queue and
# with 200,000 batch jobs waiting that keep the engine busy (64x64, one step each).
source "$(dirname "$0")/lib.sh"

backlog=${EASEL_BENCH_BACKLOG:-200000}
requests=${EASEL_BENCH_REQUESTS:-60}
body='{"prompt":"a lake","model":"easel/sketch","parameters":{"width":64,"height":64,"num_inference_steps":1}}'
machine
(cd "$ROOT" && ./mvnw -q -B dependency:copy -Dartifact=com.h2database:h2:2.2.224 -DoutputDirectory="$WORK" \
  -Dmdep.stripVersion=true) >"$WORK/mvn.log" 2>&1 || { cat "$WORK/mvn.log"; exit 1; }
sql() { java -cp "$WORK/h2.jar" org.h2.tools.Shell -url "jdbc:h2:file:$WORK/data/easel;WRITE_DELAY=0" -user sa -password "" -sql "$1"; }

ask() {
  local i
  for ((i = 0; i < requests; i++)); do
    curl -s -o /dev/null -H "Authorization: Bearer $KEY" -H 'Content-Type: application/json' \
      -H 'Prefer: respond-async' -H "X-Request-ID: bench-$1-$i" -d "$body" \
      "http://127.0.0.1:$PORT/api/v2/generate/text-to-image"
    sleep 0.3
  done
  sleep 3
}

report() {
  sql "select 'p50 ' || percentile_cont(0.5) within group (order by ms) || ' ms, p99 '
         || percentile_cont(0.99) within group (order by ms) || ' ms of ' || count(*) as \"$2\"
       from (select cast(extract(epoch from (started_at - created_at)) * 1000 as double) as ms
             from generation where request_id like 'bench-$1-%' and started_at is not null)" |
    sed -n '1,2p' | tr '\n' ' '
  echo
}

easel_up
ask warm
ask empty
easel_down
report empty 'first dispatch, empty queue:'
sql "insert into generation (id, tenant_id, user_id, surface, operation, model_id, prompt, effective_prompt,
       width, height, image_count, steps, guidance, seed, strength, output_format, encoding_quality,
       transparent, previews, status, attempt, cancel_requested, unit_price, price_rule_id, captured,
       delivered, request_id, created_at, version)
     select 'gen_' || lpad(cast(x as varchar), 24, '0'), t.id, u.id, 'V2', 'TEXT_TO_IMAGE', 'easel/sketch',
       'a lake', 'a lake', 64, 64, 1, 1, 7.5, x, 0.75, 'PNG', 95, false, 0, 'QUEUED', 0, false, 0,
       'easel/sketch:*:1', 0, 0, 'backlog', current_timestamp, 1
     from system_range(1, $backlog), tenant t, app_user u" >/dev/null
sql "insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version, priority)
     select 'render', id, current_timestamp, false, 1, 0 from generation where request_id = 'backlog'" >/dev/null
easel_up
ask full
easel_down
report full "first dispatch, $backlog waiting:"
