// The Keycloak beside the server: its login form, its tokens, and its Admin REST.
import { readFileSync } from 'node:fs';
import { plain } from './browser.mjs';

const access = JSON.parse(readFileSync(process.env.EASEL_KEYCLOAK_ACCESS, 'utf8'));

export const keycloak = access.url;
export const issuer = `${access.url}/realms/easel`;
const protocol = `${issuer}/protocol/openid-connect`;

/** Passwords of the demo users, and of those the checks make. */
const passwords = { anna: access.anna, ben: access.ben, zoe: access.zoe };

const form = async (url, fields) => {
  const answer = await fetch(url, { method: 'POST', body: new URLSearchParams(fields), signal: AbortSignal.timeout(30_000) });
  return { status: answer.status, json: await answer.json().catch(() => ({})) };
};

let administrator;
async function token() {
  if (!administrator || administrator.until < Date.now()) {
    const { json } = await form(`${keycloak}/realms/master/protocol/openid-connect/token`,
      { grant_type: 'password', client_id: 'admin-cli', username: 'admin', password: access.admin });
    administrator = { value: json.access_token, until: Date.now() + 30_000 };
  }
  return administrator.value;
}

/** An administrator's token of another realm than Easel's. */
export const foreignToken = token;

/** The Admin REST of the realm; the parsed answer, or the id of what was created. */
export const admin = (method, path, body) => adminOf('easel', method, path, body);

/** The same of another realm. */
export async function adminOf(realm, method, path, body) {
  const answer = await fetch(`${keycloak}/admin/realms${realm && `/${realm}`}${path}`, {
    method, body: body && JSON.stringify(body), signal: AbortSignal.timeout(30_000),
    headers: { authorization: `Bearer ${await token()}`, 'content-type': 'application/json' },
  });
  const text = await answer.text();
  if (!answer.ok) {
    throw new Error(`Keycloak: ${method} ${path} is ${answer.status} ${text.slice(0, 300)}`);
  }
  return text ? JSON.parse(text) : answer.headers.get('location')?.split('/').pop();
}

/** Another organisation's realm, made anew, with one user in one group. */
export async function createRealm(realm, client, { user, email, group }) {
  await fetch(`${keycloak}/admin/realms/${realm}`, {
    method: 'DELETE', headers: { authorization: `Bearer ${await token()}` },
  });
  administrator = undefined; // a token has the realms that were there when it was made
  passwords[user] = `${user}-${Math.random().toString(36).slice(2)}`;
  const groups = {
    name: 'groups', protocol: 'openid-connect', protocolMapper: 'oidc-group-membership-mapper',
    config: { 'claim.name': 'groups', 'full.path': 'false', 'id.token.claim': 'true' },
  };
  await adminOf('', 'POST', '', {
    realm, enabled: true, groups: [{ name: group }],
    clients: [{ standardFlowEnabled: true, publicClient: false, ...client, protocolMappers: [groups] }],
    users: [{
      username: user, email, emailVerified: true, enabled: true, firstName: user, lastName: 'Partner',
      groups: [`/${group}`], credentials: [{ type: 'password', value: passwords[user], temporary: false }],
    }],
  });
  administrator = undefined;
}

export const userNamed = async (name) => (await admin('GET', `/users?username=${name}&exact=true`))[0];
export const groupNamed = async (name) => (await admin('GET', '/groups')).find((group) => group.name === name).id;

/** A user of the realm in these groups, made anew; whoever had the name or the address goes. */
export async function createUser(name, email, groups = [], more = {}) {
  const holders = await admin('GET', `/users?email=${encodeURIComponent(email)}&exact=true`);
  for (const old of [await userNamed(name), ...holders.filter((user) => user.username !== name)]) {
    await (old && admin('DELETE', `/users/${old.id}`));
  }
  passwords[name] = `${name}-${Math.random().toString(36).slice(2)}`;
  return admin('POST', '/users', {
    username: name, email, emailVerified: true, enabled: true, firstName: name, lastName: 'Check', groups,
    credentials: [{ type: 'password', value: passwords[name], temporary: false }], ...more,
  });
}

/** A client that is given tokens for a password, which no client of the product is. */
export async function createClient(clientId, more) {
  const old = (await admin('GET', `/clients?clientId=${clientId}`))[0];
  if (old) {
    await admin('DELETE', `/clients/${old.id}`);
  }
  return admin('POST', '/clients', {
    clientId, publicClient: true, standardFlowEnabled: false, directAccessGrantsEnabled: true,
    defaultClientScopes: ['basic', 'profile', 'email', 'roles', 'easel-api'],
    optionalClientScopes: ['images:generate', 'profile:read'], ...more,
  });
}

/** Tokens of a client that takes passwords. */
export async function tokens(clientId, user, scope = 'openid images:generate profile:read') {
  const { status, json } = await form(`${protocol}/token`,
    { grant_type: 'password', client_id: clientId, username: user, password: passwords[user], scope });
  if (status !== 200) {
    throw new Error(`Keycloak gives ${clientId} no tokens for ${user}: ${JSON.stringify(json)}`);
  }
  return json;
}

export const signingKeys = async () =>
  (await (await fetch(`${protocol}/certs`)).json()).keys.filter((key) => key.use === 'sig');

export const sessionsOf = (userId) => admin('GET', `/users/${userId}/sessions`);

/** Types the password into the login form behind the address; where Keycloak sends the browser then. */
export async function logIn(browser, address, user = 'anna') {
  const page = await browser.get(address);
  if (page.location) {
    return page.location;
  }
  const action = page.text.match(/<form[^>]*id="kc-form-login"[^>]*action="([^"]+)"/)?.[1];
  if (!action) {
    throw new Error(`Keycloak shows no login form (${page.status}): ${page.text.replace(/<[^>]*>|\s+/g, ' ').slice(0, 500)}`);
  }
  const answer = await browser.post(plain(action), { username: user, password: passwords[user], credentialId: '' });
  if (!answer.location) {
    const reason = answer.text.match(/id="(?:input-error|kc-page-title)[^>]*>\s*([^<]*)/)?.[1];
    throw new Error(`Keycloak does not let ${user} in (${answer.status}): ${reason}`);
  }
  return answer.location;
}

export const asksForPassword = (page) => page.status === 200 && page.text.includes('kc-form-login');

/** The password of a user, for forms that checks fill in themselves. */
export const passwordOf = (user) => passwords[user];

/** Makes the realm send people, and its logout tokens, to the server at this address. */
export const serve = (base) => admin('PUT', '/clients/easel-dashboard', {
  clientId: 'easel-dashboard',
  redirectUris: [`${base}/app/sign-in/with/sso/callback`],
  attributes: {
    'post.logout.redirect.uris': `${base}/app/sign-in`,
    'backchannel.logout.url': `${base.replace('localhost', '127.0.0.1')}/sso/back-channel-logout`,
  },
});
