#!/usr/bin/env bash
# The dashboard without scripts: signing in, making an image, keys, and who may see what.
# shellcheck source=lib.sh
source "$(dirname "$0")/lib.sh"
# shellcheck source=v2.sh
source "$(dirname "$0")/v2.sh"
# shellcheck source=pages.sh
source "$(dirname "$0")/pages.sh"

cookie() { awk '$6 == "easel" { print $7 }' "$JAR"; }

strangers() {
  rm -f "$JAR"
  same "a stranger is sent away" 303 "$(page /app/studio)"
  same "to sign in, and back" "$EASEL_URL$SIGN_IN?next=studio" "$(location)"
  same "the sign-in page" 200 "$(page $SIGN_IN?next=studio)"
  check "runs our scripts only" grep -qi "^content-security-policy: .*script-src 'self'; " "$WORK/headers"
  check "is kept by nobody" grep -qi '^cache-control: no-store' "$WORK/headers"
  same "a form without its token" 403 "$(page $SIGN_IN --data-urlencode "email=$EMAIL" --data-urlencode "password=$PASSWORD")"
  page $SIGN_IN >/dev/null
  same "with another browser's" 403 "$(page $SIGN_IN -d "_csrf=$(token)x" --data-urlencode "email=$EMAIL" --data-urlencode "password=$PASSWORD")"
  page $SIGN_IN >/dev/null
  same "a wrong password" 401 "$(send $SIGN_IN "email=$EMAIL" password=wrong)"
  shows "is said in words" 'do not go together'
  same "no password at all" 401 "$(send $SIGN_IN)"
}

signing_in() {
  page $SIGN_IN >/dev/null
  local before old
  before=$(cookie) old=$(token)
  same "the right password" 303 "$(send $SIGN_IN "email=$EMAIL" "password=$PASSWORD" next=studio)"
  same "leads where one wanted to go" "$EASEL_URL/app/studio" "$(location)"
  check "under a new cookie" test -n "$(cookie)" -a "$(cookie)" != "$before"
  check "that scripts cannot read" grep -qi '^set-cookie: easel=.*; HttpOnly; SameSite=Lax' "$WORK/headers"
  same "the old one is nobody's" 303 "$(curl -s -m 30 -o /dev/null -w '%{http_code}' -b "easel=$before" "$EASEL_URL/app/studio")"
  same "home" 200 "$(page /app)"
  shows "knows who is there" "$(jq -r '.admin_email | split("@")[0]' "$EASEL_DATA/first-run.json")"
  same "the old form is void" 403 "$(page /app/keys -d "_csrf=$old" -d name=x)"
  page $SIGN_IN >/dev/null
  local away
  for away in 'https://example.org/' '//example.org/' '../docs' 'javascript:alert(1)'; do
    same "it does not lead to $away" "$EASEL_URL/app/" "$(page "$SIGN_IN?next=$(jq -rn --arg n "$away" '$n|@uri')" >/dev/null; location)"
  done
}

made=''
making() {
  same "the studio" 200 "$(page /app/studio)"
  same "tells the price" 200 "$(send /app/studio/quote model=easel/sketch 'prompt=a hill' size=64x64 count=2)"
  shows "in credits" 'credits'
  page /app/studio >/dev/null
  local once first
  once=$(sed -n 's/.*name="once" value="\([^"]*\)".*/\1/p' "$WORK/body")
  same "a form" 303 "$(send /app/studio "once=$once" model=easel/sketch 'prompt=a hill' size=64x64)"
  first=$(location)
  page /app/studio >/dev/null
  send /app/studio "once=$once" model=easel/sketch 'prompt=a hill' size=64x64 >/dev/null
  same "sent twice orders once" "$first" "$(location)"
  page /app/studio >/dev/null
  send /app/studio "once=$once" model=easel/sketch 'prompt=a sea' size=64x64 >/dev/null
  check "changed, it orders another" [ "$first" != "$(location)" ]
  page /app/studio >/dev/null
  same "a size that is none" 400 "$(send /app/studio model=easel/sketch 'prompt=<b>bold</b>' size=large)"
  shows "brings the form back" '&lt;b&gt;bold&lt;/b&gt;</textarea>'
  same "an order" 303 "$(send /app/studio model=easel/sketch "prompt=<script>alert('$suffix')</script>\"'> a hill by the sea" size=256x192 count=2 seed=7)"
  made=$(location)
  local tries=0
  while page "${made#"$EASEL_URL"}" >/dev/null && ! grep -q 'Charged' "$WORK/body" && ((tries++ < 100)); do sleep 0.3; done
  shows "is done" 'seed 8'
  check "what was typed is text" bash -c "! grep -q '<script>alert' '$WORK/body'"
  local image
  image=$(grep -o '<img src="/files[^"]*' "$WORK/body" | head -n 1 | sed 's/.*src="//; s/&amp;/\&/g')
  same "its picture is there" 200 "$(page "$image")"
  same "the gallery" 200 "$(page /app/gallery)"
  shows "has it" "${made##*/gen_}_0"
  check "as text" bash -c "! grep -q '<script>alert' '$WORK/body'"
}

# From what was made: again, from a picture, with a mask, as code, side by side.
remaking() {
  local id=${made##*/} image asset mask
  page "${made#"$EASEL_URL"}" >/dev/null
  shows "it is told as code" 'curl -s '
  shows "with the prompt as text" "&lt;script&gt;alert(&#39;\\&#39;&#39;$suffix"
  same "its settings once more" 200 "$(page "/app/studio?again=$id")"
  shows "with the seed" 'name="seed" inputmode="numeric" value="7"'
  page "/app/studio?fork=$id" >/dev/null
  shows "or without" 'name="seed" inputmode="numeric" value=""'
  image=img_${id#gen_}_0
  same "its picture to start from" 200 "$(page "/app/studio?source=$image")"
  shows "is shown" '/files/'
  curl -s -o "$WORK/own.png" "$EASEL_URL$(grep -o '/files/[^"]*' "$WORK/body" | head -n 1 | sed 's/&amp;/\&/g')"
  same "without its token no upload" 403 "$(page /app/studio/source -F "file=@$WORK/own.png")"
  same "an upload" 200 "$(page /app/studio/source -F "file=@$WORK/own.png" -H "X-CSRF-Token: $(page /app/studio >/dev/null; token)")"
  asset=$(json .id)
  check "has an id" test "${asset:0:4}" = ast_
  page /app/studio >/dev/null
  mask="data:image/png;base64,$(base64 -w0 "$WORK/own.png")"
  same "an order with a mask" 303 "$(send /app/studio model=easel/sketch 'prompt=snow' "source=$asset" "mask=$mask" strength=0.8)"
  check "is an inpainting" grep -q '/app/generations/inp_' "$WORK/headers"
  same "its progress is streamed" 200 "$(page "/app/generations/$id/progress")"
  check "to its end" grep -q '"ended":true' "$WORK/body"
  same "side by side" 200 "$(page "/app/studio/compare?of=$id,$(location | sed 's#.*/##')")"
}

# The pages of the gallery: find, file, collect, share, throw away.
item='' shelf='' link=''
collecting() {
  local own=$JAR
  item=gallery_item_${made##*/gen_}_0
  page /app/gallery >/dev/null
  same "words find it" 200 "$(page "/app/gallery?q=$suffix")"
  shows "by its prompt" "$item"
  page "/app/gallery?q=nothing$suffix" >/dev/null
  check "others do not" bash -c "! grep -q '$item' '$WORK/body'"
  same "its page" 200 "$(page "/app/gallery/$item")"
  check "shows the prompt as text" bash -c "! grep -q '<script>alert' '$WORK/body'"
  same "it gets a title" 303 "$(send "/app/gallery/$item" "title=<u>$suffix</u>" "tags=sea$suffix, night" open=yes)"
  page "/app/gallery/$item" >/dev/null
  shows "shown as text" "&lt;u&gt;$suffix&lt;/u&gt;</h1>"
  same "an address with U+0000" 400 "$(page "/app/collections/x?q=%00")"
  same "a month of another era" 200 "$(page "/app/gallery?month=%2B999999999-12")"
  page "/app/gallery/$item" >/dev/null
  same "a title with U+0000" 400 "$(page "/app/gallery/$item" -d "_csrf=$(token)" -d 'title=a%00b')"
  page "/app/gallery/$item" >/dev/null
  same "a title too long" 400 "$(send "/app/gallery/$item" "title=$(printf 'x%.0s' {1..201})")"
  page "/app/gallery/$item" >/dev/null
  same "liked" 303 "$(send "/app/gallery/$item/like")"
  page "/app/gallery?show=liked" >/dev/null
  shows "and found so" "$item"
  page "/app/gallery?tag=sea$suffix" >/dev/null
  shows "as by its tag" "$item"
  page /app/collections >/dev/null
  same "a collection" 303 "$(send /app/collections "name=Best of $suffix")"
  shelf=$(location | sed 's#.*/##')
  page /app/gallery >/dev/null
  same "something is put in" 303 "$(send /app/gallery/bulk action=add_to_collection "collection=$shelf" "item=$item")"
  same "and is there" 200 "$(page "/app/collections/$shelf")"
  shows "as an image" "$item"
  same "shared with a password" 200 "$(send "/app/collections/$shelf/share" password=sesame days=2 download=yes)"
  link=$(grep -oE '/app/shared/[A-Za-z0-9_-]+' "$WORK/body" | head -n 1)
  JAR=$WORK/passer-by
  same "who has the link is asked for it" 401 "$(page "$link")"
  same "a wrong one" 401 "$(send "$link/unlock" password=no)"
  same "the right one" 303 "$(send "$link/unlock" password=sesame)"
  same "opens it" 200 "$(page "$link")"
  shows "with the title" "&lt;u&gt;$suffix&lt;/u&gt;"
  check "and small images, for whole ones tell the prompt" bash -c "! grep -q 'image.png' '$WORK/body'"
  check "without the prompt" bash -c "! grep -q 'script&gt;alert' '$WORK/body'"
  shows "and for previews elsewhere" 'property="og:title"'
  same "a link that never was" 404 "$(page "${link}x")"
  JAR=$own
  page "/app/gallery/$item" >/dev/null
  same "a process from its page" 303 "$(send "/app/gallery/$item/process" what=grayscale)"
  check "is a job" grep -q '/app/generations/proc_' "$WORK/headers"
  page "/app/gallery/$item" >/dev/null
  same "one there is not" 400 "$(send "/app/gallery/$item/process" what=magic)"
  page "/app/gallery/$item" >/dev/null
  same "thrown away" 303 "$(send "/app/gallery/$item/trash")"
  page /app/gallery >/dev/null
  check "it is gone" bash -c "! grep -q '$item' '$WORK/body'"
  page "/app/gallery?show=trash" >/dev/null
  shows "to the trash" "$item"
  same "and back" 303 "$(send /app/gallery/bulk action=restore "item=$item")"
  page /app/gallery >/dev/null
  shows "in the gallery" "$item"
}

# answered STATUS KEY PATH: the status, as soon as it is that one; keys are remembered for four seconds.
answered() {
  local status until=$((SECONDS + 6))
  while status=$(curl -s -m 30 -o /dev/null -w '%{http_code}' -H "Authorization: Bearer $2" "$EASEL_URL$3") &&
    [[ $status != "$1" ]] && ((SECONDS < until)); do sleep 0.3; done
  printf '%s' "$status"
}

keys() {
  same "the keys" 200 "$(page /app/keys)"
  same "a new one" 200 "$(send /app/keys "name=<i>made here $suffix</i>")"
  local key id
  key=$(grep -oE 'esk_live_[0-9A-Za-z]+_[0-9A-Za-z]{20,}' "$WORK/body" | head -n 1)
  check "is shown" test -n "$key"
  shows "with its name as text" "&lt;i&gt;made here $suffix&lt;/i&gt;"
  same "works" 200 "$(curl -s -o /dev/null -w '%{http_code}' -H "Authorization: Bearer $key" "$EASEL_URL/api/v2/models")"
  page /app/keys >/dev/null
  check "and is not shown again" bash -c "! grep -qF '$key' '$WORK/body'"
  id=${key#esk_live_} id=${id%%_*}
  page "/app/keys/$id" >/dev/null
  shows "its page has its rights" 'value="images:generate" checked'
  same "an address that is none" 400 "$(send "/app/keys/$id" limited=yes name=x scope=usage:read addresses=nowhere)"
  shows "is said" 'has no address'
  same "fewer rights" 200 "$(send "/app/keys/$id" limited=yes "name=<i>made here $suffix</i>" scope=usage:read model=easel/sketch addresses=127.0.0.0/8)"
  same "count" 403 "$(answered 403 "$key" /api/v2/keys)"
  page "/app/keys/$id" >/dev/null
  same "a successor" 200 "$(send "/app/keys/$id/rotate" overlap=hour)"
  check "is shown" grep -qE 'esk_live_[0-9A-Za-z]+_[0-9A-Za-z]{20,}' "$WORK/body"
  same "the old one goes on" 200 "$(curl -s -o /dev/null -w '%{http_code}' -H "Authorization: Bearer $key" "$EASEL_URL/api/v2/usage")"
  page /app/keys >/dev/null
  same "a key with limits and a budget" 200 "$(send /app/keys limited=yes name=limited scope=images:generate budget=5 expires=2099-12-31 per_minute=9)"
  page "/app/$(grep -oE 'keys/[0-9A-Za-z]{12}' "$WORK/body" | head -n 1)" >/dev/null
  shows "tells what is left of it" '0 of 5 credits'
  page /app/billing >/dev/null
  shows "has its budget" 'Key limited'
  page /app/keys >/dev/null
  same "a key without any right" 400 "$(send /app/keys limited=yes name=none)"
  page /app/keys >/dev/null
  same "a key without a name" 400 "$(send /app/keys 'name=  ')"
  same "revoked" 303 "$(send "/app/keys/$id/revoke")"
  same "it works no more" 401 "$(answered 401 "$key" /api/v2/models)"
}

budget=''
money() {
  same "what was used" 200 "$(page /app/usage?period=7d)"
  shows "by model" 'Easel Sketch'
  shows "as data of charts" 'data-chart='
  same "as a file" 200 "$(page /app/usage/easel-usage.csv?period=month)"
  shows "with columns" 'day,model,key,requests'
  same "the money" 200 "$(page /app/billing)"
  same "a budget that is none" 400 "$(send /app/billing/budgets key= credits=-1)"
  page /app/billing >/dev/null
  same "a budget" 200 "$(send /app/billing/budgets key= credits=900000.5)"
  shows "is there" 'of 900,000.5 credits used'
  budget=$(grep -oE 'budgets/bud_[0-9a-f]+' "$WORK/body" | head -n 1)
  same "a second one of the same" 409 "$(send /app/billing/budgets key= credits=5)"
  same "a form without its token" 403 "$(page "/app/billing/$budget" -d credits=1)"
  page /app/billing >/dev/null
  same "its change" 200 "$(send "/app/billing/$budget" credits=800000)"
  shows "counts" 'of 800,000 credits used'
  local once
  once=$(grep -o 'name="once" value="[^"]*"' "$WORK/body" | sed 's/.*value="//; s/"$//')
  same "credits by hand" 200 "$(send /app/billing/top-up credits=12.5 "reason=<i>$suffix</i>" "once=$once")"
  same "sent twice" 200 "$(send /app/billing/top-up credits=12.5 "reason=<i>$suffix</i>" "once=$once")"
  same "the ledger" 200 "$(page '/app/billing/ledger?kind=top_up')"
  same "has them once, as text" 1 "$(grep -c "&lt;i&gt;$suffix&lt;/i&gt;" "$WORK/body")"
  local month form
  month=$(date -u +%Y-%m)
  for form in html csv json; do
    same "the statement as $form" 200 "$(page "/app/billing/statements/easel-$month.$form")"
  done
  same "none of another time" 404 "$(page /app/billing/statements/easel-1999-01.csv)"
  same "the plan" 200 "$(page /app/plan)"
  shows "beside others" 'Plans side by side'
}

others() {
  api POST /api/v2/admin/tenants -H "$JSON" -d "{\"name\":\"Other <b>$suffix</b>\",\"email\":\"eve-$suffix@example.org\"}" >/dev/null
  local password own=$JAR path
  password=$(json .owner.password)
  JAR=$WORK/eve
  page $SIGN_IN >/dev/null
  same "somebody else signs in" 303 "$(send $SIGN_IN "email=EVE-$suffix@example.org" "password=$password")"
  same "and sees nothing of it" 404 "$(page "${made#"$EASEL_URL"}")"
  same "not even its state" 404 "$(page "${made#"$EASEL_URL"}/state")"
  same "nor its progress" 404 "$(page "${made#"$EASEL_URL"}/progress")"
  same "nor its settings" 404 "$(page "/app/studio?again=${made##*/}")"
  same "nor beside others" 404 "$(page "/app/studio/compare?of=${made##*/}")"
  same "its picture is no source" 200 "$(page "/app/studio?source=img_$(sed 's/.*gen_//' <<<"$made")_0")"
  check "and is not shown" bash -c "! grep -q '/files/img' '$WORK/body'"
  page /app/gallery >/dev/null
  check "nor in the gallery" bash -c "! grep -qF '${made##*/}' '$WORK/body'"
  same "nor in its page" 404 "$(page "/app/gallery/$item")"
  same "nor its collection" 404 "$(page "/app/collections/$shelf")"
  for path in "gallery/$item" "gallery/$item/trash" "gallery/$item/restore" "gallery/$item/delete" \
    "gallery/$item/process" "gallery/$item/share" "collections/$shelf" "collections/$shelf/take" "collections/$shelf/share" \
    "collections/$shelf/delete"; do
    page /app/collections >/dev/null
    same "nor does it do $path" 404 "$(send "/app/$path" title=mine name=mine what=grayscale)"
  done
  page /app/studio >/dev/null
  same "nor cancels it" 404 "$(send "${made#"$EASEL_URL"}/cancel")"
  page /app/studio >/dev/null
  same "nor changes its budgets" 404 "$(send "/app/billing/$budget" credits=1)"
  page /app/billing >/dev/null
  check "nor sees them" bash -c "! grep -qF '$budget' '$WORK/body'"
  page /app/usage >/dev/null
  check "nor what it used" bash -c "! grep -qF 'Easel Sketch' '$WORK/body'"
  page /app/studio >/dev/null
  same "nor adds credits" 403 "$(send /app/billing/top-up credits=5 reason=x)"
  page /app/studio >/dev/null
  same "nor changes the plan" 403 "$(send /app/plan plan=enterprise)"
  same "nor sees its keys" 404 "$(page "/app/keys/${EASEL_API_KEY:9:12}")"
  page /app/studio >/dev/null
  same "nor changes them" 404 "$(send "/app/keys/${EASEL_API_KEY:9:12}" name=mine)"
  page /app/studio >/dev/null
  same "nor replaces them" 404 "$(send "/app/keys/${EASEL_API_KEY:9:12}/rotate" overlap=day)"
  page /app/studio >/dev/null
  same "nor revokes its keys" 404 "$(send "/app/keys/${EASEL_API_KEY:9:12}/revoke")"
  JAR=$own
}

members() {
  local owner=$JAR link path id
  same "the members" 200 "$(page /app/members)"
  same "no address is refused" 400 "$(send /app/members/invite email=nobody role=VIEWER)"
  page /app/members >/dev/null
  same "an invitation" 200 "$(send /app/members/invite "email=Vic-$suffix@example.org" role=VIEWER)"
  link=$(grep -oE "$EASEL_URL/app/join/[A-Za-z0-9_-]+" "$WORK/body" | head -n 1) path=${link#"$EASEL_URL"}
  check "has a link" test -n "$path"
  page /app/members >/dev/null
  check "shown once" bash -c "! grep -qF '$path' '$WORK/body'"
  JAR=$WORK/vic
  same "a stranger opens it" 200 "$(page "$path")"
  shows "for its address" "vic-$suffix@example.org"
  same "a short password" 400 "$(send "$path" password=short)"
  page "$path" >/dev/null
  same "a good one" 303 "$(send "$path" 'password=a long enough one')"
  same "signs in" 200 "$(page /app/gallery)"
  same "a viewer makes nothing" 403 "$(page /app/studio)"
  same "nor keys" 403 "$(page /app/keys)"
  same "nor sees what was changed" 403 "$(page /app/audit)"
  same "nor the money" 403 "$(page /app/billing)"
  same "but what was used" 200 "$(page /app/usage)"
  same "and the plan" 200 "$(page /app/plan)"
  page /app/account >/dev/null
  same "nor makes budgets" 403 "$(send /app/billing/budgets key= credits=1)"
  same "but sees who is there" 200 "$(page /app/members)"
  check "without a form to change it" bash -c "! grep -q '/app/members/invite' '$WORK/body'"
  page /app/account >/dev/null
  same "nor invites by a form of one's own" 403 "$(send /app/members/invite email=x@example.org role=VIEWER)"
  page /app/account >/dev/null
  same "the wrong present password" 400 "$(send /app/account/password present=wrong 'password=another long one')"
  page /app/account >/dev/null
  same "another password" 200 "$(send /app/account/password 'present=a long enough one' 'password=another long one')"
  shows "is changed" 'It is changed'
  rm -f "$WORK/again"
  JAR=$WORK/again
  same "the link is used up" 404 "$(page "$path")"
  JAR=$owner
  page /app/members >/dev/null
  id=$(tr '\n' ' ' <"$WORK/body" | sed 's/<tr/\n<tr/g' | grep -F "vic-$suffix@" | grep -oE 'members/mem_[0-9a-f]+/remove' | head -n 1)
  same "put out" 200 "$(send "/app/$id")"
  JAR=$WORK/vic
  same "one is out at once" 303 "$(page /app/gallery)"
  JAR=$owner
  same "what was changed" 200 "$(page /app/audit)"
  for path in member.invited member.joined member.removed key.created key.revoked session.opened password.changed; do
    shows "tells of $path" ">$path<"
  done
}

# code [STEPS]: what the authenticator with $SECRET shows, that many half minutes from now.
code() {
  local step hash offset
  step=$(printf '%016X' $(($(date +%s) / 30 + ${1:-0})))
  hash=$(printf '%s' "$step" | basenc --base16 -d | openssl dgst -sha1 -mac HMAC \
    -macopt "hexkey:$(printf '%s' "$SECRET" | base32 -d | od -An -v -tx1 | tr -d ' \n')" | sed 's/.* //')
  offset=$((16#${hash:39:1} * 2))
  printf '%06d' $(((16#${hash:offset:8} & 0x7fffffff) % 1000000))
}

second_factor() {
  local own=$JAR other=$WORK/phone used recovery
  JAR=$other
  page $SIGN_IN >/dev/null
  same "another browser signs in by password" 303 "$(send $SIGN_IN "email=$EMAIL" "password=$PASSWORD")"
  JAR=$own
  same "the second factor" 200 "$(page /app/account/second-factor)"
  same "is begun" 303 "$(send /app/account/second-factor/begin)"
  page /app/account/second-factor >/dev/null
  shows "with a picture to scan" 'src="data:image/svg+xml;base64,'
  SECRET=$(grep -oE 'class="secret">[A-Z2-7]{32}' "$WORK/body" | sed 's/.*>//')
  check "and a secret to type" test -n "$SECRET"
  same "a wrong code" 400 "$(send /app/account/second-factor/confirm code=abcdef)"
  page /app/account/second-factor >/dev/null
  used=$(code)
  same "the right one" 200 "$(send /app/account/second-factor/confirm "code=$used")"
  recovery=$(grep -oE '\b([a-z2-9]{4}-){3}[a-z2-9]{4}\b' "$WORK/body" | head -n 1)
  same "gives ten recovery codes" 10 "$(grep -coE '\b([a-z2-9]{4}-){3}[a-z2-9]{4}\b' "$WORK/body")"
  page /app/account/second-factor >/dev/null
  check "once" bash -c "! grep -qF '$recovery' '$WORK/body'"
  check "and the secret never again" bash -c "! grep -qF '$SECRET' '$WORK/body'"
  JAR=$other
  same "the other browser is out" 303 "$(page /app/gallery)"
  page $SIGN_IN >/dev/null
  same "its password is right" 303 "$(send $SIGN_IN "email=$EMAIL" "password=$PASSWORD" next=gallery)"
  same "and leads to the code" "$EASEL_URL$SIGN_IN/code?next=gallery" "$(location)"
  same "it is not signed in yet" 303 "$(page /app/gallery)"
  same "the code page" 200 "$(page "$SIGN_IN/code?next=gallery")"
  same "a code that was used" 401 "$(send $SIGN_IN/code "code=$used" next=gallery)"
  same "the next one" 303 "$(send $SIGN_IN/code "code=$(code 1)" next=gallery)"
  same "leads where one wanted to go" "$EASEL_URL/app/gallery" "$(location)"
  same "signed in" 200 "$(page /app/gallery)"
  rm -f "$other"
  same "nobody is awaited without a password" 303 "$(page $SIGN_IN/code)"
  page $SIGN_IN >/dev/null
  send $SIGN_IN "email=$EMAIL" "password=$PASSWORD" >/dev/null
  page $SIGN_IN/code >/dev/null
  same "a recovery code" 303 "$(send $SIGN_IN/code "code=${recovery^^}")"
  page /app/account/second-factor >/dev/null
  shows "is used up" '9 recovery codes are left'
  same "the password alone does not turn it off" 400 "$(send /app/account/second-factor/off "password=$PASSWORD" "code=$recovery")"
  page /app/account/second-factor >/dev/null
  same "new recovery codes take a code" 400 "$(send /app/account/second-factor/recovery-codes "code=$recovery")"
  page /app/account/second-factor >/dev/null
  JAR=$own
  factor_reset
}

# Somebody else's is reset by an administrator; the own one needs password and code.
factor_reset() {
  local id own=$JAR mine=$SECRET
  page /app/members >/dev/null
  check "no button to reset one's own" bash -c "! grep -q reset-factor '$WORK/body'"
  local link
  link=$(send /app/members/invite "email=Tom-$suffix@example.org" role=MEMBER >/dev/null; grep -oE "/app/join/[A-Za-z0-9_-]+" "$WORK/body" | head -n 1)
  JAR=$WORK/tom
  page "$link" >/dev/null
  send "$link" 'password=a long enough one' >/dev/null
  page /app/account/second-factor >/dev/null
  send /app/account/second-factor/begin >/dev/null
  page /app/account/second-factor >/dev/null
  SECRET=$(grep -oE 'class="secret">[A-Z2-7]{32}' "$WORK/body" | sed 's/.*>//')
  same "a member turns one on" 200 "$(send /app/account/second-factor/confirm "code=$(code)")"
  same "and resets nobody's" 403 "$(page /app/account/second-factor >/dev/null; send /app/members/users/user_x/reset-factor)"
  same "turns it off by password and code" 200 "$(page /app/account/second-factor >/dev/null; send /app/account/second-factor/off 'password=a long enough one' "code=$(code 1)")"
  page /app/account/second-factor >/dev/null
  send /app/account/second-factor/begin >/dev/null
  page /app/account/second-factor >/dev/null
  SECRET=$(grep -oE 'class="secret">[A-Z2-7]{32}' "$WORK/body" | sed 's/.*>//')
  same "and on again" 200 "$(send /app/account/second-factor/confirm "code=$(code)")"
  JAR=$own
  page /app/members >/dev/null
  id=$(grep -oE 'members/users/user_[0-9a-f]+/reset-factor' "$WORK/body" | head -n 1)
  same "the administrator resets it" 303 "$(send "/app/$id")"
  JAR=$WORK/tom
  same "which ends the member's sessions" 303 "$(page /app/gallery)"
  page $SIGN_IN >/dev/null
  same "the password is enough again" "303 $EASEL_URL/app/" "$(send $SIGN_IN "email=tom-$suffix@example.org" 'password=a long enough one') $(location)"
  JAR=$own SECRET=$mine
  password_reset "${id%/reset-factor}"
  page /app/audit >/dev/null
  for id in password.reset second_factor.on second_factor.off second_factor.reset session.code_refused session.recovery_code_used; do
    shows "tells of $id" ">$id<"
  done
}

# password_reset USER: the path of a member who is signed in as $WORK/tom.
password_reset() {
  local own=$JAR password
  page /app/members >/dev/null
  same "a member's password is reset" 200 "$(send "/app/$1/reset-password")"
  password=$(grep -oE '<pre[^>]*><code>[A-Za-z0-9]{20}<' "$WORK/body" | sed 's/.*<code>//; s/<$//')
  JAR=$WORK/tom
  same "which signs the member out" 303 "$(page /app/gallery)"
  page $SIGN_IN >/dev/null
  same "the old one is void" 401 "$(send $SIGN_IN "email=tom-$suffix@example.org" 'password=a long enough one')"
  page $SIGN_IN >/dev/null
  same "the new one is not" 303 "$(send $SIGN_IN "email=tom-$suffix@example.org" "password=$password")"
  page /app/account >/dev/null
  same "members reset nobody's" 403 "$(send "/app/$1/reset-password")"
  JAR=$own
}

# The server is left as it was found: the next checks sign in by password.
factor_off() {
  page /app/account/second-factor >/dev/null
  local tries=0
  until [[ $(send /app/account/second-factor/off "password=$PASSWORD" "code=$(code)") == 200 ]] || ((tries++ > 3)); do
    sleep 20
    page /app/account/second-factor >/dev/null
  done
  page /app/account/second-factor >/dev/null
  shows "it is off again" 'second-factor/begin'
}

leaving() {
  same "the account" 200 "$(page /app/account)"
  shows "lists this browser" 'this browser'
  local was
  was=$(cookie)
  same "signing out" 303 "$(send /app/sign-out)"
  same "ends it" 303 "$(curl -s -m 30 -o /dev/null -w '%{http_code}' -b "easel=$was" "$EASEL_URL/app/studio")"
  same "and leads to the sign-in page" 200 "$(page $SIGN_IN)"
}

guessing() {
  rm -f "$JAR"
  local i status=''
  for ((i = 0; i < 11; i++)); do
    page $SIGN_IN >/dev/null
    status=$(send $SIGN_IN "email=guess-$suffix@example.org" "password=$i")
  done
  same "who guesses has to wait" 429 "$status"
  shows "is told so" 'Too many tries'
}

strangers
signing_in
making
remaking
collecting
keys
money
others
members
second_factor
factor_off
leaving
guessing
