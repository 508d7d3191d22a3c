#!/usr/bin/env bash
# A gallery of a million items (EASEL_BENCH_ITEMS): first pages in each order, deep pages, filters, search
# by words and by meaning, months, tags. H2, and with EASEL_BENCH_DATABASE=postgresql a private PostgreSQL.
# Milliseconds of one client at the API, with everything a page needs. EASEL_BENCH_TIMES requests of each
# after a tenth of them that are not counted, and the load of the machine at that moment.
# shellcheck source=lib.sh
source "$(dirname "$0")/lib.sh"

H2_SETTINGS='WRITE_DELAY=0;LOCK_TIMEOUT=10000;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_ON_EXIT=FALSE;QUERY_CACHE_SIZE=200'
items=${EASEL_BENCH_ITEMS:-1000000}
times=${EASEL_BENCH_TIMES:-200}
machine
if [[ ${EASEL_BENCH_DATABASE:-h2} == postgresql ]]; then
  # shellcheck source=../cli/postgresql.sh
  for part in common postgresql; do source "$ROOT/ops/cli/$part.sh"; done
  free_port() { echo $((PORT + 10)); }
  trap 'finish; postgresql_stop' EXIT
  postgresql_start "$WORK"
  export EASEL_DB_URL=$POSTGRESQL_URL EASEL_DB_USER=easel EASEL_DB_PASSWORD=$POSTGRESQL_PASSWORD
fi
easel_up
api="http://127.0.0.1:$PORT/api/v2"
curl -sf -o "$WORK/made.json" "$api/generate/text-to-image" -H "Authorization: Bearer $KEY" \
  -H 'Content-Type: application/json' -d '{"prompt":"a lake","model":"easel/sketch","parameters":{"width":64,"height":64}}'
for ((waited = 0; waited < 120; waited++)); do
  [[ $(curl -sf "$api/gallery" -H "Authorization: Bearer $KEY" | grep -c '"id"') == 0 ]] || break
  sleep 0.5
done
easel_down
for jar in com.h2database:h2:2.2.224 org.postgresql:postgresql:42.7.8 org.eclipse.parsson:jakarta.json:1.1.5; do
  (cd "$ROOT" && ./mvnw -q -B dependency:copy -Dartifact=$jar -DoutputDirectory="$WORK/jdbc") >"$WORK/mvn.log" 2>&1 ||
    { cat "$WORK/mvn.log"; exit 1; }
done
java -cp "$ROOT/web/target/easel/WEB-INF/lib/*:$WORK/jdbc/*" "$ROOT/ops/bench/Gallery.java" \
  "${EASEL_DB_URL:-jdbc:h2:file:$WORK/data/easel;DB_CLOSE_ON_EXIT=FALSE}" "${EASEL_DB_USER:-sa}" "${EASEL_DB_PASSWORD:-}" \
  "$items"
export EASEL_ENGINE_ENABLED=false
# H2 gives the same answer again to the same question as long as nothing is written, which nobody does here.
[[ -n ${EASEL_DB_URL:-} ]] ||
  export EASEL_DB_URL="jdbc:h2:file:$WORK/data/easel;$H2_SETTINGS;OPTIMIZE_REUSE_RESULTS=0"
easel_up

asked() {
  printf '%-34s %s  load %s\n' "$1" \
    "$(java "$ROOT/ops/bench/Latency.java" "$api/gallery$2" "$KEY" "${3:-$times}" 60)" "$(cut -d' ' -f1 /proc/loadavg)"
}
# deep QUERY: the cursor after some thousand items.
deep() {
  local cursor='' pages
  for ((pages = 0; pages < 60; pages++)); do
    cursor=$(curl -sf "$api/gallery?limit=100&$1${cursor:+&cursor=$cursor}" -H "Authorization: Bearer $KEY" |
      sed -n 's/.*"next_cursor" *: *"\([^"]*\)".*/\1/p')
  done
  echo "$cursor"
}

day=$(date -u -d '300 days ago' +%F)
asked 'warm-up' ''
asked 'first page, newest' ''
for order in created_at likes views downloads title; do
  for direction in asc desc; do asked "first page, $order $direction" "?sort=$order&order=$direction"; done
done
for order in created_at likes title; do asked "after 6,000 by $order" "?sort=$order&cursor=$(deep "sort=$order")"; done
asked 'page 400' '?page=400'
asked 'tag of many' '?tags=tag7'
asked 'tag of few' '?tags=seldom#'
asked 'two tags' '?tags=tag7,seldom3&tags_mode=any'
asked 'any of three tags, by likes' '?tags=tag7,tag8,tag9&tags_mode=any&sort=likes'
asked 'two tags no image has both of' '?tags=tag7,tag8'
asked 'tag of many, by likes' '?tags=tag7&sort=likes'
asked 'model' '?model=bench/model-3'
asked 'public' '?is_public=true'
asked 'liked' '?liked=true'
asked 'one day' "?date_from=$day&date_to=$day"
asked 'model, tag and public' '?model=bench/model-3&tags=tag7&is_public=true'
asked 'in front' '?is_featured=true'
asked 'one day, by likes' "?date_from=$day&date_to=$day&sort=likes"
asked 'word of all' '?q=common'
asked 'word of half' '?q=half'
asked 'word of few' '?q=rare1#'
asked 'word of none' '?q=nowhere#'
asked 'word of few, by likes' '?q=rare2#&sort=likes'
asked 'words of all and of few' '?q=common+rare3#'
asked 'word of the oldest hundredth' '?q=early'
asked 'words no image has both of' '?q=half+odd' 20
asked 'months' /months
asked 'tags' /tags 20
asked 'trash, empty' /trash
asked 'everybody'"'"'s, newest' /public
asked 'everybody'"'"'s, by likes' '/public?sort=likes'
asked 'everybody'"'"'s, tag of many' '/public?tags=tag10'
asked 'meaning, the first reads on' '?search_mode=meaning&q=a+fortress+in+the+evening' 1
asked 'meaning' '?search_mode=meaning&q=a+fortress+in+the+evening+#'
asked 'meaning, few by a tag' '?search_mode=meaning&q=a+vessel+at+sea&tags=seldom5'
echo "memory of the server: $(rss_mb "$(easel_pid)") MB"
