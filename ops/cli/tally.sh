# shellcheck shell=bash
# What ops/easel test counts and tells, and how it runs what may have to be ended.

PASSED=0 FAILED=0 SUMMARY=() JOB=

run_step() {
  local passed=$PASSED failed=$FAILED began=$SECONDS
  say "== $1"
  "step_$1"
  SUMMARY+=("$(printf '%-11s %4d passed, %d failed, %d s' "$1" $((PASSED - passed)) $((FAILED - failed)) $((SECONDS - began)))")
}

# The end of a run: its summary, or what a step of a lane hands on. Fails when something failed.
tell_all() {
  if [[ -n ${EASEL_TEST_RUN:-} && -n ${EASEL_TEST_STEP:-} ]]; then
    leave_tally
  else
    tell_again
    printf '\n' && printf '%s\n' ${SUMMARY[@]+"${SUMMARY[@]}"}
    say "$PASSED passed, $FAILED failed"
  fi
  ((FAILED == 0 && PASSED > 0))
}

# What failed, once more where it is seen: the output of a whole run is long.
tell_again() {
  [[ -s $(failures) ]] || return 0
  printf '\nfailed:\n'
  head -n 60 "$(failures)"
}

# One file for all lanes.
failures() { printf '%s' "${EASEL_TEST_RUN:-$WORK}/failures"; }

# waited COMMAND...: runs it in a group of its own, so that a signal is heard meanwhile and ends all of it.
waited() {
  local outcome=0
  set -m
  "$@" </dev/null &
  JOB=$!
  set +m
  wait "$JOB" || outcome=$?
  JOB=
  return "$outcome"
}

end_job() {
  [[ -n $JOB ]] || return 0
  kill -TERM -- "-$JOB" 2>/dev/null
  while kill -0 "$JOB" 2>/dev/null; do wait "$JOB"; done
  JOB=
}

# spoken COMMAND...: runs it; what it says stays together though other lanes speak too.
spoken() {
  if [[ -z ${EASEL_TEST_RUN:-} || -n ${SPEAKING:-} ]]; then
    "$@"
    return
  fi
  local SPEAKING=1
  "$@" >"$WORK/spoken"
  take_lock voice
  cat "$WORK/spoken"
  release_lock voice "$EASEL_TEST_STEP"
}

# fail_check WHAT LOG: one failure that is not a line of a script, with the end of its log.
fail_check() {
  FAILED=$((FAILED + 1))
  spoken tell_failure "$@"
}

tell_failure() {
  say "not ok - $1"
  printf '  %s\n' "$1" >>"$(failures)"
  tail -n 60 "$2" | cut -c 1-300 | sed 's/^/  # /'
}

# tell_reports MARKER LOG: counts what Maven's tests reported since the marker, tells what failed.
tell_reports() {
  local before=$FAILED
  count_reports "$1"
  ((FAILED == before)) || grep -E '^\[ERROR\]' "$2" | head -n 80 | cut -c 1-300
  ((FAILED == before)) || sed -nE 's/^\[ERROR\] +([A-Za-z]+\.[A-Za-z].*)/  \1/p' "$2" | sort -u | cut -c 1-300 >>"$(failures)"
}

# Adds up the reports surefire and failsafe wrote since the marker. Elements are counted, because
# the totals in a report are wrong for a class that two engines run.
count_reports() {
  local report cases failed skipped
  while IFS= read -r report; do
    cases=$(grep -cE '^ *<testcase ' "$report")
    failed=$(grep -cE '^ *<(failure|error)[ >]' "$report")
    skipped=$(grep -cE '^ *<skipped[ />]' "$report")
    PASSED=$((PASSED + cases - failed - skipped))
    FAILED=$((FAILED + failed))
    ((skipped == 0)) || say "skipped: $skipped in $(basename "$report" .xml)"
  done < <(find "$EASEL_ROOT"/*/target -path '*-reports/TEST-*.xml' -newer "$1" | sort)
}

run_scripts() {
  local step=$1 script
  shift
  for script in "$@"; do
    [[ ! -f $script ]] || run_script "$script" "$step"
  done
}

# run_script FILE STEP: its lines are counted; a script without a line, or one that ends with an
# error and no failed line, is a failure itself.
run_script() {
  local name log outcome=0 began=$SECONDS
  name=$(basename "$1" .sh)
  log=$LOGS/$2-$name.log
  waited timeout --kill-after=60 "${EASEL_SCRIPT_SECONDS:-1500}" bash "$1" >"$log" 2>"$log.err" || outcome=$?
  spoken tell_script "$name ($2) $((SECONDS - began)) s" "$log" "$outcome"
}

# tell_script HEADING LOG STATUS
tell_script() {
  local before=$FAILED lines
  say "-- $1"
  lines=$(grep -cE '^(not )?ok' "$2")
  count_lines "$(<"$2")" "${1%% *}: "
  if ((lines == 0)) || { (($3 != 0)) && ((FAILED == before)); }; then
    cat "$2.err" >>"$2"
    fail_check "${1%% *} ended with status $3 after $lines checks" "$2"
  fi
}

# count_lines TEXT [WHOSE]: counts ok and not ok, and prints what failed with its detail.
count_lines() {
  sed -n "s/^not ok - /  ${2:-}/p" <<<"$1" >>"$(failures)"
  PASSED=$((PASSED + $(grep -c '^ok' <<<"$1")))
  FAILED=$((FAILED + $(grep -c '^not ok' <<<"$1")))
  awk '/^not ok/ { print; bad = 1; next } /^  #/ && bad { print; next } { bad = 0 }' <<<"$1"
}
