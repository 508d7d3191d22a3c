// Cookies, second factors, and the end of visits.
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import { arrive, blame, url } from '../lib/house.mjs';
import { inspect } from '../lib/inspect.mjs';
import { house, owner, stranger } from '../lib/world.mjs';
import { createKey } from '../pages/keys.mjs';
import { invite } from '../pages/members.mjs';
import { signIn, signOut } from '../pages/session.mjs';

const cookie = async (context) => (await context.cookies()).find(({ name }) => /easel$/.test(name));
const landsAt = async (value, path = '/app') => {
  const { context, page } = await arrive();
  await context.addCookies([{ name: 'easel', value, url }]);
  await page.goto(path);
  const there = new URL(page.url()).pathname;
  await context.close();
  return there;
};

test('sessions: signing in goes on under another cookie, and nobody with the old one', async () => {
  const { context, page } = await arrive();
  await page.goto('/app/sign-in');
  const before = await cookie(context);
  await signIn(page, house);
  const after = await cookie(context);
  assert.notEqual(after.value, before.value);
  assert.equal(await landsAt(before.value), '/app/sign-in');
  assert.notEqual(await landsAt(after.value), '/app/sign-in');
  assert.deepEqual([after.httpOnly, after.sameSite, after.path, after.expires], [true, 'Lax', '/', -1]);
  await signOut(page);
  assert.equal(await landsAt(after.value), '/app/sign-in');
  await page.goBack();
  assert.equal(await page.getByRole('button', { name: 'Sign out' }).count(), 0);
  await context.close();
});

test('sessions: a cookie somebody planted is not the one that signs in', async () => {
  const { context, page } = await arrive();
  const other = await arrive();
  await other.page.goto('/app/sign-in');
  const planted = await cookie(other.context);
  await context.addCookies([{ name: planted.name, value: planted.value, url }]);
  await signIn(page, house);
  assert.notEqual((await cookie(context)).value, planted.value);
  await other.page.goto('/app');
  assert.match(other.page.url(), /sign-in/);
  await context.close();
  await other.context.close();
});

test('sessions: one ends another browser’s', async () => {
  const { page } = await owner();
  const other = await arrive();
  await signIn(other.page, house);
  await page.goto('/app/account');
  await page.getByRole('button', { name: 'End all others' }).click();
  await page.waitForLoadState();
  await other.page.goto('/app');
  assert.match(other.page.url(), /sign-in/);
  await other.context.close();
});

/** RFC 6238 with SHA-1, six digits, thirty seconds. */
function codeOf(secret) {
  const bits = [...secret.replace(/[\s=]/g, '')]
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const mac = createHmac('sha1', key).update(step).digest();
  const number = mac.readUInt32BE(mac[19] & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, '0');
}

test('sessions: a second factor is set up, asked for, and replaced by a recovery code', async () => {
  const { page, email, password } = await stranger();
  await page.goto('/app/account/second-factor');
  await page.getByRole('button', { name: 'Set up an authenticator' }).click();
  const secret = await page.locator('code.secret').textContent();
  assert.deepEqual(await inspect(page, 'second-factor-enrolment'), []);
  await page.getByLabel('Code').fill(codeOf(secret));
  await page.getByRole('button', { name: 'Turn on' }).click();
  const codes = (await page.locator('.issued code').textContent()).trim().split(/\s+/);
  assert.deepEqual(await inspect(page, 'second-factor-codes'), []);
  const again = await arrive();
  await signIn(again.page, { email, password });
  await again.page.waitForURL(/sign-in\/code/);
  assert.deepEqual(await inspect(again.page, 'sign-in-code'), []);
  await again.page.goto('/app');
  assert.match(again.page.url(), /sign-in/);
  await again.page.goto('/app/sign-in/code');
  await again.page.getByLabel('Code').fill('000000');
  await again.page.getByRole('button', { name: 'Sign in' }).click();
  await again.page.getByRole('alert').waitFor();
  await again.page.getByLabel('Code').fill(codes[0]);
  await again.page.getByRole('button', { name: 'Sign in' }).click();
  await again.page.getByRole('button', { name: 'Sign out' }).waitFor();
  await again.context.close();
});

test('sessions: what is shown once can be read by all', async () => {
  const { page } = await owner();
  await createKey(page, 'Shown once');
  assert.deepEqual(await inspect(page, 'key-issued'), []);
  await invite(page, 'shown@example.org', 'VIEWER');
  assert.deepEqual(await inspect(page, 'invitation-link'), []);
  await page.goto('/app/keys');
  await page.getByText('Create a key with limits').click();
  assert.deepEqual(await inspect(page, 'key-limits'), []);
});

test('sessions: a refused sign-in can be read by all', async () => {
  const { context, page } = await arrive();
  await page.goto('/app/sign-in');
  await page.getByLabel('E-mail').fill(house.email);
  await page.getByLabel('Password').fill('not the password');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('alert').waitFor();
  assert.deepEqual(await inspect(page, 'sign-in-refused'), []);
  await context.close();
  assert.deepEqual(blame(), []);
});
