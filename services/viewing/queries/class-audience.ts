import { type Actor, hasRole } from '#shared/auth/actor.ts';
import type { ClassStore } from '../class-store.ts';
import { type Audience, audienceOf } from '../domain/audience.ts';
import type { ViewingStore } from '../store.ts';

type Stores = { readonly viewings: ViewingStore; readonly classes: ClassStore };

/** How a class watched a recording; undefined for a teacher of another class, to whom it is as if there were none. */
export async function classAudience(
  { viewings, classes }: Stores,
  actor: Actor,
  { assetId, classId }: { readonly assetId: string; readonly classId: string },
): Promise<(Audience & { readonly learners: number }) | undefined> {
  const members = await classes.membersOf(classId);
  const teaches = members.some(({ personId, as }) => as === 'teacher' && personId === actor.personId);
  if (!teaches && !hasRole(actor, 'training-head')) return undefined;
  const learners = members.filter(({ as }) => as === 'learner').map(({ personId }) => personId);
  return { ...audienceOf(await viewings.findOf(learners, assetId)), learners: learners.length };
}
