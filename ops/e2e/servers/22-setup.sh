#!/usr/bin/env bash
# A server whose first owner is made by page: once, and only by who can read its data directory.
# shellcheck source=../lib.sh
source "$(dirname "$0")/../lib.sh"
easel=$EASEL_ROOT/ops/easel
data=$WORK/data
port=$(free_port "${SETUP_PORT:-28845}")
jar=$WORK/jar

cleanup() {
  "$easel" down --data "$data" >/dev/null 2>&1
  rm -rf "$WORK"
}
trap cleanup EXIT

# page PATH [curl options]: as one browser; prints the status.
page() {
  local path=$1
  shift
  curl -s -m 60 -b "$jar" -c "$jar" -D "$WORK/headers" -o "$WORK/body" -w '%{http_code}' "$@" "http://localhost:$port$path"
}
location() { sed -n 's/^[Ll]ocation: *//p' "$WORK/headers" | tr -d '\r'; }
# set_up TOKEN EMAIL PASSWORD: the form, as it was just shown.
set_up() {
  local csrf
  page /app/setup >/dev/null
  csrf=$(grep -o 'name="_csrf" value="[^"]*"' "$WORK/body" | head -n 1 | sed 's/.*value="//; s/"$//')
  page /app/setup --data-urlencode "_csrf=$csrf" --data-urlencode "token=$1" --data-urlencode 'organisation=House & Son' \
    --data-urlencode "email=$2" --data-urlencode "password=$3"
}

check "a server starts that asks for its owner" env EASEL_FIRST_RUN_PAGE=true EASEL_GALLERY_PUBLIC=false \
  "$easel" up --detach --port "$port" --data "$data"
check "it made no credentials" test ! -e "$data/first-run.json"
token=$(<"$data/setup-token")
same "its token is the operator's alone" 600 "$(stat -c %a "$data/setup-token")"
same "a stranger is sent away" 303 "$(page /app/studio)"
same "to the set-up page" "http://localhost:$port/app/setup" "$(location)"
same "so is who wants to sign in" 303 "$(page /app/sign-in)"
same "a wrong token" 401 "$(set_up "${token}x" ann@example.org 'a long password')"
check "brings back what was typed" grep -qF 'value="House &amp; Son"' "$WORK/body"
check "but no password" bash -c "! grep -qF 'a long password' '$WORK/body'"
same "a short password" 400 "$(set_up "$token" ann@example.org short)"
same "no address" 400 "$(set_up "$token" nobody 'a long password')"
same "the right token" 303 "$(set_up "$token" Ann@example.org 'a long password')"
same "signs in" 200 "$(page /app)"
check "to the organisation" grep -qF 'House &amp; Son' "$WORK/body"
same "who may make keys" 200 "$(page /app/keys)"
same "the change is noted" 200 "$(page /app/audit)"
check "as what it is" grep -qF '>server.set_up<' "$WORK/body"
check "the token is gone" test ! -e "$data/setup-token"
rm -f "$jar"
same "the page is too" 303 "$(page /app/setup)"
same "whatever one sends" 303 "$(page /app/sign-in >/dev/null; page /app/setup)"
same "one signs in now" 200 "$(page /app/sign-in)"
same "a gallery that is closed to strangers has no page" 404 "$(rm -f "$jar"; page /app/public)"
same "nor is it in the API" 404 "$(page /api/v2/gallery/public)"
sound_log "nothing went wrong in the server" "$data/run/server.log"
