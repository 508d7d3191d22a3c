// The checks of single sign-on on one server, one suite after the other: they share a realm. The first
// one needs a server that never asked its provider. EASEL_SUITES chooses some.
import { before } from 'node:test';
import { base } from './lib/easel.mjs';
import { serve } from './lib/keycloak.mjs';

before(() => serve(base));
const suites = process.env.EASEL_SUITES ?? 'outage local signin link refused signout bearer providers apps example races rotation';
for (const suite of suites.split(' ')) {
  await import(`./checks/${suite}.mjs`);
}
