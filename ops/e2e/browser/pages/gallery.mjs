// The gallery: its grid, the page of an image, collections.
export const item = (page, id) => page.goto(`/app/gallery/${id}`);

export async function describe(page, { title, tags, collection, open }) {
  const form = page.locator('main form').filter({ has: page.getByLabel('Title') });
  if (title !== undefined) {
    await form.getByLabel('Title').fill(title);
  }
  if (tags !== undefined) {
    await form.getByLabel('Tags').fill(tags);
  }
  if (collection) {
    await form.getByLabel(collection, { exact: true }).check();
  }
  if (open !== undefined) {
    await form.getByLabel('Public').setChecked(open);
  }
  await form.getByRole('button', { name: 'Save' }).click();
  await page.waitForLoadState();
}

export async function createCollection(page, name) {
  await page.goto('/app/collections');
  await page.getByLabel('Name').fill(name);
  await page.getByRole('button', { name: 'New collection' }).click();
  await page.waitForURL(/\/app\/collections\/[^/]+$/);
  return page.url().split('/').pop();
}

/** Makes a link of the item or collection that is shown. */
export async function share(page, { password, days, download = true, metadata = true } = {}) {
  await page.getByText('Share by link').click();
  const form = page.locator('form[action$="/share"]');
  await form.getByLabel('Password').fill(password ?? '');
  await form.getByLabel('Days').fill(days ? String(days) : '');
  await form.getByLabel(/Whole images/).setChecked(download);
  await form.getByLabel(/Tell how/).setChecked(metadata);
  await form.getByRole('button', { name: 'Make a link' }).click();
  return (await page.locator('#link').textContent()).trim();
}

/** Ticks images of the grid by their place. */
export async function choose(page, ...places) {
  for (const place of places) {
    const tile = page.locator('.grid-of-pictures .picture').nth(place);
    await tile.hover();
    await tile.getByRole('checkbox').check({ force: true });
  }
}

/** From the grid to the page of an image, by way of its large view. */
export async function openByLightbox(page, place = 0) {
  await page.locator('.grid-of-pictures .picture a').nth(place).click();
  const box = page.locator('#lightbox[open]');
  await box.waitFor();
  await box.getByRole('link', { name: 'Details' }).click();
  await page.waitForURL(/gallery_item_/);
}
