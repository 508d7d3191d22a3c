# shellcheck shell=bash
# ops/easel test in lanes beside each other. A lane takes the next step nobody took until none is
# left; each step is a process of its own, with ports, directories and jobs of its own. What they
# share is $EASEL_TEST_RUN: a directory per step taken with what it counted, and two locks.

# Longest first, so that lanes end together. `unit` and `postgresql` both run Maven: one after the other.
readonly LONGEST_FIRST=(unit servers postgresql sso browser war sdk ear)
readonly MOST_LANES=4
LANES=1 LANE_PIDS=()

# choose_lanes STEPS_NAMED: one for steps that were named, two where the machine can do two things.
choose_lanes() {
  local cores
  cores=$(getconf _NPROCESSORS_ONLN 2>/dev/null) || cores=1
  (($1 > 0 || cores < 2)) || LANES=2
  LANES=${EASEL_TEST_LANES:-$LANES}
  [[ $LANES =~ ^[1-9]$ && $LANES -le $MOST_LANES ]] ||
    fail "EASEL_TEST_LANES must be a number from 1 to $MOST_LANES, not '$LANES'"
}

# What all lanes use is made before they begin: the build, and the archive of Payara's classes, which
# the first start makes behind itself at a priority that gets no turn beside two lanes.
prepare() {
  say "== build"
  build_all || return
  export EASEL_NO_BUILD=1
  [[ -z $(find "$EASEL_ROOT"/web/target/runtime/micro-*/classes.jsa 2>/dev/null) ]] || return 0
  local data=$WORK/first log=$LOGS/first.log tries=0
  waited "$EASEL_ROOT/ops/easel" up --detach --port "$(free_port)" --data "$data" >"$log" 2>&1
  waited "$EASEL_ROOT/ops/easel" down --data "$data" >>"$log" 2>&1
  while [[ -n $(find "$EASEL_ROOT"/web/target/runtime/micro-*/making -prune 2>/dev/null) ]] && ((tries++ < 240)); do
    sleep 0.5
  done
}

# in_lanes STEP...: runs them all, and counts what they counted.
in_lanes() {
  local lane step ordered=()
  for step in "${LONGEST_FIRST[@]}" "$@"; do
    [[ " $* " != *" $step "* || " ${ordered[*]-} " == *" $step "* ]] || ordered+=("$step")
  done
  export EASEL_TEST_RUN=$WORK/run
  mkdir "$EASEL_TEST_RUN"
  rm -f "$LOGS/smoke-war.txt"
  # Groups of their own: a signal is for this process, which passes it on.
  set -m
  for ((lane = 0; lane < LANES; lane++)); do
    one_lane "$lane" "${ordered[@]}" &
    LANE_PIDS+=($!)
  done
  set +m
  wait "${LANE_PIDS[@]}"
  LANE_PIDS=()
  for step in "$@"; do
    add_tally "$step"
  done
}

one_lane() {
  local lane=$1 step stopped=
  shift
  trap 'stopped=1' TERM
  for step in "$@"; do
    [[ -z $stopped ]] || return 0
    mkdir "$EASEL_TEST_RUN/$step" 2>/dev/null || continue
    EASEL_TEST_LANES=1 EASEL_TEST_STEP=$step EASEL_PORT_SHIFT=$((lane * 1000)) "$CLI/test.sh" "$step"
    # Where it ended before it could.
    release_lock maven "$step"
    release_lock voice "$step"
  done
}

# Ends the lanes; each step that is at work cleans up behind itself first.
end_lanes() {
  local pid
  for pid in ${LANE_PIDS[@]+"${LANE_PIDS[@]}"}; do
    kill -TERM -- "-$pid" 2>/dev/null
  done
  for pid in ${LANE_PIDS[@]+"${LANE_PIDS[@]}"}; do
    while kill -0 "$pid" 2>/dev/null; do wait "$pid"; done
  done
  LANE_PIDS=()
}

# What a step of a lane leaves for add_tally: the two numbers and its line of the summary.
leave_tally() {
  printf '%d %d\n%s\n' "$PASSED" "$FAILED" "${SUMMARY[0]}" >"$EASEL_TEST_RUN/$EASEL_TEST_STEP/tally"
}

add_tally() {
  local passed failed line
  if { read -r passed failed && IFS= read -r line; } 2>/dev/null <"$EASEL_TEST_RUN/$1/tally"; then
    PASSED=$((PASSED + passed)) FAILED=$((FAILED + failed))
    SUMMARY+=("$line")
  else
    FAILED=$((FAILED + 1))
    say "not ok - the step $1 came to no end"
    SUMMARY+=("$(printf '%-11s came to no end' "$1")")
  fi
}

# take_lock NAME: waits for it. release_lock NAME STEP: gives it back if it is that step's.
take_lock() {
  [[ -n ${EASEL_TEST_RUN:-} ]] || return 0
  until mkdir "$EASEL_TEST_RUN/$1.lock" 2>/dev/null; do
    [[ -d $EASEL_TEST_RUN ]] || fail "the run of this step is gone"
    sleep 0.1
  done
  : >"$EASEL_TEST_RUN/$1.lock/$EASEL_TEST_STEP"
}

release_lock() {
  [[ -z ${EASEL_TEST_RUN:-} || ! -f $EASEL_TEST_RUN/$1.lock/$2 ]] || rm -rf "$EASEL_TEST_RUN/$1.lock"
}
