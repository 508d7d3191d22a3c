# shellcheck shell=bash
# generate, node, queue, demo, bench: commands that use a server or what was built.

readonly CLIENT_SOURCES=$CLI/java/dev/easel/cli
readonly CLIENT_CLASSES=$CLI/target/classes

# Compiles the client when its classes are older than its sources. Two commands at the same moment must
# not: the second would remove what the first runs from.
build_client() {
  need javac "install a JDK (not only a JRE), version 17 or later"
  client_is_stale || return 0
  hold "$CLI/target/lock"
  if client_is_stale; then compile_client; fi
  release
}

client_is_stale() {
  [[ ! -d $CLIENT_CLASSES || -n $(find "$CLIENT_SOURCES" -newer "$CLIENT_CLASSES" -print) ]]
}

compile_client() {
  local fresh
  fresh=$(mktemp -d "$CLI/target/classes.XXXXXX")
  javac --release 17 -encoding UTF-8 -d "$fresh" "$CLIENT_SOURCES"/*.java || fail "the client does not compile"
  rm -rf "$CLIENT_CLASSES"
  mv "$fresh" "$CLIENT_CLASSES" 2>/dev/null || rm -rf "$fresh"
}

client() {
  java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto -Dfile.encoding=UTF-8 \
    -cp "$CLIENT_CLASSES" "dev.easel.cli.$1" "${@:2}"
}

generate() {
  offer_help "$@" <<'TEXT'
ops/easel generate "PROMPT" [options]

Makes an image through the HTTP API and writes it to a file. Starts the server in the background
when none runs on the data directory. Ctrl-C cancels the generation.

  -o, --output FILE   where to write (default: a name made from the prompt); with --n 3 also
                      FILE-2 and FILE-3; the ending chooses the format
  --model M           EASEL_MODEL, default: the server's own; see GET /api/v2/models
  --size WxH          64 to 2048 each, multiples of 8 (default 1024x1024)
  --n N               how many images, 1 to 4
  --seed S            the same seed paints the same picture
  --negative TEXT     what shall not be in it
  --steps N           refinement steps
  --format F          png, jpeg or webp
  --timeout SECONDS   how long to wait for the result (default 900)
  --port P, --data DIR   which server; see ops/easel --help

EASEL_URL and EASEL_API_KEY together address another server.
Exit status: 0 all files are written; 1 they are not; 2 the options make no sense.
TEXT
  instance_options "$@"
  need_java
  build_client
  EASEL_CHECK_ONLY=1 client Generate ${REST[@]+"${REST[@]}"} || exit $?
  if [[ -z ${EASEL_URL:-} ]]; then
    local_server
  elif [[ -z ${EASEL_API_KEY:-} ]]; then
    fail "EASEL_URL is set, EASEL_API_KEY is not"
  fi
  [[ ! -t 2 ]] || export EASEL_TERMINAL=1
  client Generate ${REST[@]+"${REST[@]}"}
}

node() {
  offer_help "$@" <<'TEXT'
ops/easel node COMMAND [NODE] [options]

Registers rendering nodes and looks after them, through the API of the running server.

  add URL             register a node; it is asked at once, and what was seen is printed
  list                all nodes
  show NODE           one of them; --inventory for all files and building blocks, as JSON
  set NODE            change it by the options below; headers, labels and models replace the old ones
  probe NODE          ask it now
  cordon NODE         give it nothing new; uncordon ends that
  drain NODE          the same, and empty it; undrain ends that
  canary NODE         have it render a trial image; ends a quarantine if it succeeds
  release NODE        end a quarantine without a trial
  remove NODE         forget it; --force also while it has work

NODE is a name or an id. Options of add and set:

  --name N            unique (default: made from the address)
  --kind K            comfyui, a1111, sdcpp (default: found out)
  --header 'X: y'     sent with every request, repeatable; stored encrypted, never shown again
  --header-file FILE  the same from a file, one to a line, out of sight of `ps`
  --label KEY=VALUE   your own notes, repeatable
  --models A,B        the only models it may render; '' for all
  --tls-identity N    client certificate N.p12 in the directory of TLS identities
  --max-in-flight N   jobs at a time, running and waiting (default: 1 for a1111, else 2)
  --url URL           (set) its new address

  --json              print the answer of the API as it is
  --port P, --data DIR   which server; see ops/easel --help

EASEL_URL and EASEL_API_KEY together address another server.
Exit status: 0 done; 1 the server or the node would not; 2 the arguments make no sense.
TEXT
  operate Nodes "$@"
}

queue() {
  offer_help "$@" <<'TEXT'
ops/easel queue COMMAND [ID...] [options]

Shows what waits and runs, and changes it, through the API of the running server.

  list                counts, pauses, and the oldest generations that have not ended
  pause               hold back what has not started; what runs goes on
  resume              end the pause of the same subject
  front ID...         move to the front of its tenant's line; other tenants do not notice
  move ID --place N   move to that place of its tenant's line, 1 for the front
  expedite ID...      let it go before all others
  cancel ID...        cancel it, whoever's it is, and release its money

ID is that of a generation. What is paused or resumed, exactly one of:

  --all               everything
  --lane L            interactive or batch
  --tenant T          one tenant, by its id
  --model M           one model
  --note TEXT         (pause) why

Options of list: --tenant, --model, --lane, --line (node, tenant, engine, retry, running) and
--limit N (default 50, at most 200)

  --json              print the answer of the API as it is
  --port P, --data DIR   which server; see ops/easel --help

EASEL_URL and EASEL_API_KEY together address another server.
Exit status: 0 done; 1 the server would not; 2 the arguments make no sense.
TEXT
  operate Queue "$@"
}

# operate CLASS ARGUMENTS...: runs a command of administrators against the running server.
operate() {
  local class=$1
  shift
  instance_options "$@"
  need_java
  build_client
  EASEL_CHECK_ONLY=1 client "$class" ${REST[@]+"${REST[@]}"} || exit $?
  if [[ -z ${EASEL_URL:-} ]]; then
    server_pid >/dev/null || fail "no server runs on $DATA; start it by ops/easel up"
    local_server
  elif [[ -z ${EASEL_API_KEY:-} ]]; then
    fail "EASEL_URL is set, EASEL_API_KEY is not"
  fi
  client "$class" ${REST[@]+"${REST[@]}"}
}

# Makes sure a server runs on $DATA and says by EASEL_URL and EASEL_API_KEY how to reach it.
local_server() {
  local options=(--data "$DATA")
  if ! server_pid >/dev/null; then
    [[ -z $PORT ]] || options+=(--port "$PORT")
    warn "no server runs on $DATA; starting one in the background"
    (EASEL_DETACH=1 up "${options[@]}") >&2
  fi
  EASEL_URL=http://localhost:$(server_port)
  if [[ -z ${EASEL_API_KEY:-} ]]; then
    [[ -r $DATA/first-run.json ]] ||
      fail "no key: $DATA/first-run.json is not readable; set EASEL_API_KEY"
    EASEL_API_KEY=$(first_run api_key)
  fi
  export EASEL_URL EASEL_API_KEY
}

demo() {
  offer_help "$@" <<'TEXT'
ops/easel demo painter [-o FILE]
ops/easel demo edits [-o FILE] [--port P] [--data DIR]

painter: paints the documentation's contact sheet, 24 prompts by the built-in painter, without a
server. FILE is contact-sheet.png unless given.

edits: has the server do every edit and process on one photograph and lays the results side by side.
Starts the server in the background when none runs on the data directory. FILE is edits.webp unless
given; its ending chooses the format (webp, png, jpg). EASEL_URL and EASEL_API_KEY together address
another server.
TEXT
  local what=${1:-painter} file
  [[ $# -eq 0 ]] || shift
  case $what in
    painter) file=contact-sheet.png ;;
    edits) file=edits.webp ;;
    *) fail "there is no demo '$what'; see ops/easel demo --help" ;;
  esac
  instance_options "$@"
  set -- ${REST[@]+"${REST[@]}"}
  while [[ $# -gt 0 ]]; do
    case $1 in
      -o | --output)
        file=$(value_of "$@") || exit 1
        shift 2
        ;;
      *) no_more_options "$@" ;;
    esac
  done
  "demo_$what" "$file"
}

demo_painter() {
  build_war
  java -Xmx1g -Djava.awt.headless=true -cp "$EASEL_ROOT/web/target/easel/WEB-INF/lib/*" \
    dev.easel.adapter.provider.sketch.ContactSheet "$1"
}

demo_edits() {
  need_java
  build_client
  if [[ -z ${EASEL_URL:-} ]]; then
    local_server
  elif [[ -z ${EASEL_API_KEY:-} ]]; then
    fail "EASEL_URL is set, EASEL_API_KEY is not"
  fi
  client EditSheet "$EASEL_ROOT/ejb/src/test/resources/photographs/astronaut.jpg" "$1"
}

bench() {
  offer_help "$@" <<'TEXT'
ops/easel bench [NAME...]

Runs the benchmarks ops/bench/NAME.sh, all of them in order when none is named. Run them on an
otherwise idle machine.
TEXT
  local name script scripts=()
  for name in "$@"; do
    [[ -f $EASEL_ROOT/ops/bench/$name.sh ]] ||
      fail "there is no benchmark '$name'; there are: $(cd "$EASEL_ROOT/ops/bench" && echo *.sh)"
    scripts+=("$EASEL_ROOT/ops/bench/$name.sh")
  done
  [[ $# -gt 0 ]] || scripts=("$EASEL_ROOT"/ops/bench/*.sh)
  [[ -f ${scripts[0]} ]] || fail "there are no benchmarks in ops/bench"
  build_war
  for script in "${scripts[@]}"; do
    say "== $(basename "$script" .sh)"
    bash "$script"
  done
}
