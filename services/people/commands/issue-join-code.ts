import type { Cause } from '#shared/messaging/outbox.ts';
import type { ClassStore } from '../class-store.ts';
import { type JoinCode, openJoinCode } from '../domain/join-code.ts';
import type { JoinStore } from '../join-store.ts';

export type IssueJoinCode = {
  readonly classId: string;
  readonly code: string;
  readonly places?: number | undefined;
  readonly lastDay?: string | undefined;
  readonly requestKey: string;
};

type Stores = { readonly classes: ClassStore; readonly joins: JoinStore };

/**
 * Opens a class to whoever has the new code; the code before it works no more. On a repeat, the code made first;
 * `join-code-replaced` when that one was closed or replaced meanwhile.
 */
export async function issueJoinCode(
  { classes, joins }: Stores,
  { requestKey, ...wish }: IssueJoinCode,
  cause: Cause,
): Promise<JoinCode | 'not-found' | 'closing-day' | 'join-code-replaced' | 'conflict'> {
  if (!(await classes.findClass(wish.classId))) return 'not-found';
  const joinCode = openJoinCode({ ...wish, at: cause.at });
  if (joinCode === 'closing-day') return joinCode;
  const request = { actor: cause.actor, route: `join-code#${wish.classId}`, key: requestKey, at: cause.at };
  const former = await joins.namedCode(wish.classId);
  const saved = await joins.replaceCode(joinCode, former, request);
  if (saved === 'saved') return joinCode;
  if (saved === 'conflict') return saved;
  const earlier = await joins.findEarlierCode(request);
  return (earlier && (await joins.findCode(earlier))) || 'join-code-replaced';
}

/** Lets nobody in by the class's code any more; done already when there is none. */
export async function closeJoinCode(joins: JoinStore, classId: string): Promise<'closed' | 'conflict'> {
  const code = await joins.namedCode(classId);
  if (code === undefined) return 'closed';
  const removed = await joins.removeCode(classId, code);
  return removed === 'removed' ? 'closed' : removed;
}
