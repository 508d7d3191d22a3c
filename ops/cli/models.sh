# shellcheck shell=bash
# models: the networks that process images, by the manifest of the module ejb/vision.

readonly MODELS=$EASEL_ROOT/ejb/vision/src/main/resources/dev/easel/vision/models

models() {
  offer_help "$@" <<'TEXT'
ops/easel models COMMAND [--data DIR]

The networks that remove backgrounds, enlarge and judge images.

  list        all of them: what for, licence, size, and whether they are there
  add FILE    install an optional one: its SHA-256 has to be the known one; a running server uses it
              from the next request on

They are put into models/ in the data directory, or EASEL_VISION_MODELS_DIR. How to make the optional
one: ejb/vision/README.md.

Exit status: 0 done; 1 the file is none of them; 2 the arguments make no sense.
TEXT
  instance_options "$@"
  set -- ${REST[@]+"${REST[@]}"}
  local command=${1:-list} room=${EASEL_VISION_MODELS_DIR:-$DATA/models}
  [[ $# -eq 0 ]] || shift
  case $command in
    list)
      no_more_options "$@"
      list_models "$room"
      ;;
    add)
      [[ $# -ge 1 ]] || { warn "models add needs a file" && exit 2; }
      no_more_options "${@:2}"
      add_model "$1" "$room"
      ;;
    *) warn "there is no command 'models $command'; see ops/easel models --help" && exit 2 ;;
  esac
}

# of_model NAME KEY
of_model() {
  awk -v key="$1.$2=" 'index($0, key) == 1 { print substr($0, length(key) + 1) }' \
    "$MODELS/models.properties"
}

list_models() {
  local name there
  while read -r name; do
    there='not installed'
    if [[ -f $MODELS/$name.onnx ]]; then
      there=shipped
    elif [[ -f $1/$name.onnx ]]; then
      there=installed
    fi
    printf '%-24s %-32s %-13s %5d kB  %s\n' "$name" "$(of_model "$name" use)" \
      "$(of_model "$name" licence)" $(($(of_model "$name" bytes) / 1000)) "$there"
  done < <(sed -n 's/^\([^#].*\)\.sha256=.*/\1/p' "$MODELS/models.properties")
}

add_model() {
  local name sum
  [[ -f $1 && -r $1 ]] || fail "there is no file $1"
  sum=$(sha256_of "$1")
  name=$(sed -n "s/^\(.*\)\.sha256=$sum\$/\1/p" "$MODELS/models.properties")
  [[ -n $name ]] || fail "$1 is none of the known models (its SHA-256 is $sum)"
  if [[ $(of_model "$name" shipped) == true ]]; then
    say "$name is shipped; nothing to do."
    return
  fi
  (umask 077 && mkdir -p "$2") || fail "cannot write into $2"
  # Renamed into its place: a server never sees half of it.
  cp "$1" "$2/.$name.$$" && mv -f "$2/.$name.$$" "$2/$name.onnx" || fail "cannot write into $2"
  say "Installed $name as $2/$name.onnx"
}

sha256_of() {
  if command -v sha256sum >/dev/null; then
    sha256sum <"$1" | cut -d ' ' -f 1
  else
    shasum -a 256 <"$1" | cut -d ' ' -f 1
  fi
}
