#!/usr/bin/env bash
# Start-up time to the first 200, processor time until then, and memory when idle, beside a bare WAR
# on the same server: started plainly, and started the way ops/easel starts (ops/decisions/0015).
# EASEL_BENCH_ROUNDS rounds (default 3), alternating.
source "$(dirname "$0")/lib.sh"
# What ops/easel knows about starting Payara Micro.
fail() { echo "$*" >&2 && exit 1; }
source "$ROOT/ops/cli/micro.sh"
RUN=$WORK

# measure NAME START PID-COMMAND STOP
measure() {
  local begin
  begin=$(now_ms)
  "$2"
  echo $(($(now_ms) - begin)) >>"$WORK/$1.ms"
  cpu_ms "$($3)" >>"$WORK/$1.cpu"
  cpu_by_kind "$($3)" >"$WORK/$1.kinds"
  sleep 3
  rss_mb "$($3)" >>"$WORK/$1.mb"
  echo >>"$WORK/$1.mb"
  "$4"
}

bare_pid() { echo "$BARE_PID"; }

report() {
  local ms cpu
  ms=$(median <"$WORK/$1.ms") cpu=$(median <"$WORK/$1.cpu")
  echo "$2: $ms ms to the first 200, $cpu ms of processor time ($(<"$WORK/$1.kinds") in the last round)," \
    "$(median <"$WORK/$1.mb") MiB when idle"
}

ratio() { awk "BEGIN { printf \"%.2f\", $(median <"$WORK/easel.$1") / $(median <"$WORK/$2.$1") }"; }

# The first start of a checkout has no archive yet; it is made behind it.
first_start() {
  unpack_micro
  ! archived || return 0
  local begin
  begin=$(now_ms)
  easel_start
  echo "the first start of this checkout, without an archive of classes: $(($(now_ms) - begin)) ms"
  easel_down
  await_archive
}

machine
bare_war
first_start
for ((round = 1; round <= ${EASEL_BENCH_ROUNDS:-3}; round++)); do
  measure bare bare_up bare_pid bare_down
  measure same bare_up_as_easel bare_pid bare_down
  rm -rf "$WORK/data"
  measure easel easel_up easel_pid easel_down
done
report bare "bare WAR, started plainly"
report same "bare WAR, started like Easel"
report easel "Easel, empty database"
echo "ratio to the bare WAR started plainly: $(ratio ms bare) in time, $(ratio cpu bare) in processor time"
echo "ratio to the bare WAR started alike: $(ratio ms same) in time, $(ratio cpu same) in processor time"
