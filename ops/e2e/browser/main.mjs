// The suites, one after the other in one browser: `journey` makes what the others look at, though
// each of them would make what it lacks. EASEL_SUITES chooses some.
import { after } from 'node:test';
import { close } from './lib/house.mjs';

const all = ['journey', 'studio', 'keyboard', 'roles', 'tenants', 'attacks', 'sessions', 'pages'];
const chosen = process.env.EASEL_SUITES?.split(" ") ?? all;
for (const suite of all.filter((name) => chosen.includes(name))) {
  await import(`./suites/${suite}.mjs`);
}
after(close);
