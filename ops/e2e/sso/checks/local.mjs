// Local accounts beside a provider: nothing changes for them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Browser } from '../lib/browser.mjs';
import { base, formToken, owner, signInHere, signInPage, signOut, who } from '../lib/easel.mjs';

const browser = new Browser();
let before;
let stale;

test('sso 2.1: a password without a form token is refused', async () => {
  const page = await browser.get(signInPage);
  const answer = await browser.post(signInPage, { email: owner.email, password: owner.password });
  assert.equal(answer.status, 403);
  assert.equal(await who(browser), null);
  before = browser.cookie('easel');
  stale = formToken(page);
  assert.ok(before && stale);
});

test('sso 2.2: a wrong password is refused', async () => {
  assert.equal((await signInHere(browser, { ...owner, password: 'wrong' })).status, 401);
  assert.equal(await who(browser), null);
});

test('sso 2.3: the right one signs in', async () => {
  assert.equal((await signInHere(browser, owner)).status, 303);
  assert.equal(await who(browser), owner.email);
});

test('sso 2.4: under another cookie', () => assert.notEqual(browser.cookie('easel'), before));

test('sso 2.5: a form from before is void', async () => {
  assert.equal((await browser.post(`${base}/app/sign-out`, { _csrf: stale })).status, 403);
  assert.equal(await who(browser), owner.email);
});

test('sso 2.6: signing out of a local account stays here', async () => {
  assert.equal((await signOut(browser)).location, signInPage);
});

test('sso 2.7: and ends the session', async () => assert.equal(await who(browser), null));
