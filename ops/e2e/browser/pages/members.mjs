// Who belongs to the organisation.
export async function invite(page, email, role) {
  await page.goto('/app/members');
  const form = page.locator('form[action$="/members/invite"]');
  await form.getByLabel('E-mail').fill(email);
  await form.getByLabel('Role').selectOption(role);
  await form.getByRole('button', { name: 'Invite' }).click();
  return (await page.locator('.issued code').textContent()).trim();
}

/** Adds a member without a person; the id of the membership. */
export async function addServiceAccount(page, name, role) {
  await page.goto('/app/members');
  const form = page.locator('form[action$="/app/service-accounts"]');
  await form.getByPlaceholder('What it is for').fill(name);
  await form.getByLabel('Role').selectOption(role);
  await form.getByRole('button', { name: 'Add service account' }).click();
  const named = page.locator(`form[action*="/service-accounts/"]:has(input[value="${name}"])`);
  return (await named.getAttribute('action')).match(/service-accounts\/([^/]+)\/name/)[1];
}
