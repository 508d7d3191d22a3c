// Whose the ids in the addresses are. A new route has to be told of here, or the suites that go over
// all routes fail.
import assert from 'node:assert/strict';
import { idsIn } from './routes.mjs';
import { thing } from './things.mjs';

/** What the ids of a route are of, by how its path begins; the first that fits. */
const kinds = [
  [/^\/api\/v2\/generations\/|^\/app\/generations\//, { id: 'generation' }],
  [/^\/api\/v2\/keys\/|^\/app\/keys\//, { id: 'key' }],
  [/^\/api\/v2\/budgets\/|^\/app\/billing\/budgets\//, { id: 'budget' }],
  [/^\/api\/v2\/assets\//, { id: 'asset' }],
  [/\/(restore|permanently)$|^\/app\/gallery\/\{id\}\/delete$/, { id: 'trashed' }],
  [/^\/api\/v2\/gallery\/(items|public)\/|^\/app\/(gallery|public)\/\{id\}/, { id: 'item' }],
  [/^\/api\/v2\/gallery\/zip\//, { collection: 'collection' }],
  [/^\/api\/v2\/gallery\/shares\//, { id: 'share' }],
  [/^\/api\/v2\/collections\//, { id: 'collection', item: 'item' }],
  [/^\/app\/collections\//, { name: 'slug' }],
  [/^\/api\/v1\/file\//, { id: 'image' }],
  [/^\/api\/v1\/events\//, { channel: 'channel' }],
  [/^\/files\//, { image: 'image' }],
  [/^\/app\/members\/invitations\//, { id: 'invitation' }],
  [/^\/app\/members\/users\//, { id: 'user' }],
  [/^\/app\/members\/\{id\}\/role/, { id: 'lasting' }],
  [/^\/app\/members\//, { id: 'membership' }],
  [/^\/app\/service-accounts\//, { id: 'account' }],
  [/^\/app\/account\/sessions\//, { id: 'session' }],
  [/\/oauth(-|\/)apps\//, { id: 'app' }],
];

/** Routes whose ids are nobody's, or are themselves the right to see. */
export const nobodys = [
  [/models?\/|generation-config|deployments/, 'models are the server’s'],
  [/invoices\/|statements\//, 'months; each sees its own'],
  [/\/shared\/|\/join\//, 'the token in the link is the right'],
  [/^\/app\/sign-in\/with\//, 'identity providers are the server’s'],
  [/^\/docs\//, 'the same for all'],
  [/\/oauth(-|\/)apps\//, 'apps are there only beside a Keycloak: the checks of sso try whose they are'],
];
/** For who runs the server, whatever the id. */
export const operators = /^\/api\/v2\/admin\/|^\/app\/operate\b|^\/app\/members\/users\//;

/** What forms and bodies say, beyond the example of the document. */
export const fields = {
  '/app/members/invite': { email: 'asked-too@example.org', role: 'MEMBER' },
  '/app/members/{id}/role': { role: 'VIEWER' },
  '/app/service-accounts': { name: 'Robot', role: 'VIEWER' },
  '/app/service-accounts/{id}/name': { name: 'Other' },
  '/app/gallery/{id}/process': { what: 'grayscale' },
  '/app/billing/budgets/{id}': { credits: '50' },
  '/app/keys/{id}': { name: 'Renamed' },
  '/app/keys/{id}/rotate': { overlap: 'none' },
  '/app/collections/{name}': { title: 'Renamed' },
};

/** The path with a thing in the place of each id. */
export async function filled(route) {
  const told = kinds.find(([pattern]) => pattern.test(route.path))?.[1];
  let address = route.path;
  for (const id of idsIn(route)) {
    const kind = told?.[id] ?? (route.path.startsWith('/files/') ? undefined : assert.fail(
      `${route.method} ${route.path}: say in ids.mjs what {${id}} is of`));
    address = address.replace(`{${id}}`, kind ? await thing(kind) : 'image.png');
  }
  return address;
}

/** For routes that are refused before anybody looks for the thing; some ids have to look like one. */
export const guessed = (route) => route.path.replace('{wish}', 'cordon')
  .replace(/(?<=moderation\/)\{id\}/, 'mod_shipped_21').replace(/\{\w+\}/g, '1');

export const concerns = (route) => idsIn(route).length > 0 && !nobodys.some(([pattern]) => pattern.test(route.path));
