// Somebody with Chromium: through Keycloak into the studio, and out at Keycloak, which closes the
// dashboard.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { arrive, blame, close } from '../browser/lib/house.mjs';
import { base } from './lib/easel.mjs';
import { issuer, passwordOf, serve } from './lib/keycloak.mjs';

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

test('sso 15.5: and no page broke its rules', () => assert.deepEqual(blame().filter((it) => it.startsWith(base)), []));
