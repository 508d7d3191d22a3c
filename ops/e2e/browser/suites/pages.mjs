// Every page: usable with a screen reader, light enough, no wider than a phone; and its pictures.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { arrive, blame } from '../lib/house.mjs';
import { inspect } from '../lib/inspect.mjs';
import { pageRoutes } from '../lib/routes.mjs';
import { handsOutPages, pagesOf, samples } from '../lib/samples.mjs';
import { owner, passing } from '../lib/world.mjs';

const look = async (person, path, name, status = 200) => {
  const answer = await person.page.goto(path, { waitUntil: 'load' });
  assert.equal(answer.status(), status);
  await person.page.waitForLoadState('networkidle');
  assert.deepEqual(await inspect(person.page, name), []);
};

const routes = pageRoutes().filter(handsOutPages);
const forStrangers = /^\/app\/(sign-in|shared|join|public)\b/;

for (const route of routes) {
  test(`pages: ${route.path} can be used`, async () => {
    for (const { name, path } of await pagesOf(route)) {
      if (forStrangers.test(path)) {
        const someone = await arrive();
        await look(someone, path, name, name === 'shared-locked' ? 401 : 200);
        await someone.context.close();
      } else {
        await look(await owner(), path, name);
      }
    }
  });
}

test('pages: links of the navigation lead to pages looked at here', async () => {
  const { page } = await owner();
  await page.goto('/app');
  const links = await page.locator('header a').evaluateAll((all) => all.map((link) => new URL(link.href).pathname));
  const known = new Set(routes.map(({ path }) => path));
  assert.deepEqual(links.filter((link) => !known.has(link.replace(/(.)\/$/, '$1'))), []);
});

const others = [
  ['trash', '/app/gallery?show=trash'], ['search-empty', '/app/gallery?q=zzzz'],
  ['studio-source', ({ image }) => `/app/studio?source=${image}`],
  ['compare', ({ generation }) => `/app/studio/compare?of=${generation}`],
  ['not-found', '/app/gallery/gallery_item_0_0', 404], ['no-page', '/nothing', 404], ['landing', '/'],
];
for (const [name, path, status] of others) {
  test(`pages: ${name} can be used`, async () => {
    await look(await owner(), typeof path === 'string' ? path : path(await samples()), name, status);
  });
}

test('pages: what was there once only could be used', () => {
  assert.deepEqual(passing.filter(({ faults }) => faults.length), []);
});

test('pages: none broke its own rules', () => assert.deepEqual(blame(), []));
