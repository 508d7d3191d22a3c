// API keys.
export async function createKey(page, name) {
  await page.goto('/app/keys');
  const form = page.locator('main > form[action$="/keys"]');
  await form.getByLabel('Name of the key').fill(name);
  await form.getByRole('button', { name: 'Create key' }).click();
  return (await page.locator('#secret').textContent()).trim();
}

/** One with the right to run the server: its owner ticks it. */
export async function createOperatorKey(page, name) {
  await page.goto('/app/keys');
  await page.getByText('Create a key with limits').click();
  const form = page.locator('details form[action$="/keys"]');
  await form.getByLabel('Name').fill(name);
  await form.getByLabel('run the server').check();
  await form.getByRole('button', { name: 'Create key' }).click();
  return (await page.locator('#secret').textContent()).trim();
}
