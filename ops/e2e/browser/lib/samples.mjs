// Pages with an id are looked at with a thing the owner has: for each route, which one.
import { once, url } from './house.mjs';
import { demand, itemOf, paint } from './program.mjs';
import { operatorKey, owner, ownerKey } from './world.mjs';
import { createCollection, describe, item, share } from '../pages/gallery.mjs';
import { invite } from '../pages/members.mjs';

const things = once(async () => {
  const { context } = await owner();
  const page = await context.newPage();
  const made = await paint(await ownerKey(), 'A harbour at night', 4);
  const [first, second] = made.images.map(itemOf);
  const collection = await createCollection(page, 'Harbours');
  await item(page, first);
  await describe(page, { title: 'Harbour lights', tags: 'sea, night', collection: 'Harbours', open: true });
  await item(page, second);
  await describe(page, { collection: 'Harbours' });
  await page.goto(`/app/collections/${collection}`);
  const open = (await share(page)).split('/').pop();
  await page.goto(`/app/collections/${collection}`);
  const locked = (await share(page, { password: 'open sesame' })).split('/').pop();
  const { keys } = await demand(await ownerKey(), 'GET', '/api/v2/keys');
  const joining = (await invite(page, 'ann@example.org', 'MEMBER')).split('/').pop();
  await page.close();
  return { generation: made.id, image: made.images[0].id, item: first, collection, open, locked, key: keys[0].id, joining };
});

/** What stands in for the ids of a path, by how it begins; several when a page has several faces. */
const faces = {
  '/app/generations/{id}': ({ generation }) => ({ generation }),
  '/app/gallery/{id}': (all) => ({ item: all.item }),
  '/app/collections/{name}': ({ collection }) => ({ collection }),
  '/app/keys/{id}': ({ key }) => ({ key }),
  '/app/shared/{token}': ({ open, locked }) => ({ shared: open, 'shared-locked': locked }),
  '/app/public/{id}': ({ item: shown }) => ({ 'public-item': shown }),
  '/app/join/{token}': ({ joining }) => ({ joining }),
  '/app/billing/statements/easel-{month}.html': () => ({ statement: new Date().toISOString().slice(0, 7) }),
  '/docs/{surface}': () => ({ 'docs-surface': 'v2' }),
  '/docs/errors/{code}': () => ({ 'docs-error': 'INVALID_PROMPT' }),
};

/** Routes that hand out no page of their own: files, parts of pages, news. */
const noPages = [/\/(state|progress|file|rows)$/, /\.(csv|json|jsonl)$/, /\/studio\/(source|quote)$/, /\/sign-in\/(code|with\/\{provider\}\/callback)$/, /\/app\/setup$/];

export const handsOutPages = (route) => route.method === 'GET' && !noPages.some((one) => one.test(route.path));

/** A provider and a node nobody calls, so that their pages can be looked at. */
const machinery = once(async () => {
  const key = await operatorKey();
  await demand(key, 'POST', '/api/v2/admin/identity-providers', {
    slug: 'acme', name: 'Acme', issuer: 'https://id.acme.example/realms/staff', client_id: 'easel', client_secret: 'hush',
    domains: ['acme.example'], enabled: false,
  });
  await demand(key, 'POST', '/api/v2/admin/nodes', { url: 'http://127.0.0.1:9', name: 'gpu-1', kind: 'comfyui' });
});

/** What runs the server has ids of its own: one that the page above links to, if there is any. */
async function linked(route) {
  await machinery();
  const { context } = await owner();
  const above = route.path.includes('{') ? route.path.replace(/\/\{.*/, '') : route.path.replace(/\/[^/]*$/, '');
  const list = await (await context.request.get(url + above)).text();
  const found = list.match(new RegExp(`href="(${route.path.replace(/\{\w+\}/g, '[^"/?]+')}(?:\\?[^"]*)?)"`));
  return found ? [{ name: nameOf(route), path: found[1].replaceAll('&amp;', '&') }] : [];
}

const nameOf = ({ path }) => path.slice(1).replace(/\W+/g, '-') || 'first';
const ofOperators = ({ path }) => path.startsWith('/app/operate/');

/** Whether the address alone leads to a page; some of the operators' want to be told which thing. */
async function standsAlone(route) {
  return !ofOperators(route) || (await (await owner()).context.request.get(url + route.path)).ok();
}

/** The pages behind a route, as names with their addresses. */
export async function pagesOf(route) {
  if (!route.path.includes('{') && await standsAlone(route)) {
    return [{ name: nameOf(route), path: route.path }];
  }
  const face = faces[route.path];
  if (!face && ofOperators(route)) {
    return linked(route);
  }
  if (!face) {
    throw new Error(`${route.path} of ${route.where}: say in samples.mjs what its id is of`);
  }
  return Object.entries(face(await things()))
    .map(([name, id]) => ({ name, path: route.path.replace(/\{\w+\}/, id) }));
}

export const samples = things;
