# shellcheck shell=bash
# What all commands share: messages, the instance they act on, small questions to the system.

# The JVM reads arguments and file names in the locale's encoding; prompts are UTF-8.
if [[ $(locale charmap 2>/dev/null) != UTF-8 ]] && locale -a 2>/dev/null | grep -qix 'c.utf-\?8'; then
  export LC_ALL=C.UTF-8
fi

say() { printf '%s\n' "$*"; }

warn() { printf 'easel: %s\n' "$*" >&2; }

fail() {
  warn "$*"
  exit 1
}

# Prints the here-document on standard input and ends when help is among the arguments.
offer_help() {
  local word
  for word in "$@"; do
    case $word in
      -h | --help)
        cat
        exit 0
        ;;
    esac
  done
  cat >/dev/null
}

# value_of OPTION [VALUE...]: the option's value, or an error that names the option.
value_of() {
  [[ $# -ge 2 && -n $2 ]] || fail "$1 needs a value"
  printf '%s' "$2"
}

# Splits the options every command knows from the rest, which lands in REST.
# Sets PORT (empty when nobody named one) and DATA (absolute).
instance_options() {
  PORT=${EASEL_PORT:-} DATA=${EASEL_DATA:-$EASEL_ROOT/data} REST=()
  while [[ $# -gt 0 ]]; do
    case $1 in
      --port | --data)
        local value
        value=$(value_of "$@") || exit 1
        if [[ $1 == --port ]]; then PORT=$value; else DATA=$value; fi
        shift 2
        ;;
      --port=*) PORT=${1#*=} && shift ;;
      --data=*) DATA=${1#*=} && shift ;;
      --)
        REST+=("$@")
        break
        ;;
      *) REST+=("$1") && shift ;;
    esac
  done
  if [[ -n $PORT ]] && ! [[ $PORT =~ ^[1-9][0-9]{0,4}$ && $PORT -le 65535 ]]; then
    fail "the port must be a number from 1 to 65535, not '$PORT'"
  fi
  [[ $DATA == /* ]] || DATA=$PWD/$DATA
  DATA=${DATA%/}
  [[ $DATA != *[\;\$\"]* ]] || fail "the data directory must not contain ; \$ or \": $DATA"
  RUN=$DATA/run
}

no_more_options() {
  [[ $# -eq 0 ]] || fail "unexpected argument '$1'; see --help"
}

# The process id of the server of $DATA, or nothing. A recycled id of another program is not it.
server_pid() {
  local pid
  [[ -r $RUN/easel.pid ]] || return 1
  pid=$(<"$RUN/easel.pid")
  [[ $pid =~ ^[0-9]+$ ]] || return 1
  ps -ww -o command= -p "$pid" 2>/dev/null | grep -qF -- "-Deasel.instance=$DATA" || return 1
  printf '%s' "$pid"
}

# The port the running server of $DATA was started with.
server_port() { cat "$RUN/easel.port"; }

is_listening() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# readiness PORT: the HTTP status of /health/ready, 000 when nothing answers.
readiness() {
  curl -s -o /dev/null -m 5 -w '%{http_code}' "http://127.0.0.1:$1/health/ready" 2>/dev/null || true
}

# first_run KEY: one value of first-run.json, which the server writes with plain string values.
first_run() {
  sed -n 's/.*"'"$1"'"[[:space:]]*:[[:space:]]*"\([^"]*\)".*/\1/p' "$DATA/first-run.json" | head -n 1
}

# hold LOCK: waits until no other process holds the lock; it is released by `release` or by the end
# of this process. A lock whose holder died is taken over.
hold() {
  local waited=0
  mkdir -p "$(dirname "$1")" || fail "cannot write into $(dirname "$1")"
  until mkdir "$1" 2>/dev/null; do
    if [[ -r $1/pid ]] && ! kill -0 "$(<"$1/pid")" 2>/dev/null; then
      rm -rf "$1"
      continue
    fi
    ((waited++ < 600)) || fail "waited 10 minutes for $1; remove it if nothing runs"
    sleep 1
  done
  echo $$ >"$1/pid"
  HELD=$1
  trap 'rm -rf "$HELD"' EXIT
}

release() {
  rm -rf "$HELD"
  trap - EXIT
}

need() {
  command -v "$1" >/dev/null 2>&1 || fail "'$1' is not installed; $2"
}

need_java() {
  need java "install a JDK, version 17 or later"
  local version
  version=$(java -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p' | head -n 1)
  ((${version:-0} >= 17)) || fail "Java 17 or later is needed, found ${version:-an unknown version}"
}
