// Two organisations on one server: none reaches a thing of the other, by no route with an id. The
// routes are those the server has; one that nobody told here whose its id is fails.
// What is refused to the other is then done by the owner, so that 404 means "not yours".
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { url } from '../lib/house.mjs';
import { concerns, fields, filled, guessed, operators } from '../lib/ids.mjs';
import { call } from '../lib/program.mjs';
import { apiRoutes, pageRoutes } from '../lib/routes.mjs';
import { send, thing } from '../lib/things.mjs';
import { owner, ownerKey, stranger } from '../lib/world.mjs';

const body = async (route) => (route.path === '/api/v2/collections/{id}/items'
  ? { item_ids: [await thing('item')] }
  : route.example ?? (route.needsBody ? {} : undefined));

const works = (status) => status < 400 || status === 409;

const api = (await apiRoutes()).filter(concerns);
test('tenants: the document names routes with ids', () => assert.ok(api.length > 30));
for (const route of api) {
  const what = `${route.method} ${route.path}`;
  if (operators.test(route.path)) {
    test(`tenants: ${what} is not for others' keys`, async () => {
      const answer = await call((await stranger()).key, route.method, guessed(route), await body(route));
      assert.equal(answer.status, 403, answer.text);
    });
  } else {
    test(`tenants: ${what} is not found by others' keys`, async () => {
      const address = await filled(route);
      const sent = await body(route);
      const answer = await call((await stranger()).key, route.method, address, sent);
      assert.ok(answer.status === 404 || (route.path.startsWith('/files/') && answer.status === 403), `${answer.status} ${answer.text}`);
      if (!/\/public\/|^\/files\//.test(route.path)) {
        const own = await call(await ownerKey(), route.method, address, sent);
        assert.ok(works(own.status), `its owner got ${own.status} ${own.text}`);
      }
    });
  }
}

const ask = async ({ context }, route, address) => (route.method === 'GET'
  ? context.request.get(url + address, { maxRedirects: 0 })
  : send(context, address, fields[route.path]));

for (const route of pageRoutes().filter(concerns)) {
  const operating = operators.test(route.path);
  test(`tenants: ${route.method} ${route.path} is not ${operating ? 'for' : 'found by'} other browsers`, async () => {
    const address = operating && !route.path.startsWith('/app/members') ? guessed(route) : await filled(route);
    const answer = await ask(await stranger(), route, address);
    assert.ok(operating ? [403, 404].includes(answer.status()) : answer.status() === 404, `${answer.status()} at ${address}`);
    if (!operating && !route.path.startsWith('/app/public/')) {
      const own = await ask(await owner(), route, address);
      assert.ok(works(own.status()), `its owner got ${own.status()} at ${address}`);
    }
  });
}

// Ids also come in fields and queries, where no list of routes tells them.
const given = [
  ['settings of a generation', 'GET', async () => `/app/studio?again=${await thing('generation')}`],
  ['a fork of a generation', 'GET', async () => `/app/studio?fork=${await thing('generation')}`],
  ['a comparison', 'GET', async () => `/app/studio/compare?of=${await thing('generation')}`],
  ['a tenant', 'POST', () => '/app/account/tenant', async () => ({ tenant: (await own()).tenant })],
];
const own = async () => (await call(await ownerKey(), 'GET', '/api/v2/user/profile')).data?.user ?? {};
for (const [what, method, path, sent] of given) {
  test(`tenants: ${what} named elsewhere is not found`, async () => {
    const { context } = await stranger();
    const answer = method === 'GET'
      ? await context.request.get(url + await path(), { maxRedirects: 0 })
      : await send(context, path(), await sent());
    assert.ok([400, 403, 404].includes(answer.status()), String(answer.status()));
  });
}

test('tenants: items named in bulk stay where they are', async () => {
  const { context } = await stranger();
  const id = await thing('item');
  await send(context, '/app/gallery/bulk', { action: 'trash', item: id });
  await call((await stranger()).key, 'POST', '/api/v2/gallery/bulk', { action: 'trash', item_ids: [id] });
  const { data } = await call(await ownerKey(), 'GET', '/api/v2/gallery?limit=10');
  assert.ok(JSON.stringify(data).includes(id));
});

const named = [
  ['an image to start from', '/api/v2/generate/image-to-image', async () => ({ model: 'easel/sketch', prompt: 'x', init_image: await thing('image') })],
  ['an image to process', '/api/v2/process/filters', async () => ({ image: await thing('image'), filters: [{ name: 'grayscale' }] })],
  ['an asset to start from', '/api/v2/generate/image-to-image', async () => ({ model: 'easel/sketch', prompt: 'x', init_image: await thing('asset') })],
  ['an item to share', '/api/v2/gallery/shares', async () => ({ item_id: await thing('item') })],
  ['items to pack', '/api/v2/gallery/zip', async () => ({ item_ids: [await thing('item')] })],
  ['a key to cap', '/api/v2/budgets', async () => ({ scope: 'key', key_id: await thing('key'), monthly_credits: 1 })],
  ['a cover', '/api/v2/collections', async () => ({ name: 'Mine', cover_image_id: await thing('image') })],
];
for (const [what, path, sent] of named) {
  test(`tenants: ${what} is not found by others' keys`, async () => {
    const answer = await call((await stranger()).key, 'POST', path, await sent());
    assert.ok([400, 404].includes(answer.status), `${answer.status} ${answer.text}`);
  });
}
