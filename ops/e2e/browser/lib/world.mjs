// Who there is: the owner who set the server up, one of each lower role, and another organisation.
// Each is made when somebody asks for them first.
import { arrive, once } from './house.mjs';
import { inspect } from './inspect.mjs';
import { demand } from './program.mjs';
import { createKey, createOperatorKey } from '../pages/keys.mjs';
import { invite } from '../pages/members.mjs';
import { join, setUp, signIn } from '../pages/session.mjs';

export const house = { organisation: 'House & Son', email: 'owner@example.org', password: 'a long enough password' };

/** Faults of pages that are there once only, kept for the suite that tells of pages. */
export const passing = [];

export const owner = once(async () => {
  const person = await arrive();
  await person.page.goto('/app');
  passing.push({ name: 'set-up', faults: await inspect(person.page, 'set-up') });
  await setUp(person.page, { ...house, token: process.env.EASEL_SETUP_TOKEN });
  return { ...person, ...house };
});

const keyBy = (create, name) => once(async () => {
  const { context } = await owner();
  const page = await context.newPage();
  return create(page, name).finally(() => page.close());
});

/** The owner's key, for all but running the server. */
export const ownerKey = keyBy(createKey, 'Tests');
/** One that runs the server. */
export const operatorKey = keyBy(createOperatorKey, 'Operating');

const member = (role) => once(async () => {
  const { context } = await owner();
  const page = await context.newPage();
  const email = `${role.toLowerCase()}@example.org`;
  const link = await invite(page, email, role);
  await page.close();
  const person = await arrive();
  await person.page.goto(link);
  passing.push({ name: `invitation-${role}`, faults: role === 'ADMIN' ? await inspect(person.page, 'invitation') : [] });
  await join(person.page, link, house.password);
  return { ...person, email, password: house.password };
});

/** By role; each signed in. */
export const members = {
  OWNER: owner, ADMIN: member('ADMIN'), MEMBER: member('MEMBER'), VIEWER: member('VIEWER'),
};

/** Another organisation: its owner, signed in, and a key of theirs. */
export const stranger = once(async () => {
  const made = await demand(await operatorKey(), 'POST', '/api/v2/admin/tenants',
    { name: 'Others', email: 'eve@example.org', plan: 'enterprise' });
  const person = await arrive();
  const known = { email: 'eve@example.org', password: made.owner.password };
  await signIn(person.page, known);
  return { ...person, ...known, key: made.api_key };
});
