import { type Actor, hasRole } from '#shared/auth/actor.ts';
import type { ClassStore } from '../class-store.ts';
import { isOpen, type JoinCode } from '../domain/join-code.ts';
import type { JoinStore } from '../join-store.ts';

/** Whether somebody decides who comes into a class: its teacher, and the training head for all. */
export async function mayInvite(classes: ClassStore, actor: Actor, classId: string): Promise<boolean> {
  if (hasRole(actor, 'training-head')) return true;
  const own = await classes.findMembership(classId, actor.personId);
  return own?.active === true && own.as === 'teacher';
}

/** The code of a class while it works. */
export async function openCodeOf(
  joins: JoinStore,
  classId: string,
  at: string,
): Promise<JoinCode | undefined> {
  const code = await joins.namedCode(classId);
  const joinCode = code === undefined ? undefined : await joins.findCode(code);
  return joinCode && isOpen(joinCode, at) ? joinCode : undefined;
}
