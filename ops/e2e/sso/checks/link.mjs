// Linking an identity to an account that has a password: by the password, once, and never by address.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { Browser, plain } from '../lib/browser.mjs';
import { createUser, logIn } from '../lib/keycloak.mjs';
import { base, formToken, owner, refusal, returning, signIn, signInHere, who } from '../lib/easel.mjs';

const account = `${base}/app/account`;
const lina = `lina-${process.pid}`;
let here;

before(async () => {
  await createUser(lina, `${lina}@example.org`);
  here = new Browser();
  await signInHere(here, owner);
});

async function link(password) {
  const page = await here.get(account);
  return here.post(`${account}/identities/link`, { _csrf: formToken(page), provider: 'sso', password });
}

async function identities() {
  const page = await here.get(account);
  return [...page.text.matchAll(/name="identity" value="([^"]+)"/g)].map((found) => plain(found[1]));
}

test('sso 17.1: a wrong password links nothing, and nobody is sent anywhere', async () => {
  const answer = await link('not the password');
  assert.equal(answer.status, 400);
  assert.notEqual(refusal(answer), '');
});

test('sso 17.2: with the password the identity is linked, and the browser stays who it was', async () => {
  const departure = await link(owner.password);
  assert.equal(departure.status, 303);
  const answer = await here.get(await logIn(here, departure.location, lina));
  assert.equal(answer.status, 303, refusal(answer));
  assert.equal(await who(here), owner.email);
  assert.equal((await identities()).length, 1);
});

test('sso 17.3: whoever signs in there is signed in to that account', async () => {
  const elsewhere = new Browser();
  assert.equal((await signIn(elsewhere, lina)).status, 303);
  assert.equal(await who(elsewhere), owner.email);
});

test('sso 17.4: an answer meant to link signs no other browser in', async () => {
  const departure = await link(owner.password);
  const callback = await logIn(here, departure.location, lina);
  const other = new Browser();
  await other.get(`${base}/app/sign-in`);
  assert.equal((await other.get(callback)).status, 403);
  assert.equal(await who(other), null);
});

test('sso 17.5: an identity of somebody else is not linked', async () => {
  await signIn(new Browser(), 'anna');
  const departure = await link(owner.password);
  const answer = await here.get(await logIn(new Browser(), departure.location, 'anna'));
  assert.equal(answer.status, 409, refusal(answer));
  assert.equal((await identities()).length, 1);
});

test('sso 17.6: unlinked, it signs in to that account no more', async () => {
  const page = await here.get(account);
  const [identity] = await identities();
  await here.post(`${account}/identities/unlink`, { _csrf: formToken(page), identity });
  assert.equal((await identities()).length, 0);
  const elsewhere = new Browser();
  assert.equal((await elsewhere.get(await returning(elsewhere, lina))).status, 403);
});
