// The example of ops/docs/oauth as a developer runs it: against an app of its own, with a user's consent.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { after, test } from 'node:test';
import { Browser, plain } from '../lib/browser.mjs';
import { logIn } from '../lib/keycloak.mjs';
import { base, call, visitor } from '../lib/easel.mjs';

const { api_key: key } = JSON.parse(readFileSync(`${process.env.EASEL_DATA}/first-run.json`, 'utf8'));
const APPS = '/api/v2/oauth/apps';
const PORT = 20_000 + Math.floor(Math.random() * 10_000);
const client = `${process.env.EASEL_ROOT}/ops/docs/oauth/client.mjs`;

const ask = (method, path, body) => call(path,
  { authorization: `Bearer ${key}`, 'content-type': 'application/json' }, { method, body: body && JSON.stringify(body) });

let app;
test('sso 16.0: the example is registered', async () => {
  await visitor('ben');
  const made = await ask('POST', APPS, {
    name: 'Example', redirect_uris: ['http://127.0.0.1/callback'], scopes: ['images:generate', 'gallery:read'], service_account: true,
  });
  app = await made.json();
  assert.equal(made.status, 201, JSON.stringify(app));
});
after(() => app && ask('DELETE', `${APPS}/${app.id}`));

/** The example on its way; `said` is settled when it ends, `until` when it has printed something. */
function run(how, env = {}) {
  const program = spawn(process.execPath, [client, how], {
    env: {
      ...process.env, EASEL_URL: base, OAUTH_CLIENT_ID: app.client_id, OAUTH_CLIENT_SECRET: app.client_secret, OAUTH_PORT: `${PORT}`, ...env,
    },
  });
  let text = '';
  const heard = [];
  const hear = (chunk) => {
    text += chunk;
    heard.forEach((listener) => listener());
  };
  program.stdout.on('data', hear);
  program.stderr.on('data', hear);
  const said = new Promise((end) => program.on('close', (code) => end({ code, text })));
  const until = (pattern) => new Promise((found, failed) => {
    const look = () => pattern.test(text) && found(text.match(pattern)[1]);
    heard.push(look);
    look();
    said.then(() => failed(new Error(`it ended: ${text}`)));
  });
  return { said, until };
}

/** Signs in and presses the button; where the browser is sent then. */
async function answering(address, button) {
  const browser = new Browser();
  const page = await browser.get(await logIn(browser, address, 'ben'));
  const action = plain(page.text.match(/<form[^>]*action="([^"]*consent[^"]*)"/)[1]);
  const hidden = page.text.match(/name="code" value="([^"]*)"/)?.[1] ?? '';
  return (await browser.post(new URL(action, page.url).href, { code: hidden, ...button })).location;
}

test('sso 16.1: the example makes an image for a user who consents', async () => {
  const example = run('user');
  const back = await answering(await example.until(/^(http\S+)\n/m), { accept: 'Yes' });
  assert.equal((await fetch(back)).status, 200);
  const { code, text } = await example.said;
  assert.equal(code, 0, text);
  assert.match(text, /May: .*images:generate/);
  const image = await fetch(text.match(/Image: (\S+)/)[1]);
  assert.equal(image.headers.get('content-type'), 'image/png');
});

test('sso 16.2: and takes no for an answer', async () => {
  const other = { OAUTH_SCOPE: 'gallery:read' };
  const example = run('user', other);
  const address = new URL(await example.until(/^(http\S+)\n/m));
  address.searchParams.set('prompt', 'consent');
  await fetch(await answering(address.href, { cancel: 'No' }));
  const { code, text } = await example.said;
  assert.equal(code, 1);
  assert.match(text, /refused: access_denied/);
});

test('sso 16.3: an answer to another question is none', async () => {
  const example = run('user');
  await example.until(/^(http\S+)\n/m);
  await fetch(`http://127.0.0.1:${PORT}/callback?code=x&state=y`);
  assert.match((await example.said).text, /another question/);
});

test('sso 16.4: it acts for itself, as long as it is registered', async () => {
  const { code, text } = await run('service').said;
  assert.equal(code, 0, text);
  assert.match(text, /Image: http/);
});
