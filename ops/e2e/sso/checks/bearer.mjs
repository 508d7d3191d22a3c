// Access tokens of the realm on the three surfaces of the API, and all that is no such token.
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { admin, createClient, createUser, foreignToken, issuer, signingKeys, tokens } from '../lib/keycloak.mjs';
import { base, call, members, visitor } from '../lib/easel.mjs';

const bearer = (token, scheme = 'Bearer') => ({ authorization: `${scheme} ${token}` });
const PROFILE = '/api/v2/user/profile';
const status = async (token, scheme, path = PROFILE) => (await call(path, bearer(token, scheme))).status;

const decoded = (part) => JSON.parse(Buffer.from(part, 'base64url'));
const encoded = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');

let given;
let parts;
// No hook: those of all suites would run before the first one's checks.
test('sso 8.0: Keycloak gives tokens', async () => {
  await createClient('checks');
  await createClient('checks-elsewhere', { defaultClientScopes: ['basic', 'profile', 'email', 'roles'] });
  await createClient('checks-typed', { attributes: { 'access.token.header.type.rfc9068': 'true' } });
  await visitor('anna');
  given = await tokens('checks', 'anna');
  parts = given.access_token.split('.');
});

/** 401 in the envelope of the surface, with a challenge. */
async function refused(token, path = PROFILE) {
  const answer = await call(path, bearer(token));
  assert.equal(answer.status, 401);
  assert.match(answer.headers.get('www-authenticate'), /^Bearer .*error="invalid_token"/);
  assert.match(answer.headers.get('content-type'), /json/);
}

test('sso 8.1: an access token opens the API, as the user it was given to', async () => {
  const answer = await call(PROFILE, bearer(given.access_token));
  assert.equal(answer.status, 200);
  assert.equal((await answer.json()).user.email, 'anna@example.org');
  assert.ok([decoded(parts[1]).aud].flat().includes('easel-api'));
});

test('sso 8.2: in any case of the scheme', async () => {
  for (const scheme of ['bearer', 'BEARER']) {
    assert.equal(await status(given.access_token, scheme), 200);
  }
});

test('sso 8.3: on all surfaces', async () => {
  assert.equal(await status(given.access_token, 'Bearer', '/api/v1/user/me'), 200);
  const answer = await call('/v1/images/generations', { ...bearer(given.access_token), 'content-type': 'application/json' },
    { method: 'POST', body: JSON.stringify({ model: 'easel/sketch', prompt: 'a hill', size: '64x64' }) });
  assert.equal(answer.status, 200);
  assert.equal((await answer.json()).data.length, 1);
});

test('sso 8.4: a token whose header says at+jwt is one too (RFC 9068)', async () => {
  const { access_token: token } = await tokens('checks-typed', 'anna');
  assert.equal(decoded(token.split('.')[0]).typ, 'at+jwt');
  assert.equal(await status(token), 200);
});

test('sso 8.5: what a token may do is what its scopes say', async () => {
  const { access_token: token } = await tokens('checks', 'anna', 'openid profile:read');
  assert.equal(await status(token), 200);
  const answer = await call('/v1/images/generations', { ...bearer(token), 'content-type': 'application/json' },
    { method: 'POST', body: JSON.stringify({ model: 'easel/sketch', prompt: 'a hill', size: '64x64' }) });
  assert.equal(answer.status, 403);
  assert.match(answer.headers.get('www-authenticate'), /error="insufficient_scope".*images:generate/);
});

test('sso 8.6: without a scope of ours it may do nothing', async () => {
  const { access_token: token } = await tokens('checks', 'anna', 'openid');
  assert.equal(await status(token), 403);
});

test('sso 8.7: an administrator’s token neither makes keys nor runs the server', async () => {
  assert.equal(await status(given.access_token, 'Bearer', '/api/v2/keys'), 403);
  assert.equal(await status(given.access_token, 'Bearer', '/api/v2/admin/queue'), 403);
});

test('sso 8.8: a first call makes the account, as a first sign-in would', async () => {
  await createUser('carl', 'carl@example.org', ['/easel-members']);
  assert.equal(await status((await tokens('checks', 'carl')).access_token), 200);
  assert.equal((await members())['carl@example.org'].role, 'MEMBER');
});

test('sso 8.9: but not for whom groups give nothing', async () => {
  assert.equal(await status((await tokens('checks', 'zoe')).access_token), 403);
  assert.equal((await members())['zoe@example.org'], undefined);
});

test('sso 8.10: an ID token is none', () => refused(given.id_token));
test('sso 8.11: nor is a refresh token', () => refused(given.refresh_token));
test('sso 8.12: nor one for another audience', async () =>
  refused((await tokens('checks-elsewhere', 'anna', 'openid')).access_token));
test('sso 8.13: nor one of another realm', async () => refused(await foreignToken()));

for (const [number, algorithm] of [['8.14', 'none'], ['8.15', 'nOnE']]) {
  test(`sso ${number}: nor one whose algorithm is ${algorithm}`, () =>
    refused(`${encoded({ alg: algorithm, typ: 'JWT' })}.${parts[1]}.`));
}

test('sso 8.16: nor one keyed with what is public', async () => {
  const [key] = await signingKeys();
  const pem = `-----BEGIN CERTIFICATE-----\n${key.x5c[0]}\n-----END CERTIFICATE-----\n`;
  const signed = `${encoded({ alg: 'HS256', typ: 'JWT', kid: decoded(parts[0]).kid })}.${parts[1]}`;
  await refused(`${signed}.${createHmac('sha256', pem).update(signed).digest('base64url')}`);
});

test('sso 8.17: nor one whose content was changed', () =>
  refused(`${parts[0]}.${encoded({ ...decoded(parts[1]), sub: 'someone' })}.${parts[2]}`));

test('sso 8.18: nor one that brings its own key', async () => {
  const [key] = await signingKeys();
  await refused(`${encoded({ alg: 'RS256', typ: 'JWT', jwk: key })}.${parts[1]}.${parts[2]}`);
});

test('sso 8.19: each surface says so in its own words', async () => {
  const bodies = [];
  for (const path of [PROFILE, '/api/v1/user/me', '/v1/organization/usage/images']) {
    await refused(given.id_token, path);
    bodies.push(Object.keys(await (await call(path, bearer(given.id_token))).json()).sort().join());
  }
  assert.ok(new Set(bodies).size > 1, bodies.join(' | '));
});

test('sso 8.20: a token ends when it says', async () => {
  await admin('PUT', '', { accessTokenLifespan: 2 });
  try {
    const { access_token: token } = await tokens('checks', 'anna');
    assert.equal(await status(token), 200);
    const { exp } = decoded(token.split('.')[1]);
    // Clocks may differ by ten seconds.
    while (Date.now() / 1000 < exp + 11) {
      await pause(500);
    }
    await refused(token);
  } finally {
    await admin('PUT', '', { accessTokenLifespan: 300 });
  }
});

test('sso 8.21: a cookie opens no API', async () => {
  const browser = await visitor('ben');
  assert.equal((await call(PROFILE, { cookie: `easel=${browser.cookie('easel')}` })).status, 401);
});

test('sso 8.22: the API sets none', async () => {
  assert.equal((await call(PROFILE, bearer(given.access_token))).headers.get('set-cookie'), null);
});

test('sso 8.23: keys go on as before', async () => {
  const { api_key: key } = JSON.parse(readFileSync(`${process.env.EASEL_DATA}/first-run.json`, 'utf8'));
  assert.equal(await status(key), 200);
});

test('sso 8.24: a program is told where tokens come from (RFC 9728, RFC 8414)', async () => {
  const challenge = (await call(PROFILE, bearer(given.id_token))).headers.get('www-authenticate');
  const resource = await (await fetch(challenge.match(/resource_metadata="([^"]+)"/)[1])).json();
  assert.deepEqual(resource.authorization_servers, [issuer]);
  const told = await (await fetch(`${base}/.well-known/oauth-authorization-server`)).json();
  assert.equal(told.issuer, issuer);
});

test('sso 9.2: a token under a new key counts at once, and one under the old key still', async () => {
  await admin('POST', '/components', {
    name: `key-${Date.now()}`, providerId: 'rsa-generated', providerType: 'org.keycloak.keys.KeyProvider',
    config: { priority: [String(Math.floor(Date.now() / 1000))], enabled: ['true'], active: ['true'], algorithm: ['RS256'], keySize: ['2048'] },
  });
  const { access_token: token } = await tokens('checks', 'anna');
  assert.notEqual(decoded(token.split('.')[0]).kid, decoded(parts[0]).kid, 'the new key is in use');
  assert.equal(await status(token), 200);
  assert.equal(await status(given.access_token), 200);
});
