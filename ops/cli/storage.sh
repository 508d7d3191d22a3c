# shellcheck shell=bash
# storage: moves images between the stores, and compares them.

storage() {
  offer_help "$@" <<'TEXT'
ops/easel storage COMMAND --from files|s3 --to files|s3 [options]

Copies all images from one store to the other, and compares the two. It works on the stores
themselves: the files of the data directory, and the bucket that EASEL_STORAGE_S3_... names.

  migrate             copy what the target lacks; each copy is read back and compared
  check               read everything in the source and compare it with the target

  --dry-run           (migrate) only count
  --delete-source     (migrate) remove from the source what the target has been seen to hold; the
                      server has to be stopped
  --data DIR          which server's files; see ops/easel --help

A server may run meanwhile; what it makes after it was passed needs another run. So: migrate, stop the
server, migrate once more, start it with the other EASEL_STORAGE_KIND. Interrupted, it is simply
started again.

Exit status: 0 all is well; 1 something is missing, differs, or could not be copied; 2 the options
make no sense.
TEXT
  local mode command from='' to=''
  instance_options "$@"
  set -- ${REST[@]+"${REST[@]}"}
  command=${1:-}
  [[ $# -eq 0 ]] || shift
  case $command in
    migrate) mode=copy ;;
    check) mode=check ;;
    *) warn "there is no command 'storage $command'; see ops/easel storage --help" && exit 2 ;;
  esac
  while [[ $# -gt 0 ]]; do
    case $1 in
      --from | --to)
        local value
        value=$(value_of "$@") || exit 2
        if [[ $1 == --from ]]; then from=$value; else to=$value; fi
        shift 2
        ;;
      --dry-run | --delete-source)
        [[ $mode == copy ]] || { warn "$1 is for migrate, once and alone" && exit 2; }
        if [[ $1 == --dry-run ]]; then mode=dry-run; else mode=move; fi
        shift
        ;;
      *) warn "unexpected argument '$1'; see ops/easel storage --help" && exit 2 ;;
    esac
  done
  if ! [[ $from =~ ^(files|s3)$ && $to =~ ^(files|s3)$ && $from != "$to" ]]; then
    warn "--from and --to have to be files and s3, or s3 and files" && exit 2
  fi
  [[ $mode != move ]] || ! server_pid >/dev/null ||
    fail "a server runs on $DATA; stop it before anything is deleted"
  build_war
  local options=()
  read -r -a options <<<"${EASEL_JAVA_OPTS:-}"
  java ${options[@]+"${options[@]}"} -Djava.awt.headless=true -Duser.timezone=UTC \
    -Deasel.data="$DATA" -cp "$EASEL_ROOT/web/target/easel/WEB-INF/lib/*" \
    dev.easel.adapter.storage.StorageCommand "$mode" "$from" "$to"
}
