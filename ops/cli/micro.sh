# shellcheck shell=bash
# Payara Micro unpacked once, and the archive of its classes: what makes starting quick.
#
# The jar of Payara Micro holds 250 jars. Run as it is, it unpacks them for every start, and the JVM
# parses and verifies 16,000 classes for every start. Unpacked, they stand on an ordinary class
# path, and the JVM can map them from an archive (class data sharing, ops/decisions/0015). The first
# start notes which classes it loads; the archive is made behind it, with the lowest priority.

# Sets MICRO, the directory for this Payara, this PostgreSQL driver and this JVM: below the build,
# or below the data directory where the build belongs to somebody else.
unpack_micro() {
  local key base=$RUNTIME
  key=$({ ls -lL "$(command -v java)" && wc -c <"$RUNTIME/payara-micro.jar" &&
    wc -c <"$RUNTIME/postgresql.jar"; } | cksum | cut -d ' ' -f 1)
  [[ -f $base/micro-$key/launch-micro.jar || -w $base ]] || base=$RUN
  MICRO=$base/micro-$key
  [[ -f $MICRO/launch-micro.jar ]] || unpack_micro_into "$MICRO" || fail "Payara Micro cannot be unpacked"
}

# What is shared by all servers of a checkout is as readable as the build.
unpack_micro_into() (
  umask 022
  fresh=$1.$$
  mkdir -p "$fresh" || return
  java -jar "$RUNTIME/payara-micro.jar" --nocluster --rootdir "$fresh" --outputlauncher \
    >"$fresh/log" 2>&1 || { cat "$fresh/log" >&2 && return 1; }
  (cd "$fresh" && jar xf launch-micro.jar META-INF/MANIFEST.MF) || return
  cp "$RUNTIME/postgresql.jar" "$fresh/" || return
  # Another start may have been quicker; then mv puts the directory into the other.
  mv "$fresh" "$1" || return
  rm -rf "${1:?}/${fresh##*/}"
)

# Puts the JVM's options for Payara Micro into the array LAUNCHER; the arguments of Payara follow.
# Fields of the launcher's manifest, which counts only for `java -jar`, become options.
micro_launcher() {
  local manifest word
  manifest=$(cd "$MICRO" && tr -d '\r' <META-INF/MANIFEST.MF |
    awk '/^ / { line = line substr($0, 2); next } { print line; line = $0 } END { print line }')
  LAUNCHER=()
  for word in $(sed -n 's/^Add-Opens: //p' <<<"$manifest"); do
    LAUNCHER+=("--add-opens=$word=ALL-UNNAMED")
  done
  for word in $(sed -n 's/^Add-Exports: //p' <<<"$manifest"); do
    LAUNCHER+=("--add-exports=$word=ALL-UNNAMED")
  done
  LAUNCHER+=(
    -Dfish.payara.micro.BootJar="$(file_uri "$MICRO/launch-micro.jar")"
    -Dfish.payara.micro.UnpackDir="$MICRO"
    -cp "$(micro_class_path)" fish.payara.micro.impl.PayaraMicroImpl)
}

micro_class_path() { printf '%s' "$MICRO/launch-micro.jar:$MICRO/postgresql.jar"; }

file_uri() {
  local path=${1//%/%25}
  path=${path// /%20}
  path=${path//\#/%23}
  printf 'file:%s' "${path//\?/%3F}"
}

# Puts the options that use the archive, or prepare for making it, into the array SHARING.
class_sharing() {
  SHARING=()
  [[ ${EASEL_CLASS_ARCHIVE:-true} == true ]] || return 0
  if [[ -f $MICRO/classes.jsa ]]; then
    SHARING=(-XX:SharedArchiveFile="$MICRO/classes.jsa")
  else
    SHARING=(-XX:DumpLoadedClassList="$RUN/classes.lst")
  fi
}

# Makes the archive in the background from what this start loaded, unless another start does.
archive_classes() {
  [[ -f $RUN/classes.lst && ! -f $MICRO/classes.jsa ]] || return 0
  local making=$MICRO/making
  if ! mkdir "$making" 2>/dev/null; then
    # Busy, or begun this moment; what died in between is begun anew.
    [[ -r $making/pid ]] && ! kill -0 "$(<"$making/pid")" 2>/dev/null || return 0
    rm -rf "$making"
    mkdir "$making" 2>/dev/null || return 0
  fi
  # The server goes on writing: its last line may be half a line.
  sed '$d' "$RUN/classes.lst" >"$making/classes.lst"
  (
    trap '' HUP
    umask 022
    nice -n 19 java -Xshare:dump -Xmx512m -Xlog:disable -XX:SharedClassListFile="$making/classes.lst" \
      -XX:SharedArchiveFile="$making/classes.jsa" -cp "$(micro_class_path)" &&
      mv "$making/classes.jsa" "$MICRO/classes.jsa"
    rm -rf "$making"
  ) >/dev/null 2>&1 </dev/null &
  echo $! 2>/dev/null >"$making/pid" || true
  disown -h $! 2>/dev/null || true
}
