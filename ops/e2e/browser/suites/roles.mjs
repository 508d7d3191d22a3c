// Role × page × action: what each may, and that the navigation offers no more and no less.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { url } from '../lib/house.mjs';
import { fields, filled, guessed } from '../lib/ids.mjs';
import { pageRoutes } from '../lib/routes.mjs';
import { send } from '../lib/things.mjs';
import { members } from '../lib/world.mjs';

const looking = ['gallery:read', 'usage:read'];
const making = [...looking, 'images:generate', 'images:process', 'gallery:write'];
const managing = [...making, 'keys:manage', 'billing:read'];
const may = { VIEWER: looking, MEMBER: making, ADMIN: managing, OWNER: [...managing, 'server'] };

/** What a route needs; the first that fits. Empty: to be signed in is enough. */
const needs = [
  [/^\w+ \/app\/operate/, 'server'],
  [/^POST \/app\/(members\/users\/|billing\/top-up|plan)/, 'server'],
  [/^GET \/app\/studio\/compare/, 'gallery:read'],
  [/^\w+ \/app\/studio/, 'images:generate'],
  [/^POST \/app\/generations/, 'images:generate'],
  [/^POST .*\/process$/, 'images:process'],
  [/^GET \/app\/(generations|gallery|collections)/, 'gallery:read'],
  [/^POST \/app\/gallery\/\{id\}\/(un)?like$/, 'gallery:read'],
  [/^POST \/app\/(gallery|collections)/, 'gallery:write'],
  [/^GET \/app\/usage/, 'usage:read'],
  [/^\w+ \/app\/(keys|oauth-apps|billing\/budgets|audit)/, 'keys:manage'],
  [/^\w+ \/app\/billing/, 'billing:read'],
  [/^POST \/app\/(members|service-accounts)/, 'keys:manage'],
  [/^\w+ \/app(\/(members|plan|account.*))?$/, ''],
];

/** For strangers too, or the end of the visit. */
const open = /^\/app\/(setup|sign-in|sign-out|join|shared|public)\b/;
const month = new Date().toISOString().slice(0, 7);
const ofOthers = /\/keys\/\{id\}\/rotate$/; // its owner alone, whatever the role

const address = async (route) => (route.path.includes('{month}') ? route.path.replace('{month}', month)
  : route.path.startsWith('/app/operate') ? guessed(route)
    : filled(route));

const ask = async (context, route, path) => (route.method === 'GET'
  ? (await context.request.get(url + path, { maxRedirects: 0 })).status()
  : (await send(context, path, fields[route.path])).status());

for (const route of pageRoutes().filter(({ path }) => path.startsWith('/app') && !open.test(path))) {
  const what = `${route.method} ${route.path}`;
  test(`roles: ${what} is for those who may`, async () => {
    const need = needs.find(([pattern]) => pattern.test(what));
    assert.ok(need, `say in roles.mjs what ${what} of ${route.where} needs`);
    const path = await address(route);
    for (const role of ['VIEWER', 'MEMBER', 'ADMIN', 'OWNER']) {
      const allowed = need[1] === '' || may[role].includes(need[1]);
      const { context } = await members[role]();
      const status = await ask(context, route, path);
      if (allowed && !(ofOthers.test(route.path) && role !== 'OWNER')) {
        assert.notEqual(status, 403, `${role} is refused`);
      } else if (!allowed) {
        assert.ok(status === 403 || (status === 404 && need[1] === 'server'), `${role} is not refused: ${status}`);
      }
    }
  });
}

for (const role of Object.keys(members)) {
  test(`roles: the navigation offers ${role} what there is for them`, async () => {
    const { page } = await members[role]();
    await page.goto('/app');
    const links = await page.locator('header nav a').evaluateAll((all) => all.map((link) => new URL(link.href).pathname));
    for (const link of links) {
      assert.equal((await page.goto(link)).status(), 200, link);
    }
    const lacking = ['/app/studio', '/app/gallery', '/app/keys', '/app/usage', '/app/billing'].filter((link) => !links.includes(link));
    for (const link of lacking) {
      assert.equal((await page.goto(link)).status(), 403, link);
    }
  });
}

test('roles: a viewer sees images and no deeds', async () => {
  const { page } = await members.VIEWER();
  await page.goto('/app/gallery');
  assert.equal(await page.locator('.bulk').count(), 0);
  await page.goto('/app/members');
  assert.equal(await page.getByRole('button', { name: 'Invite' }).count(), 0);
});

test('roles: an admin makes nobody owner', async () => {
  const { page, context } = await members.ADMIN();
  await page.goto('/app/members');
  const row = page.getByRole('row').filter({ hasText: 'member@example.org' });
  const action = await row.locator('form[action$="/role"]').getAttribute('action');
  const answer = await send(context, action, { role: 'OWNER' });
  assert.ok([400, 403, 409].includes(answer.status()), String(answer.status()));
});
