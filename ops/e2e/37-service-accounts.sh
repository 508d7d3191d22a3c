#!/usr/bin/env bash
# Members without a person: their keys work as far as their role goes, and end with them.
# shellcheck source=lib.sh
source "$(dirname "$0")/lib.sh"
# shellcheck source=pages.sh
source "$(dirname "$0")/pages.sh"

# with_key KEY PATH [curl options]: prints the status.
with_key() {
  local key=$1 path=$2
  shift 2
  curl -s -m 30 -o /dev/null -w '%{http_code}' -H "Authorization: Bearer $key" "$@" "$EASEL_URL$path"
}
json() { with_key "$EASEL_API_KEY" /api/v2/keys -H 'Content-Type: application/json' -d "$1"; }
# ended KEY: whether it stops working, which every server knows within seconds.
ended() {
  local tries=0
  until [[ $(with_key "$1" /api/v2/gallery) == 401 ]]; do
    ((tries++ < 40)) || return 1
    sleep 0.3
  done
}

name="Robot $suffix"
page $SIGN_IN >/dev/null
send $SIGN_IN "email=$EMAIL" "password=$PASSWORD" >/dev/null
page /app/members >/dev/null
same "a service account" 200 "$(send /app/service-accounts "name=$name" role=VIEWER)"
shows "is listed" "value=\"$name\""
same "one of that name is there already" 409 "$(send /app/service-accounts "name=$name" role=VIEWER)"
same "one is no owner" 400 "$(send /app/service-accounts "name=other $suffix" role=OWNER)"
same "nor is one without a name" 400 "$(send /app/service-accounts 'name= ' role=MEMBER)"

page /app/keys >/dev/null
user=$(grep -oE "<option value=\"user_[0-9a-f]+\">$name<" "$WORK/body" | head -n 1 | grep -oE 'user_[0-9a-f]+')
same "a key for it" 200 "$(send /app/keys "name=robot-$suffix" "account=$user")"
shows "says whose it is" "of $name"
key=$(grep -oE 'esk_live_[0-9A-Za-z]+_[0-9A-Za-z]{20,}' "$WORK/body" | head -n 1)
same "the key sees what viewers see" 200 "$(with_key "$key" /api/v2/gallery)"
same "and makes nothing" 403 "$(with_key "$key" /api/v2/generate/text-to-image -H 'Content-Type: application/json' -d '{"prompt":"a lake"}')"
id=${key#esk_live_} id=${id%%_*}
page "/app/keys/$id" >/dev/null
same "whoever manages keys replaces it" 200 "$(send "/app/keys/$id/rotate" overlap=hour)"
same "the API makes keys for it too" 201 "$(json "{\"name\":\"by API $suffix\",\"user_id\":\"$user\"}")"
same "and for nobody else" 404 "$(json '{"name":"x","user_id":"user_none"}')"
same "a key stays whose it is" 400 "$(with_key "$EASEL_API_KEY" "/api/v2/keys/$id" -X PATCH -H 'Content-Type: application/json' -d "{\"user_id\":\"$user\"}")"
same "no password signs in as one" 401 "$(JAR=$WORK/stranger; page $SIGN_IN >/dev/null; send $SIGN_IN "email=$user@service.invalid" password=none)"

page /app/members >/dev/null
account=$(tr '\n' ' ' <"$WORK/body" | sed 's/<tr/\n<tr/g' | grep -F "value=\"$name\"" | grep -oE 'mem_[0-9a-f]+' | head -n 1)
same "it is no owner by another role either" 400 "$(send "/app/members/$account/role" role=OWNER)"
same "it is renamed" 200 "$(send "/app/service-accounts/$account/name" "name=Builder $suffix")"
shows "as it says" "value=\"Builder $suffix\""
same "it is removed" 200 "$(send "/app/members/$account/remove")"
check "and its keys with it" ended "$key"
page /app/audit >/dev/null
for action in service_account.created service_account.renamed member.removed; do
  shows "the log tells of $action" ">$action<"
done
