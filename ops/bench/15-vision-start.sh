#!/usr/bin/env bash
# What the vision module costs a server that does not use it: start-up, processor time and memory of
# the WAR beside the same WAR without the native libraries and the networks, alternating.
# EASEL_BENCH_ROUNDS rounds (default 3), memory EASEL_BENCH_IDLE seconds after ready (default 60).
source "$(dirname "$0")/lib.sh"

whole=$ROOT/web/target/easel.war
export EASEL_WAR

# Only what is native goes: the classes stay, or components could not be loaded.
without_vision() {
  local parts=$WORK/parts jar
  mkdir -p "$parts/jar"
  (cd "$parts" && jar xf "$whole")
  jar=$(compgen -G "$parts/WEB-INF/lib/easel-vision-*.jar")
  (cd "$parts/jar" && jar xf "$jar")
  find "$parts/jar" -type f -not -name '*.class' -not -name '*.properties' -not -name '*.MF' -delete
  jar --create --file "$jar" -C "$parts/jar" .
  rm -rf "$parts/jar"
  # Its name is the application's.
  mkdir "$WORK/without"
  jar --create --file "$WORK/without/easel.war" -C "$parts" .
  rm -rf "$parts"
}

# measure NAME WAR
measure() {
  local begin
  EASEL_WAR=$2
  rm -rf "$WORK/data"
  begin=$(now_ms)
  easel_up
  echo $(($(now_ms) - begin)) >>"$WORK/$1.ms"
  cpu_ms "$(easel_pid)" >>"$WORK/$1.cpu"
  { rss_mb "$(easel_pid)" && echo; } >>"$WORK/$1.ready"
  sleep "${EASEL_BENCH_IDLE:-60}"
  { rss_mb "$(easel_pid)" && echo; } >>"$WORK/$1.idle"
  easel_down
}

report() {
  echo "$1: $(median <"$WORK/$1.ms") ms to ready, $(median <"$WORK/$1.cpu") ms of processor time," \
    "$(median <"$WORK/$1.ready") MiB when ready, $(median <"$WORK/$1.idle") MiB when idle"
}

ratio() { awk "BEGIN { printf \"%.2f\", $(median <"$WORK/with.$1") / $(median <"$WORK/without.$1") }"; }

machine
without_vision
EASEL_WAR=$whole
easel_up # with the archive of classes made, if there was none
easel_down
for ((round = 1; round <= ${EASEL_BENCH_ROUNDS:-3}; round++)); do
  measure with "$whole"
  measure without "$WORK/without/easel.war"
done
report with
report without
echo "ratios: $(ratio ms) in time, $(ratio cpu) in processor time, $(ratio ready) in memory when ready, $(ratio idle) when idle"
