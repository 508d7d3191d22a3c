// Without a pointer: signing in, making an image, opening and choosing it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { arrive, blame } from '../lib/house.mjs';
import { inspect } from '../lib/inspect.mjs';
import { paint } from '../lib/program.mjs';
import { house, owner, ownerKey } from '../lib/world.mjs';

let page;

/** Presses Tab until what has the focus fits, as a patient person would. */
async function tabTo(selector, most = 60) {
  for (let pressed = 0; pressed < most; pressed++) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) {
      return;
    }
    await page.keyboard.press('Tab');
  }
  assert.fail(`Tab does not come to ${selector}`);
}

test('keyboard: signs in', async () => {
  await owner();
  ({ page } = await arrive());
  await page.goto('/app/sign-in');
  await page.keyboard.type(house.email); // the first field has the focus
  await page.keyboard.press('Tab');
  await page.keyboard.type(house.password);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
});

test('keyboard: jumps over the navigation', async () => {
  await page.goto('/app/studio');
  await page.keyboard.press('Tab');
  assert.ok(await page.evaluate(() => document.activeElement.matches('.skip')));
  const { y } = await page.locator('.skip').boundingBox();
  assert.ok(y >= 0);
  await page.keyboard.press('Enter');
  await tabTo('[name=prompt]', 2);
});

test('keyboard: sees where it is', async () => {
  await page.goto('/app/studio');
  await tabTo('header nav a');
  const ring = await page.evaluate(() => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(document.activeElement);
    return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
  });
  assert.ok(ring);
});

test('keyboard: makes an image', async () => {
  await page.goto('/app/studio');
  await tabTo('[name=prompt]');
  await page.keyboard.type('A quiet pond');
  await tabTo('[name=model]');
  await page.keyboard.type('Easel');
  await tabTo('[name=size]');
  await page.keyboard.type('256x192');
  await tabTo('#order > button');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/app\/generations\/\w+$/);
  await page.locator('#state .results img').waitFor({ timeout: 60_000 });
});

test('keyboard: sees it large, goes on by arrow, and to its page', async () => {
  await paint(await ownerKey(), 'Another pond');
  await page.goto('/app/gallery');
  await tabTo('.picture a');
  await page.keyboard.press('Enter');
  await page.locator('#lightbox[open] img').waitFor();
  const first = await page.locator('#lightbox img').getAttribute('src');
  await page.keyboard.press('ArrowRight');
  await page.waitForFunction((before) => document.querySelector('#lightbox img').getAttribute('src') !== before, first);
  assert.deepEqual(await inspect(page, 'lightbox'), []);
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('#lightbox[open]').count(), 0);
  assert.ok(await page.evaluate(() => document.activeElement.matches('.picture a')));
  await page.keyboard.press('Enter');
  await tabTo('#lightbox [data-page]', 12);
  await page.keyboard.press('Enter');
  await page.waitForURL(/gallery_item_/);
});

test('keyboard: chooses it with Space and lets go with Escape', async () => {
  await page.goto('/app/gallery');
  await tabTo('.picture input');
  await page.keyboard.press('Space');
  await page.getByText('1 chosen').waitFor();
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('.picture input:checked').count(), 0);
  assert.deepEqual(blame(), []);
});
