// Many at once: an attempt is used once, a newcomer becomes one account.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Browser } from '../lib/browser.mjs';
import { createUser } from '../lib/keycloak.mjs';
import { members, refusal, returning, signIn, who } from '../lib/easel.mjs';

/** A copy of the request of the browser as it stands now, sent so many times at one moment. */
const atOnce = (browser, address, times) =>
  Promise.all(Array.from({ length: times }, () => browser.get(address)));

test('sso 12.1: of five callbacks with one state one signs in', async () => {
  for (const user of ['anna', 'ben']) {
    const browser = new Browser();
    const answers = await atOnce(browser, await returning(browser, user), 5);
    assert.deepEqual(answers.map((it) => it.status).sort(), [303, 403, 403, 403, 403]);
  }
});

test('sso 12.2: two first visits at one moment become one account', async () => {
  for (const name of ['nina', 'nora', 'nele']) {
    await createUser(name, `${name}@example.org`, ['/easel-members']);
    const browsers = [new Browser(), new Browser(), new Browser()];
    const callbacks = [];
    for (const browser of browsers) {
      callbacks.push(await returning(browser, name));
    }
    const answers = await Promise.all(browsers.map((browser, i) => browser.get(callbacks[i])));
    assert.deepEqual(answers.map((it) => it.status), [303, 303, 303], answers.map(refusal).join(' | '));
    for (const browser of browsers) {
      assert.equal(await who(browser), `${name}@example.org`);
    }
    const found = Object.keys(await members()).filter((email) => email === `${name}@example.org`);
    assert.equal(found.length, 1);
  }
});

test('sso 12.3: two newcomers with one address: one is let in, the other told', async () => {
  await createUser('paul', 'shared@example.org', ['/easel-members']);
  const first = new Browser();
  assert.equal((await signIn(first, 'paul')).status, 303);
  // The realm allows an address once; it moves on to somebody else.
  await createUser('paul', 'paul@example.org', ['/easel-members']);
  await createUser('pia', 'shared@example.org', ['/easel-members']);
  const second = new Browser();
  assert.equal((await signIn(second, 'pia')).status, 409);
  assert.equal(await who(second), null);
});
