#!/usr/bin/env bash
# rotate.sh FILE BYTES: writes standard input to FILE; full, FILE becomes FILE.1 and begins anew. Ends
# with its input. A full disk costs lines and nothing else: the server must not wait for its log.
set -uo pipefail
trap '' HUP INT TERM # it ends after the server, with the last line
export LC_ALL=C # length in bytes
file=$1 most=$2 size=0
exec 3>"$file"
while IFS= read -r line || [[ -n $line ]]; do
  if ((size + ${#line} >= most && size > 0)); then
    mv -f "$file" "$file.1" 2>/dev/null && exec 3>"$file"
    size=0
  fi
  printf '%s\n' "$line" >&3 2>/dev/null || true
  size=$((size + ${#line} + 1))
done
