# shellcheck shell=bash
# A private PostgreSQL for tests: own directory, own port, gone afterwards.

POSTGRESQL_DIR=

# PostgreSQL refuses to run as root; then everything is done as Debian's postgres user.
as_postgres() {
  if [[ $(id -u) == 0 ]]; then
    (cd / && runuser -u postgres -- "$@")
  else
    "$@"
  fi
}

# Debian keeps the server's programs outside the path; the newest version wins.
postgresql_programs() {
  local found
  found=$(find /usr/lib/postgresql -maxdepth 3 -path '*/bin/initdb' 2>/dev/null | sort -V | tail -n 1)
  [[ -n $found ]] || found=$(command -v initdb) || return 1
  dirname "$found"
}

# postgresql_start DIR: installs it when missing; sets POSTGRESQL_URL and POSTGRESQL_PASSWORD.
postgresql_start() {
  local programs port
  postgresql_programs >/dev/null || install_debian initdb postgresql
  programs=$(postgresql_programs) || {
    echo "PostgreSQL is not installed and could not be"
    return 1
  }
  port=$(free_port 28760)
  POSTGRESQL_PASSWORD="p;\$ {x}'\"\\ä:=$RANDOM"
  # Not below the work directory: the postgres user may not enter what belongs to root.
  POSTGRESQL_DIR=$(mktemp -d "${TMPDIR:-/tmp}/easel-pg.XXXXXX")
  printf '%s\n' "$POSTGRESQL_PASSWORD" >"$POSTGRESQL_DIR/password"
  [[ $(id -u) != 0 ]] || chown -R postgres "$POSTGRESQL_DIR"
  as_postgres "$programs/initdb" -D "$POSTGRESQL_DIR/data" -U easel -A scram-sha-256 \
    --pwfile="$POSTGRESQL_DIR/password" -E UTF8 --locale=C.UTF-8 >"$POSTGRESQL_DIR/initdb.log" || return 1
  # Durability of this one database is nobody's concern, the test's speed is.
  as_postgres "$programs/pg_ctl" -D "$POSTGRESQL_DIR/data" -l "$POSTGRESQL_DIR/server.log" -w start \
    -o "-p $port -k $POSTGRESQL_DIR -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=150" || return 1
  PGPASSWORD=$POSTGRESQL_PASSWORD "$programs/createdb" -h 127.0.0.1 -p "$port" -U easel easel || return 1
  export POSTGRESQL_URL=jdbc:postgresql://127.0.0.1:$port/easel
}

postgresql_stop() {
  [[ -n $POSTGRESQL_DIR ]] || return 0
  as_postgres "$(postgresql_programs)/pg_ctl" -D "$POSTGRESQL_DIR/data" -m fast -w stop >/dev/null 2>&1
  rm -rf "$POSTGRESQL_DIR"
  POSTGRESQL_DIR=
}
