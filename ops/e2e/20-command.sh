#!/usr/bin/env bash
# What people type: help, refusals, and an image from the command line.
# shellcheck source=lib.sh
source "$(dirname "$0")/lib.sh"
easel=$EASEL_ROOT/ops/easel

# refuses WHAT STATUS PATTERN COMMAND...: ends with the status and says something that matches.
refuses() {
  local what=$1 expected=$2 pattern=$3 output status=0
  shift 3
  output=$("$@" 2>&1 </dev/null) || status=$?
  if [[ $status == "$expected" ]] && grep -qE "$pattern" <<<"$output"; then
    ok "$what"
  else
    not_ok "$what" "status $status"$'\n'"$output"
  fi
}

# png_size FILE -> WIDTHxHEIGHT
png_size() {
  od -An -tu1 -j16 -N8 "$1" | awk '{ print ($1*256^3+$2*256^2+$3*256+$4) "x" ($5*256^3+$6*256^2+$7*256+$8) }'
}

for command in generate node up down status logs demo test bench; do
  refuses "ops/easel $command --help explains it" 0 "^ops/easel $command" "$easel" $command --help
done
refuses "an unknown command is named" 1 "no command 'paint'" "$easel" paint
refuses "an unknown option is named" 1 "unexpected argument '--fast'" "$easel" up --fast
refuses "a port is a number" 1 "number from 1 to 65535" "$easel" up --port many
refuses "a taken port is named" 1 "port ${EASEL_URL##*:} is taken" \
  "$easel" up --port "${EASEL_URL##*:}" --data "$WORK/other"
refuses "a second server on one data directory is refused" 1 "already run" \
  "$easel" up --port "$(free_port 28650)" --data "$EASEL_DATA"
refuses "H2 without WRITE_DELAY=0 is refused" 1 "WRITE_DELAY=0" \
  env EASEL_DB_URL=jdbc:h2:mem:x "$easel" up --port "$(free_port 28650)" --data "$WORK/other"
refuses "another database is refused" 1 "must begin with" \
  env EASEL_DB_URL=jdbc:mysql://localhost/x "$easel" up --port "$(free_port 28650)" --data "$WORK/other"
refuses "nothing to stop is no error" 0 "No Easel runs" "$easel" down --data "$WORK/other"
refuses "status of nothing is 3" 3 "not running" "$easel" status --data "$WORK/other"
refuses "status of the server" 0 "health +ready" "$easel" status --data "$EASEL_DATA"
refuses "a prompt is needed" 2 "Give a prompt" "$easel" generate --data "$EASEL_DATA"
refuses "the size has a form" 2 "WIDTHxHEIGHT" "$easel" generate x --size big --data "$EASEL_DATA"
refuses "the server's word is passed on" 1 "multiple|width|size" \
  "$easel" generate x --size 65x64 -o "$WORK/odd.png" --data "$EASEL_DATA"

unset EASEL_URL EASEL_API_KEY
check "generate finds server and key by the data directory" "$easel" generate "桜 cherry blossoms 🌸" \
  --size 256x192 --n 2 --seed 9 --negative "people" --steps 20 -o "$WORK/sakura.png" --data "$EASEL_DATA"
same "the file has the size asked for" 256x192 "$(png_size "$WORK/sakura.png")"
check "the second image has a number" test -s "$WORK/sakura-2.png"
check "the same seed again" "$easel" generate "桜 cherry blossoms 🌸" --size 256x192 --seed 9 \
  --negative "people" --steps 20 -o "$WORK/again.webp" --data "$EASEL_DATA"
same "the ending chooses the format" WEBP "$(head -c 12 "$WORK/again.webp" | tail -c 4)"
check "a name is made from the prompt" bash -c "cd '$WORK' && '$easel' generate 'A tiny hill!' \
  --size 64x64 --data '$EASEL_DATA' && test -s a-tiny-hill.png"
