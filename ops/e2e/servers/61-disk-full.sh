#!/usr/bin/env bash
# A full disk: the job fails, its hold is released, readiness says so, nothing half-written is ever
# served, and when there is space again everything works.
# shellcheck source=../lib.sh
source "$(dirname "$0")/../lib.sh"
unset EASEL_PORT EASEL_DETACH EASEL_DATA EASEL_DB_URL EASEL_DB_USER EASEL_DB_PASSWORD
export EASEL_NO_BUILD=1 EASEL_CATALOG_DEMO_ROUTES=true
easel=$EASEL_ROOT/ops/easel
data=$WORK/data blobs=$WORK/data/blobs
port=$(free_port "${CRASH_PORT:-28680}")
mkdir -p "$blobs"
if ! mount -t tmpfs -o size=40m tmpfs "$blobs" 2>"$WORK/mount"; then
  ok "a full disk is not tried: this user may not mount one ($(<"$WORK/mount"))"
  exit 0
fi
trap '"$easel" down --data "$data" >/dev/null 2>&1; umount "$blobs"; rm -rf "$WORK"' EXIT

check "the server starts" "$easel" up --detach --port "$port" --data "$data"
export EASEL_URL=http://localhost:$port
EASEL_API_KEY=$(sed -n 's/.*"api_key":"\([^"]*\)".*/\1/p' "$data/first-run.json")
export EASEL_API_KEY
create=/api/v2/generate/text-to-image json='Content-Type: application/json'

# order SIZE COUNT: the body of a paid request.
order() {
  printf '{"model":"comfyui/flux","prompt":"a lake at dawn","parameters":{"width":%s,"height":%s,"num_outputs":%s}}' \
    "$1" "$1" "$2"
}
# until_final ID: its last status.
until_final() {
  local tries=0
  until api GET "/api/v2/generations/$1" >/dev/null &&
    [[ $(field status) =~ ^(completed|failed|cancelled)$ ]] || ((tries++ > 300)); do
    sleep 0.2
  done
  field status
}
# accepted: the id of a queued job.
accepted() {
  api POST "$create" -H "$json" -H 'Prefer: respond-async' -d "$(order "$@")" >/dev/null
  field id
}
stored() { find "$blobs" -type f ! -name filler | sort; }

same "ready with space" 200 "$(api GET /health/ready)"
same "a job before" completed "$(until_final "$(accepted 256 1)")"
before=$(stored)

# Room for the first of four images, not for all.
head -c "$(($(df --output=avail -B1 "$blobs" | tail -n 1) - 400000))" /dev/zero >"$blobs/filler"
same "not ready when it is nearly full" 503 "$(api GET /health/ready)"
partial=$(accepted 512 4)
same "a job that does not fit whole fails" failed "$(until_final "$partial")"
same "... and leaves no file" "$before" "$(stored)"
head -c 1000000 /dev/zero >>"$blobs/filler" 2>/dev/null
none=$(accepted 256 1)
same "a job without any space fails" failed "$(until_final "$none")"
same "... and leaves no file" "$before" "$(stored)"
same "who waits is told" 500 "$(api POST "$create" -H "$json" -d "$(order 256 1)")"
same "... with the documented code" GENERATION_FAILED "$(field code)"
api GET "/api/v2/generations/$none" >/dev/null
same "a failed job has no image to serve" "" "$(grep -oE '/files/[^"]*' "$WORK/body")"

rm "$blobs/filler"
same "ready again with space" 200 "$(api GET /health/ready)"
same "a job after" completed "$(until_final "$(accepted 256 2)")"
grep -oE 'http[^"]*/image\.png[^"]*' "$WORK/body" | sed 's#\\/#/#g; s/\\u0026/\&/g' >"$WORK/urls"
while read -r url; do
  curl -s -o "$WORK/image" "$url"
  same "its image is whole" IEND "$(tail -c 8 "$WORK/image" | head -c 4)"
done <"$WORK/urls"

check "the server stops" "$easel" down --data "$data"
(cd "$WORK" && jar xf "$EASEL_ROOT/web/target/runtime/payara-micro.jar" MICRO-INF/runtime/h2.jar)
java -cp "$WORK/MICRO-INF/runtime/h2.jar" org.h2.tools.Shell -url "jdbc:h2:file:$data/easel;WRITE_DELAY=0" \
  -user sa -password '' -sql "select 'held ' || held || ', images not paid ' || (
    (select sum(amount) from ledger_transfer where phase = 'SINGLE') - posted
    - (select sum(delivered * unit_price) from generation)) || ', images ' || (select sum(delivered) from generation)
  from ledger_account where kind = 'WALLET';
  select phase || ' ' || count(*) from ledger_transfer group by phase order by phase" >"$WORK/ledger" 2>&1
same "nothing is held, what was delivered is charged" "held 0, images not paid 0, images 3" \
  "$(grep '^held' "$WORK/ledger" | sed 's/ *$//')"
same "two holds were captured, three released" "PENDING 5 POST 2 SINGLE 1 VOID 3" \
  "$(grep -E '^[A-Z]+ [0-9]+ *$' "$WORK/ledger" | tr -s ' \n' ' ' | sed 's/ $//')"
