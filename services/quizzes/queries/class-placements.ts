import type { Actor } from '#shared/auth/actor.ts';
import type { ClassStore } from '../class-store.ts';
import type { Placement } from '../domain/diagnostic/placement.ts';
import type { PlacementStore } from '../placement-store.ts';
import { learnersInSight } from './learners-in-sight.ts';
import { levelOf } from './placement-view.ts';

type Stores = { readonly placements: PlacementStore; readonly classes: ClassStore };

const shown = ({ personId, placementId, placementNo, finishedAt, results }: Placement) =>
  finishedAt && results
    ? [{ personId, placementId, placementNo, finishedAt, levels: results.map(levelOf) }]
    : [];

/** The latest levels of each learner of a class, as far as they have been placed. */
export async function classPlacements({ placements, classes }: Stores, actor: Actor, classId: string) {
  const learners = await learnersInSight(classes, actor, classId);
  if (learners === 'not-found' || learners === 'everybody') return 'not-found';
  const taken = await Promise.all([...learners].map((personId) => placements.placementsOf(personId)));
  return taken.flatMap((ofOne) => ofOne.flatMap(shown).slice(0, 1));
}
