// Two servers on one database, between which a proxy spreads what browsers and the provider ask.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { Browser } from './lib/browser.mjs';
import { admin, createUser, logIn, serve, userNamed } from './lib/keycloak.mjs';
import { base, depart, members, refusal, signOut, who } from './lib/easel.mjs';

const other = process.env.EASEL_SECOND_URL;

/** The same address at the second server. */
const there = (address) => address.replace(base, other);

before(() => serve(base));

test('sso 14.1: a sign-in that begins at one server ends at the other', async () => {
  const browser = new Browser();
  const callback = await logIn(browser, (await depart(browser)).location);
  assert.equal((await browser.get(there(callback))).status, 303);
  assert.equal(await who(browser), 'anna@example.org');
  assert.equal(await who(browser, other), 'anna@example.org');
  const back = new Browser();
  const second = await logIn(back, (await depart(back, {}, other)).location, 'ben');
  assert.equal((await back.get(second)).status, 303);
  assert.equal(await who(back, other), 'ben@example.org');
});

test('sso 14.2: an answer counts once, at whichever it arrives', async () => {
  for (let round = 0; round < 3; round++) {
    const browser = new Browser();
    const callback = await logIn(browser, (await depart(browser)).location);
    const answers = await Promise.all(
      [callback, there(callback), callback, there(callback)].map((address) => browser.get(address)));
    assert.deepEqual(answers.map((answer) => answer.status).sort(), [303, 403, 403, 403]);
  }
});

test('sso 14.3: two first visits at one moment, one at each, become one account', async () => {
  for (const name of ['tara', 'theo', 'tilo']) {
    await createUser(name, `${name}@example.org`, ['/easel-members']);
    const browsers = [new Browser(), new Browser()];
    const callbacks = [];
    for (const browser of browsers) {
      callbacks.push(await logIn(browser, (await depart(browser)).location, name));
    }
    const answers = await Promise.all([browsers[0].get(callbacks[0]), browsers[1].get(there(callbacks[1]))]);
    assert.deepEqual(answers.map((answer) => answer.status), [303, 303], answers.map(refusal).join(' | '));
    assert.equal(Object.keys(await members()).filter((email) => email === `${name}@example.org`).length, 1);
  }
});

test('sso 14.4: signing out at one is signing out at both', async () => {
  const browser = new Browser();
  await browser.get(await logIn(browser, (await depart(browser)).location, 'ben'));
  assert.equal(await who(browser, other), 'ben@example.org');
  assert.match((await signOut(browser, other)).location, /\/protocol\/openid-connect\/logout\?/);
  assert.equal(await who(browser), null);
});

test('sso 14.5: what the provider tells one ends the session at both', async () => {
  const browser = new Browser();
  await browser.get(there(await logIn(browser, (await depart(browser)).location)));
  const { id } = await userNamed('anna');
  await admin('POST', `/users/${id}/logout`);
  for (let tries = 0; tries < 100 && await who(browser, other) !== null; tries++) {
    await pause(100);
  }
  assert.equal(await who(browser, other), null);
  assert.equal(await who(browser), null);
});
