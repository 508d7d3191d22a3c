// What the studio and the gallery can do besides: a picture to start from, a mask painted on it,
// models side by side, code to copy, many images at once.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blame } from '../lib/house.mjs';
import { inspect } from '../lib/inspect.mjs';
import { demand, itemOf, paint } from '../lib/program.mjs';
import { owner, ownerKey } from '../lib/world.mjs';
import { choose, createCollection } from '../pages/gallery.mjs';
import { finished, generate, order } from '../pages/studio.mjs';

let page;
let source;

test('studio: a generation offers its picture to start from', async () => {
  const { context } = await owner();
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  page = await context.newPage();
  source = await paint(await ownerKey(), 'A red barn');
  await page.goto(`/app/generations/${source.id}`);
  await page.getByRole('link', { name: 'Start from this' }).click();
  await page.locator('#source .easel img').waitFor();
});

test('studio: a mask is painted on it with the pointer', async () => {
  await order(page, { prompt: 'A blue barn', size: '' });
  await page.getByLabel('Paint what is to change').check();
  const canvas = await page.locator('#source canvas').boundingBox();
  await page.mouse.move(canvas.x + canvas.width * 0.3, canvas.y + canvas.height * 0.5);
  await page.mouse.down();
  await page.mouse.move(canvas.x + canvas.width * 0.7, canvas.y + canvas.height * 0.5, { steps: 8 });
  await page.mouse.up();
  const mask = await page.locator('#order [name=mask]').inputValue();
  assert.match(mask, /^data:image\/png;base64,.{100}/);
  assert.deepEqual(await inspect(page, 'studio-mask'), []);
  const model = page.locator('#order [name=model] option:not([disabled])').first();
  await page.locator('#order [name=model]').selectOption(await model.getAttribute('value'));
  const id = await generate(page);
  await finished(page);
  const { images } = await demand(await ownerKey(), 'GET', `/api/v2/generations/${id}`);
  const family = await demand(await ownerKey(), 'GET', `/api/v2/gallery/items/${itemOf(images[0])}/lineage`);
  assert.ok(JSON.stringify(family).includes(source.images[0].id), JSON.stringify(family).slice(0, 300));
});

test('studio: a file from the desk is a source too', async () => {
  await page.goto('/app/studio');
  const bytes = Buffer.from(await (await fetch(source.images[0].url)).arrayBuffer());
  await page.getByText('Start from a picture').click();
  await page.locator('#source input[type=file]').setInputFiles({ name: 'barn.png', mimeType: 'image/png', buffer: bytes });
  await page.waitForFunction(() => document.querySelector('#order [name=source]').value);
  await order(page, { prompt: 'The barn in winter', size: '' });
  await generate(page);
  await finished(page);
});

test('studio: a file that is no picture is refused in words', async () => {
  await page.goto('/app/studio');
  await page.getByText('Start from a picture').click();
  await page.locator('#source input[type=file]').setInputFiles({ name: 'x.png', mimeType: 'image/png', buffer: Buffer.from('no') });
  await page.locator('#source .refusal').waitFor();
});

test('studio: models are compared side by side', async () => {
  await page.goto('/app/studio');
  await order(page, { prompt: 'A fox', size: '256x256', seed: 5 });
  await page.getByText('Compare models').click();
  await page.locator('#order [name=also]:not([value="easel/sketch"])').first().check();
  await page.getByRole('button', { name: 'Generate' }).click();
  await page.waitForURL(/\/studio\/compare/);
  await page.locator('.sides figure:nth-of-type(2) img').waitFor({ timeout: 60_000 });
  await page.locator('.sides figure:nth-of-type(1) img').waitFor({ timeout: 60_000 });
  assert.deepEqual(await inspect(page, 'compare-two'), []);
});

test('studio: the code of a generation is copied in four languages', async () => {
  await page.goto(`/app/generations/${source.id}`);
  const details = page.locator('details[name=snippet]');
  assert.equal(await details.count(), 4);
  for (let at = 0; at < 4; at++) {
    const one = details.nth(at);
    if (!(await one.getAttribute('open') !== null)) {
      await one.locator('summary').click();
    }
    await one.getByRole('button', { name: 'Copy' }).click();
    await one.getByRole('button', { name: 'Copied' }).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.ok(copied.includes('A red barn') && copied.includes('EASEL_API_KEY'), copied);
  }
});

test('studio: same settings and another seed', async () => {
  await page.goto(`/app/generations/${source.id}`);
  await page.getByRole('button', { name: 'Another seed' }).or(page.getByRole('link', { name: 'Another seed' })).click();
  await page.locator('#order').waitFor();
  assert.equal(await page.locator('#order [name=prompt]').inputValue(), 'A red barn');
  assert.equal(await page.locator('#order [name=seed]').inputValue(), '');
});

test('studio: many images are tagged, filed, thrown away and brought back at once', async () => {
  const { images } = await paint(await ownerKey(), 'Bulk barns', 4);
  await createCollection(page, 'Barns');
  await page.goto('/app/gallery');
  await choose(page, 0, 1, 2);
  await page.getByText('3 chosen').waitFor();
  assert.deepEqual(await inspect(page, 'gallery-chosen'), []);
  await page.locator('.bulk [name=tags]').fill('bulk');
  await page.locator('.bulk button[value=add_tags]').click();
  await page.waitForURL(/\/app\/gallery$/);
  await page.goto('/app/gallery?tag=bulk');
  await choose(page, 0, 1, 2);
  await page.locator('.bulk [name=collection]').selectOption({ label: 'Barns' });
  await page.locator('.bulk button[value=add_to_collection]').click();
  await page.waitForURL(/\/app\/gallery$/);
  await page.goto('/app/gallery?tag=bulk');
  await choose(page, 0, 1);
  await page.locator('.bulk button[value=trash]').click();
  await page.waitForURL(/\/app\/gallery$/);
  await page.goto('/app/gallery?show=trash');
  await choose(page, 0, 1);
  await page.locator('.bulk button[value=restore]').click();
  await page.waitForLoadState();
  const { collection } = await demand(await ownerKey(), 'GET', '/api/v2/collections/barns');
  assert.equal(collection.item_count, 3);
  assert.equal(images.length, 4);
});

test('studio: a picture is made grey from its own page', async () => {
  await page.goto(`/app/gallery/${itemOf(source.images[0])}`);
  await page.getByRole('button', { name: 'Grayscale' }).click();
  await page.waitForURL(/generations/);
  await finished(page);
  assert.deepEqual(blame(), []);
});
