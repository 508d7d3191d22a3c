// The server under test: its sign-in page, and what a visitor is told about oneself.
import { readFileSync } from 'node:fs';
import { Browser, plain } from './browser.mjs';
import { logIn } from './keycloak.mjs';

export const base = process.env.EASEL_URL;
export const signInPage = `${base}/app/sign-in`;
export const withProvider = `${base}/app/sign-in/with/sso`;

const first = JSON.parse(readFileSync(`${process.env.EASEL_FIRST_DATA ?? process.env.EASEL_DATA}/first-run.json`, 'utf8'));

/** The house's owner, who has a local account. */
export const owner = { email: first.admin_email, password: first.admin_password };

export const formToken = (page) => page.text.match(/name="_csrf" value="([^"]+)"/)?.[1] ?? '';

/** Begins a sign-in through the provider; the answer leads there. */
export async function depart(browser, fields = {}, at = base) {
  const page = await browser.get(`${at}/app/sign-in`);
  return browser.post(`${at}/app/sign-in/with/sso`, { _csrf: formToken(page), ...fields });
}

/** Goes to the provider and signs in there; the address it sends the browser back to. */
export const returning = async (browser, user = 'anna') => logIn(browser, (await depart(browser)).location, user);

/** Signs in through the provider; the answer to the callback. */
export const signIn = async (browser, user = 'anna') => browser.get(await returning(browser, user));

/** Somebody who is signed in. */
export async function visitor(user) {
  const browser = new Browser();
  const answer = await signIn(browser, user);
  if (answer.status !== 303) {
    throw new Error(`${user} is not let in: ${answer.status} ${refusal(answer)}`);
  }
  return browser;
}

/** Signs in by password. */
export async function signInHere(browser, { email, password }, more = {}) {
  const page = await browser.get(signInPage);
  return browser.post(signInPage, { _csrf: formToken(page), email, password, ...more });
}

export async function signOut(browser, at = base) {
  const page = await browser.get(`${at}/app/account`);
  return browser.post(`${at}/app/sign-out`, { _csrf: formToken(page) });
}

/** The address of whoever is signed in; null for nobody. */
export async function who(browser, at = base) {
  const page = await browser.get(`${at}/app/account`);
  return page.status === 200 ? plain(page.text.match(/<p class="lead">([^<]*)</)[1]) : null;
}

/** What the page says in its alert. */
export const refusal = (page) => plain(page.text.match(/role="alert">([^<]*)</)?.[1] ?? '');

let house;
/** The members of the first organisation, as its owner sees them: role and user by e-mail address. */
export async function members() {
  if (!house || await who(house) === null) {
    house = new Browser();
    await signInHere(house, owner);
  }
  const page = await house.get(`${base}/app/members`);
  const rows = page.text.split(/<tr>/).filter((row) => row.includes('<small>'));
  return Object.fromEntries(rows.map((row) => [
    plain(row.match(/<small>([^<]*)</)[1]),
    {
      role: row.match(/<option value="(\w+)"[^>]*selected/)?.[1],
      membership: row.match(/members\/([^/"]+)\/role/)?.[1],
      user: row.match(/members\/users\/([^/"]+)\/reset-password/)?.[1],
    },
  ]));
}

/** A call of the API as clients make it. */
export const call = (path, headers = {}, options = {}) => fetch(`${base}${path}`, {
  signal: AbortSignal.timeout(60_000), ...options, headers,
});
