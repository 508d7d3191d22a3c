#!/usr/bin/env bash
# The pages of those who run the server, without scripts: what they show and do, and that others get none.
# shellcheck source=lib.sh
source "$(dirname "$0")/lib.sh"
# shellcheck source=v2.sh
source "$(dirname "$0")/v2.sh"
# shellcheck source=pages.sh
source "$(dirname "$0")/pages.sh"
readonly QUEUE=/app/operate/queue
readonly HILL='{"prompt":"a hill","model":"easel/sketch","parameters":{"width":64,"height":64}}'

hides() { if grep -qF -- "$2" "$WORK/body"; then not_ok "$1" "$2 is there"; else ok "$1"; fi; }

# submit: one small generation, whose id is printed.
submit() {
  make "$HILL" -H 'Prefer: respond-async' >/dev/null
  json .id
}

signing_in() {
  page $SIGN_IN >/dev/null
  same "an operator signs in" 303 "$(send $SIGN_IN "email=$EMAIL" "password=$PASSWORD")"
  same "home" 200 "$(page /app)"
  shows "leads to what operators do" 'href="/app/operate/queue"'
}

the_queue() {
  same "the queue" 200 "$(page $QUEUE)"
  same "its part that changes" 200 "$(page $QUEUE/rows)"
  hides "is a part of a page" '<html'
  page $QUEUE >/dev/null
  same "a lane that is none" 400 "$(send $QUEUE/pause scope=LANE subject=fast)"
  shows "is told beside the field" 'must be one of: interactive, batch'
  same "an organisation that is none" 404 "$(send $QUEUE/pause scope=TENANT subject=ten_none)"
  same "everything has no name" 400 "$(send $QUEUE/pause scope=ALL subject=easel/sketch)"
  page "$QUEUE?model=easel/sketch" >/dev/null
  same "a model is paused" 303 "$(send "$QUEUE/pause?model=easel/sketch" scope=MODEL subject=easel/sketch "note=<b>$suffix</b>")"
  same "which leads back to the same part" "$EASEL_URL$QUEUE?model=easel%2Fsketch" "$(location)"
  local first second third
  first=$(submit) second=$(submit) third=$(submit)
  page $QUEUE >/dev/null
  shows "it is said" 'The model easel/sketch is paused.'
  shows "with the note as text" "&lt;b&gt;$suffix&lt;/b&gt;"
  shows "what was ordered waits" "$third"
  shows "for that reason" '<span>paused</span>'
  page "$QUEUE?lane=batch" >/dev/null
  hides "not in the other lane" "$third"
  page "$QUEUE?model=easel/none" >/dev/null
  hides "nor for another model" "$third"
  page $QUEUE >/dev/null
  same "one is moved" 303 "$(send "$QUEUE/$third/move" place=1)"
  api GET "/api/v2/admin/queue?model=easel/sketch" >/dev/null
  holds "to its place" ".queue | map(select(.id == \"$third\"))[0].place == 1"
  page $QUEUE >/dev/null
  same "to no place" 400 "$(send "$QUEUE/$third/move" place=nowhere)"
  page $QUEUE >/dev/null
  same "one goes first" 303 "$(send "$QUEUE/$second/expedite")"
  page $QUEUE >/dev/null
  shows "and says so" 'goes first'
  same "one is cancelled" 303 "$(send "$QUEUE/$first/cancel")"
  api GET "/api/v2/generations/$first" >/dev/null
  holds "whoever ordered it" '.status == "cancelled"'
  page $QUEUE >/dev/null
  same "what has ended is not moved" 409 "$(send "$QUEUE/$first/move" place=1)"
  shows "and that is told" 'Only what waits can be moved'
  same "it goes on" 303 "$(send $QUEUE/resume scope=MODEL subject=easel/sketch)"
  local until=$((SECONDS + 30))
  until api GET "/api/v2/generations/$third" >/dev/null && [[ $(json .status) == completed ]] || ((SECONDS > until)); do sleep 0.3; done
  holds "and is done" '.status == "completed"'
  page /app/audit >/dev/null
  local what
  for what in queue.paused queue.resumed queue.moved queue.expedited queue.cancelled; do shows "$what is in the log" "$what"; done
}

node=''
nodes() {
  same "the nodes" 200 "$(page /app/operate/nodes)"
  same "what is no address" 400 "$(send /app/operate/nodes url=gpu-1 kind=comfyui max_in_flight=99)"
  shows "is told beside its field" 'id="wrong-slots">must be between'
  page /app/operate/nodes >/dev/null
  same "a node of no kind" 400 "$(send /app/operate/nodes url=http://127.0.0.1:9 kind=abacus)"
  shows "is told so" 'must be one of:'
  page /app/operate/nodes >/dev/null
  same "one that does not answer is registered" 303 "$(send /app/operate/nodes "url=http://127.0.0.1:9/$suffix" kind=comfyui "name=quiet-$suffix" "headers=Authorization: Bearer hidden$suffix" 'labels=rack=<i>')"
  node=$(location) node=${node#"$EASEL_URL"}
  same "and has a page" 200 "$(page "$node")"
  hides "that shows no secret" "hidden$suffix"
  shows "but the header's name" 'Authorization'
  shows "labels as text" 'rack=&lt;i&gt;'
  shows "and why it gets no work" 'what it has is not known yet'
  same "its part that changes" 200 "$(page "$node/state")"
  page "$node" >/dev/null
  same "it is drained" 303 "$(send "$node/drain")"
  page "$node" >/dev/null
  shows "and says so" 'is drained, by an operator'
  same "works again" 303 "$(send "$node/uncordon")"
  page "$node" >/dev/null
  same "is asked" 303 "$(send "$node/probe")"
  page "$node" >/dev/null
  same "is tried" 200 "$(send "$node/trial")"
  shows "and fails" 'The trial render failed'
  page "$node" >/dev/null
  local version
  version=$(grep -o 'name="version" value="[0-9]*"' "$WORK/body" | grep -o '[0-9]*')
  same "is changed" 303 "$(send "$node" "url=http://127.0.0.1:9/$suffix" kind=comfyui "name=still-$suffix" max_in_flight=1 "version=$version")"
  page "$node" >/dev/null
  shows "to its new name" "still-$suffix"
  shows "with its header" 'Authorization'
  same "from an old page it is not" 409 "$(send "$node" "url=http://127.0.0.1:9/$suffix" kind=comfyui "name=again-$suffix" max_in_flight=1 "version=$version")"
  same "the list has it" 200 "$(page /app/operate/nodes/rows)"
  shows "by name" "still-$suffix"
  page "$node" >/dev/null
  same "it is removed" 303 "$(send "$node/remove")"
  same "and gone" 404 "$(page "$node")"
  page /app/audit >/dev/null
  local what
  for what in node.added node.changed node.wished node.removed; do shows "$what is in the log" "$what"; done
  hides "which has no secret either" "hidden$suffix"
}

failures() {
  same "what failed" 200 "$(page "/app/operate/failures?kind=TIMED_OUT&model=none$suffix")"
  shows "may be nothing" 'No failure matches'
  local id
  id=$(submit)
  page /app/operate/nodes >/dev/null
  same "what did not fail is not ordered again" 200 "$(send /app/operate/failures/requeue "id=$id" id=gen_none)"
  shows "which is told" 'Only what failed for reasons of the platform'
  page /app/operate/nodes >/dev/null
  same "nothing ticked" 200 "$(send /app/operate/failures/requeue)"
  shows "is told too" 'Tick what is to be ordered'
  same "by the API as well" 200 "$(api GET '/api/v2/admin/failures?kind=render_failed&limit=1')"
  holds "as a list" '(.failures | type) == "array" and .limit == 1'
  refused "of known kinds" 400 INVALID_REQUEST GET '/api/v2/admin/failures?kind=content_rejected'
  refused "from a day there was" 400 INVALID_REQUEST GET "/api/v2/admin/failures?cursor=$(cursor '2026-13-01T00:00:00Z gen_1')"
  refused "the queue as well" 400 INVALID_REQUEST GET "/api/v2/admin/queue?cursor=$(cursor '2026-11-31T00:00:00Z gen_1')"
  refused "of what there is" 404 NOT_FOUND POST /api/v2/admin/failures/gen_none/requeue
}

health() {
  same "the health of the server" 200 "$(page /app/operate/health)"
  shows "says that it works" 'The server takes work.'
  shows "and what it is" 'Database answers in'
}

others() {
  api POST /api/v2/admin/tenants -H "$JSON" -d "{\"name\":\"Guest $suffix\",\"email\":\"gus-$suffix@example.org\"}" >/dev/null
  local password
  password=$(json .owner.password)
  JAR=$WORK/gus
  page $SIGN_IN >/dev/null
  same "an owner of an organisation signs in" 303 "$(send $SIGN_IN "email=gus-$suffix@example.org" "password=$password")"
  page /app >/dev/null
  hides "and is led to none of it" '/app/operate'
  local path
  for path in queue queue/rows nodes nodes/rows nodes/nod_x nodes/nod_x/state failures health; do
    same "nor gets $path" 403 "$(page "/app/operate/$path")"
  done
  for path in queue/pause queue/resume queue/gen_x/move queue/gen_x/expedite queue/gen_x/cancel nodes nodes/nod_x \
    nodes/nod_x/drain nodes/nod_x/probe nodes/nod_x/trial nodes/nod_x/release nodes/nod_x/remove failures/requeue; do
    page /app/keys >/dev/null
    same "nor does $path" 403 "$(send "/app/operate/$path" scope=ALL)"
  done
  rm -f "$JAR"
  same "a stranger signs in first" 303 "$(page $QUEUE)"
}

signing_in
the_queue
nodes
failures
health
others
