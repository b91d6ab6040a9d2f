import type { Cloud } from '../cloud.ts';
import { type DemoPerson, demoClasses, demoPeople } from './content.ts';
import type { EarlierDays } from './earlier-days.ts';
import { SETTLE_MS } from './patience.ts';
import {
  DEMO_PASSWORD,
  earlier,
  expectStatus,
  inParallel,
  type Send,
  setDemoPassword,
  signIn,
} from './session.ts';

/** Who sets the demo centre up. */
const ADMINISTRATOR = { loginName: 'quantri', fullName: 'Quản trị viên dùng thử' };

/** Days ago, when the classes were put together. */
const MEMBERS_SINCE = 21;

export type Register = ReadonlyMap<string, string>;

async function appointAdministrator(cloud: Cloud): Promise<Send> {
  const { name } = cloud.resource('FirstAdministrator/Function');
  await cloud.services.lambda.invoke(name, { ...ADMINISTRATOR, password: DEMO_PASSWORD });
  return signIn(cloud, ADMINISTRATOR.loginName);
}

const register = (admin: Send, { loginName, fullName, birthYear, roles }: DemoPerson) =>
  admin('POST', '/v1/people', { loginName, fullName, birthYear, roles });

async function everybody(admin: Send): Promise<Register> {
  const found = new Map<string, string>();
  let cursor: string | undefined;
  do {
    const query = cursor ? `?cursor=${encodeURIComponent(cursor)}` : '';
    const page = await expectStatus(admin, [200], 'GET', `/v1/people${query}`);
    for (const person of page.people as { loginName: string; personId: string; account: string }[]) {
      if (person.account === 'active') found.set(person.loginName, person.personId);
    }
    cursor = page.next as string | undefined;
  } while (cursor);
  return found;
}

async function loadClasses(admin: Send, people: readonly DemoPerson[], ids: Register): Promise<void> {
  for (const { code, name } of demoClasses()) await admin('POST', '/v1/classes', { code, name });
  const { classes } = await expectStatus(admin, [200], 'GET', '/v1/classes');
  const byCode = new Map(
    (classes as { code: string; classId: string }[]).map((one) => [one.code, one.classId]),
  );
  const members = [
    ...people.flatMap(({ classCode, loginName }) =>
      classCode ? [{ classCode, loginName, as: 'learner' }] : [],
    ),
    ...demoClasses().flatMap(({ code, teachers }) =>
      teachers.map((loginName) => ({ classCode: code, loginName, as: 'teacher' })),
    ),
  ];
  await inParallel(members, 4, ({ classCode, loginName, as }) =>
    expectStatus(admin, [200], 'PUT', `/v1/classes/${byCode.get(classCode)}/members/${ids.get(loginName)}`, {
      as,
    }),
  );
}

/** Sixty people with accounts, and three classes. Returns the person references by sign-in name. */
export async function loadPeople(
  cloud: Cloud,
  clock: EarlierDays,
): Promise<{ readonly admin: Send; readonly ids: Register }> {
  const admin = await appointAdministrator(cloud);
  const people = demoPeople();
  await inParallel(people, 4, (person) => register(admin, person));
  await cloud.settle(SETTLE_MS);
  const ids = await everybody(admin);
  const missing = people.filter(({ loginName }) => !ids.has(loginName));
  if (missing.length > 0) throw new Error(`demo: ${missing.length} people have no account`);
  await inParallel(people, 2, ({ loginName }) => setDemoPassword(cloud, ids.get(loginName) ?? ''));
  await loadClasses(earlier(admin, clock.daysAgo(MEMBERS_SINCE)), people, ids);
  return { admin, ids };
}
