#!/usr/bin/env bash
# Images in a bucket instead of files: made, fetched, worked on, swept; the S3 server is killed and
# comes back; browsers are sent to the bucket; everything moves to files and back.
# shellcheck source=../lib.sh
source "$(dirname "$0")/../lib.sh"
# shellcheck source=../v2.sh
source "$(dirname "$0")/../v2.sh"
unset EASEL_PORT EASEL_DETACH EASEL_DATA EASEL_DB_URL EASEL_DB_USER EASEL_DB_PASSWORD
export EASEL_NO_BUILD=1 EASEL_CATALOG_DEMO_ROUTES=true
easel=$EASEL_ROOT/ops/easel data=$WORK/data bucket=$WORK/s3/pictures
jars=$EASEL_ROOT/web/target/s3proxy
port=$(free_port "${S3_PORT:-28760}") s3_port=$(free_port $((${S3_PORT:-28760} + 20)))
# A photograph of one pixel: PNG, opaque red.
readonly PIXEL=iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC
trap '"$easel" down --data "$data" >/dev/null 2>&1; s3_down; rm -rf "$WORK"' EXIT

s3_jars() {
  [[ -f $jars/complete ]] ||
    { (cd "$EASEL_ROOT" && ./mvnw -q -B -f ops/e2e/servers/s3/pom.xml dependency:copy-dependencies \
      -DoutputDirectory="$jars") && touch "$jars/complete"; }
}
s3_up() {
  cat >"$WORK/s3.properties" <<PROPERTIES
s3proxy.endpoint=http://127.0.0.1:$s3_port
s3proxy.authorization=aws-v4
s3proxy.identity=easel
s3proxy.credential=a-secret
jclouds.provider=filesystem-nio2
jclouds.filesystem.basedir=$WORK/s3
jclouds.identity=x
jclouds.credential=x
PROPERTIES
  echo '<configuration><root level="WARN"/></configuration>' >"$WORK/logback.xml"
  java -Xmx128m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Dlogback.configurationFile="$WORK/logback.xml" \
    -cp "$jars/*" org.gaul.s3proxy.Main \
    --properties "$WORK/s3.properties" >>"$WORK/s3.log" 2>&1 &
  echo $! >"$WORK/s3.pid" # `check` calls in a subshell
  local tries=0
  until (exec 3<>"/dev/tcp/127.0.0.1/$s3_port") 2>/dev/null; do
    ((tries++ < 300)) && kill -0 "$(<"$WORK/s3.pid")" || return 1
    sleep 0.2
  done
}
s3_down() {
  [[ ! -f $WORK/s3.pid ]] || kill -KILL "$(<"$WORK/s3.pid")" 2>/dev/null
  rm -f "$WORK/s3.pid"
}
up() { "$easel" up --detach --port "$port" --data "$data"; }
stop() { "$easel" down --data "$data"; }
stored() { find "$1" -type f ! -name .probe ! -path '*/.tmp/*' | wc -l; }
sums() { (cd "$1" && find . -type f ! -name .probe ! -path '*/.tmp/*' -exec sha256sum {} + | sort -k 2); }
credits() { api GET /api/v2/user/profile >/dev/null && json .user.usage.credits_remaining; }
sum_at() { curl -sL -m 30 "$1" | sha256sum | cut -d ' ' -f 1; }
status_at() { curl -s -m 40 -o /dev/null -w '%{http_code}' "$@"; }
# until_status ID STATUS...: waits for one of them, prints the last seen.
until_status() {
  local tries=0 id=$1 wanted=$2
  until api GET "/api/v2/generations/$id" >/dev/null && [[ $(json .status) =~ ^($wanted)$ ]] || ((tries++ > 400)); do
    sleep 0.3
  done
  json .status
}

order() { printf '{"model":"comfyui/flux","prompt":"%s","parameters":{"width":128,"height":128}}' "$1"; }

mkdir -p "$bucket"
check "the jars of an S3 server are there" s3_jars
s3_up || { not_ok "it starts" "$(<"$WORK/s3.log")" && exit 1; }
export EASEL_STORAGE_KIND=s3 EASEL_STORAGE_S3_ENDPOINT=http://127.0.0.1:$s3_port EASEL_STORAGE_S3_BUCKET=pictures \
  EASEL_STORAGE_S3_PREFIX=easel EASEL_STORAGE_S3_ACCESS_KEY=easel EASEL_STORAGE_S3_SECRET_KEY_FILE=$WORK/secret \
  EASEL_STORAGE_S3_TIMEOUT=PT5S EASEL_STORAGE_SWEEP_EVERY=PT15S
echo a-secret >"$WORK/secret"
# What a crash left: of a generation that nobody knows.
stray=easel/images/01/gen_000000000000000000000001/1/0.png
printf stray >"$WORK/stray"
same "something is in the bucket" 200 "$(curl -s -m 20 -o /dev/null -w '%{http_code}' \
  --aws-sigv4 aws:amz:us-east-1:s3 -u easel:a-secret -T "$WORK/stray" \
  -H "x-amz-content-sha256: $(sha256sum <"$WORK/stray" | cut -c 1-64)" "http://127.0.0.1:$s3_port/pictures/$stray")"

unset EASEL_STORAGE_S3_BUCKET
if up >"$WORK/up.log" 2>&1; then not_ok "without a bucket it does not start"; else
  check "without a bucket it does not start, and says why" grep -q 'easel.storage.s3.bucket is not set' "$WORK/up.log"
fi
export EASEL_STORAGE_S3_BUCKET=pictures
check "the server starts" up
check "... and makes no directory for files" test ! -e "$data/blobs"
export EASEL_URL=http://localhost:$port
EASEL_API_KEY=$(sed -n 's/.*"api_key":"\([^"]*\)".*/\1/p' "$data/first-run.json")
export EASEL_API_KEY
same "it is ready" 200 "$(api GET /health/ready)"

before=$(credits)
same "an image is made" 200 "$(api POST $CREATE -H "$JSON" -d "$(order 'a lake')")"
price=$(json .cost.credits) first=$(json '.images[0].id') url=$(json '.images[0].url')
curl -s -D "$WORK/headers" -o "$WORK/first.png" "$url"
same "its address gives it whole" IEND "$(tail -c 8 "$WORK/first.png" | head -c 4)"
same "... with its type" image/png "$(header Content-Type)"
same "... as no document of ours" "default-src 'none'; sandbox" "$(header Content-Security-Policy)"
same "... not again to who has it" 304 "$(status_at -H "If-None-Match: $(header ETag)" "$url")"
same "... and its head" 200 "$(status_at -I "$url")"
check "it lies in the bucket" grep -rqF "$(sha256sum <"$WORK/first.png" | cut -c 1-64)" <(sums "$bucket")
same "it is worked on" 200 "$(api POST /api/v2/process/filters -H "$JSON" \
  -d "{\"image\":\"$first\",\"filters\":[{\"type\":\"grayscale\"}]}")"
same "a file is taken" 201 "$(api POST /api/v2/assets -F "file=@$WORK/first.png;filename=lake.png" -F name=lake)"
asset=$(json .id) asset_url=$(json .url)
same "... and given back" "$(sha256sum <"$WORK/first.png" | cut -c 1-64)" "$(sum_at "$asset_url")"
tries=0
until [[ ! -e $bucket/$stray ]] || ((tries++ > 240)); do sleep 0.5; done
check "what no row knows is swept" test ! -e "$bucket/$stray"

s3_down
before=$(credits)
same "without the S3 server it is not ready" 503 "$(api GET /health/ready)"
same "an image is not there for now" 503 "$(status_at "$url")"
base64 -d <<<"$PIXEL" >"$WORK/pixel.png"
refused "a file is not taken for now" 503 MAINTENANCE POST /api/v2/assets -F "file=@$WORK/pixel.png"
holds "... and why is told" '.error.details.reason == "storage_unavailable"'
queue() { api POST $CREATE -H "$JSON" -H 'Prefer: respond-async' -d "$(order "$1")" >/dev/null && json .id; }
waiting=$(queue 'a lake that waits')
sleep 8
same "a job waits" queued "$(until_status "$waiting" 'queued|failed|completed')"
check "the S3 server comes back" s3_up
same "the job is done then" completed "$(until_status "$waiting" 'failed|completed')"
waited=$(json '.images[0].url')
same "... and charged once" "$price" "$(awk -v a="$before" -v b="$(credits)" 'BEGIN { print a - b }')"
curl -s -o "$WORK/waited.png" "$waited"
same "... and whole" IEND "$(tail -c 8 "$WORK/waited.png" | head -c 4)"
same "what was there is there again" "$(sha256sum <"$WORK/first.png" | cut -c 1-64)" "$(sum_at "$url")"
same "it is ready again" 200 "$(api GET /health/ready)"
same "the asset is deleted" 204 "$(api DELETE "/api/v2/assets/$asset")"
same "... and gone" 404 "$(status_at "$asset_url")"

check "the server stops" stop
EASEL_STORAGE_S3_DELIVERY=redirect EASEL_STORAGE_S3_ADDRESS_LIFETIME=PT5M check "it starts and sends browsers away" up
curl -s -D "$WORK/headers" -o /dev/null "$url"
same "to an address that is kept by nobody" no-store "$(header Cache-Control)"
location=$(header Location)
same "in the bucket" "http://127.0.0.1:$s3_port/pictures/easel" "${location%%/images/*}"
same "which gives the image" "$(sha256sum <"$WORK/first.png" | cut -c 1-64)" "$(sum_at "$url")"
same "to nobody who changed it" 403 "$(status_at "${location/X-Amz-Expires=300/X-Amz-Expires=86400}")"
same "whose signature is not ours is not sent there" 404 "$(status_at "${url}0")"
same "a head is answered here" 200 "$(status_at -I "$url")"
check "the server stops" stop

storage() { "$easel" storage "$@" --data "$data"; }
count=$(stored "$bucket")
storage migrate --from s3 --to files --dry-run >"$WORK/dry" 2>&1
check "a dry run counts" grep -q "^$count to copy, 0 already there, 0 wrong" "$WORK/dry"
check "everything is copied to files" storage migrate --from s3 --to files
same "... the same, to the byte" "$(sums "$bucket/easel")" "$(sums "$data/blobs")"
check "... as the check says" storage check --from s3 --to files
rm "$(find "$data/blobs" -type f -name '*.png' | head -n 1)"
if storage check --from s3 --to files >"$WORK/check" 2>&1; then not_ok "the check finds what is missing"; else
  check "the check finds what is missing" grep -q 'is missing' "$WORK/check"
fi
check "once more copies only that" grep -q '^1 copied' <(storage migrate --from s3 --to files)
check "the server starts with files" env EASEL_STORAGE_KIND=files "$easel" up --detach --port "$port" --data "$data"
same "... and has the image" "$(sha256sum <"$WORK/first.png" | cut -c 1-64)" "$(sum_at "$url")"
same "... and the one that waited" "$(sha256sum <"$WORK/waited.png" | cut -c 1-64)" "$(sum_at "$waited")"
same "another is made" 200 "$(api POST $CREATE -H "$JSON" -d "$(order 'a hill')")"
later=$(json '.images[0].url') later_sum=$(sum_at "$(json '.images[0].url')")
if storage migrate --from files --to s3 --delete-source >"$WORK/delete" 2>&1; then
  not_ok "nothing is deleted under a server"
else
  check "nothing is deleted under a server" grep -q 'a server runs' "$WORK/delete"
fi
check "the server stops" stop
check "everything goes back, and the files go" storage migrate --from files --to s3 --delete-source
same "... all of them" 0 "$(stored "$data/blobs")"
check "the server starts with the bucket" up
same "... and has what was made meanwhile" "$later_sum" "$(sum_at "$later")"
same "... and what was there before" "$(sha256sum <"$WORK/first.png" | cut -c 1-64)" "$(sum_at "$url")"
check "the server stops" stop
sound_log "no defect was logged" "$data/run/server.log"
