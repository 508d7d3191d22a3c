// Signing in through the provider: what is sent there, who one is here, what groups give.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Browser, parameter } from '../lib/browser.mjs';
import { admin, createUser, groupNamed, issuer, keycloak, logIn, userNamed } from '../lib/keycloak.mjs';
import {
  base, depart, formToken, members, owner, refusal, returning, signIn, signInHere, signInPage, visitor, who,
  withProvider,
} from '../lib/easel.mjs';

test('sso 4.1: the sign-in page has a button for the provider', async () => {
  const page = await new Browser().get(signInPage);
  assert.match(page.text, /action="\/app\/sign-in\/with\/sso"/);
  assert.match(page.text, /Continue with Keycloak/);
});

test('sso 4.2: its form may lead to the provider, and to no other site', async () => {
  const policy = (await new Browser().get(signInPage)).headers.get('content-security-policy');
  const targets = policy.match(/form-action ([^;]*)/)[1].split(/\s+/);
  assert.deepEqual(targets.sort(), ["'self'", keycloak].sort());
});

test('sso 4.3: a link begins no sign-in', async () => {
  const browser = new Browser();
  await browser.get(signInPage);
  const answer = await browser.get(withProvider);
  assert.ok([404, 405].includes(answer.status), `status ${answer.status}`);
});

test('sso 4.4: nor does a form without its token', async () => {
  const browser = new Browser();
  await browser.get(signInPage);
  assert.equal((await browser.post(withProvider, {})).status, 403);
});

test('sso 4.5: a departure carries code, S256, state and nonce', async () => {
  const { status, location } = await depart(new Browser());
  assert.equal(status, 303);
  assert.ok(location.startsWith(`${issuer}/protocol/openid-connect/auth?`), location);
  assert.deepEqual(
    ['response_type', 'code_challenge_method', 'redirect_uri', 'client_id'].map((it) => parameter(location, it)),
    ['code', 'S256', `${withProvider}/callback`, 'easel-dashboard']);
  assert.deepEqual(parameter(location, 'scope').split(' ').sort(), ['email', 'openid', 'profile']);
  for (const name of ['state', 'nonce', 'code_challenge']) {
    assert.ok(parameter(location, name).length >= 32, name);
  }
});

const anna = new Browser();

test('sso 4.6: the answer names its issuer (RFC 9207), and signs in', async () => {
  const callback = await returning(anna);
  assert.equal(parameter(callback, 'iss'), issuer);
  const cookie = anna.cookie('easel');
  const answer = await anna.get(callback);
  assert.equal(answer.status, 303);
  assert.equal(answer.location.replace(/\/$/, ''), `${base}/app`);
  assert.equal(await who(anna), 'anna@example.org');
  assert.notEqual(anna.cookie('easel'), cookie);
});

test('sso 4.7: the page it leads to has neither code nor state in its address', async () => {
  const answer = await signIn(new Browser(), 'anna');
  assert.doesNotMatch(answer.location, /[?&](code|state)=/);
  assert.equal(answer.headers.get('cache-control')?.includes('no-store'), true);
});

test('sso 4.8: the group of administrators makes an admin, made at the first visit', async () => {
  assert.equal((await members())['anna@example.org'].role, 'ADMIN');
});

test('sso 4.9: the group of members makes a member', async () => {
  await visitor('ben');
  assert.equal((await members())['ben@example.org'].role, 'MEMBER');
});

test('sso 4.10: a second visit finds the same account', async () => {
  const { user } = (await members())['anna@example.org'];
  await visitor('anna');
  const now = await members();
  assert.equal(now['anna@example.org'].user, user);
  assert.equal(Object.keys(now).filter((email) => email.startsWith('anna@')).length, 1);
});

test('sso 4.11: an account stays the same when its address changes', async () => {
  const id = await createUser('mona', 'mona@example.org', ['/easel-members']);
  await visitor('mona');
  const { user } = (await members())['mona@example.org'];
  await admin('PUT', `/users/${id}`, { ...await userNamed('mona'), email: 'mona.new@example.org', emailVerified: true });
  const browser = await visitor('mona');
  assert.ok(await who(browser));
  const found = Object.values(await members()).filter((member) => member.user === user);
  assert.equal(found.length, 1);
});

test('sso 4.12: whom groups give nothing is told so, and is not let in', async () => {
  const browser = new Browser();
  const answer = await signIn(browser, 'zoe');
  assert.equal(answer.status, 403);
  assert.match(refusal(answer), /groups/);
  assert.equal(await who(browser), null);
  assert.equal((await members())['zoe@example.org'], undefined);
});

test('sso 4.13: what a group gave is taken at the next sign-in without it, and given again with it', async () => {
  const { id } = await userNamed('ben');
  const group = await groupNamed('easel-members');
  await admin('DELETE', `/users/${id}/groups/${group}`);
  const browser = new Browser();
  const answer = await signIn(browser, 'ben');
  assert.equal(answer.status, 403);
  assert.equal(await who(browser), null);
  assert.equal((await members())['ben@example.org'], undefined);
  await admin('PUT', `/users/${id}/groups/${group}`);
  await visitor('ben');
  assert.equal((await members())['ben@example.org'].role, 'MEMBER');
});

test('sso 4.14: another group is another role', async () => {
  const { id } = await userNamed('mona');
  const [administrators, plain] = [await groupNamed('easel-admins'), await groupNamed('easel-members')];
  await admin('PUT', `/users/${id}/groups/${administrators}`);
  await visitor('mona');
  const role = async () => Object.entries(await members()).find(([email]) => email.startsWith('mona'))[1].role;
  assert.equal(await role(), 'ADMIN');
  await admin('DELETE', `/users/${id}/groups/${administrators}`);
  await admin('PUT', `/users/${id}/groups/${plain}`);
  await visitor('mona');
  assert.equal(await role(), 'MEMBER');
});

test('sso 4.15: the address of a local account does not take it over', async () => {
  await createUser('thief', owner.email, ['/easel-admins']);
  const browser = new Browser();
  const answer = await signIn(browser, 'thief');
  assert.equal(answer.status, 409);
  assert.match(refusal(answer), /password/);
  assert.equal(await who(browser), null);
  const local = new Browser();
  assert.equal((await signInHere(local, owner)).status, 303);
});

test('sso 4.16: an address nobody verified is no address', async () => {
  await createUser('vera', 'vera@example.org', ['/easel-members'], { emailVerified: false });
  const browser = new Browser();
  const answer = await signIn(browser, 'vera');
  assert.equal(answer.status, 403);
  assert.match(refusal(answer), /verified/);
  assert.equal(await who(browser), null);
});

test('sso 4.17: one arrives where one wanted to go, and nowhere else', async () => {
  const arrive = async (next) => {
    const browser = new Browser();
    return (await browser.get(await logIn(browser, (await depart(browser, { next })).location, 'anna'))).location;
  };
  assert.equal(await arrive('keys'), `${base}/app/keys`);
  assert.equal(new URL(await arrive('https://example.org/')).origin, new URL(base).origin);
  assert.equal(new URL(await arrive('//example.org/')).origin, new URL(base).origin);
});

test('sso 10.1: a form without its token is refused to who came through the provider too', async () => {
  assert.equal((await anna.post(`${base}/app/keys`, { name: 'x' })).status, 403);
});

test('sso 10.2: so is one with the token of another browser', async () => {
  const page = await (await visitor('ben')).get(`${base}/app/account`);
  assert.equal((await anna.post(`${base}/app/keys`, { name: 'x', _csrf: formToken(page) })).status, 403);
});

test('sso 10.3: with their own it counts', async () => {
  const page = await anna.get(`${base}/app/studio`);
  const answer = await anna.post(`${base}/app/studio`, {
    _csrf: formToken(page), model: 'easel/sketch', prompt: 'a hill', size: '64x64',
  });
  assert.equal(answer.status, 303);
  assert.match(answer.location, /gen_/);
});
