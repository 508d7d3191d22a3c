#!/usr/bin/env bash
# The pages of those who run the server, without scripts: what they show and do, and that others get none.
# shellcheck source=lib.sh
source "$(dirname "$0")/lib.sh"
# shellcheck source=v2.sh
source "$(dirname "$0")/v2.sh"
readonly SIGN_IN=/app/sign-in QUEUE=/app/operate/queue
readonly HILL='{"prompt":"a hill","model":"easel/sketch","parameters":{"width":64,"height":64}}'
EMAIL=$(jq -r .admin_email "$EASEL_DATA/first-run.json")
PASSWORD=$(jq -r .admin_password "$EASEL_DATA/first-run.json")
JAR=$WORK/jar
suffix=$RANDOM$RANDOM

# page PATH [curl options]: as the browser with the cookies of $JAR; prints the status.
page() {
  local path=$1
  shift
  curl -s -m 60 -b "$JAR" -c "$JAR" -D "$WORK/headers" -o "$WORK/body" -w '%{http_code}' "$@" "$EASEL_URL$path"
}
token() { grep -o 'name="_csrf" value="[^"]*"' "$WORK/body" | head -n 1 | sed 's/.*value="//; s/"$//'; }
# send PATH [FIELD=VALUE...]: a form of the page last shown.
send() {
  local path=$1 fields=(--data-urlencode "_csrf=$(token)") pair
  shift
  for pair in "$@"; do fields+=(--data-urlencode "$pair"); done
  page "$path" "${fields[@]}"
}
shows() { check "$1" grep -qF -- "$2" "$WORK/body"; }
hides() { if grep -qF -- "$2" "$WORK/body"; then not_ok "$1" "$2 is there"; else ok "$1"; fi; }

location() { sed -n 's/^[Ll]ocation: *//p' "$WORK/headers" | tr -d '\r'; }
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
  same "which leads back to the same part" "$EASEL_URL$QUEUE?model=easel/sketch" "$(location)"
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
  for path in queue queue/rows; do
    same "nor gets $path" 403 "$(page "/app/operate/$path")"
  done
  for path in queue/pause queue/resume queue/gen_x/move queue/gen_x/expedite queue/gen_x/cancel; do
    page /app/keys >/dev/null
    same "nor does $path" 403 "$(send "/app/operate/$path" scope=ALL)"
  done
  rm -f "$JAR"
  same "a stranger signs in first" 303 "$(page $QUEUE)"
}

signing_in
the_queue
others
