# shellcheck shell=bash
# Building what is missing or older than its sources.

readonly WAR=${EASEL_WAR:-$EASEL_ROOT/web/target/easel.war}
readonly RUNTIME=$EASEL_ROOT/web/target/runtime

# Any file or directory (a deletion touches its directory) that is newer than the WAR.
war_is_stale() {
  local module sources=("$EASEL_ROOT/pom.xml")
  [[ -f $WAR && -f $RUNTIME/payara-micro.jar && -f $RUNTIME/postgresql.jar ]] || return 0
  for module in domain ejb/vision ejb batch web; do
    sources+=("$EASEL_ROOT/$module/pom.xml")
    [[ ! -d $EASEL_ROOT/$module/src/main ]] || sources+=("$EASEL_ROOT/$module/src/main")
  done
  [[ -n $(find "${sources[@]}" -newer "$WAR" -print | head -n 1) ]]
}

build_war() {
  need_java
  [[ -z ${EASEL_NO_BUILD:-}${EASEL_WAR:-} ]] || return 0
  war_is_stale || return 0
  # Two instances of one checkout must not build at the same time.
  hold "${TMPDIR:-/tmp}/easel-build-$(id -u)-$(cksum <<<"$EASEL_ROOT" | cut -d ' ' -f 1)"
  if war_is_stale; then package_war; fi
  release
}

package_war() {
  local log=$EASEL_ROOT/web/target/build.log began=$SECONDS
  mkdir -p "$(dirname "$log")"
  say "Building Easel (the first time downloads libraries; log: ${log#"$EASEL_ROOT"/}) ..."
  if ! (cd "$EASEL_ROOT" && ./mvnw -q -B -DskipTests package -pl web -am) >"$log" 2>&1 </dev/null; then
    tail -n 40 "$log" >&2
    fail "the build failed; the whole log is in $log"
  fi
  touch "$WAR"
  say "Built in $((SECONDS - began)) s."
}
