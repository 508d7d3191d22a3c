// Setting up, signing in and out, joining.
export async function setUp(page, { token, organisation, email, password }) {
  await page.getByLabel('Set-up token').fill(token);
  await page.getByLabel('Organisation').fill(organisation);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Set up' }).click();
  await page.waitForURL(/\/app\/?$/);
}

export async function signIn(page, { email, password }) {
  await page.goto('/app/sign-in');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL((there) => !there.pathname.endsWith('/sign-in'));
}

export async function signOut(page) {
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL(/sign-in/);
}

/** Follows an invitation as someone without an account. */
export async function join(page, link, password) {
  await page.goto(link);
  await page.getByLabel('Choose a password').fill(password);
  await page.getByRole('button', { name: 'Join', exact: true }).click();
  await page.waitForURL(/\/app\/?$/);
}
