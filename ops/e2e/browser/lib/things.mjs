// Things of the owner's organisation, by kind; each call makes another one.
import { arrive, once, url } from './house.mjs';
import { demand, itemOf, paint } from './program.mjs';
import { house, owner, ownerKey } from './world.mjs';
import { addServiceAccount, invite } from '../pages/members.mjs';
import { join, signIn } from '../pages/session.mjs';

let serial = 0;
const fresh = (word) => `${word} ${++serial}`;
const spare = [];

/** Images come by the four, the most there are of one order. */
async function image() {
  if (!spare.length) {
    spare.push(...(await paint(await ownerKey(), fresh('Things'), 4, { width: 64, height: 64 })).images);
  }
  return spare.pop();
}

const post = async (path, body) => demand(await ownerKey(), 'POST', path, body);

async function onPage(work) {
  const { context } = await owner();
  const page = await context.newPage();
  return work(page).finally(() => page.close());
}

async function membership() {
  const email = `${fresh('guest').replace(' ', '-')}@example.org`;
  const link = await onPage((page) => invite(page, email, 'MEMBER'));
  const guest = await arrive();
  await join(guest.page, link, house.password);
  await guest.context.close();
  return email;
}

/** One who is not put out. */
const guest = once(membership);

const inForm = (email, pattern) => onPage(async (page) => {
  await page.goto('/app/members');
  const row = page.getByRole('row').filter({ hasText: email });
  const forms = await row.locator('form').evaluateAll((all) => all.map((form) => form.action).join(' '));
  return forms.match(pattern)[1];
});

/** The smallest picture. */
export const pixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=', 'base64');

const things = {
  image: async () => (await image()).id,
  channel: async () => `file.${(await image()).id}`,
  generation: async () => (await paint(await ownerKey(), fresh('A thing'), 1, { width: 64, height: 64 })).id,
  item: async () => itemOf(await image()),
  trashed: async () => {
    const id = itemOf(await image());
    await demand(await ownerKey(), 'DELETE', `/api/v2/gallery/items/${id}`);
    return id;
  },
  collection: async () => (await post('/api/v2/collections', { name: fresh('Shelf') })).collection.id,
  slug: async () => (await post('/api/v2/collections', { name: fresh('Shelf') })).collection.slug,
  share: async () => (await post('/api/v2/gallery/shares', { item_id: itemOf(await image()) })).share.id,
  key: async () => (await post('/api/v2/keys', { name: fresh('Key') })).id,
  app: async () => `app_${'0'.repeat(24)}`, // nobody's: without a Keycloak there is none
  budget: async () => (await post('/api/v2/budgets', { scope: 'key', key_id: await things.key(), monthly_credits: 100 })).id,
  asset: async () => {
    const form = new FormData();
    form.append('file', new Blob([pixel], { type: 'image/png' }), `${fresh('asset')}.png`);
    return (await post('/api/v2/assets', form)).id;
  },
  membership: async () => inForm(await membership(), /members\/([^/ ]+)\/role/),
  lasting: async () => inForm(await guest(), /members\/([^/ ]+)\/role/),
  user: async () => inForm(await guest(), /users\/([^/ ]+)\/reset-password/),
  account: async () => onPage((page) => addServiceAccount(page, fresh('Robot'), 'MEMBER')),
  invitation: async () => {
    const email = `${fresh('asked').replace(' ', '-')}@example.org`;
    await onPage((page) => invite(page, email, 'MEMBER'));
    return inForm(email, /invitations\/([^/ ]+)\/withdraw/);
  },
  session: async () => {
    const other = await arrive();
    await signIn(other.page, house);
    await other.context.close();
    return onPage(async (page) => {
      await page.goto('/app/account');
      return (await page.locator('form[action*="/account/sessions/"]').first().getAttribute('action')).match(/sessions\/([^/]+)\/end/)[1];
    });
  },
};

export const thing = (kind) => things[kind]();

const tokens = new WeakMap();

/** The form token of a browser; it is the same as long as the visit lasts. */
export async function tokenOf(context) {
  if (!tokens.has(context)) {
    const page = await (await context.request.get(`${url}/app/account`)).text();
    tokens.set(context, page.match(/name="_csrf" value="([^"]*)"/)[1]);
  }
  return tokens.get(context);
}

/** A form sent by someone's browser, with the token of that browser. */
export async function send(context, path, fields = {}) {
  const token = await tokenOf(context);
  if (path === '/app/studio/source') {
    return context.request.post(url + path, {
      headers: { 'X-CSRF-Token': token }, multipart: { file: { name: 'a.png', mimeType: 'image/png', buffer: pixel } },
    });
  }
  return context.request.post(url + path, {
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    data: new URLSearchParams({ _csrf: token, ...fields }).toString(),
    maxRedirects: 0,
  });
}
