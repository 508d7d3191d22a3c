// Answers of the provider that are none, or not for this browser. Each is refused, and nobody is
// signed in by it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { altered, Browser, parameter } from '../lib/browser.mjs';
import { issuer, logIn } from '../lib/keycloak.mjs';
import { depart, refusal, returning, signIn, signInPage, who, withProvider } from '../lib/easel.mjs';

async function refused(browser, address, status = 403) {
  const answer = await browser.get(address);
  assert.equal(answer.status, status);
  assert.notEqual(refusal(answer), '');
  assert.match(answer.text, /action="\/app\/sign-in\/with\/sso"/, 'the form is offered again');
  assert.equal(await who(browser), null);
}

test('sso 5.1: an answer counts once', async () => {
  const browser = new Browser();
  const callback = await returning(browser);
  assert.equal((await browser.get(callback)).status, 303);
  assert.equal((await browser.get(callback)).status, 403);
  const other = new Browser();
  await refused(other, callback);
});

test('sso 5.2: an answer is of use in the browser alone that asked (login CSRF)', async () => {
  const attacker = new Browser();
  const callback = await returning(attacker);
  const victim = new Browser();
  await victim.get(signInPage);
  await refused(victim, callback);
  await refused(attacker, callback);
});

test('sso 5.3: another state is refused', async () => {
  const browser = new Browser();
  await refused(browser, altered(await returning(browser), 'state', 'forged'));
});

test('sso 5.4: so is none', async () => {
  const browser = new Browser();
  await refused(browser, altered(await returning(browser), 'state', undefined));
});

test('sso 5.5: an answer of another issuer is refused (mix-up)', async () => {
  const browser = new Browser();
  await refused(browser, altered(await returning(browser), 'iss', 'http://evil.example'));
});

test('sso 5.6: a stolen code is of no use in an attempt of one’s own (PKCE)', async () => {
  const victim = new Browser();
  const stolen = parameter(await returning(victim, 'anna'), 'code');
  const thief = new Browser();
  await refused(thief, altered(await returning(thief, 'ben'), 'code', stolen));
});

test('sso 5.7: nor is one that was used', async () => {
  const browser = new Browser();
  const callback = await returning(browser, 'ben');
  assert.equal((await browser.get(callback)).status, 303);
  const other = new Browser();
  await refused(other, altered(await returning(other, 'ben'), 'code', parameter(callback, 'code')));
});

test('sso 5.8: a token for another nonce is refused', async () => {
  const browser = new Browser();
  const { location } = await depart(browser);
  await refused(browser, await logIn(browser, altered(location, 'nonce', 'other'), 'ben'));
});

test('sso 5.9: a refusal of the provider is one here', async () => {
  const browser = new Browser();
  const state = parameter((await depart(browser)).location, 'state');
  const query = new URLSearchParams({ error: 'access_denied', state, iss: issuer });
  await refused(browser, `${withProvider}/callback?${query}`);
});

test('sso 5.10: a callback with nothing is refused', async () => {
  await refused(new Browser(), `${withProvider}/callback`);
});

test('sso 5.11: an answer without a code is refused', async () => {
  const browser = new Browser();
  await refused(browser, altered(await returning(browser), 'code', undefined));
});

test('sso 5.12: after a refusal the next try works', async () => {
  const browser = new Browser();
  await refused(browser, altered(await returning(browser), 'state', 'forged'));
  assert.equal((await signIn(browser, 'ben')).status, 303);
});

test('sso 5.13: two sign-ins begun in one browser: each is an attempt, and the first to return counts', async () => {
  const browser = new Browser();
  const [one, other] = [await depart(browser), await depart(browser)];
  const first = await logIn(browser, one.location);
  assert.equal((await browser.get(first)).status, 303);
  assert.notEqual(await who(browser), null);
  const second = await browser.get(await logIn(browser, other.location));
  assert.ok([303, 403].includes(second.status), `status ${second.status}`);
  assert.notEqual(await who(browser), null);
});

test('sso 5.14: there is no other provider', async () => {
  const browser = new Browser();
  await browser.get(signInPage);
  assert.equal((await browser.get(`${signInPage}/with/nobody/callback?state=x&code=y`)).status, 404);
});
