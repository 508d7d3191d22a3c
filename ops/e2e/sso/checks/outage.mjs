// The provider stands still (its process is stopped, so it takes connections and does not answer). The
// first check needs a server that has never asked it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, test } from 'node:test';
import { Browser } from '../lib/browser.mjs';
import { logIn } from '../lib/keycloak.mjs';
import { base, depart, owner, refusal, returning, signIn, signInHere, signInPage, signOut, who } from '../lib/easel.mjs';

const provider = Number(readFileSync(process.env.EASEL_KEYCLOAK_PID, 'utf8'));

/** The work, while the provider stands still. */
async function without(work) {
  process.kill(provider, 'SIGSTOP');
  try {
    return await work();
  } finally {
    process.kill(provider, 'SIGCONT');
  }
}
after(() => process.kill(provider, 'SIGCONT'));

test('sso 13.1: a provider that is silent at its first use is said to be', async () => {
  const browser = new Browser();
  const answer = await without(() => depart(browser));
  assert.equal(answer.status, 503);
  assert.match(refusal(answer), /cannot be reached/);
  assert.match(answer.text, /action="\/app\/sign-in\/with\/sso"/, 'and can be tried again');
});

test('sso 13.2: a local account signs in meanwhile', async () => {
  await without(async () => {
    const browser = new Browser();
    assert.equal((await signInHere(browser, owner)).status, 303);
    assert.equal(await who(browser), owner.email);
    assert.equal((await signOut(browser)).location, signInPage);
  });
});

test('sso 13.3: when it is back, so is signing in', async () => {
  assert.equal((await signIn(new Browser(), 'anna')).status, 303);
});

test('sso 13.4: one that falls silent before the callback signs nobody in', async () => {
  const browser = new Browser();
  const callback = await returning(browser, 'ben');
  const answer = await without(() => browser.get(callback));
  assert.equal(answer.status, 503);
  assert.match(refusal(answer), /cannot be reached/);
  assert.equal(await who(browser), null);
});

test('sso 13.5: that attempt is over, the next one works', async () => {
  const browser = new Browser();
  const callback = await returning(browser, 'ben');
  await without(() => browser.get(callback));
  assert.equal((await browser.get(callback)).status, 403);
  assert.equal((await browser.get(await logIn(browser, (await depart(browser)).location, 'ben'))).status, 303);
});

test('sso 13.6: who is signed in goes on, and can sign out', async () => {
  const browser = new Browser();
  await signIn(browser, 'anna');
  await without(async () => {
    assert.equal(await who(browser), 'anna@example.org');
    assert.equal((await browser.get(`${base}/app/studio`)).status, 200);
    assert.equal((await signOut(browser)).status, 303);
    assert.equal(await who(browser), null);
  });
});
