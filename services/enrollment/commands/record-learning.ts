import { type LearningChange, learn } from '../domain/learning.ts';
import type { ProgressStore } from '../progress-store.ts';

/** Takes what an event tells into what is known of the person. `'unchanged'` when it tells nothing new. */
export async function recordLearning(
  store: ProgressStore,
  change: LearningChange,
): Promise<'saved' | 'unchanged' | 'conflict'> {
  const after = learn(await store.findLearning(change.personId), change);
  return after ? store.saveLearning(after) : 'unchanged';
}
