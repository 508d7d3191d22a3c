#!/usr/bin/env bash
# The gallery on v2: filing, finding, collections, trash, likes; and nothing of it for strangers.
# shellcheck source=lib.sh
source "$(dirname "$0")/lib.sh"
# shellcheck source=v2.sh
source "$(dirname "$0")/v2.sh"
readonly GALLERY=/api/v2/gallery COLLECTIONS=/api/v2/collections ROOT_KEY=$EASEL_API_KEY
word=w$RANDOM$RANDOM
image='' item=''

# painted PROMPT: sets image and item to those of a new picture.
painted() {
  make "{\"model\":\"easel/sketch\",\"prompt\":\"$1\",\"parameters\":{\"width\":64,\"height\":64}}" >/dev/null
  image=$(json '.images[0].id')
  item=gallery_item_${image#img_}
}
change() { api PATCH "$GALLERY/items/$1" -H "$JSON" -d "$2"; }

filing() {
  painted "a lake at $word"
  same "what was made is in the gallery" 200 "$(api GET "$GALLERY?q=$word")"
  holds "as the contract says" ".gallery | .total_items == 1 and .page == 1 and .limit == 20 and
    (.items[0] | .id == \"$item\" and .image_id == \"$image\" and (.generation_id | startswith(\"gen_\")) and
    .model == \"easel/sketch\" and .tags == [] and .metadata.width == 64 and .metadata.size_bytes > 0 and
    .interactions == {views:0, likes:0, downloads:0} and .is_public == false and .is_featured == false and
    (.metadata.generation_time_seconds | type) == \"number\" and (.url | length) > 0 and (.thumbnail_url | length) > 0)"
  same "it is filed with what is said of it" 201 "$(api POST $GALLERY/items -H "$JSON" -d "{\"image_id\":\"$image\",\"title\":\"Sunset $word\",\"description\":\"A beautiful sunset\",\"tags\":[\"Sunset\",\"lake $word\"],\"is_public\":true,\"collections\":[\"land-$word\",\"Favorites $word\"]}")"
  holds "and told whole" ".item | .title == \"Sunset $word\" and .tags == [\"sunset\",\"lake $word\"] and .is_public and (.collections | length) == 2"
  holds "with the collections that were made" '.collections_created | length == 2'
  refused "an image that is none" 404 NOT_FOUND POST $GALLERY/items -H "$JSON" -d '{"image_id":"img_000000000000000000000000_0"}'
  refused "no image" 400 INVALID_REQUEST POST $GALLERY/items -H "$JSON" -d '{}'
  refused "a tag with a comma" 400 INVALID_REQUEST POST $GALLERY/items -H "$JSON" -d "{\"image_id\":\"$image\",\"tags\":[\"a,b\"]}"
  refused "a member nobody knows" 400 INVALID_REQUEST POST $GALLERY/items -H "$JSON" -d "{\"image_id\":\"$image\",\"likes\":7}"
}

# The chore comes by every few seconds.
meant() {
  local tries
  for ((tries = 0; tries < 40; tries++)); do
    api GET "$GALLERY?search_mode=meaning&q=$1&limit=5" >/dev/null
    ! jq -e "[.gallery.items[].id] | index(\"$2\")" "$WORK/body" >/dev/null || return 0
    sleep 0.5
  done
}

meaning() {
  local image item
  painted "an old fortress on a cliff in the evening"
  local fortress=$item
  painted "a bowl of fresh fruit on a kitchen table"
  meant apples+and+pears "$item"
  holds "what is meant is found, whatever its words" ".gallery.items[0] | .id == \"$item\" and .similarity > 0.25 and .similarity < 1"
  meant castle+at+dusk "$fortress"
  holds "each by its own meaning" ".gallery.items | (.[0].id == \"$fortress\") and all(.id != \"$item\")"
  refused "an order of one's own" 400 INVALID_REQUEST GET "$GALLERY?search_mode=meaning&q=a&sort=likes"
  refused "nothing meant" 400 INVALID_REQUEST GET "$GALLERY?search_mode=meaning"
  refused "another mode" 400 INVALID_REQUEST GET "$GALLERY?search_mode=guess&q=a"
  refused "meanings in public" 400 INVALID_REQUEST GET "$GALLERY/public?search_mode=meaning&q=a"
  painted "a fortress on a rock at nightfall"
  meant castle+at+dusk "$item"
  same "similar ones are told" 200 "$(api GET "$GALLERY/items/$item/similar")"
  holds "and not the item itself" ".items | any(.id == \"$fortress\") and all(.id != \"$item\")"
  refused "like none" 404 NOT_FOUND GET "$GALLERY/items/gallery_item_none/similar"
  api DELETE "$GALLERY/items/$fortress" >/dev/null
  api GET "$GALLERY?search_mode=meaning&q=castle+at+dusk" >/dev/null
  holds "what is in the trash is not found" ".gallery.items | all(.id != \"$fortress\")"
}

finding() {
  local first=$item
  painted "a hill at $word"
  change "$item" "{\"title\":\"<b>$word\",\"tags\":[\"hill $word\",\"lake $word\"]}" >/dev/null
  api GET "$GALLERY?q=$word" >/dev/null
  holds "the newest is first" ".gallery.total_items == 2 and .gallery.items[0].id == \"$item\""
  api GET "$GALLERY?q=$word&order=asc" >/dev/null
  holds "or the oldest" ".gallery.items[0].id == \"$first\""
  api GET "$GALLERY?q=$word&sort=title" >/dev/null
  holds "or by title" ".gallery.items[0].id == \"$item\""
  api GET "$GALLERY?q=$word&limit=1" >/dev/null
  local next
  next=$(json .gallery.next_cursor)
  api GET "$GALLERY?q=$word&limit=1&cursor=$next" >/dev/null
  holds "the next page goes on" ".gallery.items[0].id == \"$first\" and .gallery.next_cursor == null"
  api GET "$GALLERY?q=$word&limit=1&page=2" >/dev/null
  holds "as page 2 does" ".gallery.items[0].id == \"$first\" and .gallery.page == 2"
  refused "a cursor of another order" 400 INVALID_REQUEST GET "$GALLERY?sort=likes&cursor=$next"
  refused "an order there is none of" 400 INVALID_REQUEST GET "$GALLERY?sort=price"
  refused "too many" 400 INVALID_REQUEST GET "$GALLERY?limit=101"
  local query
  for query in "tags=lake%20$word,hill%20$word" "tags=hill%20$word" "tags=HILL%20$word&model=easel/sketch" "q=hill%20$word"; do
    api GET "$GALLERY?$query" >/dev/null
    holds "found by $query" ".gallery | .total_items == 1 and .items[0].id == \"$item\""
  done
  for query in "tags=hill%20$word,sunset&tags_mode=any&q=$word" "date_from=2020-01-01&q=$word" "q=${word:0:-1}"; do
    api GET "$GALLERY?$query" >/dev/null
    holds "both by $query" '.gallery.total_items == 2'
  done
  for query in "date_to=2020-01-01" "model=none" "tags=none-$word" "q=$word%20nowhere" "is_featured=true&q=$word" "liked=true&q=$word"; do
    api GET "$GALLERY?$query" >/dev/null
    holds "nothing by $query" '.gallery | .total_items == 0 and .items == []'
  done
  api GET "$GALLERY?collection=land-$word" >/dev/null
  holds "one of the collection" ".gallery | .total_items == 1 and .items[0].id == \"$first\""
  refused "of none there is" 404 NOT_FOUND GET "$GALLERY?collection=none-$word"
  api GET $GALLERY/tags >/dev/null
  holds "tags are counted" ".tags | map(select(.tag == \"lake $word\")) == [{tag:\"lake $word\",items:2}]"
  api GET $GALLERY/months >/dev/null
  holds "and months" ".months[0].month == \"$(date -u +%Y-%m)\" and .months[0].items >= 2"
}

counting() {
  api GET "$GALLERY/items/$item" >/dev/null
  api GET "$GALLERY/items/$item" >/dev/null
  holds "one user is one view" '.item.interactions.views == 1'
  api POST "$GALLERY/items/$item/like" >/dev/null
  api POST "$GALLERY/items/$item/like" >/dev/null
  holds "and one like" '.item.interactions.likes == 1 and .item.is_liked'
  api GET "$GALLERY?liked=true&q=$word" >/dev/null
  holds "that is found" ".gallery.items | map(.id) == [\"$item\"]"
  api DELETE "$GALLERY/items/$item/like" >/dev/null
  holds "and taken back" '.item.interactions.likes == 0 and (.item.is_liked | not)'
}

collections() {
  same "a collection" 201 "$(api POST $COLLECTIONS -H "$JSON" -d "{\"name\":\"My Landscapes $word\",\"description\":\"Best\",\"is_public\":false,\"cover_image_id\":\"$image\"}")"
  holds "as the contract says" ".collection | (.id | test(\"^coll_[0-9a-f]{24}\$\")) and .slug == \"my-landscapes-$word\" and
    .item_count == 0 and .is_public == false and .description == \"Best\" and (.cover_image_url | length) > 0"
  local id
  id=$(json .collection.id)
  api POST $COLLECTIONS -H "$JSON" -d "{\"name\":\"My Landscapes $word\"}" >/dev/null
  holds "a second has a number" ".collection.slug == \"my-landscapes-$word-2\""
  same "an item is put in" 200 "$(api POST "$COLLECTIONS/my-landscapes-$word/items" -H "$JSON" -d "{\"item_ids\":[\"$item\",\"$item\"]}")"
  holds "once" '.collection.item_count == 1'
  refused "one that is none" 404 NOT_FOUND POST "$COLLECTIONS/$id/items" -H "$JSON" -d '{"item_ids":["gallery_item_0_0"]}'
  same "it is renamed" 200 "$(api PATCH "$COLLECTIONS/$id" -H "$JSON" -d '{"name":"Hills","is_public":true,"cover_image_id":null}')"
  holds "and keeps its slug" ".collection | .name == \"Hills\" and .slug == \"my-landscapes-$word\" and .is_public and .cover_image_id == \"$image\""
  same "the item is taken out" 200 "$(api DELETE "$COLLECTIONS/$id/items/$item")"
  holds "and none is left" '.collection | .item_count == 0 and .cover_image_url == null'
  api GET "$COLLECTIONS?limit=1" >/dev/null
  holds "they are listed" '(.collections | length) == 1 and (.next_cursor | type) == "string"'
  refused "one without a name" 400 INVALID_REQUEST POST $COLLECTIONS -H "$JSON" -d '{"name":"  "}'
  same "one is deleted" 204 "$(api DELETE "$COLLECTIONS/$id")"
  refused "and gone" 404 NOT_FOUND GET "$COLLECTIONS/$id"
}

trash() {
  same "an item is deleted" 204 "$(api DELETE "$GALLERY/items/$item")"
  api GET "$GALLERY?q=$word" >/dev/null
  holds "and out of sight" '.gallery.total_items == 1'
  api GET "$GALLERY/trash?q=$word" >/dev/null
  holds "in the trash for 30 days" ".gallery.items[0] | .id == \"$item\" and
    ((.purges_at[0:19] + \"Z\" | fromdate) - (.deleted_at[0:19] + \"Z\" | fromdate)) == 2592000"
  same "brought back" 200 "$(api POST "$GALLERY/items/$item/restore")"
  holds "as it was" ".item | .title == \"<b>$word\" and (has(\"deleted_at\") | not)"
  same "deleted for good" 204 "$(api DELETE "$GALLERY/items/$item/permanently")"
  refused "it is gone" 404 NOT_FOUND GET "$GALLERY/items/$item"
  refused "and its image" 404 NOT_FOUND POST $GALLERY/items -H "$JSON" -d "{\"image_id\":\"$image\"}"
}

in_public() {
  local key=$EASEL_API_KEY
  painted "a dune at $word"
  EASEL_API_KEY=''
  refused "a stranger does not see what is not public" 404 NOT_FOUND GET "$GALLERY/public/$item"
  EASEL_API_KEY=$key
  change "$item" "{\"is_public\":true,\"title\":\"<script>$word\",\"collections\":[\"open-$word\"]}" >/dev/null
  local collection
  collection=$(json '.item.collections[0].id')
  EASEL_API_KEY=''
  same "what is public everybody sees" 200 "$(api GET "$GALLERY/public/$item")"
  holds "once for each network" '.item | .interactions.views == 1 and .title != null and (has("collections") | not)'
  api GET "$GALLERY/public/$item" >/dev/null
  holds "and day" '.item.interactions.views == 1'
  same "and can save it" 200 "$(api GET "$GALLERY/public/$item/download")"
  same "or a part of it" 206 "$(api GET "$GALLERY/public/$item/download" -H 'Range: bytes=10-19')"
  same "of that length" 10 "$(wc -c <"$WORK/body")"
  same "or all where it has no such part" 200 "$(api GET "$GALLERY/public/$item/download" -H 'Range: bytes=99999999-')"
  same "as a page" 200 "$(curl -s -o "$WORK/page.html" -w '%{http_code}' "$EASEL_URL/app/public?q=$word")"
  check "with a preview" grep -q 'property="og:image" content="http' "$WORK/page.html"
  check "and nothing that runs" bash -c '! grep -q "<script>$1" "$2"' - "$word" "$WORK/page.html"
  same "each on its own" 200 "$(curl -s -o "$WORK/page.html" -w '%{http_code}' "$EASEL_URL/app/public/$item")"
  same "and none there is not" 404 "$(curl -s -o "$WORK/page.html" -w '%{http_code}' "$EASEL_URL/app/public/gallery_item_none")"
  same "under a harmless name" "attachment; filename=\"script-$word-${image#img_}.png\"" "$(header Content-Disposition)"
  api GET "$GALLERY/public?q=$word" >/dev/null
  holds "it is listed" ".gallery.items | map(.id) | contains([\"$item\"])"
  refused "a private collection is not there" 404 NOT_FOUND GET "$GALLERY/public?collection=$collection"
  EASEL_API_KEY=$key
  api PATCH "$COLLECTIONS/$collection" -H "$JSON" -d '{"is_public":true}' >/dev/null
  EASEL_API_KEY=''
  api GET "$GALLERY/public?collection=$collection" >/dev/null
  holds "a public one is" ".gallery.items | map(.id) == [\"$item\"]"
  EASEL_API_KEY=$key
  same "an operator puts it in front" 200 "$(api PATCH "/api/v2/admin/gallery/items/$item" -H "$JSON" -d '{"is_featured":true}')"
  api GET "$GALLERY/public?is_featured=true&q=$word" >/dev/null
  holds "where it is found" ".gallery.items | map(.id) == [\"$item\"]"
  same "and takes it from the public" 204 "$(api DELETE "/api/v2/admin/gallery/items/$item/public")"
  api GET "$GALLERY/items/$item" >/dev/null
  holds "its owner keeps it" '.item | (.is_public | not) and (.is_featured | not) and .interactions.downloads == 1'
}

many() {
  local first=$item
  painted "a rock at $word"
  bulk() { api POST $GALLERY/bulk -H "$JSON" -d "{\"action\":\"$1\",\"item_ids\":[\"$first\",\"$item\",\"gallery_item_0_0\"]$2}"; }
  same "many are tagged at once" 200 "$(bulk add_tags ",\"tags\":[\"Bulk $word\"]")"
  holds "and what is not there is told" ".done == [\"$first\",\"$item\"] and .not_found == [\"gallery_item_0_0\"]"
  api GET "$GALLERY?tags=bulk%20$word" >/dev/null
  holds "they have it" '.gallery.total_items == 2'
  bulk add_to_collection ",\"collection\":\"open-$word\"" >/dev/null
  api GET "$GALLERY?collection=open-$word" >/dev/null
  holds "they are collected" '.gallery.total_items == 2'
  refused "where there is no collection" 404 NOT_FOUND POST $GALLERY/bulk -H "$JSON" -d "{\"action\":\"add_to_collection\",\"item_ids\":[\"$item\"],\"collection\":\"none-$word\"}"
  bulk trash '' >/dev/null
  api GET "$GALLERY/trash?tags=bulk%20$word" >/dev/null
  holds "they are deleted" '.gallery.total_items == 2'
  bulk delete '' >/dev/null
  api GET "$GALLERY/trash?tags=bulk%20$word" >/dev/null
  holds "for good" '.gallery.total_items == 0'
  refused "an action there is none of" 400 INVALID_REQUEST POST $GALLERY/bulk -H "$JSON" -d "{\"action\":\"burn\",\"item_ids\":[\"$item\"]}"
}

preferences() {
  same "who does not want everything filed" 200 "$(api PATCH /api/v2/user/profile -H "$JSON" -d '{"preferences":{"auto_save_gallery":false,"default_size":"64x64"}}')"
  holds "says so" '.user.preferences | (.auto_save_gallery | not) and .default_size == "64x64" and .nsfw_filter'
  make "{\"model\":\"easel/sketch\",\"prompt\":\"unfiled $word\"}" >/dev/null
  holds "the size is taken" '.images[0].width == 64'
  api GET "$GALLERY?q=unfiled%20$word" >/dev/null
  holds "nothing is filed" '.gallery.total_items == 0'
  refused "a model there is none of" 400 INVALID_REQUEST PATCH /api/v2/user/profile -H "$JSON" -d '{"preferences":{"default_model":"none"}}'
  api PATCH /api/v2/user/profile -H "$JSON" -d '{"preferences":{"auto_save_gallery":true,"default_size":"1024x1024"}}' >/dev/null
  holds "and back" '.user.preferences.auto_save_gallery'
}

shares() {
  local key=$EASEL_API_KEY token access zip shared=/api/v2/shared first
  painted "a cave at $word"
  first=$item
  same "an item is shared" 201 "$(api POST $GALLERY/shares -H "$JSON" -d "{\"item_id\":\"$item\",\"password\":\"open sesame\",\"allow_download\":false,\"show_metadata\":false,\"expires_at\":\"$(date -u -d '+1 hour' +%Y-%m-%dT%H:%M:%SZ)\"}")"
  holds "by an address" ".share | .has_password and (.token | length) == 43 and (.url | test(\"/app/shared/[^/]{43}$\")) and (.api_url | test(\"/api/v2/shared/\"))"
  token=$(json .share.token)
  local id
  id=$(json .share.id)
  refused "both at once" 400 INVALID_REQUEST POST $GALLERY/shares -H "$JSON" -d "{\"item_id\":\"$item\",\"collection\":\"x\"}"
  EASEL_API_KEY=''
  refused "the password is asked for" 401 UNAUTHORIZED GET "$shared/$token"
  holds "and why" '.error.details.reason == "password_required"'
  refused "a wrong one" 401 UNAUTHORIZED POST "$shared/$token/unlock" -H "$JSON" -d '{"password":"x"}'
  same "the right one" 200 "$(api POST "$shared/$token/unlock" -H "$JSON" -d '{"password":"open sesame"}')"
  access=$(json .access)
  same "lets in" 200 "$(api GET "$shared/$token?access=$access")"
  holds "to small pictures alone" ".items | length == 1 and (.[0] | (has(\"url\") or has(\"prompt\") | not) and (.thumbnail_url | length) > 0)"
  same "whose address works" 200 "$(curl -s -m 30 -o /dev/null -w '%{http_code}' "$(json '.items[0].thumbnail_url')")"
  refused "without downloads" 403 FORBIDDEN GET "$shared/$token/items/$item/download?access=$access"
  refused "nor as a ZIP" 403 FORBIDDEN GET "$shared/$token/zip?access=$access"
  refused "another token is none" 404 NOT_FOUND GET "$shared/${token}x"
  local i status=''
  for ((i = 0; i < 11; i++)); do status=$(api POST "$shared/$token/unlock" -H "$JSON" -d '{"password":"x"}'); done
  same "who guesses has to wait" 429 "$status"
  EASEL_API_KEY=$key
  same "a new password" 200 "$(api PATCH "$GALLERY/shares/$id" -H "$JSON" -d '{"password":"other"}')"
  EASEL_API_KEY=''
  refused "locks out who was in" 401 UNAUTHORIZED GET "$shared/$token?access=$access"
  EASEL_API_KEY=$key
  api PATCH "$GALLERY/shares/$id" -H "$JSON" -d '{"password":null,"allow_download":true,"show_metadata":true}' >/dev/null
  EASEL_API_KEY=''
  same "without one everybody is let in" 200 "$(api GET "$shared/$token/items/$item")"
  holds "to all of it" ".item | .prompt == \"a cave at $word\" and (.url | length) > 0"
  same "and may take it" 200 "$(api GET "$shared/$token/items/$item/download")"
  EASEL_API_KEY=$key
  painted "a cliff at $word"
  refused "another item is not shared" 404 NOT_FOUND GET "$shared/$token/items/$item"
  api POST $GALLERY/bulk -H "$JSON" -d "{\"action\":\"add_to_collection\",\"item_ids\":[\"$first\",\"$item\"],\"collection\":\"open-$word\"}" >/dev/null
  change "$item" '{"title":"../../etc/passwd"}' >/dev/null
  same "a collection is shared" 201 "$(api POST $GALLERY/shares -H "$JSON" -d "{\"collection\":\"open-$word\"}")"
  token=$(json .share.token)
  EASEL_API_KEY=''
  api GET "$shared/$token?limit=1" >/dev/null
  local pages=1
  while [[ $(json .next_cursor) != null ]] && ((pages++ < 9)); do api GET "$shared/$token?limit=1&cursor=$(json .next_cursor)" >/dev/null; done
  check "with all its pages" test "$pages" -ge 2
  for zip in "$shared/$token/zip" "$GALLERY/zip/open-$word"; do
    [[ $zip == "$shared"* ]] || EASEL_API_KEY=$key
    same "as a ZIP: $zip" 200 "$(api GET "$zip")"
    cp "$WORK/body" "$WORK/all.zip"
    check "that is whole" python3 -c "import zipfile,sys; z=zipfile.ZipFile('$WORK/all.zip'); n=z.namelist(); sys.exit(z.testzip() is not None or len(n)<2 or len(set(n))!=len(n) or any('/' in x or '..' in x for x in n))"
  done
  same "some items as a ZIP" 200 "$(api POST $GALLERY/zip -H "$JSON" -d "{\"item_ids\":[\"$first\",\"$item\"]}")"
  refused "one that is none" 404 NOT_FOUND POST $GALLERY/zip -H "$JSON" -d '{"item_ids":["gallery_item_0_0"]}'
  api GET "$GALLERY/shares?limit=1" >/dev/null
  holds "shares are listed" '(.shares | length) == 1'
  same "a share is closed" 204 "$(api DELETE "$GALLERY/shares/$id")"
  refused "and gone" 404 NOT_FOUND GET "$GALLERY/shares/$id"
}

lineage() {
  painted "a valley at $word"
  local source=$image first=$item
  api POST /api/v2/generate/image-to-image -H "$JSON" -d "{\"model\":\"easel/sketch\",\"prompt\":\"the same at night\",\"init_image\":\"$source\"}" >/dev/null
  item=gallery_item_$(json '.images[0].id' | sed 's/^img_//')
  same "an edit knows" 200 "$(api GET "$GALLERY/items/$item/lineage")"
  holds "what it was made of" ".lineage | (.ancestors | map(.image_id)) == [\"$source\"] and .self.source_ids == [\"$source\"] and .descendants == []"
  api GET "$GALLERY/items/$first/lineage" >/dev/null
  holds "and that knows the edit" '.lineage | (.descendants | length) == 1 and .ancestors == []'
}

# Every route with an id, as the document tells them, with the body of its example.
foreign() {
  local method path body address
  curl -s -m 30 "$EASEL_URL/openapi" >"$WORK/openapi.json"
  while IFS=$'\t' read -r method path body; do
    address=${path/\/collections\/\{id\}/\/collections\/$1}
    address=${address/\/shares\/\{id\}/\/shares\/$2} address=${address/\{collection\}/$1}
    address=${address/\{id\}/$item} address=${address/\{item\}/$item}
    if [[ $body == null ]]; then
      refused "foreign: $method $path" 404 NOT_FOUND "$method" "$address"
    else
      refused "foreign: $method $path" 404 NOT_FOUND "$method" "$address" -H "$JSON" -d "$body"
    fi
  done < <(jq -r '.paths | to_entries[] | select(.key | test("^/api/v2/(gallery|collections)/.*[{]"))
    | .key as $path | .value | to_entries[] | select(.key != "parameters")
    | [(.key | ascii_upcase), $path, (.value.requestBody.content["application/json"].example // null | tojson)] | @tsv' "$WORK/openapi.json")
}

strangers() {
  painted "a shore at $word"
  api POST $COLLECTIONS -H "$JSON" -d "{\"name\":\"Own $word\"}" >/dev/null
  local id
  id=$(json .collection.id)
  api POST $GALLERY/shares -H "$JSON" -d "{\"item_id\":\"$item\"}" >/dev/null
  local share
  share=$(json .share.id)
  api POST /api/v2/admin/tenants -H "$JSON" -d "{\"name\":\"Strangers\",\"email\":\"gallery-$RANDOM$RANDOM@example.org\",\"plan\":\"pro\"}" >/dev/null
  EASEL_API_KEY=$(json .api_key)
  same "a stranger has a gallery" 200 "$(api GET $GALLERY)"
  holds "with nothing in it" '.gallery.total_items == 0'
  foreign "$id" "$share"
  refused "nor share ours" 404 NOT_FOUND POST $GALLERY/shares -H "$JSON" -d "{\"item_id\":\"$item\"}"
  refused "nor file" 404 NOT_FOUND POST $GALLERY/items -H "$JSON" -d "{\"image_id\":\"$image\"}"
  refused "nor show as a cover" 404 NOT_FOUND POST $COLLECTIONS -H "$JSON" -d "{\"name\":\"x\",\"cover_image_id\":\"$image\"}"
  refused "nor sift by it" 404 NOT_FOUND GET "$GALLERY?collection=$id"
  refused "nor name it" 400 INVALID_REQUEST POST $GALLERY/items -H "$JSON" -d "{\"image_id\":\"$image\",\"collections\":[1]}"
  EASEL_API_KEY=$ROOT_KEY
}

filing
finding
meaning
counting
collections
trash
in_public
many
preferences
shares
lineage
strangers
