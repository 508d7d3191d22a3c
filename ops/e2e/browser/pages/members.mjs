// Who belongs to the organisation.
export async function invite(page, email, role) {
  await page.goto('/app/members');
  const form = page.locator('form[action$="/members/invite"]');
  await form.getByLabel('E-mail').fill(email);
  await form.getByLabel('Role').selectOption(role);
  await form.getByRole('button', { name: 'Invite' }).click();
  return (await page.locator('.issued code').textContent()).trim();
}
