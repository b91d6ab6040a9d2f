import { randomUUID } from 'node:crypto';
import type { Cloud } from '../cloud.ts';
import { demoAccounts } from './load.ts';
import { expectStatus, signIn } from './session.ts';

/** A class of the demo that anybody may come into. */
export type DemoClassCode = { readonly code: string; readonly name: string };

/** The open code of the demo teacher's first class, as the teacher would open it; a new one when the last has expired. */
export async function demoClassCode(cloud: Cloud): Promise<DemoClassCode | undefined> {
  const teacher = demoAccounts().find(({ role }) => role === 'teacher');
  if (!teacher) return undefined;
  const send = await signIn(cloud, teacher.loginName);
  const { classes } = await expectStatus(send, [200], 'GET', '/v1/classes');
  const [first] = classes as { classId: string; name: string }[];
  if (!first) return undefined;
  const path = `/v1/classes/${first.classId}/join-code`;
  const { joinCode } = await expectStatus(send, [200], 'GET', path);
  // A key of its own: the teacher may have closed the one before.
  const opening = { key: `demo-${randomUUID()}` };
  const open = joinCode ?? (await expectStatus(send, [201], 'POST', path, { places: 200 }, opening));
  return { code: (open as { code: string }).code, name: first.name };
}
