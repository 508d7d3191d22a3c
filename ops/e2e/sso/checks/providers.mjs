// A second provider, another realm, entered, switched off and removed by an operator while the server runs.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { Browser } from '../lib/browser.mjs';
import { createRealm, keycloak, logIn } from '../lib/keycloak.mjs';
import { base, call, depart, formToken, members, refusal, signInPage, visitor, who } from '../lib/easel.mjs';

const { api_key: key } = JSON.parse(readFileSync(`${process.env.EASEL_DATA}/first-run.json`, 'utf8'));
const PROVIDERS = '/api/v2/admin/identity-providers';
const SECRET = 'partner-secret-of-this-check';

async function ask(method, path, body) {
  const answer = await call(path, { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    { method, body: body && JSON.stringify(body) });
  return { status: answer.status, json: await answer.json().catch(() => ({})) };
}

/** Servers remember providers for a few seconds. */
async function until(what, holds) {
  for (let tries = 0; tries < 60; tries++) {
    if (await holds()) {
      return;
    }
    await pause(250);
  }
  assert.fail(what);
}

const offered = async () => (await new Browser().get(signInPage)).text.includes('/app/sign-in/with/partner"');

let browser;

test('sso 3.1: an operator enters a provider, and the sign-in page offers it without a restart', async () => {
  await ask('DELETE', `${PROVIDERS}/partner`);
  await createRealm('partner', {
    clientId: 'easel', secret: SECRET, redirectUris: [`${base}/app/sign-in/with/partner/callback`],
    attributes: { 'pkce.code.challenge.method': 'S256' },
  }, { user: 'gus', email: 'gus@partner.example', group: 'guests' });
  const made = await ask('POST', PROVIDERS, {
    slug: 'partner', name: 'Partner Ltd', issuer: `${keycloak}/realms/partner`, client_id: 'easel', client_secret: SECRET,
    domains: ['partner.example'],
  });
  assert.equal(made.status, 201, JSON.stringify(made.json));
  assert.equal(made.json.callback_url, `${base}/app/sign-in/with/partner/callback`);
  assert.ok(!JSON.stringify(made.json).includes(SECRET));
  await until('it is not offered', offered);
});

test('sso 3.2: its check finds it in order', async () => {
  const { status, json } = await ask('POST', `${PROVIDERS}/partner/check`);
  assert.equal(status, 200);
  assert.equal(json.passes, true, JSON.stringify(json));
});

async function typeAddress(email) {
  const visitor = new Browser();
  const token = formToken(await visitor.get(signInPage));
  return visitor.post(`${signInPage}/address`, { _csrf: token, email });
}

test('sso 3.8: an address of its domain leads there, and no other', async () => {
  let answer;
  await until('its domain leads nowhere', async () => (answer = await typeAddress('Gus@Partner.example')).status === 303);
  assert.ok(answer.location.startsWith(`${keycloak}/realms/partner/`), answer.location);
  const stranger = await typeAddress('gus@partner.example.org');
  assert.equal(stranger.status, 404);
  assert.match(refusal(stranger), /domain/);
});

/** Signs in there, after another page of it. */
async function arrive() {
  browser = new Browser();
  const page = await browser.get(signInPage);
  const token = page.text.match(/name="_csrf" value="([^"]+)"/)[1];
  const away = await browser.post(`${signInPage}/with/partner`, { _csrf: token });
  return browser.get(await logIn(browser, away.location, 'gus'));
}

test('sso 3.3: without a rule its users get nothing', async () => {
  const answer = await arrive();
  assert.equal(answer.status, 403);
  assert.match(refusal(answer), /groups/);
});

test('sso 3.4: a dry run tells what a rule would give, and gives nothing', async () => {
  const { json } = await ask('POST', `${PROVIDERS}/sso/dry-run`, { groups: ['easel-members'] });
  assert.deepEqual(json.memberships.map((it) => it.role), ['member']);
  const owner = await ask('POST', `${PROVIDERS}/partner/rules`, { group: 'guests', tenant_id: json.memberships[0].tenant_id, role: 'owner' });
  assert.equal(owner.status, 400, 'groups make no owners');
  const added = await ask('POST', `${PROVIDERS}/partner/rules`, { group: 'guests', tenant_id: json.memberships[0].tenant_id, role: 'viewer' });
  assert.equal(added.status, 201, JSON.stringify(added.json));
  const dry = await ask('POST', `${PROVIDERS}/partner/dry-run`, { claims: { sub: 'x', email: 'gus@partner.example', groups: ['guests'] } });
  assert.deepEqual(dry.json.memberships.map((it) => it.role), ['viewer']);
  assert.equal((await members())['gus@partner.example'], undefined);
});

test('sso 3.5: with it they are let in, as it says', async () => {
  let answer;
  await until('gus is not let in', async () => (answer = await arrive()).status === 303);
  assert.equal(await who(browser), 'gus@partner.example');
  assert.equal((await members())['gus@partner.example'].role, 'VIEWER');
});

test('sso 3.6: switched off, it is offered no more, and takes nobody', async () => {
  assert.equal((await ask('PATCH', `${PROVIDERS}/partner`, { enabled: false })).status, 200);
  await until('it is still offered', async () => !await offered());
  const stranger = new Browser();
  const page = await stranger.get(signInPage);
  const token = page.text.match(/name="_csrf" value="([^"]+)"/)[1];
  assert.equal((await stranger.post(`${signInPage}/with/partner`, { _csrf: token })).status, 404);
});

test('sso 3.7: removed, its sessions are over and what its groups gave is taken; the other provider goes on', async () => {
  assert.equal((await ask('DELETE', `${PROVIDERS}/partner`)).status, 204);
  assert.equal(await who(browser), null);
  assert.equal((await members())['gus@partner.example'], undefined);
  assert.equal(await who(await visitor('ben')), 'ben@example.org');
  assert.equal((await depart(new Browser())).status, 303);
});
