#!/usr/bin/env bash
# Parts of delivered files: HTTP ranges on the signed addresses of images and assets.
# shellcheck source=lib.sh
source "$(dirname "$0")/lib.sh"
# shellcheck source=v2.sh
source "$(dirname "$0")/v2.sh"

# part ADDRESS [curl options]: fetches, body to $WORK/part, prints the status.
part() {
  local address=$1
  shift
  : >"$WORK/part"
  curl -s -m 30 -D "$WORK/headers" -o "$WORK/part" -w '%{http_code}' "$@" "$address"
}
bytes() { tail -c "+$(($2 + 1))" "$1" | head -c "$3" >"$WORK/wanted"; }

ranges() {
  local address=$1 size tag
  curl -s -m 30 -o "$WORK/whole" "$address"
  size=$(wc -c <"$WORK/whole")
  same "HEAD" 200 "$(part "$address" -I)"
  same "says that parts can be had" bytes "$(header Accept-Ranges)"
  same "and how much there is" "$size" "$(header Content-Length)"
  tag=$(header ETag)
  same "the first 100 bytes" 206 "$(part "$address" -H 'Range: bytes=0-99')"
  same "are told" "bytes 0-99/$size 100" "$(header Content-Range) $(header Content-Length)"
  bytes "$WORK/whole" 0 100
  check "and are those" cmp "$WORK/wanted" "$WORK/part"
  same "some in the middle" 206 "$(part "$address" -H 'Range: bytes=101-300')"
  bytes "$WORK/whole" 101 200
  check "are those" cmp "$WORK/wanted" "$WORK/part"
  same "the last 50" 206 "$(part "$address" -H 'Range: bytes=-50')"
  same "are told" "bytes $((size - 50))-$((size - 1))/$size" "$(header Content-Range)"
  check "and are those" cmp <(tail -c 50 "$WORK/whole") "$WORK/part"
  same "more than there is, from the last byte on" 206 "$(part "$address" -H "Range: bytes=$((size - 1))-$((size + 9))")"
  same "is one byte" 1 "$(wc -c <"$WORK/part")"
  same "beyond the end" 416 "$(part "$address" -H "Range: bytes=$size-")"
  same "the size is told" "bytes */$size" "$(header Content-Range)"
  same "several parts at once are the whole" 200 "$(part "$address" -H 'Range: bytes=0-1,4-5')"
  same "so is nonsense" 200 "$(part "$address" -H 'Range: bytes=9-1')"
  same "a part of the same file" 206 "$(part "$address" -H 'Range: bytes=5-' -H "If-Range: $tag")"
  same "but all of another" 200 "$(part "$address" -H 'Range: bytes=5-' -H 'If-Range: "other"')"
  check "as it is" cmp "$WORK/whole" "$WORK/part"
  same "what is known already is not sent" 304 "$(part "$address" -H 'Range: bytes=5-' -H "If-None-Match: $tag")"
  head -c 200 "$WORK/whole" >"$WORK/resumed"
  check "a download that broke off goes on" curl -s -m 30 -C - -o "$WORK/resumed" "$address"
  check "to the same file" cmp "$WORK/whole" "$WORK/resumed"
  same "without a signature there are no parts" 404 "$(part "${address%%\?*}" -H 'Range: bytes=0-1')"
}

make '{"model":"easel/sketch","prompt":"a red boat","parameters":{"width":128,"height":128}}' >/dev/null
image=$(json '.images[0].url') thumbnail=$(json '.images[0].thumbnail_url')
ranges "$image"
api POST /api/v2/assets -F "file=@$EASEL_ROOT/ejb/src/test/resources/photographs/coffee.jpg" >/dev/null
ranges "$(json '.asset.url // .url')"
same "thumbnails come as a whole" 200 "$(part "$thumbnail" -H 'Range: bytes=0-9')"
same "and say so" none "$(header Accept-Ranges)"
