# shellcheck shell=bash
# For the scripts of ops/e2e: `source "$(dirname "$0")/lib.sh"`.
#
# A script prints one line per check, `ok - what` or `not ok - what`, and is run with
#   EASEL_URL EASEL_API_KEY EASEL_DATA   the server under test, fresh at the beginning of the step
#   EASEL_DATABASE                       h2 or postgresql (then EASEL_DB_URL, _USER, _PASSWORD too)
# Scripts in ops/e2e/servers start servers of their own and are given none.
# A script that prints no line, or ends with an error, counts as a failure.
set -uo pipefail

[[ -n ${EASEL_ROOT:-} ]] || EASEL_ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
WORK=$(mktemp -d "${TMPDIR:-/tmp}/easel-e2e.XXXXXX")
trap 'rm -rf "$WORK"' EXIT

ok() { printf 'ok - %s\n' "$*"; }

# not_ok WHAT [DETAIL]: the detail goes below the line, indented.
not_ok() {
  printf 'not ok - %s\n' "$1"
  [[ -z ${2:-} ]] || printf '%s\n' "$2" | head -n 20 | cut -c 1-400 | sed 's/^/  # /'
}

# check WHAT COMMAND...: ok when the command succeeds; its output is the detail when it does not.
check() {
  local what=$1 output
  shift
  if output=$("$@" 2>&1); then ok "$what"; else not_ok "$what" "$output"; fi
}

# same WHAT EXPECTED ACTUAL
same() {
  if [[ $2 == "$3" ]]; then ok "$1"; else not_ok "$1" "expected: $2"$'\n'"but was:  $3"; fi
}

# sound_log WHAT LOG [EXPECTED]: ok when nothing in the server's log is SEVERE, but for records in whose
# first lines the expression EXPECTED is found, and nothing tells of a defect of ours.
sound_log() {
  local found
  found=$(sed 's/\x1b\[[0-9;]*m//g' "$2" | awk -v expected="${3:-^$}" '
    function judge() { if (held != "" && held !~ expected) print held; held = "" }
    /^\[20[0-9-]*T/ { judge(); if (/\[SEVERE\]/) { held = $0; lines = 1 }; next }
    held != "" && lines < 6 { held = held "\n" $0; lines++ }
    /closed EntityManager|NullPointerException|ClassCastException|LinkageError|Indicates a bug/ { print }
    END { judge() }')
  if [[ -e $2 && -z $found ]]; then ok "$1"; else not_ok "$1" "${found:-there is no log $2}"; fi
}

# free_port [FROM]: the first port of this machine from FROM on that nothing listens on; in a lane of
# `ops/easel test`, among the thousand that are the lane's.
free_port() {
  local port=${1:-28650} shift=${EASEL_PORT_SHIFT:-0}
  ((port >= 28600 + shift)) || port=$((port + shift))
  while (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do port=$((port + 1)); done
  printf '%s' "$port"
}

# api METHOD PATH [curl options]: body to $WORK/body, headers to $WORK/headers, prints the status.
api() {
  local method=$1 path=$2
  shift 2
  : >"$WORK/body"
  : >"$WORK/headers"
  curl -s -m 90 -X "$method" -D "$WORK/headers" -o "$WORK/body" -w '%{http_code}' \
    -H "Authorization: Bearer $EASEL_API_KEY" "$@" "$EASEL_URL$path"
}

# field NAME: the first value of that name in $WORK/body, strings without their quotes.
field() {
  grep -oE "\"$1\"[[:space:]]*:[[:space:]]*(\"[^\"]*\"|[^],}[:space:]]*)" "$WORK/body" | head -n 1 |
    sed -E 's/^"[^"]*"[[:space:]]*:[[:space:]]*"?//; s/"$//; s#\\/#/#g; s/\\u0026/\&/g'
}

# install_debian COMMAND PACKAGE...: installs the packages when the command is missing. Who installs at
# the same time is waited for, and may have brought it.
install_debian() (
  command=$1 sudo=()
  shift
  ! command -v "$command" >/dev/null 2>&1 || exit 0
  exec 9>>"${TMPDIR:-/tmp}/easel-install-$(id -u).lock"
  ! command -v flock >/dev/null || flock 9
  hash -r
  ! command -v "$command" >/dev/null 2>&1 || exit 0
  echo "installing $* (for $command)" >&2
  [[ $(id -u) == 0 ]] || sudo=(sudo -n)
  { "${sudo[@]}" apt-get update -qq && DEBIAN_FRONTEND=noninteractive \
    "${sudo[@]}" apt-get install -y -qq --no-install-recommends "$@"; } >&2 </dev/null 9>&-
)
