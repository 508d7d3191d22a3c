#!/usr/bin/env bash
# Assets on v2 and uploads on v1: forms, JSON and addresses; who may see them; what is refused.
# shellcheck source=lib.sh
source "$(dirname "$0")/lib.sh"
# shellcheck source=v2.sh
source "$(dirname "$0")/v2.sh"

readonly ASSETS=/api/v2/assets ROOT_KEY=$EASEL_API_KEY
# A photograph of one pixel: PNG, opaque red.
readonly PIXEL=iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC

# painted FILE: a picture of this server's own, unlike any before.
painted() {
  make '{"model":"easel/sketch","prompt":"a lake","parameters":{"width":64,"height":64}}' >/dev/null
  curl -s -m 30 -o "$1" "$(json '.images[0].url')"
}

sha_of() { sha256sum "$1" | cut -d' ' -f1; }

uploads() {
  local id sha
  painted "$WORK/lake.png"
  sha=$(sha_of "$WORK/lake.png")
  same "before it is sent its hash is unknown" 404 "$(api HEAD "$ASSETS/$sha" -I)"
  same "a form with a file is stored" 201 "$(api POST $ASSETS -F "file=@$WORK/lake.png;filename=lake.png")"
  id=$(json .id)
  holds "with what is known of it" "(.id | test(\"^ast_[0-9a-f]{24}\$\")) and .sha256 == \"$sha\" and .name == \"lake.png\"
    and .format == \"png\" and .width == 64 and .height == 64 and .source == \"upload\" and .expires_at > .created_at"
  same "its address is told" "$EASEL_URL$ASSETS/$id" "$(header Location)"
  curl -s -m 10 -D "$WORK/headers" -o "$WORK/back" "$(json .url)"
  same "and leads to the same bytes" "$sha" "$(sha_of "$WORK/back")"
  same "with a fixed type" image/png "$(header Content-Type)"
  same "that nobody guesses at" nosniff "$(header X-Content-Type-Options)"
  same "the hash is known now" 200 "$(api HEAD "$ASSETS/$sha" -I)"
  same "and names the id" "$id" "$(header X-Asset-Id)"
  same "sent again it is the same" 200 "$(api POST $ASSETS -F "image=@$WORK/lake.png;filename=other.png")"
  holds "asset" ".id == \"$id\" and .name == \"lake.png\""
  same "it is read by id" 200 "$(api GET "$ASSETS/$id")"
  same "and by hash" 200 "$(api GET "$ASSETS/${sha^^}")"
  same "it is deleted" 204 "$(api DELETE "$ASSETS/$id")"
  refused "and gone" 404 NOT_FOUND GET "$ASSETS/$id"
  same "sent again it is back" 200 "$(api POST $ASSETS -F "file=@$WORK/lake.png" | sed 's/201/200/')"
  holds "under its id" ".id == \"$id\""
}

odd_clients() {
  painted "$WORK/odd.png"
  printf '%s' '--x' $'\r\n' 'Content-Disposition: form-data; name="image[]"' $'\r\n' \
    'Content-Type: application/octet-stream' $'\r\n\r\n' >"$WORK/form"
  cat "$WORK/odd.png" >>"$WORK/form"
  printf '%s' $'\r\n' '--x--' $'\r\n' >>"$WORK/form"
  same "a part without a file name or type is a file" 201 \
    "$(api POST $ASSETS -H 'Content-Type: multipart/form-data; boundary=x' --data-binary "@$WORK/form")"
  refused "an empty part is not" 400 INVALID_REQUEST POST $ASSETS -F 'file=;filename=a.png'
  refused "nor is a form without one" 400 INVALID_REQUEST POST $ASSETS -F 'other=1'
  refused "two files are one too many" 400 INVALID_REQUEST POST $ASSETS -F "file=@$WORK/odd.png" -F "file=@$WORK/odd.png"
  refused "no form at all" 400 INVALID_REQUEST POST $ASSETS -H 'Content-Type: multipart/form-data; boundary=x' -d 'nothing'
  refused "another type" 415 INVALID_REQUEST POST $ASSETS -H 'Content-Type: image/png' --data-binary "@$WORK/odd.png"
  head -c 26300000 /dev/zero >"$WORK/large"
  refused "a file that is too large" 413 INVALID_REQUEST POST $ASSETS -F "file=@$WORK/large" -H 'Expect:'
}

texts() {
  local id
  same "base64 in JSON" 1 "$(api POST $ASSETS -H "$JSON" -d "{\"data\":\"$PIXEL\",\"name\":\"dot\"}" | grep -cE '200|201')"
  id=$(json .id)
  same "a data URL of the same" 200 "$(api POST $ASSETS -H "$JSON" -d "{\"data\":\"data:image/png;base64,$PIXEL\"}")"
  holds "is the same asset" ".id == \"$id\" and .width == 1 and .name == \"dot\""
  same "an asset by its id" 200 "$(api POST $ASSETS -H "$JSON" -d "{\"url\":\"$id\"}")"
  make '{"model":"easel/sketch","prompt":"a lake","parameters":{"width":64,"height":64}}' >/dev/null
  same "an own image by its signed address" 201 "$(api POST $ASSETS -H "$JSON" -d "{\"url\":\"$(json '.images[0].url')\"}")"
  refused "both at once" 400 INVALID_REQUEST POST $ASSETS -H "$JSON" -d "{\"data\":\"$PIXEL\",\"url\":\"$id\"}"
  refused "neither" 400 INVALID_REQUEST POST $ASSETS -H "$JSON" -d '{}'
  refused "what is no base64" 400 INVALID_IMAGE POST $ASSETS -H "$JSON" -d '{"data":"data:image/png;base64,####"}'
  local bomb
  for bomb in R0lGODn//x8fgAAAACH5BAAAAAAALAAAAAB//x8fAAA= R0lGODlh//8fHwAAACwAAAAA//8fHwA= \
    PHN2ZyB4bWxucz0naHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmcnLz4gICAgICAg JVBERi0xLjcgICAgICAgICAgICAgICAgICAgICAgICAgICAg; do
    refused "an attack: ${bomb:0:12}…" 400 INVALID_IMAGE POST $ASSETS -H "$JSON" -d "{\"data\":\"$bomb\"}"
  done
}

addresses() {
  local address
  for address in "$EASEL_URL/health" http://169.254.169.254/latest/meta-data/ 'http://[::ffff:169.254.169.254]/' \
    http://2130706433/ http://0x7f.1/ http://localhost/ http://user@example.org/ http://example.org:22/ file:///etc/passwd \
    gopher://example.org/ 'http://[64:ff9b::a9fe:a9fe]/' http://100.64.0.1/; do
    refused "no fetching of $address" 400 INVALID_IMAGE POST $ASSETS -H "$JSON" -d "{\"url\":\"$address\"}"
    holds "for the reason" '.error.details.reason == "url_not_allowed"'
  done
}

lists() {
  api GET "$ASSETS?limit=1" >/dev/null
  holds "the newest is first" '(.assets | length) == 1 and .limit == 1 and (.next_cursor | type) == "string"'
  local first
  first=$(json '.assets[0].id')
  api GET "$ASSETS?limit=1&cursor=$(json .next_cursor)" >/dev/null
  holds "the next page goes on" "(.assets | length) == 1 and .assets[0].id != \"$first\""
  refused "a cursor that never was" 400 INVALID_REQUEST GET "$ASSETS?cursor=$(cursor ast_000000000000000000000000)"
  refused "no id" 404 NOT_FOUND GET "$ASSETS/x"
}

version_one() {
  painted "$WORK/one.png"
  same "v1 takes a file" 200 "$(api POST '/api/v1/file/upload?type=image' -F "payload=@$WORK/one.png")"
  local id
  id=$(json .id)
  holds "and shows it ready" '.type == "image" and (.url | length) > 0 and .tasks == [] and (has("error") | not)'
  same "it is read like any file" 200 "$(api GET "/api/v1/file/$id")"
  same "the same upload is the same file" 200 "$(api POST /api/v1/file/upload -F "payload=@$WORK/one.png")"
  holds "by id" ".id == \"$id\""
  same "a video is none" 422 "$(api POST '/api/v1/file/upload?type=video' -F "payload=@$WORK/one.png")"
  same "nor is text" 400 "$(api POST /api/v1/file/upload -F 'payload=hello')"
  holds "in the words of v1" '.detail | type == "string"'
  same "nor is nothing" 422 "$(api POST /api/v1/file/upload -F 'other=1')"
  same "nor is JSON" 415 "$(api POST /api/v1/file/upload -H "$JSON" -d '{}')"
  same "too large is told" 413 "$(api POST /api/v1/file/upload -H 'Expect:' -F "payload=@$WORK/large")"
  same "it is deleted" 204 "$(api DELETE "/api/v1/file/$id")"
  same "and gone" 404 "$(api GET "/api/v1/file/$id")"
}

strangers() {
  painted "$WORK/own.png"
  api POST $ASSETS -F "file=@$WORK/own.png" >/dev/null
  local id sha url
  id=$(json .id) sha=$(json .sha256)
  make '{"model":"easel/sketch","prompt":"a lake","parameters":{"width":64,"height":64}}' >/dev/null
  url=$(json '.images[0].url')
  api POST /api/v2/admin/tenants -H "$JSON" -d "{\"name\":\"Strangers\",\"email\":\"strangers-$RANDOM$RANDOM@example.org\",\"plan\":\"pro\"}" >/dev/null
  EASEL_API_KEY=$(json .api_key)
  same "a stranger has a key" 200 "$(api GET $ASSETS)"
  holds "and no assets" '.assets == []'
  refused "cannot read one of ours" 404 NOT_FOUND GET "$ASSETS/$id"
  refused "nor ask for its content" 404 NOT_FOUND GET "$ASSETS/$sha"
  refused "nor delete it" 404 NOT_FOUND DELETE "$ASSETS/$id"
  refused "nor name it" 400 INVALID_IMAGE POST $ASSETS -H "$JSON" -d "{\"url\":\"$id\"}"
  refused "nor name an image of ours by its address" 400 INVALID_IMAGE POST $ASSETS -H "$JSON" -d "{\"url\":\"$url\"}"
  same "nor see it on v1" 404 "$(api GET "/api/v1/file/$id")"
  same "the same content is an asset of its own" 201 "$(api POST $ASSETS -F "file=@$WORK/own.png")"
  holds "with another id" ".id != \"$id\" and .sha256 == \"$sha\""
  EASEL_API_KEY=$ROOT_KEY
}

uploads
odd_clients
texts
addresses
lists
version_one
strangers
