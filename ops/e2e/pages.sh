# shellcheck shell=bash
# A browser without scripts, for the scripts that go through pages; after lib.sh.
# shellcheck disable=SC2034 # read by those who source it
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
shows() { check "$1" grep -qF -- "$2" "$WORK/body"; }
