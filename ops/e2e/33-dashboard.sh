#!/usr/bin/env bash
# The dashboard without scripts: signing in, making an image, keys, and who may see what.
# shellcheck source=lib.sh
source "$(dirname "$0")/lib.sh"
# shellcheck source=v2.sh
source "$(dirname "$0")/v2.sh"
readonly SIGN_IN=/app/sign-in
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
# token: the form token of the page last shown.
token() { grep -o 'name="_csrf" value="[^"]*"' "$WORK/body" | head -n 1 | sed 's/.*value="//; s/"$//'; }
# send PATH [FIELD=VALUE...]: a form of the page last shown.
send() {
  local path=$1 fields=(--data-urlencode "_csrf=$(token)") pair
  shift
  for pair in "$@"; do fields+=(--data-urlencode "$pair"); done
  page "$path" "${fields[@]}"
}
location() { sed -n 's/^[Ll]ocation: *//p' "$WORK/headers" | tr -d '\r'; }
cookie() { awk '$6 == "easel" { print $7 }' "$JAR"; }
shows() { check "$1" grep -qF -- "$2" "$WORK/body"; }

strangers() {
  rm -f "$JAR"
  same "a stranger is sent away" 303 "$(page /app/studio)"
  same "to sign in, and back" "$EASEL_URL$SIGN_IN?next=studio" "$(location)"
  same "the sign-in page" 200 "$(page $SIGN_IN?next=studio)"
  check "runs our scripts only" grep -qi "^content-security-policy: .*script-src 'self'; " "$WORK/headers"
  check "is kept by nobody" grep -qi '^cache-control: no-store' "$WORK/headers"
  same "a form without its token" 403 "$(page $SIGN_IN --data-urlencode "email=$EMAIL" --data-urlencode "password=$PASSWORD")"
  page $SIGN_IN >/dev/null
  same "with another browser's" 403 "$(page $SIGN_IN -d "_csrf=$(token)x" --data-urlencode "email=$EMAIL" --data-urlencode "password=$PASSWORD")"
  page $SIGN_IN >/dev/null
  same "a wrong password" 401 "$(send $SIGN_IN "email=$EMAIL" password=wrong)"
  shows "is said in words" 'do not go together'
  same "no password at all" 401 "$(send $SIGN_IN)"
}

signing_in() {
  page $SIGN_IN >/dev/null
  local before old
  before=$(cookie) old=$(token)
  same "the right password" 303 "$(send $SIGN_IN "email=$EMAIL" "password=$PASSWORD" next=studio)"
  same "leads where one wanted to go" "$EASEL_URL/app/studio" "$(location)"
  check "under a new cookie" test -n "$(cookie)" -a "$(cookie)" != "$before"
  check "that scripts cannot read" grep -qi '^set-cookie: easel=.*; HttpOnly; SameSite=Lax' "$WORK/headers"
  same "the old one is nobody's" 303 "$(curl -s -m 30 -o /dev/null -w '%{http_code}' -b "easel=$before" "$EASEL_URL/app/studio")"
  same "home" 200 "$(page /app)"
  shows "knows who is there" "$(jq -r '.admin_email | split("@")[0]' "$EASEL_DATA/first-run.json")"
  same "the old form is void" 403 "$(page /app/keys -d "_csrf=$old" -d name=x)"
  page $SIGN_IN >/dev/null
  local away
  for away in 'https://example.org/' '//example.org/' '../docs' 'javascript:alert(1)'; do
    same "it does not lead to $away" "$EASEL_URL/app/" "$(page "$SIGN_IN?next=$(jq -rn --arg n "$away" '$n|@uri')" >/dev/null; location)"
  done
}

made=''
making() {
  same "the studio" 200 "$(page /app/studio)"
  same "tells the price" 200 "$(send /app/studio/quote model=easel/sketch 'prompt=a hill' size=64x64 count=2)"
  shows "in credits" 'credits'
  page /app/studio >/dev/null
  same "a size that is none" 400 "$(send /app/studio model=easel/sketch 'prompt=<b>bold</b>' size=large)"
  shows "brings the form back" '&lt;b&gt;bold&lt;/b&gt;</textarea>'
  same "an order" 303 "$(send /app/studio model=easel/sketch "prompt=<script>alert('$suffix')</script>\"'>" size=96x64 count=2 seed=7)"
  made=$(location)
  local tries=0
  while page "${made#"$EASEL_URL"}" >/dev/null && ! grep -q 'Charged' "$WORK/body" && ((tries++ < 100)); do sleep 0.3; done
  shows "is done" 'seed 8'
  check "what was typed is text" bash -c "! grep -q '<script>alert' '$WORK/body'"
  local image
  image=$(grep -o '<img src="/files[^"]*' "$WORK/body" | head -n 1 | sed 's/.*src="//; s/&amp;/\&/g')
  same "its picture is there" 200 "$(page "$image")"
  same "the gallery" 200 "$(page /app/gallery)"
  shows "has it" "${made##*/}"
  check "as text" bash -c "! grep -q '<script>alert' '$WORK/body'"
}

keys() {
  same "the keys" 200 "$(page /app/keys)"
  same "a new one" 200 "$(send /app/keys "name=<i>made here $suffix</i>")"
  local key id
  key=$(grep -oE 'esk_live_[0-9A-Za-z]+_[0-9A-Za-z]{20,}' "$WORK/body" | head -n 1)
  check "is shown" test -n "$key"
  shows "with its name as text" "&lt;i&gt;made here $suffix&lt;/i&gt;"
  same "works" 200 "$(curl -s -o /dev/null -w '%{http_code}' -H "Authorization: Bearer $key" "$EASEL_URL/api/v2/models")"
  page /app/keys >/dev/null
  check "and is not shown again" bash -c "! grep -qF '$key' '$WORK/body'"
  id=${key#esk_live_} id=${id%%_*}
  same "a key without a name" 400 "$(send /app/keys 'name=  ')"
  same "revoked" 303 "$(send "/app/keys/$id/revoke")"
  sleep 5
  same "it works no more" 401 "$(curl -s -o /dev/null -w '%{http_code}' -H "Authorization: Bearer $key" "$EASEL_URL/api/v2/models")"
}

others() {
  api POST /api/v2/admin/tenants -H "$JSON" -d "{\"name\":\"Other <b>$suffix</b>\",\"email\":\"eve-$suffix@example.org\"}" >/dev/null
  local password own=$JAR path
  password=$(json .owner.password)
  JAR=$WORK/eve
  page $SIGN_IN >/dev/null
  same "somebody else signs in" 303 "$(send $SIGN_IN "email=EVE-$suffix@example.org" "password=$password")"
  same "and sees nothing of it" 404 "$(page "${made#"$EASEL_URL"}")"
  same "not even its state" 404 "$(page "${made#"$EASEL_URL"}/state")"
  page /app/gallery >/dev/null
  check "nor in the gallery" bash -c "! grep -qF '${made##*/}' '$WORK/body'"
  page /app/studio >/dev/null
  same "nor cancels it" 404 "$(send "${made#"$EASEL_URL"}/cancel")"
  page /app/studio >/dev/null
  same "nor revokes its keys" 404 "$(send "/app/keys/${EASEL_API_KEY:9:12}/revoke")"
  JAR=$own
}

leaving() {
  same "the account" 200 "$(page /app/account)"
  shows "lists this browser" 'this browser'
  local was
  was=$(cookie)
  same "signing out" 303 "$(send /app/sign-out)"
  same "ends it" 303 "$(curl -s -m 30 -o /dev/null -w '%{http_code}' -b "easel=$was" "$EASEL_URL/app/studio")"
  same "and leads to the sign-in page" 200 "$(page $SIGN_IN)"
}

guessing() {
  rm -f "$JAR"
  local i status=''
  for ((i = 0; i < 11; i++)); do
    page $SIGN_IN >/dev/null
    status=$(send $SIGN_IN "email=guess-$suffix@example.org" "password=$i")
  done
  same "who guesses has to wait" 429 "$status"
  shows "is told so" 'Too many tries'
}

strangers
signing_in
making
keys
others
leaving
guessing
