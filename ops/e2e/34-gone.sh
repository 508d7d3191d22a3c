#!/usr/bin/env bash
# Callers who hang up before the end of the answer: the server is none the worse, and its log none the longer.
# shellcheck source=lib.sh
source "$(dirname "$0")/lib.sh"
# shellcheck source=v2.sh
source "$(dirname "$0")/v2.sh"

log=$EASEL_DATA/run/server.log
host=${EASEL_URL#*://}

# hang_up PATH TIMES: asks for it and closes, with what comes unread.
hang_up() {
  local path=$1 times=$2 time
  for ((time = 0; time < times; time++)); do
    exec 3<>"/dev/tcp/${host%%:*}/${host##*:}"
    printf 'GET %s HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\n\r\n' "$path" "$host" "$EASEL_API_KEY" >&3
    sleep "0.00$((time % 10))"
    exec 3<&- 3>&-
  done
}

traces() { tail -n "+$1" "$log" | grep -cE 'Connection is closed|Broken pipe|Connection reset'; }

same "an image of some size" 200 "$(api POST /v1/images/generations -H "$JSON" \
  -d '{"model":"easel/sketch","prompt":"noise on noise","size":"1024x1024","response_format":"url"}')"
file=$(json '.data[0].url')
before=$(($(wc -l <"$log") + 1))
hang_up "/files/${file#*/files/}" 30
hang_up /api/v2/models 30
hang_up /docs 5
same "the server goes on" 200 "$(api GET /api/v2/gallery)"
sleep 1
same "nothing of it is logged" 0 "$(traces "$before")"
sound_log "and nothing is called a defect" <(tail -n "+$before" "$log")
