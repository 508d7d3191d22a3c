#!/usr/bin/env node
// A program that uses Easel for its users, with OAuth 2.0. It needs Node 18 and nothing else.
//
//   node client.mjs user      asks somebody in their browser (authorization code with PKCE)
//   node client.mjs service   acts for itself (client credentials)
//
//   EASEL_URL            the server, http://localhost:8080 unless told otherwise
//   OAUTH_CLIENT_ID      of the app, from /app/oauth-apps
//   OAUTH_CLIENT_SECRET  of a confidential app; leave it out for a public one
//   OAUTH_SCOPE          what to ask for, "images:generate gallery:read" unless told otherwise
//   OAUTH_PORT           where the browser comes back to: http://127.0.0.1:PORT/callback, 8765
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import { env, exit, argv } from 'node:process';

const easel = (env.EASEL_URL ?? 'http://localhost:8080').replace(/\/$/, '');
const clientId = env.OAUTH_CLIENT_ID ?? fail('set OAUTH_CLIENT_ID; an app is registered at /app/oauth-apps');
const clientSecret = env.OAUTH_CLIENT_SECRET;
const scope = env.OAUTH_SCOPE ?? 'images:generate gallery:read';
const port = Number(env.OAUTH_PORT ?? 8765);
const redirect = `http://127.0.0.1:${port}/callback`;

function fail(words) {
  console.error(words);
  exit(1);
}

async function json(answer) {
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok) {
    const why = body.error_description ?? body.error?.message ?? body.error ?? answer.statusText;
    throw new Error(`${answer.url} says ${answer.status}: ${why}`);
  }
  return body;
}

// The API says whose tokens it takes (RFC 9728), and the provider where it gives them (RFC 8414).
async function provider() {
  const resource = await json(await fetch(`${easel}/.well-known/oauth-protected-resource`));
  const issuer = resource.authorization_servers[0];
  const found = await json(await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`));
  if (found.issuer !== issuer) {
    throw new Error(`${issuer} calls itself ${found.issuer}`);
  }
  return found;
}

// Asks for a token; a confidential app proves itself with its secret, a public one says who it is.
async function token(endpoint, fields) {
  const body = new URLSearchParams(fields);
  const headers = {};
  if (clientSecret) {
    const pair = `${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`;
    headers.authorization = `Basic ${Buffer.from(pair).toString('base64')}`;
  } else {
    body.set('client_id', clientId);
  }
  return json(await fetch(endpoint, { method: 'POST', headers, body }));
}

const random = () => randomBytes(32).toString('base64url');
const same = (one, other) => one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

// Sends the user's browser away and waits on the loopback interface until it is back (RFC 8252).
async function asUser({ authorization_endpoint: page, token_endpoint: endpoint, issuer }) {
  const state = random(); // ties the answer to this very question
  const verifier = random(); // what only we know of the code's challenge (PKCE, RFC 7636)
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  const server = createServer().listen(port, '127.0.0.1');
  await new Promise((listening, failed) => server.once('listening', listening).once('error', failed));
  const question = new URL(page);
  Object.entries({
    response_type: 'code', client_id: clientId, redirect_uri: redirect, scope, state,
    code_challenge: challenge, code_challenge_method: 'S256',
  }).forEach(([name, value]) => question.searchParams.set(name, value));
  console.log(`Open this in your browser:\n${question}`);
  const answer = await new Promise((come) => {
    server.on('request', (request, response) => {
      const url = new URL(request.url, redirect);
      const ours = url.pathname === '/callback';
      response.writeHead(ours ? 200 : 404, { 'content-type': 'text/plain; charset=utf-8', connection: 'close' });
      response.end(ours ? 'You can close this page.\n' : 'Nothing is here.\n');
      if (ours) come(url.searchParams);
    });
  });
  server.close();
  if (!same(answer.get('state') ?? '', state)) throw new Error('the answer is to another question');
  if (answer.has('iss') && answer.get('iss') !== issuer) throw new Error('the answer is of another provider'); // RFC 9207
  if (!answer.has('code')) throw new Error(`refused: ${answer.get('error')}`);
  return token(endpoint, {
    grant_type: 'authorization_code', code: answer.get('code'), redirect_uri: redirect, code_verifier: verifier,
  });
}

const asItself = ({ token_endpoint: endpoint }) => token(endpoint, { grant_type: 'client_credentials', scope });

// Makes an image with the token, and refreshes the token when it is over.
async function draw(found, tokens) {
  const call = (bearer) => fetch(`${easel}/v1/images/generations`, {
    method: 'POST',
    headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
    body: JSON.stringify({ model: 'easel/sketch', prompt: 'a lighthouse at dusk', size: '256x256' }),
  });
  let answer = await call(tokens.access_token);
  if (answer.status === 401 && tokens.refresh_token) {
    const fresh = await token(found.token_endpoint, { grant_type: 'refresh_token', refresh_token: tokens.refresh_token });
    answer = await call(fresh.access_token);
  }
  return (await json(answer)).data[0].url;
}

try {
  const how = { user: asUser, service: asItself }[argv[2]] ?? fail('say how: node client.mjs user | service');
  const found = await provider();
  const tokens = await how(found);
  console.log(`May: ${tokens.scope} (for ${tokens.expires_in} s)`);
  console.log(`Image: ${await draw(found, tokens)}`);
} catch (error) {
  fail(error.message);
}
