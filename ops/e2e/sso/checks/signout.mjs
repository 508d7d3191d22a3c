// Signing out on both sides, whichever begins.
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { test } from 'node:test';
import { Browser, parameter } from '../lib/browser.mjs';
import { admin, asksForPassword, createClient, issuer, sessionsOf, tokens, userNamed } from '../lib/keycloak.mjs';
import { base, depart, formToken, signInPage, signOut, visitor, who } from '../lib/easel.mjs';

const logoutPage = `${base}/sso/back-channel-logout`;

/** Waits until the browser is signed out; how often it was asked, or a failure. */
async function signedOut(browser) {
  for (let tries = 0; tries < 100; tries++) {
    if (await who(browser) === null) {
      return;
    }
    await pause(100);
  }
  assert.fail('still signed in');
}

let anna;
let elsewhere;
let ben;
let farewell;

test('sso 6.1: signing out leads to the provider, with what spares a question', async () => {
  [anna, elsewhere, ben] = [await visitor('anna'), await visitor('anna'), await visitor('ben')];
  const { status, location } = await signOut(anna);
  assert.equal(status, 303);
  assert.ok(location.startsWith(`${issuer}/protocol/openid-connect/logout?`), location);
  assert.ok(parameter(location, 'id_token_hint'));
  assert.equal(parameter(location, 'post_logout_redirect_uri'), signInPage);
  farewell = location;
});

test('sso 6.2: the session here is over at once', async () => assert.equal(await who(anna), null));

test('sso 6.3: the provider sends back without asking', async () => {
  const answer = await anna.get(farewell);
  assert.equal(answer.status, 302);
  assert.equal(answer.location, signInPage);
});

test('sso 6.4: and asks for the password the next time', async () => {
  const { location } = await depart(anna);
  assert.ok(asksForPassword(await anna.get(location)));
});

test('sso 6.5: another browser of the same user stays in', async () => {
  assert.equal(await who(elsewhere), 'anna@example.org');
});

test('sso 6.6: signing out once more from a page left open asks nobody anything', async () => {
  const browser = await visitor('anna');
  const page = await browser.get(`${base}/app/account`);
  await browser.get((await signOut(browser)).location);
  const again = await browser.post(`${base}/app/sign-out`, { _csrf: formToken(page) });
  assert.deepEqual([again.status, again.location], [303, signInPage]);
});

test('sso 7.1: an administrator of the provider ends a user’s sessions here', async () => {
  const { id } = await userNamed('anna');
  await admin('POST', `/users/${id}/logout`);
  await signedOut(elsewhere);
});

test('sso 7.2: nobody else’s', async () => assert.equal(await who(ben), 'ben@example.org'));

test('sso 7.3: the end of one session of the provider ends that browser’s alone', async () => {
  const { id } = await userNamed('anna');
  const one = await visitor('anna');
  const known = (await sessionsOf(id)).map((session) => session.id);
  const other = await visitor('anna');
  const fresh = (await sessionsOf(id)).map((session) => session.id).find((it) => !known.includes(it));
  await admin('DELETE', `/sessions/${fresh}`);
  await signedOut(other);
  assert.equal(await who(one), 'anna@example.org');
});

test('sso 7.4: a user who signs out at the provider is signed out here', async () => {
  const browser = await visitor('ben');
  const page = await browser.get(`${issuer}/protocol/openid-connect/logout`);
  const action = page.text.match(/<form[^>]*action="([^"]+)"/)[1].replaceAll('&amp;', '&');
  const code = page.text.match(/name="session_code" value="([^"]+)"/)[1];
  await browser.post(new URL(action, page.url).href, { session_code: code, confirmLogout: 'Logout' });
  await signedOut(browser);
});

const told = async (fields) => {
  const answer = await fetch(logoutPage, { method: 'POST', body: new URLSearchParams(fields) });
  return [answer.status, answer.headers.get('cache-control')?.includes('no-store') ?? false];
};

let given;
for (const [number, what, field] of [['7.5', 'an ID token', 'id_token'], ['7.6', 'an access token', 'access_token']]) {
  test(`sso ${number}: ${what} ends no session`, async () => {
    given ??= await createClient('checks').then(() => tokens('checks', 'anna'));
    const browser = await visitor('anna');
    assert.deepEqual(await told({ logout_token: given[field] }), [400, true]);
    assert.equal(await who(browser), 'anna@example.org');
  });
}

test('sso 7.7: nor does junk', async () => {
  for (const junk of ['x.y.z', 'x', '', 'eyJhbGciOiJub25lIn0.e30.']) {
    assert.deepEqual(await told({ logout_token: junk }), [400, true], junk);
  }
});

test('sso 7.8: nor nothing at all', async () => assert.deepEqual(await told({ a: 'b' }), [400, true]));

test('sso 7.9: it is told by POST, and reads no cookie', async () => {
  assert.equal((await fetch(logoutPage)).status, 405);
  assert.equal((await fetch(logoutPage, { method: 'POST', body: new URLSearchParams({ a: 'b' }) })).headers.get('set-cookie'), null);
});
