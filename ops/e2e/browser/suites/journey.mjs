// From an empty server to a shared picture, as its owner goes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { arrive, blame } from '../lib/house.mjs';
import { call, itemOf, paint } from '../lib/program.mjs';
import { house, owner } from '../lib/world.mjs';
import { createCollection, describe, item, openByLightbox, share } from '../pages/gallery.mjs';
import { createKey } from '../pages/keys.mjs';
import { signIn, signOut } from '../pages/session.mjs';
import { finished, generate, order } from '../pages/studio.mjs';

let page;
let key;
let made;
let link;

test('journey: the owner sets the server up by page', async () => {
  ({ page } = await owner());
  await page.getByRole('heading', { name: house.organisation }).waitFor();
});

test('journey: signs out and in again', async () => {
  await signOut(page);
  await signIn(page, house);
  await page.getByRole('heading', { name: house.organisation }).waitFor();
});

test('journey: makes a key, which is shown once and works', async () => {
  key = await createKey(page, 'Journey');
  assert.match(key, /^esk_live_/);
  assert.equal((await call(key, 'GET', '/api/v2/gallery')).status, 200);
  await page.goto('/app/keys');
  await page.getByRole('link', { name: 'Journey' }).waitFor();
  assert.equal(await page.locator('#secret').count(), 0);
});

test('journey: sees what an order costs before it is sent', async () => {
  await page.goto('/app/studio');
  await order(page, { prompt: 'A lighthouse in a storm', size: '1024x1024', count: 2, seed: 11 });
  await page.locator('#quote', { hasText: 'credits' }).waitFor();
});

test('journey: generates, and sees it come without a reload', async () => {
  let loads = 0;
  const count = (frame) => { loads += frame === page.mainFrame() ? 1 : 0; };
  const asked = page.waitForRequest(/\/progress$/);
  const news = page.waitForResponse(/\/progress$/);
  made = await generate(page);
  await asked;
  assert.equal((await news).headers()['content-type'].split(';')[0], 'text/event-stream');
  page.on('framenavigated', count);
  await finished(page, 2);
  page.off('framenavigated', count);
  assert.equal(loads, 0);
  await page.getByRole('row', { name: 'Charged' }).waitFor();
});

test('journey: the image is in the gallery by itself', async () => {
  await page.goto('/app/gallery');
  assert.equal(await page.locator('.grid-of-pictures .picture').count(), 2);
});

test('journey: titles and tags it', async () => {
  made = itemOf({ id: `img_${made.slice(4)}_0` });
  await item(page, made);
  await describe(page, { title: 'The lighthouse', tags: 'sea, storm' });
  await page.getByRole('heading', { name: 'The lighthouse' }).waitFor();
  await page.goto('/app/gallery?tag=storm');
  assert.equal(await page.locator('.grid-of-pictures .picture').count(), 1);
});

test('journey: files it in a collection', async () => {
  const slug = await createCollection(page, 'Seaside');
  await item(page, made);
  await describe(page, { collection: 'Seaside' });
  await page.goto(`/app/collections/${slug}`);
  assert.equal(await page.locator('.grid-of-pictures .picture').count(), 1);
});

test('journey: shares it, and a stranger sees it', async () => {
  await item(page, made);
  link = await share(page);
  const stranger = await arrive();
  await stranger.page.goto(link);
  await stranger.page.getByRole('heading', { name: 'The lighthouse' }).waitFor();
  await stranger.page.waitForFunction(() => document.querySelector('.shared img').naturalWidth > 0);
  const [download] = await Promise.all([
    stranger.page.waitForEvent('download'), stranger.page.getByRole('link', { name: 'Download', exact: true }).click()]);
  assert.match(download.suggestedFilename(), /\.png$/);
  await stranger.page.goto('/app/gallery');
  assert.match(stranger.page.url(), /sign-in/);
  await stranger.context.close();
});

test('journey: shares by password and without downloads', async () => {
  await item(page, made);
  const locked = await share(page, { password: 'open sesame', download: false, metadata: false });
  const stranger = await arrive();
  await stranger.page.goto(locked);
  await stranger.page.getByLabel('Password').fill('open barley');
  await stranger.page.getByRole('button', { name: 'Show' }).click();
  await stranger.page.getByRole('alert').waitFor();
  await stranger.page.getByLabel('Password').fill('open sesame');
  await stranger.page.getByRole('button', { name: 'Show' }).click();
  await stranger.page.locator('.shared img').waitFor();
  assert.equal(await stranger.page.getByRole('link', { name: 'Download' }).count(), 0);
  assert.equal(await stranger.page.getByText('A lighthouse in a storm').count(), 0);
  await stranger.context.close();
});

test('journey: throws it away and brings it back', async () => {
  await item(page, made);
  await page.getByRole('button', { name: 'To the trash' }).click();
  await page.waitForURL(/\/app\/gallery$/);
  const stranger = await arrive();
  await stranger.page.goto(link);
  await stranger.page.getByText('Nothing is here any more.').waitFor();
  await page.goto('/app/gallery?show=trash');
  await openByLightbox(page);
  await page.getByText('This image is in the trash.').waitFor();
  await page.getByRole('button', { name: 'Restore' }).click();
  await page.getByRole('button', { name: 'To the trash' }).waitFor();
  await stranger.page.goto(link);
  await stranger.page.locator('.shared img').waitFor();
  await stranger.context.close();
});

test('journey: deletes another for good', async () => {
  const { images } = await paint(key, 'A rowing boat');
  await item(page, itemOf(images[0]));
  await page.getByRole('button', { name: 'To the trash' }).click();
  await page.waitForURL(/\/app\/gallery$/);
  await item(page, itemOf(images[0]));
  await page.getByRole('button', { name: 'Delete for good' }).click();
  await page.waitForURL(/show=trash/);
  assert.equal((await page.goto(`/app/gallery/${itemOf(images[0])}`)).status(), 404);
});

test('journey: no page broke its own rules', () => assert.deepEqual(blame(), []));
