# shellcheck shell=bash
# A Keycloak beside the server, for `up --keycloak`: fetched once, with a realm of its own below the
# data directory (ops/keycloak/realm.json). It listens on the loopback interface alone. Whoever has a
# Keycloak already connects that one instead: ops/keycloak/README.md.

readonly KEYCLOAK_VERSION=26.7.3
readonly KEYCLOAK_SHA256=27a6535553c3cdcd083872ba40629efafb3475e3b758e0c6f691395561dd0f1f
KEYCLOAK=

# Sets KEYCLOAK_HOME, below the build, or below the data directory where the build is somebody else's.
keycloak_install() {
  KEYCLOAK_HOME=$RUNTIME/keycloak-$KEYCLOAK_VERSION
  [[ ! -d $KEYCLOAK_HOME ]] || return 0
  mkdir -p "$RUNTIME" 2>/dev/null && [[ -w $RUNTIME ]] || KEYCLOAK_HOME=$RUN/keycloak-$KEYCLOAK_VERSION
  hold "${TMPDIR:-/tmp}/easel-keycloak-$(id -u)-$(cksum <<<"$KEYCLOAK_HOME" | cut -d ' ' -f 1)"
  [[ -d $KEYCLOAK_HOME ]] || keycloak_fetch "$KEYCLOAK_HOME" || fail "Keycloak cannot be installed"
  release
}

# keycloak_fetch DIR: from Maven's repository, like all else; then what Keycloak calls its build, which
# fixes the database's kind. DIR appears when all of it is done.
keycloak_fetch() (
  umask 022
  name=keycloak-quarkus-dist fresh=$1.$$
  trap 'rm -rf "$fresh"' EXIT
  mkdir -p "$fresh" || return
  say "Fetching Keycloak $KEYCLOAK_VERSION (170 MB, the first time) ..."
  (cd "$EASEL_ROOT" && ./mvnw -q -B -N dependency:copy -DoutputDirectory="$fresh" \
    -Dartifact="org.keycloak:$name:$KEYCLOAK_VERSION:zip") </dev/null || return
  [[ $(sha256 "$fresh/$name-$KEYCLOAK_VERSION.zip") == "$KEYCLOAK_SHA256" ]] ||
    fail "what was fetched as Keycloak $KEYCLOAK_VERSION is something else (SHA-256)"
  (cd "$fresh" && jar xf "$name-$KEYCLOAK_VERSION.zip") || return
  chmod +x "$fresh/keycloak-$KEYCLOAK_VERSION"/bin/*.sh
  say "Preparing it ..."
  "$fresh/keycloak-$KEYCLOAK_VERSION/bin/kc.sh" build --db=dev-file >"$fresh/log" 2>&1 </dev/null ||
    { tail -n 20 "$fresh/log" >&2 && return 1; }
  mv "$fresh/keycloak-$KEYCLOAK_VERSION" "$1"
)

sha256() {
  if command -v sha256sum >/dev/null 2>&1; then sha256sum "$1"; else shasum -a 256 "$1"; fi | cut -d ' ' -f 1
}

# keycloak_value KEY: one value of access.json, which holds plain strings.
keycloak_value() {
  sed -n 's/.*"'"$1"'": "\([^"]*\)".*/\1/p' "$DATA/keycloak/access.json"
}

keycloak_pid() {
  local pid
  [[ -r $RUN/keycloak.pid ]] || return 1
  pid=$(<"$RUN/keycloak.pid")
  [[ $pid =~ ^[0-9]+$ ]] || return 1
  ps -ww -o command= -p "$pid" 2>/dev/null | grep -qF -- "-Deasel.keycloak=$DATA" || return 1
  printf '%s' "$pid"
}

# Starts it in the background and tells the server, by its environment, where it is. The server looks
# for its provider only when somebody signs in, so both start at the same time.
keycloak_begin() {
  local url
  [[ -z ${EASEL_OIDC_ISSUER:-} ]] || fail "EASEL_OIDC_ISSUER names another provider; unset it, or leave --keycloak out"
  keycloak_remember
  url=$(keycloak_value url)
  ! is_listening "${url##*:}" || fail "port ${url##*:} is taken by another program; choose one by EASEL_KEYCLOAK_PORT"
  say "Starting Keycloak (log: $RUN/keycloak.log) ..."
  keycloak_launch "$url"
  export EASEL_OIDC_ISSUER=$url/realms/easel EASEL_OIDC_NAME=${EASEL_OIDC_NAME:-Keycloak}
  export EASEL_OIDC_CLIENT_ID=easel-dashboard EASEL_OIDC_ADMIN_CLIENT_ID=easel-clients
  EASEL_OIDC_CLIENT_SECRET=$(keycloak_value client_secret)
  EASEL_OIDC_ADMIN_CLIENT_SECRET=$(keycloak_value admin_client_secret)
  export EASEL_OIDC_CLIENT_SECRET EASEL_OIDC_ADMIN_CLIENT_SECRET
  export EASEL_OIDC_ADMIN_GROUP=easel-admins EASEL_OIDC_MEMBER_GROUP=easel-members
}

# Secrets and the address are made once: accounts are known by the address of their provider.
keycloak_remember() {
  local port=${EASEL_KEYCLOAK_PORT:-} known=$DATA/keycloak/access.json
  if [[ -f $known ]]; then
    [[ -z $port || $(keycloak_value url) == *":$port" ]] ||
      fail "the accounts of this data directory belong to $(keycloak_value url); EASEL_KEYCLOAK_PORT cannot be changed"
    return 0
  fi
  port=${port:-8180}
  [[ $port =~ ^[1-9][0-9]{0,4}$ && $port -le 65535 ]] ||
    fail "EASEL_KEYCLOAK_PORT must be a number from 1 to 65535, not '$port'"
  mkdir -p "$DATA/keycloak" && chmod 700 "$DATA/keycloak" || fail "cannot write into $DATA"
  (
    umask 077
    printf '{\n  "url": "http://127.0.0.1:%s",\n  "admin": "%s",\n  "client_secret": "%s",\n' \
      "$port" "$(random_word)" "$(random_word)" >"$known.new"
    printf '  "admin_client_secret": "%s",\n  "anna": "%s",\n  "ben": "%s",\n  "zoe": "%s"\n}\n' \
      "$(random_word)" "$(random_word)" "$(random_word)" "$(random_word)" >>"$known.new"
  )
  mv "$known.new" "$known"
}

random_word() { od -An -N16 -tx1 /dev/urandom | tr -d ' \n'; }

# Where browsers find the server, and where Keycloak itself does.
keycloak_addresses() {
  PUBLIC=${EASEL_PUBLIC_URL:-http://localhost:$PORT}
  PUBLIC=${PUBLIC%/}
  BACK=http://127.0.0.1:$PORT
}

# It runs in a home of its own, whose programs are links to those all instances share.
keycloak_launch() {
  local home=$DATA/keycloak part options=() PUBLIC BACK
  keycloak_addresses
  rm -rf "$home/tmp"
  mkdir -p "$home/data/import" "$home/tmp" "$RUN"
  for part in lib conf providers themes; do
    ln -sfn "$KEYCLOAK_HOME/$part" "$home/$part"
  done
  cp "$EASEL_ROOT/ops/keycloak/realm.json" "$home/data/import/easel-realm.json"
  [[ -f $home/addresses ]] || printf '%s' "$PUBLIC $BACK" >"$home/addresses"
  [[ ! -f $RUN/keycloak.log ]] || mv -f "$RUN/keycloak.log" "$RUN/keycloak.log.1"
  : >"$RUN/keycloak.log"
  read -r -a options <<<"${EASEL_KEYCLOAK_JAVA_OPTS:--Xms64m -Xmx512m}"
  options+=("--add-opens=java.base/java.util=ALL-UNNAMED" "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED"
    "--add-opens=java.base/java.security=ALL-UNNAMED" "--add-opens=java.base/java.lang=ALL-UNNAMED"
    "-Djava.util.concurrent.ForkJoinPool.common.threadFactory=io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory"
    "-Djava.util.logging.manager=org.jboss.logmanager.LogManager" "-Djava.io.tmpdir=$home/tmp")
  set -m
  (
    cd "$home" || exit 1
    # What the realm's file leaves open.
    EASEL_OIDC_CLIENT_SECRET=$(keycloak_value client_secret)
    EASEL_OIDC_ADMIN_CLIENT_SECRET=$(keycloak_value admin_client_secret)
    EASEL_DEMO_ANNA=$(keycloak_value anna) EASEL_DEMO_BEN=$(keycloak_value ben) EASEL_DEMO_ZOE=$(keycloak_value zoe)
    export EASEL_PUBLIC_URL=$PUBLIC EASEL_BACK_CHANNEL_URL=$BACK EASEL_DEMO_ANNA EASEL_DEMO_BEN EASEL_DEMO_ZOE
    export EASEL_OIDC_CLIENT_SECRET EASEL_OIDC_ADMIN_CLIENT_SECRET
    KC_BOOTSTRAP_ADMIN_PASSWORD=$(keycloak_value admin)
    export KC_BOOTSTRAP_ADMIN_USERNAME=admin KC_BOOTSTRAP_ADMIN_PASSWORD
    exec nohup java "${options[@]}" -Deasel.keycloak="$DATA" -Dkc.home.dir="$home" \
      -Dfile.encoding=UTF-8 -Duser.timezone=UTC -Duser.language=en -Duser.country=US \
      -cp "$KEYCLOAK_HOME/lib/quarkus-run.jar" io.quarkus.bootstrap.runner.QuarkusEntryPoint \
      start --optimized --import-realm --cache=local --hostname="$1" \
      --http-enabled=true --http-host=127.0.0.1 --http-port="${1##*:}" \
      --db-url="jdbc:h2:file:$home/data/keycloak;NON_KEYWORDS=VALUE;DB_CLOSE_ON_EXIT=FALSE"
  ) > >(exec "$CLI/rotate.sh" "$RUN/keycloak.log" "$LOG_BYTES" >/dev/null 2>&1) 2>&1 </dev/null &
  echo $! >"$RUN/keycloak.pid"
  set +m
  disown -h $! 2>/dev/null || true
}

# Returns when the realm answers and knows the addresses of the server; status 1 when it does not.
keycloak_await() {
  local deadline=$((SECONDS + START_SECONDS)) pid url
  pid=$(<"$RUN/keycloak.pid")
  url=$(keycloak_value url)
  until curl -sf -o /dev/null -m 5 "$url/realms/easel/.well-known/openid-configuration"; do
    if ! kill -0 "$pid" 2>/dev/null || ((SECONDS >= deadline)); then
      grep -E 'ERROR|Exception|FATAL' "$RUN/keycloak.log" | head -n 15 | cut -c 1-300 >&2
      warn "Keycloak did not start; its log is $RUN/keycloak.log"
      return 1
    fi
    sleep 0.5
  done
  keycloak_adjust "$url"
}

# The realm has the addresses of the first start; another port is another redirect to allow.
keycloak_adjust() {
  local PUBLIC BACK token
  keycloak_addresses
  [[ $(<"$DATA/keycloak/addresses") != "$PUBLIC $BACK" ]] || return 0
  token=$(curl -sf -m 20 "$1/realms/master/protocol/openid-connect/token" -d @- \
    <<<"grant_type=password&client_id=admin-cli&username=admin&password=$(keycloak_value admin)" |
    sed -n 's/.*"access_token":"\([^"]*\)".*/\1/p')
  if ! curl -sf -m 20 -X PUT "$1/admin/realms/easel/clients/easel-dashboard" -H 'Content-Type: application/json' \
    -K - -d '{"clientId": "easel-dashboard", "baseUrl": "'"$PUBLIC"'/app",
      "redirectUris": ["'"$PUBLIC"'/app/sign-in/with/sso/callback", "'"$BACK"'/app/sign-in/with/sso/callback"],
      "attributes": {"post.logout.redirect.uris": "'"$PUBLIC"'/app/sign-in##'"$BACK"'/app/sign-in",
        "backchannel.logout.url": "'"$BACK"'/sso/back-channel-logout"}}' <<<"header = \"Authorization: Bearer $token\""; then
    warn "the realm could not be told the server's new address, $PUBLIC; do so in Keycloak's console," \
      "client easel-dashboard"
    return 0
  fi
  printf '%s' "$PUBLIC $BACK" >"$DATA/keycloak/addresses"
}

keycloak_announce() {
  local url name
  url=$(keycloak_value url)
  say "  Keycloak   $url (process $(<"$RUN/keycloak.pid")), realm easel"
  say "             administrator admin, password $(keycloak_value admin)"
  for name in anna ben zoe; do
    say "             user $name, password $(keycloak_value $name)$(keycloak_role $name)"
  done
  say "             (kept in $DATA/keycloak/access.json)"
}

keycloak_role() {
  case $1 in
    anna) printf ', administrator by group' ;;
    ben) printf ', member by group' ;;
    *) printf ', in no group: Easel lets her see nothing' ;;
  esac
}

# Ends it if it runs.
keycloak_end() {
  local pid waited=0
  if pid=$(keycloak_pid); then
    kill -TERM "$pid" 2>/dev/null || true
    while kill -0 "$pid" 2>/dev/null && ((waited++ < STOP_SECONDS * 5)); do sleep 0.2; done
    ! kill -0 "$pid" 2>/dev/null || kill -KILL "$pid" 2>/dev/null || true
    wait "$pid" 2>/dev/null || true # bash would tell at length that it was killed
  fi
  rm -rf "$RUN/keycloak.pid" "$DATA/keycloak/tmp"
}
