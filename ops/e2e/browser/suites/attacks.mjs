// What somebody types stays text, on every page that shows it; what comes from elsewhere is refused.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { arrive, blame, url } from '../lib/house.mjs';
import { demand, itemOf, paint } from '../lib/program.mjs';
import { pageRoutes } from '../lib/routes.mjs';
import { handsOutPages } from '../lib/samples.mjs';
import { pixel, send, tokenOf } from '../lib/things.mjs';
import { members, owner, ownerKey } from '../lib/world.mjs';
import { createCollection, describe, item, share } from '../pages/gallery.mjs';
import { createKey } from '../pages/keys.mjs';

const script = '"\'><img src=x onerror="window.__x=1"><script>window.__x=1</script>';
const formula = '=HYPERLINK("http://example.org/";"' + 'x")';
const shown = [];
let link;

const safe = async (page, path) => {
  await page.goto(path);
  await page.waitForLoadState('networkidle');
  assert.equal(await page.evaluate(() => window.__x), undefined, path);
};

test('attacks: markup is taken as prompt, title, tag and name of everything', async () => {
  const { context } = await owner();
  const page = await context.newPage();
  const { images, id } = await paint(await ownerKey(), `A hill ${script}`);
  const made = itemOf(images[0]);
  const slug = await createCollection(page, `Shelf ${script}`);
  await item(page, made);
  await describe(page, { title: `Title ${script}`, tags: 'hills', collection: `Shelf ${script}` });
  await page.getByRole('heading', { name: script }).waitFor();
  link = await share(page);
  const key = await createKey(page, `Key ${script}`);
  await paint(key, 'By a key with a name');
  const form = new FormData();
  form.append('file', new Blob([pixel], { type: 'image/png' }), `${script}.png`);
  await demand(key, 'POST', '/api/v2/assets', form);
  const keys = await demand(await ownerKey(), 'GET', '/api/v2/keys');
  const named = keys.keys.find(({ name }) => name.includes('onerror'));
  shown.push(`/app/generations/${id}`, `/app/gallery/${made}`, `/app/collections/${slug}`, `/app/keys/${named.id}`,
    `/app/studio?again=${id}`, `/app/studio/compare?of=${id}`, `/app/gallery?q=${encodeURIComponent(script)}`,
    `/app/gallery?tag=${encodeURIComponent(script)}`, `/app/sign-in?next=${encodeURIComponent(script)}`,
    `/app/usage?by=${encodeURIComponent(script)}`, `/app/studio?prompt=${encodeURIComponent(script)}`);
  await page.close();
});

test('attacks: markup is no tag', async () => {
  const { context } = await owner();
  const { images } = await paint(await ownerKey(), 'Another hill');
  const path = `/app/gallery/${itemOf(images[0])}`;
  assert.equal((await send(context, path, { title: 'x', tags: script })).status(), 400);
});

test('attacks: and runs on none of the pages that show it', async () => {
  const { context } = await owner();
  const page = await context.newPage();
  const plain = pageRoutes().filter((route) => handsOutPages(route) && /^\/app[^{]*$/.test(route.path)).map(({ path }) => path);
  for (const path of [...shown, ...plain]) {
    await safe(page, path);
  }
  const someone = await arrive();
  await safe(someone.page, link);
  assert.ok((await someone.page.content()).includes('&lt;script&gt;'));
  await someone.context.close();
  await page.close();
  assert.deepEqual(blame(), []);
});

test('attacks: a table for spreadsheets begins no cell as a formula', async () => {
  const { context } = await owner();
  const page = await context.newPage();
  await paint(await createKey(page, formula), formula);
  await page.close();
  const files = ['/app/usage/easel-usage.csv', `/app/billing/statements/easel-${new Date().toISOString().slice(0, 7)}.csv`];
  for (const file of files) {
    const answer = await context.request.get(url + file);
    assert.equal(answer.status(), 200);
    assert.match(answer.headers()['content-disposition'] ?? '', /^attachment/);
    const cells = (await answer.text()).split(/\r?\n/).flatMap((line) => line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/));
    assert.deepEqual(cells.filter((cell) => /^"?[=+@\t]|^"?-(?![\d.])/.test(cell)), [], file);
  }
});

for (const { method, path, where } of pageRoutes()) {
  if (method !== 'GET') {
    test(`attacks: ${method} ${path} (${where}) wants the form's token`, async () => {
      const { context } = await owner();
      const other = await tokenOf((await members.VIEWER()).context);
      for (const token of [undefined, '', other]) {
        const form = { name: 'CSRF', ...(token === undefined ? {} : { _csrf: token }) };
        const file = { file: { name: 'a.png', mimeType: 'image/png', buffer: pixel } };
        const answer = await context.request.post(url + path.replace(/\{\w+\}/g, 'gallery_item_0_0'), {
          ...(path.endsWith('/source') ? { multipart: { ...form, ...file } } : { form }), maxRedirects: 0,
        });
        assert.ok([403, 404].includes(answer.status()), `${answer.status()} with ${token}`);
      }
    });
  }
}

/** A page of another site, as this browser gets it. */
async function elsewhere(context, html) {
  const page = await context.newPage();
  await page.route('http://evil.test/**', (route) => route.fulfill({ contentType: 'text/html', body: html }));
  await page.goto('http://evil.test/');
  return page;
}

test('attacks: a form of another site changes nothing and ends no visit', async () => {
  const { context } = await owner();
  const page = await elsewhere(context, `<form method="post" action="${url}/app/keys"><input name="name" value="Stolen">
    <input name="_csrf" value="x"></form><script>document.forms[0].submit()</script>`);
  await page.waitForURL(`${url}/**`);
  await page.goto('/app/keys');
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
  assert.equal(await page.getByText('Stolen').count(), 0);
  await page.close();
});

test('attacks: another site puts no page into a frame', async () => {
  const { context } = await owner();
  const page = await elsewhere(context, `<iframe src="${url}/app/members"></iframe>`);
  await page.waitForLoadState('networkidle');
  const framed = page.frames().find((frame) => frame !== page.mainFrame());
  assert.ok(!(await framed.content()).includes('Invite'));
  await page.close();
  blame(); // the browser tells of the frame it refused
});

test('attacks: another site reads nothing', async () => {
  const { context } = await owner();
  const page = await elsewhere(context, '<p>Hello</p>');
  const read = await page.evaluate((address) => fetch(address, { credentials: 'include' }).then((answer) => answer.text(), () => 'refused'), `${url}/app/keys`);
  assert.equal(read, 'refused');
  await page.close();
});
