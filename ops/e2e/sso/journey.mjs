// Somebody with Chromium: through Keycloak into the studio, and out at Keycloak, which closes the
// dashboard. Then an app is given consent, and uses it.
import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { arrive, blame, close } from '../browser/lib/house.mjs';
import { base, call } from './lib/easel.mjs';
import { issuer, passwordOf, serve } from './lib/keycloak.mjs';

const { api_key: key } = JSON.parse(readFileSync(`${process.env.EASEL_DATA}/first-run.json`, 'utf8'));

let someone;
before(async () => {
  await serve(base);
  someone = await arrive();
});
after(close);

async function typePassword(page, user) {
  await page.getByLabel(/Username/).fill(user);
  await page.getByRole('textbox', { name: 'Password' }).fill(passwordOf(user));
  await page.getByRole('button', { name: 'Sign In' }).click();
}

test('sso 15.1: a browser signs in through Keycloak', async () => {
  const { page } = someone;
  await page.goto('/app/sign-in');
  await page.getByRole('button', { name: 'Continue with Keycloak' }).click();
  await page.waitForURL((url) => url.href.startsWith(issuer));
  await typePassword(page, 'anna');
  await page.waitForURL((url) => url.href.startsWith(`${base}/app`));
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
  assert.equal(new URL(page.url()).search, '');
});

test('sso 15.2: makes an image', async () => {
  const { page } = someone;
  await page.goto('/app/studio');
  await page.getByLabel('Prompt', { exact: true }).fill('A lighthouse in a storm');
  await page.getByRole('button', { name: /^(Generate|Create|Make)/ }).click();
  await page.waitForURL(/gen_/);
  await page.locator('img[src*="/files/"]').first().waitFor({ timeout: 60_000 });
});

test('sso 15.3: signs out at Keycloak, and the dashboard is closed', async () => {
  const { page } = someone;
  await page.goto(`${issuer}/protocol/openid-connect/logout`);
  await page.getByRole('button', { name: 'Logout' }).click();
  await page.getByRole('heading', { name: /logged out/i }).waitFor();
  await page.goto('/app/studio');
  await page.waitForURL(/\/app\/sign-in/);
});

test('sso 15.4: signs in once more and out here, and Keycloak asks for the password again', async () => {
  const { page } = someone;
  await page.getByRole('button', { name: 'Continue with Keycloak' }).click();
  await typePassword(page, 'anna');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL(`${base}/app/sign-in`);
  await page.getByRole('button', { name: 'Continue with Keycloak' }).click();
  await page.getByRole('textbox', { name: 'Password' }).waitFor();
  assert.ok(page.url().startsWith(issuer));
});

/** Waits for the browser to come back to a program on this machine; its address, and what it bears. */
async function program() {
  let arrived;
  const back = new Promise((resolve) => { arrived = resolve; });
  const server = createServer((request, answer) => {
    answer.setHeader('content-type', 'text/plain').end('Back at the program.');
    arrived(new URL(request.url, 'http://127.0.0.1').searchParams);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { address: `http://127.0.0.1:${server.address().port}/callback`, back, end: () => server.close() };
}

const send = (path, credential, body) => call(path,
  { authorization: `Bearer ${credential}`, 'content-type': 'application/json' }, { method: 'POST', body: JSON.stringify(body) });

test('sso 15.5: an app asks for consent, and makes an image with its token', async () => {
  const { page } = someone;
  const { address, back, end } = await program();
  const app = await (await send('/api/v2/oauth/apps', key, {
    name: 'Calendar maker', redirect_uris: [address], scopes: ['images:generate'],
  })).json();
  const verifier = randomBytes(32).toString('base64url');
  await page.goto(`${issuer}/protocol/openid-connect/auth?${new URLSearchParams({
    response_type: 'code', client_id: app.client_id, redirect_uri: address, state: 'state', scope: 'openid images:generate',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'), code_challenge_method: 'S256',
  })}`);
  await typePassword(page, 'anna');
  await page.getByText('Make images').waitFor();
  await page.getByRole('button', { name: 'Yes' }).click();
  const { access_token: token } = await (await fetch(`${issuer}/protocol/openid-connect/token`, {
    method: 'POST', body: new URLSearchParams({
      grant_type: 'authorization_code', code: (await back).get('code'), redirect_uri: address, code_verifier: verifier,
      client_id: app.client_id, client_secret: app.client_secret,
    }),
  })).json();
  const made = await send('/v1/images/generations', token, { model: 'easel/sketch', prompt: 'a calendar', size: '64x64' });
  assert.equal(made.status, 200, await made.text());
  end();
});

test('sso 15.6: and no page broke its rules', () => assert.deepEqual(blame().filter((it) => it.startsWith(base)), []));
