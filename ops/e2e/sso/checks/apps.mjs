// OAuth apps: registered here, kept by Keycloak, used by a program with its user's consent.
import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Browser, parameter, plain } from '../lib/browser.mjs';
import { issuer, logIn } from '../lib/keycloak.mjs';
import { call, visitor } from '../lib/easel.mjs';

const { api_key: key } = JSON.parse(readFileSync(`${process.env.EASEL_DATA}/first-run.json`, 'utf8'));
const APPS = '/api/v2/oauth/apps';
const REDIRECT = 'http://127.0.0.1:9/callback';

/** A call of the API with a JSON body; the status, and what it says. */
async function ask(method, path, body, as = key) {
  const answer = await call(path, { authorization: `Bearer ${as}`, 'content-type': 'application/json' },
    { method, body: body && JSON.stringify(body) });
  return { status: answer.status, json: await answer.json().catch(() => ({})) };
}

const listed = async (as) => (await ask('GET', APPS, undefined, as)).json.apps;

let app;
let stranger;
test('sso 11.0: there are two developers, and somebody to use what they make', async () => {
  const name = `Elsewhere ${Date.now()}`;
  const made = await ask('POST', '/api/v2/admin/tenants', { name, email: `e${Date.now()}@example.org` });
  assert.equal(made.status, 201, JSON.stringify(made.json));
  stranger = made.json.api_key;
  assert.ok(stranger, JSON.stringify(made.json));
  // Apps are for people who are known here: no token of an app makes an account.
  await visitor('ben');
});

test('sso 11.1: a developer registers an app, and is told its secret', async () => {
  const made = await ask('POST', APPS, {
    name: 'Poster maker', redirect_uris: [REDIRECT], scopes: ['images:generate', 'profile:read'],
  });
  assert.equal(made.status, 201, JSON.stringify(made.json));
  app = made.json;
  assert.ok(app.id && app.client_id && app.client_secret);
});

test('sso 11.2: the secret is told once', async () => {
  const found = (await listed()).find((it) => it.id === app.id);
  assert.equal(found.client_id, app.client_id);
  assert.ok(!JSON.stringify(found).includes(app.client_secret));
});

test('sso 11.3: others see no app of theirs', async () => {
  assert.ok(!(await listed(stranger)).some((it) => it.id === app.id));
});

test('sso 11.4: nor rotate or delete it', async () => {
  assert.equal((await ask('POST', `${APPS}/${app.id}/rotate`, {}, stranger)).status, 404);
  assert.equal((await ask('DELETE', `${APPS}/${app.id}`, undefined, stranger)).status, 404);
});

test('sso 11.5: an address with a wildcard or of another scheme is no address to return to', async () => {
  for (const address of ['https://example.org/*', 'http://example.org/back', 'https://example.org/#x', 'javascript:alert(1)', 'x']) {
    assert.equal((await ask('POST', APPS, { name: 'x', redirect_uris: [address], scopes: ['profile:read'] })).status, 400, address);
  }
});

test('sso 11.6: no app is given what runs the server', async () => {
  for (const scope of ['admin', 'keys:manage', 'nonsense']) {
    assert.equal((await ask('POST', APPS, { name: 'x', redirect_uris: [REDIRECT], scopes: [scope] })).status, 400, scope);
  }
});

const challenge = (verifier) => createHash('sha256').update(verifier).digest('base64url');

/** The page where a program sends its user. */
const authorization = (more) => `${issuer}/protocol/openid-connect/auth?${new URLSearchParams({
  response_type: 'code', client_id: app.client_id, redirect_uri: REDIRECT, state: 'state',
  scope: 'openid images:generate profile:read', ...more,
})}`;

/** The token endpoint, as the app. */
async function redeem(fields, secret = app.client_secret) {
  const answer = await fetch(`${issuer}/protocol/openid-connect/token`, {
    method: 'POST', body: new URLSearchParams({ client_id: app.client_id, client_secret: secret, ...fields }),
  });
  return { status: answer.status, json: await answer.json() };
}

let code;
const verifier = randomBytes(32).toString('base64url');

test('sso 11.7: the user is asked, in words that tell what for', async () => {
  const browser = new Browser();
  const asked = await logIn(browser, authorization({ code_challenge: challenge(verifier), code_challenge_method: 'S256' }), 'ben');
  const page = await browser.get(asked);
  assert.equal(page.status, 200);
  assert.match(plain(page.text), /Poster maker/);
  assert.match(plain(page.text), /Make images, at your organisation's cost/);
  const action = plain(page.text.match(/<form[^>]*action="([^"]*consent[^"]*)"/)[1]);
  const hidden = page.text.match(/name="code" value="([^"]*)"/)?.[1] ?? '';
  const answer = await browser.post(new URL(action, page.url).href, { code: hidden, accept: 'Yes' });
  assert.ok(answer.location.startsWith(`${REDIRECT}?`), answer.location);
  code = parameter(answer.location, 'code');
});

test('sso 11.8: with the consent the app makes an image for its user', async () => {
  const { status, json } = await redeem({ grant_type: 'authorization_code', code, redirect_uri: REDIRECT, code_verifier: verifier });
  assert.equal(status, 200, JSON.stringify(json));
  const header = JSON.parse(Buffer.from(json.access_token.split('.')[0], 'base64url'));
  assert.equal(header.typ, 'at+jwt');
  const made = await ask('POST', '/v1/images/generations', { model: 'easel/sketch', prompt: 'a poster', size: '64x64' }, json.access_token);
  assert.equal(made.status, 200, JSON.stringify(made.json));
  assert.equal(made.json.data.length, 1);
  const profile = await ask('GET', '/api/v2/user/profile', undefined, json.access_token);
  assert.equal(profile.json.user.email, 'ben@example.org');
  assert.equal((await ask('GET', '/api/v2/gallery', undefined, json.access_token)).status, 403);
});

test('sso 11.9: nobody is sent to an address that was not registered', async () => {
  const page = await new Browser().get(authorization({
    redirect_uri: 'http://127.0.0.1:9/other', code_challenge: challenge(verifier), code_challenge_method: 'S256',
  }));
  assert.equal(page.status, 400);
  assert.equal(page.location, null);
});

test('sso 11.10: an app has to use PKCE', async () => {
  const answer = await new Browser().get(authorization({}));
  assert.match(answer.location ?? answer.text, /code_challenge/);
});

test('sso 11.11: a rotated secret replaces the one before', async () => {
  const { status, json } = await ask('POST', `${APPS}/${app.id}/rotate`, {});
  assert.equal(status, 200, JSON.stringify(json));
  assert.notEqual(json.client_secret, app.client_secret);
  const grant = { grant_type: 'authorization_code', code: 'x', redirect_uri: REDIRECT, code_verifier: verifier };
  assert.match((await redeem(grant)).json.error, /^(unauthorized_client|invalid_client)$/);
  assert.equal((await redeem(grant, json.client_secret)).json.error, 'invalid_grant');
  app.client_secret = json.client_secret;
});

test('sso 11.12: a deleted app is known nowhere', async () => {
  assert.equal((await ask('DELETE', `${APPS}/${app.id}`)).status, 204);
  assert.ok(!(await listed()).some((it) => it.id === app.id));
  const page = await new Browser().get(authorization({ code_challenge: challenge(verifier), code_challenge_method: 'S256' }));
  assert.equal(page.status, 400);
  assert.match((await redeem({ grant_type: 'client_credentials' })).json.error, /invalid_client/);
});
