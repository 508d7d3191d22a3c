#!/usr/bin/env bash
# No identity provider is configured: nothing offers one, and nothing believes one.
# shellcheck source=lib.sh
source "$(dirname "$0")/lib.sh"
# shellcheck source=pages.sh
source "$(dirname "$0")/pages.sh"
TOKEN=eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJodHRwczovL2lkLmV4YW1wbGUiLCJzdWIiOiJ4In0.eA

same "sso 1.1: the sign-in page" 200 "$(page $SIGN_IN)"
check "sso 1.1: offers a password alone" bash -c "! grep -q '$SIGN_IN/with/' '$WORK/body'"
same "sso 1.2: nobody departs" 404 "$(send $SIGN_IN/with/sso)"
same "sso 1.3: nobody returns" 404 "$(page "$SIGN_IN/with/sso/callback?state=x&code=y")"
same "sso 1.4: no provider ends a session" 400 \
  "$(curl -s -m 30 -o /dev/null -w '%{http_code}' -d "logout_token=$TOKEN" "$EASEL_URL/sso/back-channel-logout")"
for path in /api/v2/user/profile /api/v1/user/me /v1/models; do
  same "sso 1.5: no token opens $path" 401 \
    "$(curl -s -m 30 -o /dev/null -w '%{http_code}' -H "Authorization: Bearer $TOKEN" "$EASEL_URL$path")"
done
page $SIGN_IN >/dev/null
same "sso 1.6: a password signs in" 303 "$(send $SIGN_IN "email=$EMAIL" "password=$PASSWORD")"
