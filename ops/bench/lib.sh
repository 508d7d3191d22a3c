# shellcheck shell=bash
# For the scripts of ops/bench: `source "$(dirname "$0")/lib.sh"`.
# Figures are printed, never judged: machines differ and are noisy. Two things that are compared run
# alternately in one run.
set -euo pipefail

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
WORK=$(mktemp -d "${TMPDIR:-/tmp}/easel-bench.XXXXXX")
BARE_PID=
RUNTIME=$ROOT/web/target/runtime
PORT=${EASEL_BENCH_PORT:-28990}
BARE_PORT=$((PORT + 1))

finish() {
  bare_down
  [[ ! -d $WORK/data ]] || "$ROOT/ops/easel" down --data "$WORK/data" >/dev/null 2>&1 || true
  rm -rf "$WORK"
}
trap finish EXIT

# The first start of a checkout makes an archive of classes behind it, for minutes: no figure is
# taken beside that. It leaves nothing in a database that is measured afterwards.
easel_up() {
  if ! archived; then
    (unset EASEL_DB_URL EASEL_DB_USER EASEL_DB_PASSWORD && easel_start)
    easel_down
    rm -rf "$WORK/data"
    await_archive
  fi
  easel_start
}

archived() { compgen -G "$RUNTIME/*/classes.jsa" >/dev/null; }

await_archive() {
  local waited
  for ((waited = 0; waited < 300; waited++)); do
    ! archived || break
    sleep 1
  done
}

easel_start() {
  EASEL_NO_BUILD=1 "$ROOT/ops/easel" up --port "$PORT" --data "$WORK/data" --detach >"$WORK/up.log" 2>&1 ||
    { cat "$WORK/up.log"; return 1; }
  KEY=$(sed -n 's/.*"api_key" *: *"\([^"]*\)".*/\1/p' "$WORK/data/first-run.json")
}

easel_down() { "$ROOT/ops/easel" down --data "$WORK/data" >/dev/null; }

easel_pid() { cat "$WORK/data/run/easel.pid"; }

# The bare WAR: one JAX-RS resource that answers at once, on the same server.
bare_war() {
  local api=$WORK/jakartaee-api.jar
  (cd "$ROOT" && ./mvnw -q -B dependency:copy -Dartifact=jakarta.platform:jakarta.jakartaee-api:10.0.0 \
    -DoutputDirectory="$WORK" -Dmdep.stripVersion=true) >"$WORK/mvn.log" 2>&1 || { cat "$WORK/mvn.log"; return 1; }
  mv "$WORK/jakarta.jakartaee-api.jar" "$api"
  mkdir -p "$WORK/bare/WEB-INF/classes"
  javac -proc:none -cp "$api" -d "$WORK/bare/WEB-INF/classes" "$ROOT/ops/bench/Bare.java"
  jar --create --file "$WORK/bare.war" -C "$WORK/bare" .
}

# Plainly, as its manual says.
bare_up() {
  bare_start -jar "$RUNTIME/payara-micro.jar"
}

# As ops/easel starts its server: unpacked, with the archive of classes.
bare_up_as_easel() {
  local LAUNCHER SHARING
  micro_launcher
  class_sharing
  mkdir -p "$WORK/bare-root"
  cp -R "$MICRO/config" "$MICRO/docroot" "$MICRO/lib" "$WORK/bare-root/"
  bare_start ${SHARING[@]+"${SHARING[@]}"} "${LAUNCHER[@]}"
}

bare_start() {
  java -Xmx1g -Djava.awt.headless=true "$@" --nocluster \
    --rootdir "$WORK/bare-root" --deploy "$WORK/bare.war" --contextroot / --port "$BARE_PORT" \
    >"$WORK/bare.log" 2>&1 &
  BARE_PID=$!
  until [[ $(curl -s -o /dev/null -w '%{http_code}' "http://127.0.0.1:$BARE_PORT/bare") == 200 ]]; do
    sleep 0.1
    kill -0 "$BARE_PID"
  done
}

bare_down() {
  [[ -n $BARE_PID ]] || return 0
  kill "$BARE_PID" 2>/dev/null || true
  wait "$BARE_PID" 2>/dev/null || true
  BARE_PID=
  rm -rf "$WORK/bare-root"
}

load() { java "$ROOT/ops/bench/Load.java" "$@"; }

# Processor time a process has used so far.
cpu_ms() { awk -v hz="$(getconf CLK_TCK)" '{ sub(/^.*\) /, ""); printf "%d\n", ($12 + $13) * 1000 / hz }' "/proc/$1/stat"; }

# Where it went: the main thread, the JVM's compilers, its collector, everything else.
cpu_by_kind() {
  cat /proc/"$1"/task/*/stat | awk -v hz="$(getconf CLK_TCK)" '
    { kind = /\((C1|C2) / ? "compilers" : /\((GC|G1|VM) / ? "collector" : /\(java\)/ ? "main" : "other"
      sub(/^.*\) /, ""); ms[kind] += ($12 + $13) * 1000 / hz }
    END { for (kind in ms) printf "%s %d ms, ", kind, ms[kind] }' | sed 's/, $//'
}

rss_mb() { awk '/^VmRSS/ { printf "%d", $2 / 1024 }' "/proc/$1/status"; }

now_ms() { date +%s%3N; }

median() { sort -n | awk '{ v[NR] = $1 } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'; }

machine() {
  printf 'machine: %s cores, %s, load %s\n' "$(nproc)" \
    "$(java -version 2>&1 | sed -n 's/.*version "\([^"]*\)".*/Java \1/p')" "$(cut -d' ' -f1 /proc/loadavg)"
}
