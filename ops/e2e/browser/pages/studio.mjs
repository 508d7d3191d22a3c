// The studio and the page of a generation.
const form = (page) => page.locator('#order');

export async function order(page, { prompt, model = 'easel/sketch', size = '256x192', count, seed }) {
  await form(page).locator('[name=prompt]').fill(prompt);
  await form(page).locator('[name=model]').selectOption(model);
  await form(page).getByLabel('Size').fill(size);
  if (count) {
    await form(page).getByLabel('Images').fill(String(count));
  }
  if (seed !== undefined) {
    await form(page).getByLabel('Seed').fill(String(seed));
  }
}

/** Sends the order; the page of the generation is there when this returns. */
export async function generate(page) {
  await page.getByRole('button', { name: 'Generate' }).click();
  await page.waitForURL(/\/app\/generations\/\w+$/);
  return page.url().split('/').pop();
}

/** Waits, without a reload, until the pictures are there. */
export async function finished(page, images = 1) {
  await page.locator('#state .results img').nth(images - 1).waitFor({ timeout: 60_000 });
  await page.waitForFunction(() => [...document.querySelectorAll('.results img')]
    .every((picture) => picture.complete && picture.naturalWidth > 0));
}
