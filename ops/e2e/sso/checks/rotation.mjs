// The provider signs with a new key.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { admin, createClient, signingKeys, tokens } from '../lib/keycloak.mjs';
import { visitor, who } from '../lib/easel.mjs';

const keyOf = (token) => JSON.parse(Buffer.from(token.split('.')[0], 'base64url')).kid;

test('sso 9.1: somebody signs in under a new key at once', async () => {
  await createClient('checks');
  const before = await visitor('ben');
  const old = keyOf((await tokens('checks', 'anna')).id_token);
  await admin('POST', '/components', {
    name: `key-${Date.now()}`, providerId: 'rsa-generated', providerType: 'org.keycloak.keys.KeyProvider',
    config: { priority: [String(Math.floor(Date.now() / 1000))], enabled: ['true'], active: ['true'], algorithm: ['RS256'], keySize: ['2048'] },
  });
  assert.notEqual(keyOf((await tokens('checks', 'anna')).id_token), old, 'the new key is in use');
  assert.ok((await signingKeys()).some((key) => key.kid === old), 'the old one is still told');
  assert.equal(await who(await visitor('anna')), 'anna@example.org');
  assert.equal(await who(before), 'ben@example.org');
});
